#include "asking.h"

#include <algorithm>
#include <set>

using namespace callcard;
using namespace callcard::demo;

namespace {

const serving::Headers kKey{{"Authorization", "demo-justcall-key:demo-justcall-secret"}};

} // namespace

class tst_DemoJustCall : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_cloud = std::make_unique<DemoCloud>(smallCloud());
        QVERIFY(m_cloud->start());
        m_base = m_cloud->environment()["JUSTCALL_BASE_URL"];
    }
    void cleanup() { m_cloud.reset(); }

    void asksForTheRawPair_data();
    void asksForTheRawPair();
    void routesBeforeItAuthorizes();
    void ignoresInventedParameters();
    void forgetsAfterThreeMonths();
    void countsPagesFromZero();
    void readsDatesInTheOwnersZone();
    void listsThreeMonthsOnly();
    void tellsUtcAndUserTimes();
    void namesTotalsDifferently();
    void listsALiveCallAsInProgress();
    void countsTheBudget();
    void answersWhatIsAsked_data();
    void answersWhatIsAsked();
    void keepsContacts();
    void keepsWebhooks();
    void refusesInventedEvents_data();
    void refusesInventedEvents();
    void handsOutRecordings();
    void tellsTheJourney();
    void sumsUpAnAgentsDay();
    void knowsWhoReplied();
    void listsWhatWasListenedTo();
    void filtersLists_data();
    void filtersLists();
    void repeatsNothingWhilePaging_data();
    void repeatsNothingWhilePaging();
    void sortsTexts();
    void takesNotesOnlyAfterTheEnd();
    void findsUsersByEmailWithoutCase();

private:
    Asker::Answer get(const std::string &path) { return m_asker.get(m_base + path, kKey); }
    int total(const std::string &path)
    {
        const Json answer = get(path).json();
        return static_cast<int>(integerAt(answer, "total_count", integerAt(answer, "total_texts", -1)));
    }
    std::int64_t penalised()
    {
        return integerAt(m_cloud->control({{"do", "counters"}})["counters"].value("justcall", Json::object()), "requestsDuringPenalty");
    }
    Json set(const char *name, const char *position)
    {
        return m_cloud->control({{"service", "justcall"}, {"do", "switch"}, {"name", name}, {"position", position}});
    }

    Asker m_asker;
    std::unique_ptr<DemoCloud> m_cloud;
    std::string m_base;
};

void tst_DemoJustCall::asksForTheRawPair_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("basicAuth");
    QTest::addColumn<int>("status");
    const QByteArray basic = "Basic " + QByteArray("demo-justcall-key:demo-justcall-secret").toBase64();
    QTest::newRow("raw") << QByteArray("demo-justcall-key:demo-justcall-secret") << QByteArray("refused") << 200;
    QTest::newRow("basic") << basic << QByteArray("refused") << 401;
    QTest::newRow("basic where it is taken") << basic << QByteArray("accepted") << 200;
    QTest::newRow("bearer") << QByteArray("Bearer demo-justcall-key:demo-justcall-secret") << QByteArray("accepted") << 401;
    QTest::newRow("wrong") << QByteArray("demo-justcall-key:nope") << QByteArray("refused") << 401;
    QTest::newRow("none") << QByteArray() << QByteArray("refused") << 401;
}

void tst_DemoJustCall::asksForTheRawPair()
{
    QFETCH(QByteArray, header);
    QFETCH(QByteArray, basicAuth);
    QVERIFY(flagAt(set("basicAuth", basicAuth.constData()), "ok"));
    const auto answer =
        m_asker.get(m_base + "/users", header.isEmpty() ? serving::Headers{} : serving::Headers{{"Authorization", header.toStdString()}});
    QTEST(answer.status, "status");
    if (answer.status == 401) {
        QCOMPARE(answer.body, std::string(R"({"status":"failed","message":"Unauthorized"})"));
        QCOMPARE(answer.header("X-Rate-Limit-Limit"), std::string()); // headers are missing on 401
    }
}

void tst_DemoJustCall::routesBeforeItAuthorizes()
{
    for (const auto &[method, path] : {std::pair("GET", "/nope"), std::pair("POST", "/calls"), std::pair("GET", "/texts/get/x")}) {
        const auto answer = m_asker.ask(method, m_base + path);
        QCOMPARE(answer.status, 404); // also for a wrong method, never 405
        QCOMPARE(textAt(answer.json(), "message"), std::string("Cannot ") + method + " /v2.1" + path);
    }
}

void tst_DemoJustCall::ignoresInventedParameters()
{
    const auto all = total("/calls");
    QVERIFY(all > 300);
    QCOMPARE(total("/calls?start_date=2026-03-04&end_date=2026-03-04&agent_email=x@y.example&direction=Incoming&limit=1"), all);
    QVERIFY(total("/calls?call_direction=Incoming") < all);
    QVERIFY(total("/calls?from_datetime=2026-03-04") < all);
    const auto texts = total("/texts");
    QCOMPARE(total("/texts?agent_id=417000"), texts); // there is no agent filter
}

void tst_DemoJustCall::forgetsAfterThreeMonths()
{
    DemoOptions options = smallCloud();
    options.days = 120;
    m_cloud = std::make_unique<DemoCloud>(options);
    QVERIFY(m_cloud->start());
    m_base = m_cloud->environment()["JUSTCALL_BASE_URL"];
    for (const char *list : {"/calls", "/texts"}) {
        QVERIFY(total(std::string(list) + "?from_datetime=2025-12-04&to_datetime=2025-12-08") > 0); // 2026-03-04 less 90 days
        QCOMPARE(total(std::string(list) + "?from_datetime=2025-11-01&to_datetime=2025-12-03"), 0);
        QCOMPARE(total(std::string(list) + "?from_datetime=2025-11-01"), total(list));
        QCOMPARE(total(std::string(list) + "?from_datetime=2025-11-01T00:00:00Z"), total(list)); // unfiltered is not unlimited
    }
    QCOMPARE(get("/calls").header("Date"), std::string("Wed, 04 Mar 2026 16:00:00 GMT")); // by the cloud's clock
}

void tst_DemoJustCall::countsPagesFromZero()
{
    std::set<std::int64_t> seen;
    std::int64_t last = INT64_MAX;
    const int count = total("/calls?agent_id=417000");
    for (int page = 0; page * 100 < count + 100; ++page) {
        const Json answer = get("/calls?agent_id=417000&per_page=100&page=" + std::to_string(page)).json();
        QCOMPARE(answer["current_page"].get<int>(), page);
        for (const Json &row : answer["data"]) {
            const std::int64_t id = row["id"];
            QVERIFY(id < last); // newest first
            last = id;
            QVERIFY(seen.insert(id).second);
        }
        QCOMPARE(answer["next_page_link"].is_null(), (page + 1) * 100 >= count);
    }
    QCOMPARE(static_cast<int>(seen.size()), count);
    QCOMPARE(get("/calls?per_page=1000").json()["per_page"].get<int>(), 100);
    QVERIFY(flagAt(set("overMaximum", "refused"), "ok"));
    QCOMPARE(get("/calls?per_page=1000").status, 400);
}

void tst_DemoJustCall::listsThreeMonthsOnly()
{
    const auto calls = total("/calls"), texts = total("/texts");
    const std::string oldest = get("/calls?order=asc&per_page=1").json()["data"][0]["call_sid"];
    m_cloud->control({{"do", "clock.set"}, {"now", "2026-05-30T16:00:00Z"}}); // 87 days later
    const auto fewer = total("/calls");
    QVERIFY2(fewer > 0 && fewer < calls, std::to_string(fewer).c_str());
    QVERIFY(total("/texts") < texts);
    QCOMPARE(total("/calls?from_datetime=2026-01-01"), fewer); // asked for or not
    QCOMPARE(total("/calls?from_datetime=2026-01-01T00:00:00Z"), fewer);
    QCOMPARE(get("/calls/" + oldest).status, 200); // by its name it is still there
    m_cloud->control({{"do", "clock.set"}, {"now", "2026-07-30T16:00:00Z"}});
    QCOMPARE(total("/calls"), 0);
}

void tst_DemoJustCall::readsDatesInTheOwnersZone()
{
    // The day of Denver, of UTC, and of a rep in Los Angeles are three different sets.
    const char *question = "/calls?agent_id=417002&per_page=100&from_datetime=2026-03-03%2000:00:00&to_datetime=2026-03-03%2023:59:59";
    const auto daysOf = [&](const char *zone, const char *field) {
        set("filterZone", zone);
        std::set<std::string> days;
        const Json answer = get(question).json();
        for (const Json &row : answer["data"])
            days.insert(row[field].get<std::string>());
        return days;
    };
    const std::set<std::string> third{"2026-03-03"};
    QCOMPARE(daysOf("agent", "call_user_date"), third);
    QCOMPARE(daysOf("utc", "call_date"), third);
    QVERIFY(daysOf("owner", "call_date").contains("2026-03-04")); // an evening in Denver
    // A wrong form does not fail loudly.
    QCOMPARE(total("/calls?from_datetime=2026-03-03T00:00:00Z"), total("/calls"));
    set("wrongDates", "empty");
    QCOMPARE(total("/calls?from_datetime=2026-03-03T00:00:00Z"), 0);
}

void tst_DemoJustCall::tellsUtcAndUserTimes()
{
    m_cloud->control({{"do", "clock.set"}, {"now", "2026-03-05T02:05:09Z"}});
    m_cloud->control({{"do", "call.start"}, {"customer", "customer-1"}});
    m_cloud->control({{"do", "call.miss"}});
    const Json row = get("/calls?per_page=1").json()["data"][0];
    QCOMPARE(row["call_date"].get<std::string>(), std::string("2026-03-05"));
    QCOMPARE(row["call_time"].get<std::string>(), std::string("02:05:09"));
    QCOMPARE(row["call_user_date"].get<std::string>(), std::string("2026-03-04"));
    QCOMPARE(row["call_user_time"].get<std::string>(), std::string("19:05:09"));
    QCOMPARE(row["call_info"]["type"].get<std::string>(), std::string("Missed"));
    QCOMPARE(row["contact_number"].get<std::string>(), std::string("13035550187"));
}

void tst_DemoJustCall::namesTotalsDifferently()
{
    QVERIFY(get("/calls").json().contains("total_count"));
    const Json texts = get("/texts").json();
    QVERIFY(texts.contains("total_texts") && texts.contains("status_code") && !texts.contains("total_count"));
    const Json contacts = get("/contacts").json();
    QVERIFY(contacts.contains("data") && !contacts.contains("total_count"));
}

void tst_DemoJustCall::listsALiveCallAsInProgress()
{
    const Json call = m_cloud->control({{"do", "call.start"}, {"customer", "customer-1"}})["call"];
    const auto newest = [&] { return get("/calls?per_page=1").json()["data"][0]; };
    QVERIFY(newest()["id"] == call["id"]);
    QCOMPARE(newest()["call_info"]["type"].get<std::string>(), std::string("In Progress"));
    set("inProgressRows", "answered");
    QVERIFY(newest()["id"] != call["id"]);
    m_cloud->control({{"do", "clock.advance"}, {"seconds", 7}});
    m_cloud->control({{"do", "call.answer"}});
    QVERIFY(newest()["id"] == call["id"]);
    QCOMPARE(get("/users?email=DANA.whitfield@northgate-supply.example").json()["data"][0]["on_call"].get<std::string>(),
             std::string("Yes"));
    m_cloud->control({{"do", "clock.advance"}, {"seconds", 60}});
    m_cloud->control({{"do", "call.hold"}});
    m_cloud->control({{"do", "clock.advance"}, {"seconds", 25}});
    m_cloud->control({{"do", "call.end"}});
    const Json durations = get("/calls/" + call["callSid"].get<std::string>()).json()["data"]["call_duration"];
    QCOMPARE(durations["ring_time"].get<int>(), 7);
    QCOMPARE(durations["conversation_time"].get<int>(), 60);
    QCOMPARE(durations["hold_time"].get<int>(), 25);
    QCOMPARE(durations["total_duration"].get<int>(), 85);
    QCOMPARE(durations["friendly_duration"].get<std::string>(), std::string("00:01:25"));
}

void tst_DemoJustCall::countsTheBudget()
{
    m_cloud->control({{"service", "justcall"}, {"do", "limits"}, {"hourly", 100}, {"burst", 2}});
    QCOMPARE(get("/users").header("X-Rate-Limit-Burst-Remaining"), std::string("1"));
    QCOMPARE(get("/users").status, 200);
    const auto refused = get("/users");
    QCOMPARE(refused.status, 429);
    QCOMPARE(refused.header("X-Rate-Limit-Burst-Remaining"), std::string("0"));
    QCOMPARE(refused.header("X-Rate-Limit-Burst-Reset"), std::string("1772640060")); // an absolute second
    QCOMPARE(refused.header("Retry-After"), std::string());
    QCOMPARE(penalised(), 0); // the first could not know
    QCOMPARE(get("/users").status, 429);
    QCOMPARE(penalised(), 1);
    m_cloud->control({{"do", "clock.advance"}, {"seconds", 61}});
    QCOMPARE(get("/users").status, 200);
    QCOMPARE(get("/users").status, 200);
    QCOMPARE(get("/users").status, 429); // a new minute, a new first
    QCOMPARE(penalised(), 1);
}

void tst_DemoJustCall::answersWhatIsAsked_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("pointer"); // into the answer
    QTest::addColumn<QByteArray>("value");
    const auto row = [](const char *name, const char *method, const char *path, const char *body, int status,
                        const char *pointer = "/status", const char *value = "\"failed\"") {
        QTest::newRow(name) << QByteArray(method) << QByteArray(path) << QByteArray(body) << status << QByteArray(pointer)
                            << QByteArray(value);
    };
    row("a user", "GET", "/users/417000", "", 200, "/data/name", R"("Dana Whitfield")");
    row("nobody", "GET", "/users/1", "", 404);
    row("the groups", "GET", "/user_groups", "", 200, "/data/0/name", R"("Inside sales")");
    row("a group", "GET", "/user_groups/3", "", 200, "/data/extension", "200");
    row("no group", "GET", "/user_groups/4", "", 404);
    row("the lines", "GET", "/phone-numbers", "", 200, "/data/0/justcall_number", R"("12065550142")");
    row("a line", "GET", "/phone-numbers/61", "", 200, "/data/justcall_line_name", R"("Main number")");
    row("no line", "GET", "/phone-numbers/1", "", 404);
    row("an unknown contact", "GET", "/contacts/1", "", 404);
    row("a status added", "PUT", "/contacts/status", R"({"contact_number":"13035550187","add_to":["dnd"]})", 200, "/data/status/dnd",
        "true");
    row("a status taken away", "PUT", "/contacts/status", R"({"contact_number":"13035550187","remove_from":["dnd"]})", 200,
        "/data/status/dnd", "false");
    row("no such status", "PUT", "/contacts/status", R"({"contact_number":"13035550187","add_to":["loud"]})", 400);
    row("nobody's status", "PUT", "/contacts/status", R"({"contact_number":"13035550100","add_to":["dnd"]})", 404);
    row("half a contact", "POST", "/contacts", R"({"first_name":"Casey"})", 400);
    row("an unknown contact edited", "PUT", "/contacts", R"({"id":1,"email":"a@b.example"})", 404);
    row("an unknown contact removed", "DELETE", "/contacts", R"({"id":1})", 404);
    row("a reply of nobody", "POST", "/texts/checkreply", "{}", 400);
    row("no range", "GET", "/calls/analytics/agent", "", 400);
    row("more than a month", "GET", "/calls/analytics/agent?from_date=2026-01-01&to_date=2026-03-01", "", 400);
    row("a webhook without a type", "POST", "/webhooks", R"({"webhook_url":"http://127.0.0.1:9/hook"})", 400);
    row("a webhook far away", "POST", "/webhooks", R"({"webhook_url":"http://demo.example/x","type":"call.incoming"})", 400);
    row("an unknown webhook", "DELETE", "/webhooks/url/hook99", "", 404);
    row("an unknown order", "GET", "/texts?order=up", "", 400);
    row("an unknown sort", "GET", "/texts?sort=call_date", "", 400);
    row("capitals are for lines alone", "GET", "/calls?order=ASC", "", 400);
    row("and small letters are not", "GET", "/phone-numbers?order=asc", "", 400);
}

void tst_DemoJustCall::answersWhatIsAsked()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, pointer);
    const auto answer = m_asker.ask(method.toStdString(), m_base + path.toStdString(), kKey, body.toStdString());
    QTEST(answer.status, "status");
    const Json json = answer.json();
    const nlohmann::json::json_pointer where(pointer.toStdString());
    QVERIFY2(json.contains(where), answer.body.c_str());
    QTEST(QByteArray::fromStdString(json.at(where).dump()), "value");
}

void tst_DemoJustCall::keepsContacts()
{
    const auto write = [&](const char *method, const std::string &body) { return m_asker.ask(method, m_base + "/contacts", kKey, body); };
    const Json made =
        write("POST", R"({"first_name":"Casey","last_name":"Buyer","contact_number":"13035550123","notes":"Mornings"})").json();
    QVERIFY(made["data"].is_array()); // of one element, as documented
    const Json contact = made["data"][0];
    QCOMPARE(textAt(contact, "name"), std::string("Casey Buyer"));
    QCOMPARE(textAt(contact["notes"][0], "description"), std::string("Mornings"));
    const std::string id = textAt(contact, "id"), path = "/contacts/" + id;
    QCOMPARE(get("/contacts?contact_number=13035550123").json()["data"].size(), std::size_t(1));
    const Json edited =
        write("PUT", R"({"id":)" + id + R"(,"email":"casey@riverside.example","notes":[{"note":"Afternoons"}]})").json()["data"][0];
    QCOMPARE(textAt(edited, "email"), std::string("casey@riverside.example"));
    QCOMPARE(textAt(edited, "first_name"), std::string("Casey"));
    QCOMPARE(textAt(get(path).json()["data"]["notes"][0], "description"), std::string("Afternoons"));
    QCOMPARE(m_asker.ask("PUT", m_base + "/contacts/status", kKey, R"({"id":)" + id + R"(,"add_to":["dnm","blacklist"]})").status, 200);
    QCOMPARE(get("/contacts?status=dnm").json()["data"][0]["id"].dump(), id);
    QCOMPARE(get("/contacts?status=dnd").json()["data"].size(), std::size_t(0));
    QVERIFY(flagAt(get(path).json()["data"]["status"], "blacklist"));
    QCOMPARE(write("DELETE", R"({"id":)" + id + "}").status, 200);
    QCOMPARE(get(path).status, 404);
    QCOMPARE(get("/contacts?contact_number=13035550123").json()["data"].size(), std::size_t(0));
}

void tst_DemoJustCall::keepsWebhooks()
{
    const auto add = [&](const char *type) {
        return m_asker.ask("POST", m_base + "/webhooks", kKey, dumped({{"webhook_url", "http://127.0.0.1:9/hook"}, {"type", type}}))
            .json()["data"];
    };
    const std::string first = textAt(add("call.incoming"), "url_id");
    QVERIFY(textAt(add("call.incoming"), "url_id") != first); // posting twice registers twice
    QVERIFY(!textAt(add("sms.received"), "url_id").empty());
    QCOMPARE(get("/webhooks").json()["data"].size(), std::size_t(2));
    const auto calls = [&] { return get("/webhooks?type=call.incoming").json()["data"][0]; };
    QCOMPARE(integerAt(calls(), "url_count"), 2);
    QCOMPARE(textAt(calls()["webhook_urls"][0], "webhook_url"), std::string("http://127.0.0.1:9/hook"));
    QCOMPARE(textAt(calls()["webhook_urls"][0], "url_id"), first);
    QCOMPARE(m_asker.ask("DELETE", m_base + "/webhooks/url/" + first, kKey).status, 200);
    QCOMPARE(integerAt(calls(), "url_count"), 1);
    QCOMPARE(m_asker.ask("DELETE", m_base + "/webhooks/url/" + first, kKey).status, 404);
}

void tst_DemoJustCall::refusesInventedEvents_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::newRow("an underscore") << QByteArray("call_incoming");
    QTest::newRow("another's prefix") << QByteArray("jc.call_completed");
    QTest::newRow("voicemail") << QByteArray("voicemail.received");
    QTest::newRow("everything") << QByteArray("*");
}

void tst_DemoJustCall::refusesInventedEvents()
{
    QFETCH(QByteArray, type);
    const std::string body = dumped({{"webhook_url", "http://127.0.0.1:9/hook"}, {"type", type.toStdString()}});
    QCOMPARE(m_asker.ask("POST", m_base + "/webhooks", kKey, body).status, 400);
    set("invalid", "422");
    QCOMPARE(m_asker.ask("POST", m_base + "/webhooks", kKey, body).status, 422);
    QCOMPARE(get("/webhooks").json()["data"].size(), std::size_t(0));
}

void tst_DemoJustCall::handsOutRecordings()
{
    m_cloud->control({{"do", "call.start"}, {"customer", "customer-1"}});
    const Json call = m_cloud->control({{"do", "call.answer"}})["call"];
    const std::string path = "/calls/" + textAt(call, "id") + "/recording/download";
    QCOMPARE(get(path).status, 404); // still talking
    m_cloud->control({{"do", "call.end"}});
    m_cloud->control({{"do", "call.edit"}, {"call", call["id"]}, {"recorded", false}});
    QCOMPARE(get(path).status, 404);
    m_cloud->control({{"do", "call.edit"}, {"call", call["id"]}, {"recorded", true}});
    const auto sound = get(path);
    QCOMPARE(sound.status, 200);
    QCOMPARE(sound.header("Content-Type"), std::string("audio/mpeg"));
    QVERIFY(sound.body.starts_with("\xFF\xFB"));
    QCOMPARE(m_asker.get(m_base + path).status, 401);
}

void tst_DemoJustCall::tellsTheJourney()
{
    const Json call = m_cloud->control({{"do", "call.start"}, {"customer", "customer-1"}, {"line", "line-main"}})["call"];
    m_cloud->control({{"do", "clock.advance"}, {"seconds", 5}});
    m_cloud->control({{"do", "call.answer"}});
    m_cloud->control({{"do", "call.transfer"}, {"to", "rep-2"}});
    m_cloud->control({{"do", "call.answer"}, {"rep", "rep-2"}});
    m_cloud->control({{"do", "call.end"}});
    const Json told = get("/calls/" + textAt(call, "callSid") + "/journey").json()["data"];
    QStringList stages;
    for (const Json &one : told["journeys"])
        stages.append(QString::fromStdString(textAt(one, "stage")));
    QCOMPARE(stages.join(QLatin1Char(',')), QStringLiteral("Call started,Queue,Answered,Transfer,Call ended"));
    QCOMPARE(integerAt(told["journeys"][4], "sequence"), 5);
    QCOMPARE(textAt(told, "call_sid"), textAt(call, "callSid"));
    QCOMPARE(get("/calls/CA00/journey").status, 404);
}

void tst_DemoJustCall::sumsUpAnAgentsDay()
{
    set("filterZone", "agent");
    const auto count = [&](const char *type) {
        return total(std::string("/calls?agent_id=417001&from_datetime=2026-03-03&to_datetime=2026-03-03") + type);
    };
    const Json answer = get("/calls/analytics/agent?from_date=2026-03-03&to_date=2026-03-03&agent_id=417001").json();
    QCOMPARE(answer["records"].size(), std::size_t(1));
    QCOMPARE(integerAt(answer["records"][0], "agent_id"), 417001);
    const Json summary = answer["records"][0]["summary"];
    QVERIFY(count("") > 10);
    QCOMPARE(integerAt(summary, "total_calls"), count(""));
    QCOMPARE(integerAt(summary, "outgoing_calls"), count("&call_direction=Outgoing"));
    QCOMPARE(integerAt(summary, "outgoing_connected_calls"), count("&call_type=OUTGOING_ANSWERED"));
    QCOMPARE(integerAt(summary, "incoming_answered_calls"), count("&call_type=INCOMING_ANSWERED"));
    QCOMPARE(integerAt(summary, "outgoing_not_connected_calls"), count("&call_direction=Outgoing") - count("&call_type=OUTGOING_ANSWERED"));
    QVERIFY(get("/calls/analytics/agent?from_date=2026-03-03&to_date=2026-03-03").json()["records"].size() > 1);
}

void tst_DemoJustCall::knowsWhoReplied()
{
    const auto replied = [&](const char *number) {
        return m_asker.ask("POST", m_base + "/texts/checkreply", kKey, dumped({{"contact_number", number}}))
            .json()
            .value("replied", Json());
    };
    QVERIFY(replied("+13035550178") == false);
    m_cloud->control({{"do", "text.add"}, {"number", "+13035550178"}, {"direction", "outbound"}});
    QVERIFY(replied("+13035550178") == false);
    m_cloud->control({{"do", "text.add"}, {"number", "+13035550178"}});
    QVERIFY(replied("+13035550178") == true);
}

void tst_DemoJustCall::listsWhatWasListenedTo()
{
    QCOMPARE(get("/calls_ai").status, 403);
    set("aiAddOn", "empty");
    QCOMPARE(total("/calls_ai"), 0);
    set("aiAddOn", "present");
    const int all = total("/calls_ai");
    QVERIFY(all > 20);
    QCOMPARE(total("/calls_ai?platform=sales_dialer"), 0);
    const Json newest = get("/calls_ai").json()["data"], oldest = get("/calls_ai?order=asc").json()["data"];
    QVERIFY(newest[0]["id"].get<int>() > newest[1]["id"].get<int>());
    QVERIFY(oldest[0]["id"].get<int>() < oldest[1]["id"].get<int>());
    QCOMPARE(get("/calls_ai?order=ASC").status, 400);
    const Json one = newest[0];
    const int ofAgent = total("/calls_ai?agent_id=" + textAt(one, "agent_id")),
              ofNumber = total("/calls_ai?phone_number=" + textAt(one, "contact_number"));
    QVERIFY(ofAgent > 0 && ofAgent < all);
    QVERIFY(ofNumber > 0 && ofNumber < all);
    QCOMPARE(total("/calls_ai?agent_id=1"), 0);
    QCOMPARE(total("/calls_ai?phone_number=" + textAt(one, "justcall_number")),
             total("/calls_ai?phone_number=%2B" + textAt(one, "justcall_number")));
    QVERIFY(total("/calls_ai?phone_number=" + textAt(one, "justcall_number")) > 0);
    const Json read = get("/calls_ai/" + textAt(one, "id") + "?fetch_transcription=true").json()["data"];
    QVERIFY(read.contains("call_transcription") && read["justcall_ai"].contains("call_summary"));
}

void tst_DemoJustCall::filtersLists_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("member"); // of the rows
    QTest::addColumn<QByteArray>("values"); // all of them, each once, sorted
    const auto row = [](const char *name, const char *path, const char *member, const char *values) {
        QTest::newRow(name) << QByteArray(path) << QByteArray(member) << QByteArray(values);
    };
    row("a line by name", "/phone-numbers?justcall_line_name=Support", "/id", "[62]");
    row("lines of one owner", "/phone-numbers?number_owner_id=417000", "/id", "[31]");
    row("lines shared with somebody", "/phone-numbers?shared_agent_id=417001", "/id", "[61]");
    row("lines shared with a group", "/phone-numbers?shared_group_id=3", "/id", "[]");
    row("lines for texts", "/phone-numbers?capabilities[]=sms&shared_agent_id=417001", "/id", "[61]");
    row("lines for pictures", "/phone-numbers?capabilities=sms,mms", "/id", "[]");
    row("lines never closed", "/phone-numbers?availability_setting=Always%20Open", "/id", "[]");
    row("lines with hours", "/phone-numbers?availability_setting=Custom%20Hours&justcall_line_name=Support", "/id", "[62]");
    row("mobile lines", "/phone-numbers?number_type=mobile", "/id", "[]");
    row("one's own contacts", "/contacts?per_page=500", "/agent_id", "[417000]");
    row("a colleague's contacts", "/contacts?per_page=500&agent_ids=417001", "/agent_id", "[417001]");
    row("those of two", "/contacts?per_page=500&agent_ids[]=417001&agent_ids[]=417000", "/agent_id", "[417000,417001]");
    row("those of nobody", "/contacts?agent_ids=1", "/agent_id", "[]");
}

void tst_DemoJustCall::filtersLists()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, member);
    std::set<Json> values;
    const Json answer = get(path.toStdString()).json();
    QVERIFY2(answer.contains("data"), answer.dump().c_str());
    for (const Json &row : answer["data"])
        values.insert(row.at(nlohmann::json::json_pointer(member.toStdString())));
    QTEST(QByteArray::fromStdString(Json(values).dump()), "values");
}

void tst_DemoJustCall::repeatsNothingWhilePaging_data()
{
    QTest::addColumn<QByteArray>("list");
    QTest::addColumn<QByteArray>("parameter");
    QTest::addColumn<QByteArray>("more"); // what makes a new first row
    const QByteArray call(R"({"do":"call.start","customer":"customer-1"})"), text(R"({"do":"text.add","customer":"customer-1"})"),
        contact(R"({"do":"customer.add","firstName":"Casey","lastName":"Buyer","owner":"rep-1","numbers":["+13035550123"]})");
    QTest::newRow("calls") << QByteArray("/calls") << QByteArray("last_call_id_fetched") << call;
    QTest::newRow("texts") << QByteArray("/texts") << QByteArray("last_sms_id_fetched") << text;
    QTest::newRow("contacts") << QByteArray("/contacts") << QByteArray("last_contact_id_fetched") << contact;
}

void tst_DemoJustCall::repeatsNothingWhilePaging()
{
    QFETCH(QByteArray, list);
    QFETCH(QByteArray, parameter);
    QFETCH(QByteArray, more);
    const auto ids = [&](const std::string &query) {
        std::vector<std::int64_t> all;
        const Json answer = get(list.toStdString() + "?per_page=10&" + query).json();
        for (const Json &row : answer["data"])
            all.push_back(row["id"].get<std::int64_t>());
        return all;
    };
    const auto first = ids("page=0"), second = ids("page=1");
    QCOMPARE(first.size(), std::size_t(10));
    QVERIFY(flagAt(m_cloud->control(parseJson(more.toStdString()).value_or(Json())), "ok")); // everything moves down by one
    QCOMPARE(ids("page=1").front(), first.back());
    const std::string last = "&" + parameter.toStdString() + "=" + std::to_string(first.back());
    QCOMPARE(ids("page=1" + last), std::vector<std::int64_t>(second.begin(), second.end() - 1));
    set("lastFetched", "list"); // a list that begins behind it
    QCOMPARE(ids("page=0" + last), second);
    const auto ascending = ids("order=asc&page=0");
    QCOMPARE(ids("order=asc&page=0&" + parameter.toStdString() + "=" + std::to_string(ascending.back())), ids("order=asc&page=1"));
    QCOMPARE(ids("page=1&" + parameter.toStdString() + "=nonsense"), ids("page=1"));
}

void tst_DemoJustCall::sortsTexts()
{
    const auto times = [&](const char *query) {
        std::vector<std::string> all;
        const Json answer = get(std::string("/texts?per_page=100&") + query).json();
        for (const Json &row : answer["data"])
            all.push_back(textAt(row, "sms_date") + " " + textAt(row, "sms_time"));
        return all;
    };
    auto ascending = times("sort=datetime&order=asc"), descending = times("sort=datetime&order=desc");
    QVERIFY(ascending.size() > 10 && std::is_sorted(ascending.begin(), ascending.end()));
    QVERIFY(std::is_sorted(descending.rbegin(), descending.rend()) && ascending.front() < descending.front());
    const Json newest = get("/texts?per_page=1").json()["data"][0];
    QVERIFY(get("/texts/" + textAt(newest, "id")).json()["data"] == newest);
    QCOMPARE(get("/texts/1").status, 404);
}

void tst_DemoJustCall::takesNotesOnlyAfterTheEnd()
{
    const Json call = m_cloud->control({{"do", "call.start"}, {"customer", "customer-1"}})["call"];
    const std::string url = m_base + "/calls/" + std::to_string(call["id"].get<std::int64_t>());
    QCOMPARE(m_asker.ask("PUT", url, kKey, R"({"notes":"a"})").status, 403);
    m_cloud->control({{"do", "call.answer"}});
    m_cloud->control({{"do", "call.end"}});
    QCOMPARE(m_asker.ask("PUT", url, kKey, R"({"notes":"a","rating":4.5})").status, 200);
    QCOMPARE(m_asker.ask("PUT", url, kKey, R"({"notes":"b"})").json()["data"]["call_info"]["notes"].get<std::string>(),
             std::string("b")); // replaces
    QCOMPARE(get("/calls/" + call["callSid"].get<std::string>()).json()["data"]["call_info"]["rating"].get<std::string>(),
             std::string("4.5"));
    QCOMPARE(m_asker.ask("PUT", url, kKey, R"({"disposition_code":"Invented: One"})").status, 400);
    QCOMPARE(m_asker.ask("PUT", url, kKey, R"({"rating":4.4})").status, 400);
    QCOMPARE(m_asker.ask("PUT", url, kKey, R"([1])").status, 400);
    QCOMPARE(m_asker.ask("PUT", url, kKey, "{").status, 400);
}

void tst_DemoJustCall::findsUsersByEmailWithoutCase()
{
    const Json found = get("/users?email=dana.WHITFIELD@northgate-supply.example").json();
    QCOMPARE(found["data"].size(), std::size_t(1));
    QCOMPARE(found["data"][0]["id"].get<int>(), 417000);
    QCOMPARE(found["data"][0]["available"].get<std::string>(), std::string("Yes"));
    QCOMPARE(get("/users?email=nobody@northgate-supply.example").json()["data"].size(), std::size_t(0));
    QCOMPARE(
        m_asker
            .ask("PUT", m_base + "/users/availability", kKey, R"({"agent_id":417000,"is_available":false,"unavailability_reason":"Lunch"})")
            .status,
        200);
    QCOMPARE(total("/users?available=true"), 4);
}

QTEST_GUILESS_MAIN(tst_DemoJustCall)
#include "tst_demojustcall.moc"

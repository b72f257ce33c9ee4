#include "asking.h"

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
    void takesNotesOnlyAfterTheEnd();
    void findsUsersByEmailWithoutCase();

private:
    Asker::Answer get(const std::string &path) { return m_asker.get(m_base + path, kKey); }
    int total(const std::string &path)
    {
        const Json answer = get(path).json();
        return static_cast<int>(integerAt(answer, "total_count", integerAt(answer, "total_texts", -1)));
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
    QCOMPARE(m_cloud->control({{"do", "counters"}})["counters"]["justcall"]["requestsDuringPenalty"].get<int>(), 1);
    m_cloud->control({{"do", "clock.advance"}, {"seconds", 61}});
    QCOMPARE(get("/users").status, 200);
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

#include "asking.h"

#include <QElapsedTimer>
#include <QRegularExpression>

using namespace callcard;
using namespace callcard::demo;

namespace {

const serving::Headers kKey{{"Authorization", "demo-justcall-key:demo-justcall-secret"}};

} // namespace

class tst_DemoFaults : public QObject
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

    void spoilsTheAnswer_data();
    void spoilsTheAnswer();
    void hitsOnlyWhatFits();
    void doesTheWorkAndLosesTheAnswer();
    void doublesARequest();
    void writesTheJournal();
    void refusesWhatTheStoryDoesNotKnow();
    void isSteeredByNoWebPage();
    void datesRefusalsByTheCloudsClock_data();
    void datesRefusalsByTheCloudsClock();
    void playsAScript();
    void playsOnAfterAFailedStep();
    void survivesNonsense_data();
    void survivesNonsense();

private:
    Asker m_asker;
    std::unique_ptr<DemoCloud> m_cloud;
    std::string m_base;
};

void tst_DemoFaults::refusesWhatTheStoryDoesNotKnow()
{
    QVERIFY(!m_cloud->control({{"do", "text.add"}, {"line", "nope"}}).value("ok", true));
    QVERIFY(!m_cloud->control({{"do", "text.add"}, {"rep", "nope"}}).value("ok", true));
    QVERIFY(!m_cloud->control({{"do", "text.add"}, {"customer", "nope"}}).value("ok", true));
    // A queue's line is called, it does not call: the demo's rep does.
    const Json call = m_cloud->control({{"do", "call.start"}, {"line", "line-main"}, {"direction", "outbound"}});
    QVERIFY2(call.value("ok", false), call.dump().c_str());
    QVERIFY(m_cloud->control({{"do", "calls"}}).value("ok", false));
}

void tst_DemoFaults::isSteeredByNoWebPage()
{
    const auto steered = [&](serving::Headers headers) {
        return m_asker.ask("POST", m_cloud->controlAddress(), std::move(headers), R"({"do":"company"})").status;
    };
    QCOMPARE(steered({}), 200);
    QCOMPARE(steered({{"Origin", "https://elsewhere.example"}}), 403);
    QCOMPARE(steered({{"Sec-Fetch-Site", "cross-site"}}), 403);
}

void tst_DemoFaults::spoilsTheAnswer_data()
{
    QTest::addColumn<QByteArray>("kind");
    QTest::addColumn<int>("status"); // 0: no answer
    QTest::addColumn<bool>("isJson");
    QTest::newRow("drop") << QByteArray("drop") << 0 << false;
    QTest::newRow("garbage") << QByteArray("garbage") << 0 << false;
    QTest::newRow("half") << QByteArray("half") << 0 << false;
    QTest::newRow("lost") << QByteArray("lost") << 0 << false;
    QTest::newRow("cut") << QByteArray("cut") << 200 << false;
    QTest::newRow("html") << QByteArray("html") << 502 << false;
    QTest::newRow("401") << QByteArray("401") << 401 << true;
    QTest::newRow("403") << QByteArray("403") << 403 << true;
    QTest::newRow("429") << QByteArray("429") << 429 << true;
    QTest::newRow("503") << QByteArray("503") << 503 << true;
    QTest::newRow("late") << QByteArray("late") << 200 << true;
    QTest::newRow("delay") << QByteArray("delay") << 200 << true;
    QTest::newRow("reorder, alone") << QByteArray("reorder") << 200 << true;
}

void tst_DemoFaults::spoilsTheAnswer()
{
    QFETCH(QByteArray, kind);
    QFETCH(bool, isJson);
    QVERIFY(m_cloud->control(
        {{"do", "fault.add"}, {"kind", kind.toStdString()}, {"service", "justcall"}, {"times", 1}, {"delayMs", 150}})["ok"]);
    QElapsedTimer timer;
    timer.start();
    const auto answer = m_asker.get(m_base + "/users", kKey);
    QTEST(answer.status, "status");
    if (answer.status != 0)
        QCOMPARE(parseJson(answer.body).has_value(), isJson);
    if (kind == "late" || kind == "delay" || kind == "reorder")
        QVERIFY(timer.elapsed() >= 140);
    QCOMPARE(m_cloud->control({{"do", "fault.list"}})["faults"].size(), std::size_t(0)); // once
    if (kind != "429")                                                                   // which leaves a spent minute behind
        QCOMPARE(m_asker.get(m_base + "/users", kKey).status, 200);
}

void tst_DemoFaults::hitsOnlyWhatFits()
{
    m_cloud->control(
        {{"do", "fault.add"}, {"kind", 500}, {"service", "justcall"}, {"path", "/v2.1/calls/*/journey"}, {"skip", 1}, {"method", "GET"}});
    const Json call = m_cloud->control({{"do", "call.start"}})["call"];
    const std::string journey = m_base + "/calls/" + call["callSid"].get<std::string>() + "/journey";
    QCOMPARE(m_asker.get(journey, kKey).status, 200); // the first passes
    QCOMPARE(m_asker.get(journey, kKey).status, 500);
    QCOMPARE(m_asker.get(m_base + "/calls", kKey).status, 200);
    m_cloud->control({{"do", "fault.clear"}, {"service", "justcall"}});
    QCOMPARE(m_asker.get(journey, kKey).status, 200);
}

void tst_DemoFaults::doesTheWorkAndLosesTheAnswer()
{
    const auto before = m_cloud->control({{"do", "texts"}})["total"].get<int>();
    m_cloud->control({{"do", "fault.add"}, {"kind", "lost"}, {"path", "/v2.1/texts/new"}, {"times", 1}});
    const auto answer = m_asker.ask("POST", m_base + "/texts/new", kKey,
                                    R"({"justcall_number":"+12065550142","contact_number":"+13035550187","body":"Hello"})");
    QCOMPARE(answer.status, 0);
    QCOMPARE(m_cloud->control({{"do", "texts"}})["total"].get<int>(), before + 1);
}

void tst_DemoFaults::doublesARequest()
{
    const auto before = m_cloud->control({{"do", "texts"}})["total"].get<int>();
    m_cloud->control({{"do", "fault.add"}, {"kind", "double"}, {"times", 1}});
    QCOMPARE(
        m_asker
            .ask("POST", m_base + "/texts/new", kKey, R"({"justcall_number":"+12065550142","contact_number":"+13035550187","body":"Hi"})")
            .status,
        200);
    QCOMPARE(m_cloud->control({{"do", "texts"}})["total"].get<int>(), before + 2);
}

void tst_DemoFaults::writesTheJournal()
{
    (void)m_asker.get(m_base + "/users?per_page=1", kKey);
    m_cloud->control({{"do", "fault.add"}, {"kind", "drop"}, {"times", 1}});
    (void)m_asker.get(m_base + "/calls", kKey);
    const Json rows = m_cloud->control({{"do", "journal"}, {"service", "justcall"}})["requests"];
    QCOMPARE(rows.size(), std::size_t(2));
    QCOMPARE(rows[0]["target"].get<std::string>(), std::string("/v2.1/users?per_page=1"));
    QCOMPARE(rows[0]["status"].get<int>(), 200);
    QCOMPARE(rows[1]["status"].get<int>(), 0);
    QCOMPARE(rows[1]["fault"].get<std::string>(), std::string("drop"));
}

void tst_DemoFaults::datesRefusalsByTheCloudsClock_data()
{
    QTest::addColumn<QByteArray>("service");
    QTest::addColumn<QByteArray>("kind");
    QTest::addColumn<QByteArray>("header"); // that it sends with its own refusals, too; empty: none
    QTest::newRow("JustCall, too many") << QByteArray("justcall") << QByteArray("429") << QByteArray("X-Rate-Limit-Burst-Reset");
    QTest::newRow("JustCall, broken") << QByteArray("justcall") << QByteArray("503") << QByteArray();
    QTest::newRow("RingCentral, too many") << QByteArray("ringcentral") << QByteArray("429") << QByteArray("Retry-After");
    QTest::newRow("RingCentral, no token") << QByteArray("ringcentral") << QByteArray("401") << QByteArray("RCRequestId");
    QTest::newRow("Copper, too many") << QByteArray("copper") << QByteArray("429") << QByteArray();
    QTest::newRow("a gateway's page") << QByteArray("justcall") << QByteArray("html") << QByteArray();
}

void tst_DemoFaults::datesRefusalsByTheCloudsClock()
{
    QFETCH(QByteArray, service);
    QFETCH(QByteArray, kind);
    QFETCH(QByteArray, header);
    QVERIFY(flagAt(m_cloud->control({{"do", "fault.add"}, {"kind", kind.toStdString()}, {"service", service.toStdString()}}), "ok"));
    const auto answer = m_asker.get(m_cloud->address(service.toStdString()) + "/v2.1/users", kKey);
    QCOMPARE(answer.header("Date"), std::string("Wed, 04 Mar 2026 16:00:00 GMT"));
    if (!header.isEmpty())
        QVERIFY(!answer.header(header.toStdString()).empty());
    if (service == "ringcentral") // in its own words
        QVERIFY2(answer.json().contains("errors"), answer.body.c_str());
}

/// Relative and absolute times, and names for what earlier steps made.
void tst_DemoFaults::playsAScript()
{
    const Json script = parseJson(R"({"do":"script","steps":[
        {"after":1,"as":"one","do":"call.start","customer":"customer-1"},
        {"after":2,"as":"two","do":"call.start","customer":"customer-2","rep":"rep-2"},
        {"at":5,"do":"call.answer","call":"$one"},
        {"do":"switch","service":"justcall","name":"metadata","position":"data"},
        {"after":4,"do":"call.hold","call":"$one"},
        {"at":9,"as":"hook","do":"webhook.add","provider":"twilio","url":"http://127.0.0.1:9/hook"},
        {"at":10,"do":"webhook.remove","webhook":"$hook"},
        {"at":12,"do":"call.miss","call":"$two"},
        {"after":3,"do":"call.end","call":"$one"}]})")
                            .value_or(Json());
    Json checked = script;
    checked["check"] = true;
    QCOMPARE(m_cloud->control(checked)["waiting"].get<int>(), 0); // only judged
    const Json played = m_cloud->control(script);
    QVERIFY2(flagAt(played, "ok"), played.dump().c_str());
    QCOMPARE(played["seconds"].get<double>(), 15.0);
    QCOMPARE(played["waiting"].get<int>(), 9);
    const auto stateOf = [&](std::size_t index) -> std::string {
        const Json calls = m_cloud->control({{"do", "calls"}, {"limit", 2}})["calls"]; // newest last
        return textAt(calls[index], "state");
    };
    const auto until = [&](int second) {
        const auto elapsed = static_cast<int>(integerAt(m_cloud->control({{"do", "clock"}}), "elapsedMs"));
        m_cloud->control({{"do", "clock.advance"}, {"seconds", second - elapsed / 1000}});
    };
    const std::size_t before = m_cloud->control({{"do", "calls"}})["total"].get<std::size_t>();
    until(2);
    QCOMPARE(m_cloud->control({{"do", "calls"}})["total"].get<std::size_t>(), before + 1);
    until(4);
    QCOMPARE(stateOf(0), std::string("ringing"));
    QCOMPARE(stateOf(1), std::string("ringing"));
    until(6);
    QCOMPARE(stateOf(0), std::string("active"));
    until(9);
    QCOMPARE(stateOf(0), std::string("held"));
    QCOMPARE(m_cloud->control({{"do", "webhook.list"}})["webhooks"].size(), std::size_t(1));
    until(11);
    QCOMPARE(m_cloud->control({{"do", "webhook.list"}})["webhooks"].size(), std::size_t(0));
    until(14);
    QCOMPARE(stateOf(1), std::string("ended"));
    QCOMPARE(stateOf(0), std::string("held"));
    until(15);
    QCOMPARE(stateOf(0), std::string("ended"));
    checked["steps"] = Json::array();
    QCOMPARE(m_cloud->control(checked)["waiting"].get<int>(), 0); // nothing is kept of what was played
}

void tst_DemoFaults::playsOnAfterAFailedStep()
{
    m_cloud->control(
        {{"do", "script"}, {"steps", {{{"after", 1}, {"do", "call.answer"}, {"call", "CA00"}}, {{"after", 1}, {"do", "call.start"}}}}});
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("a step failed")));
    m_cloud->control({{"do", "clock.advance"}, {"seconds", 5}});
    QCOMPARE(m_cloud->control({{"do", "calls"}, {"live", true}})["calls"].size(), std::size_t(1));
}

void tst_DemoFaults::survivesNonsense_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("not JSON") << QByteArray("{");
    QTest::newRow("a list") << QByteArray("[]");
    QTest::newRow("no verb") << QByteArray("{}");
    QTest::newRow("unknown verb") << QByteArray(R"({"do":"dance"})");
    QTest::newRow("unknown service") << QByteArray(R"({"do":"dance","service":"x"})");
    QTest::newRow("wrong kinds") << QByteArray(R"({"do":"call.answer","call":{"a":[1]},"rep":7})");
    QTest::newRow("no such call") << QByteArray(R"({"do":"call.answer","call":99999999999999})");
    QTest::newRow("unknown fault") << QByteArray(R"({"do":"fault.add","kind":"earthquake"})");
    QTest::newRow("wrong clock") << QByteArray(R"({"do":"clock.set","now":"yesterday"})");
    QTest::newRow("steps") << QByteArray(R"({"do":"script","steps":[{}]})");
    QTest::newRow("script in a script") << QByteArray(R"({"do":"script","steps":[{"do":"script"}]})");
    QTest::newRow("a verb no service has") << QByteArray(R"({"do":"script","steps":[{"do":"dance","service":"justcall"}]})");
    QTest::newRow("a service nobody is") << QByteArray(R"({"do":"script","steps":[{"do":"switch","service":"dance"}]})");
    QTest::newRow("before the beginning") << QByteArray(R"({"do":"script","steps":[{"do":"calls","after":-1}]})");
    QTest::newRow("at a word") << QByteArray(R"({"do":"script","steps":[{"do":"calls","at":"noon"}]})");
    QTest::newRow("almost standing still") << QByteArray(R"({"do":"clock.set","speed":1e-300})");
    QTest::newRow("faster than anything") << QByteArray(R"({"do":"clock.set","speed":1e300})");
    QTest::newRow("backwards") << QByteArray(R"({"do":"clock.set","speed":-1})");
    QTest::newRow("a speed in words") << QByteArray(R"({"do":"clock.set","speed":"fast"})");
    QTest::newRow("late by a word") << QByteArray(R"({"do":"fault","service":"ringcentral","name":"late","ms":"long"})");
    QTest::newRow("a code that is a number") << QByteArray(R"({"do":"fault","service":"ringcentral","name":"recovery","code":1005})");
    QTest::newRow("less than no faults") << QByteArray(R"({"do":"fault","service":"ringcentral","name":"late","count":-1})");
    QTest::newRow("webhook far away") << QByteArray(R"({"do":"webhook.add","url":"http://demo.example/x"})");
    QTest::newRow("not UTF-8") << QByteArray("{\"do\":\"\xff\xfe\"}");
    QTest::newRow("deep") << QByteArray(R"({"do":)").append(QByteArray(100'000, '['));
    QTest::newRow("deep and whole") << QByteArray(50'000, '[').append(QByteArray(50'000, ']'));
}

void tst_DemoFaults::survivesNonsense()
{
    QFETCH(QByteArray, body);
    const auto answer = m_asker.ask("POST", m_cloud->controlAddress(), {}, body.toStdString());
    QCOMPARE(answer.status, 400);
    QVERIFY(!textAt(answer.json(), "error").empty());
    QCOMPARE(m_asker.get(m_cloud->controlAddress()).status, 200);
}

QTEST_GUILESS_MAIN(tst_DemoFaults)
#include "tst_demofaults.moc"

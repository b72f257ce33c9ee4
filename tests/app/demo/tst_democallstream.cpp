#include "asking.h"

#include <QTcpSocket>
#include <QUrl>

#include <set>

using namespace callcard;
using namespace callcard::demo;

namespace {

/// A reader of server-sent events over a plain socket: what arrives, as it arrives.
class Listener
{
public:
    Listener(const std::string &base, const QByteArray &token, const QByteArray &lastId = {})
    {
        const QUrl url(QString::fromStdString(base));
        m_socket.connectToHost(url.host(), static_cast<quint16>(url.port()));
        m_socket.write("GET /api/call-stream HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + token + "\r\n" +
                       (lastId.isEmpty() ? QByteArray() : "Last-Event-ID: " + lastId + "\r\n") + "\r\n");
    }
    /// The body so far, without the marks of its chunks.
    QByteArray text()
    {
        m_raw += m_socket.readAll();
        return m_raw;
    }
    bool waitFor(const QByteArray &part)
    {
        return eventually([&] { return text().contains(part); });
    }
    [[nodiscard]] bool isOpen() const { return m_socket.state() == QAbstractSocket::ConnectedState; }

private:
    QTcpSocket m_socket;
    QByteArray m_raw;
};

} // namespace

class tst_DemoCallStream : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_cloud = std::make_unique<DemoCloud>(smallCloud());
        QVERIFY(m_cloud->start());
        m_base = m_cloud->address("callstream");
    }
    void cleanup() { m_cloud.reset(); }

    void needsAToken();
    void streamsTheRepsOwnCalls();
    void tellsWhoAnsweredElsewhere();
    void resumesAfterTheLastEvent();
    void saysWhenEventsWereLost();
    void beatsOnTime();
    void cutsStreamsAsARestartDoes();
    void showsWhatIsLive();
    void servesOnlyTheRepsRows();
    void placesAnAiCall();
    void placesACallAsElevenLabsDoes();
    void searchesCopper();

private:
    Json call(const char *verb, Json args = Json::object())
    {
        args["do"] = verb;
        return m_cloud->control(args);
    }
    Asker::Answer get(const std::string &path) { return m_asker.get(m_base + path, {{"Authorization", "Bearer relay-token-of-rep-1"}}); }

    Asker m_asker;
    std::unique_ptr<DemoCloud> m_cloud;
    std::string m_base;
};

void tst_DemoCallStream::needsAToken()
{
    for (const char *path : {"/api/call-stream", "/api/active-calls", "/api/justcall/calls", "/api/test-justcall"}) {
        QCOMPARE(m_asker.get(m_base + path).status, 401);
        QCOMPARE(m_asker.get(m_base + path, {{"Authorization", "Bearer nope"}}).status, 401);
    }
    QCOMPARE(m_asker.get(m_base + "/healthz").status, 200);
}

void tst_DemoCallStream::streamsTheRepsOwnCalls()
{
    Listener mine(m_base, "relay-token-of-rep-1"), theirs(m_base, "relay-token-of-rep-2");
    QVERIFY(mine.waitFor("event: connected") && theirs.waitFor("event: connected"));
    call("call.start", {{"customer", "customer-1"}});
    call("call.answer");
    call("call.end");
    QVERIFY(mine.waitFor("\"status\":\"ended\""));
    const QByteArray text = mine.text();
    const auto ringing = text.indexOf("\"status\":\"ringing\""), active = text.indexOf("\"status\":\"active\"");
    QVERIFY(ringing > 0 && active > ringing && text.indexOf("\"status\":\"ended\"") > active);
    QVERIFY(text.contains("\"reason\":\"hung-up\"") && text.contains("\"from_number\":\"+13035550187\"") && text.contains("id: 1\n"));
    call("call.start", {{"rep", "rep-2"}}); // an own call proves that the other's would have come by now
    QVERIFY(theirs.waitFor("\"status\":\"ringing\""));
    QVERIFY(!theirs.text().contains("\"status\":\"ended\""));
}

void tst_DemoCallStream::tellsWhoAnsweredElsewhere()
{
    Listener mine(m_base, "relay-token-of-rep-1");
    QVERIFY(mine.waitFor("event: connected"));
    call("call.start", {{"customer", "customer-1"}, {"line", "line-main"}});
    call("call.answer", {{"rep", "rep-2"}});
    QVERIFY(mine.waitFor("\"reason\":\"answered-elsewhere\""));
}

void tst_DemoCallStream::resumesAfterTheLastEvent()
{
    Listener first(m_base, "relay-token-of-rep-1");
    QVERIFY(first.waitFor("event: connected"));
    call("call.start");
    QVERIFY(first.waitFor("\"status\":\"ringing\""));
    call("call.answer");
    call("call.end");
    Listener second(m_base, "relay-token-of-rep-1", "1");
    QVERIFY(second.waitFor("\"status\":\"ended\""));
    QVERIFY(!second.text().contains("\"status\":\"ringing\"")); // that was event 1
    QVERIFY(second.text().contains("\"status\":\"active\""));
}

void tst_DemoCallStream::saysWhenEventsWereLost()
{
    Listener first(m_base, "relay-token-of-rep-1");
    QVERIFY(first.waitFor("event: connected"));
    call("call.start");
    QVERIFY(first.waitFor("id: 1\n"));
    call("forget", {{"service", "callstream"}});
    call("drop", {{"service", "callstream"}});
    call("call.answer");
    Listener second(m_base, "relay-token-of-rep-1", "1");
    QVERIFY(second.waitFor("events were lost"));
    call("call.end");
    QVERIFY(second.waitFor("id: 3\n")); // the second is gone, the third is not
    QVERIFY(!second.text().contains("id: 2\n"));
    Listener third(m_base, "relay-token-of-rep-1", "77"); // of another life
    QVERIFY(third.waitFor("events were lost"));
    Listener fourth(m_base, "relay-token-of-rep-1", "3");
    QVERIFY(fourth.waitFor("event: connected"));
    call("heartbeat", {{"service", "callstream"}});
    QVERIFY(fourth.waitFor("heartbeat"));
    QVERIFY(!fourth.text().contains("lost"));
}

void tst_DemoCallStream::beatsOnTime()
{
    Listener mine(m_base, "relay-token-of-rep-1");
    QVERIFY(mine.waitFor("event: connected"));
    QVERIFY(!mine.text().contains("heartbeat"));
    call("clock.advance", {{"seconds", 15}});
    QVERIFY(mine.waitFor("event: heartbeat"));
}

void tst_DemoCallStream::cutsStreamsAsARestartDoes()
{
    Listener mine(m_base, "relay-token-of-rep-1");
    QVERIFY(mine.waitFor("event: connected"));
    QVERIFY(flagAt(call("drop", {{"service", "callstream"}}), "ok"));
    QVERIFY(eventually([&] { return !mine.isOpen(); }));
    QCOMPARE(get("/api/active-calls").status, 200);
}

void tst_DemoCallStream::showsWhatIsLive()
{
    QCOMPARE(get("/api/active-calls").json()["calls"].size(), std::size_t(0));
    call("call.start");
    for (const char *path : {"/api/active-calls", "/api/ringcentral/active-calls"}) {
        const Json calls = get(path).json()["calls"];
        QCOMPARE(calls.size(), std::size_t(1));
        QCOMPARE(textAt(calls[0], "status"), std::string("ringing"));
    }
    call("call.end");
    QCOMPARE(get("/api/active-calls").json()["calls"].size(), std::size_t(0));
}

void tst_DemoCallStream::servesOnlyTheRepsRows()
{
    const Json calls = get("/api/justcall/calls?start_date=2026-03-02&end_date=2026-03-03").json();
    QCOMPARE(textAt(calls, "status"), std::string("success"));
    QVERIFY(flagAt(calls, "complete") && calls["calls"].size() > 40);
    for (const Json &row : calls["calls"]) {
        QCOMPARE(integerAt(row, "agent_id"), 417000);
        QVERIFY(textAt(row, "call_user_date") >= "2026-03-02" && textAt(row, "call_user_date") <= "2026-03-03");
    }
    QVERIFY(get("/api/justcall/sms?start_date=2026-03-02&end_date=2026-03-03").json()["texts"].size() > 0);
    QCOMPARE(get("/api/justcall/calls?start_date=yesterday").status, 400);
    QCOMPARE(integerAt(get("/api/test-justcall").json()["data"], "usersFound"), 5);
}

void tst_DemoCallStream::placesAnAiCall()
{
    const serving::Headers token{{"Authorization", "Bearer relay-token-of-rep-1"}};
    const auto placed = m_asker.ask("POST", m_base + "/api/ai-calls", token, R"({"to":"+13035550187","variables":{"name":"Marcus"}})");
    QCOMPARE(placed.status, 200);
    QCOMPARE(textAt(placed.json()["call"], "to_number"), std::string("+13035550187"));
    QCOMPARE(m_asker.ask("POST", m_base + "/api/ai-calls", token, R"({"to":"Marcus"})").status, 400);
    QCOMPARE(m_asker.ask("POST", m_base + "/api/ai-calls", token, "[]").status, 400);
}

void tst_DemoCallStream::placesACallAsElevenLabsDoes()
{
    const std::string url = m_cloud->address("elevenlabs") + "/v1/convai/twilio/outbound-call";
    const std::string body = R"({"agent_id":"demo-agent","agent_phone_number_id":"demo-agent-number","to_number":"+13035550187"})";
    QCOMPARE(m_asker.ask("POST", url, {}, body).status, 401);
    const auto placed = m_asker.ask("POST", url, {{"xi-api-key", "demo-elevenlabs-key"}}, body);
    QCOMPARE(placed.status, 200);
    const std::string sid = textAt(placed.json(), "callSid");
    QCOMPARE(textAt(call("call.get", {{"call", sid}})["call"], "number"), std::string("+13035550187"));
    QCOMPARE(m_asker.ask("POST", url, {{"xi-api-key", "demo-elevenlabs-key"}}, R"({"agent_id":"demo-agent"})").status, 422);
    QCOMPARE(m_asker.ask("POST", url, {{"xi-api-key", "demo-elevenlabs-key"}}, R"({"agent_id":7})").status, 422);
    const auto toNobody = m_asker.ask("POST", url, {{"xi-api-key", "demo-elevenlabs-key"}},
                                      R"({"agent_id":"demo-agent","agent_phone_number_id":"demo-agent-number","to_number":""})");
    QCOMPARE(toNobody.status, 422);
    QCOMPARE(toNobody.json()["detail"][0]["loc"][1].get<std::string>(), std::string("to_number"));

    const std::string conversation =
        m_cloud->address("elevenlabs") + "/v1/convai/conversations/" + textAt(placed.json(), "conversation_id");
    const auto status = [&] { return textAt(m_asker.get(conversation, {{"xi-api-key", "demo-elevenlabs-key"}}).json(), "status"); };
    QCOMPARE(status(), std::string("initiated"));
    call("call.answer", {{"call", sid}});
    QCOMPARE(status(), std::string("in-progress"));
    call("call.end", {{"call", sid}});
    QCOMPARE(status(), std::string("done"));
    QCOMPARE(m_asker.get(conversation).status, 401);
    QCOMPARE(m_asker.get(conversation + "x", {{"xi-api-key", "demo-elevenlabs-key"}}).status, 404);

    // An answer of 200 may say that nothing was done, and then nothing was.
    call("switch", {{"service", "elevenlabs"}, {"name", "success"}, {"position", "false"}});
    const auto refused = m_asker.ask("POST", url, {{"xi-api-key", "demo-elevenlabs-key"}}, body);
    QCOMPARE(refused.status, 200);
    QVERIFY(!flagAt(refused.json(), "success", true));
    QVERIFY(call("calls", {{"live", true}})["calls"].empty());
}

void tst_DemoCallStream::searchesCopper()
{
    const std::string base = m_cloud->environment()["COPPER_BASE_URL"];
    const serving::Headers key{{"X-PW-AccessToken", "demo-copper-key"},
                               {"X-PW-Application", "developer_api"},
                               {"X-PW-UserEmail", m_cloud->environment()["COPPER_USER_EMAIL"]}};
    QCOMPARE(m_asker.get(base + "/users/me").status, 401);
    QCOMPARE(integerAt(m_asker.get(base + "/users/me", key).json(), "id"), 915001);
    const auto search = [&](const Json &body) { return m_asker.ask("POST", base + "/people/search", key, dumped(body)); };
    QCOMPARE(search({{"page_size", 201}}).status, 422);
    std::set<std::int64_t> seen;
    for (int page = 1; page < 20; ++page) { // from 1, a bare array
        const Json rows = search({{"page_number", page}, {"page_size", 50}}).json();
        QVERIFY(rows.is_array());
        for (const Json &row : rows)
            QVERIFY(seen.insert(integerAt(row, "id")).second);
        if (rows.size() < 50)
            break;
    }
    QVERIFY(seen.size() > 150 && seen.size() < 200); // leads are not people
    for (const char *form : {"+13035550187", "3035550187", "303-555-0187"}) {
        const Json found = search({{"phone_number", form}}).json();
        QCOMPARE(found.size(), std::size_t(1));
        QCOMPARE(textAt(found[0], "name"), std::string("Marcus Hale"));
    }
    m_cloud->control({{"service", "copper"}, {"do", "limits"}, {"perMinute", 0}});
    QCOMPARE(search(Json::object()).status, 429);
}

QTEST_GUILESS_MAIN(tst_DemoCallStream)
#include "tst_democallstream.moc"

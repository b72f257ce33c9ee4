#include "client.h"

#include <QElapsedTimer>

using namespace Qt::Literals::StringLiterals;
using namespace callcard::demo;

/// Section 3: frames, recovery, liveness, subscriptions.
class tst_demo_ringcentral_gateway : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void greetsFirst();
    void wantsACredential();
    void answersRequests();
    void echoesHeartbeats();
    void refusesBadFrames_data();
    void refusesBadFrames();
    void replacesTheSubscription();
    void changesFilters();
    void readsAndRenewsOverHttp();
    void refusesFilters();
    void recovers();
    void recoveryFails_data();
    void recoveryFails();
    void keepsTheNewest();
    void timesOut_data();
    void timesOut();
    void dropsLatePongs();
    void goesSilent();
    void closesWithItsSession();
    void disturbsNotifications_data();
    void disturbsNotifications();
    void wantsTheScope();
};

namespace {

const std::string kSessions = "/telephony/sessions";

bool isError(const Json &frame, const char *code)
{
    return frame[0]["type"] == "Error" && frame[1]["errorCode"] == code;
}

} // namespace

void tst_demo_ringcentral_gateway::greetsFirst()
{
    Client client;
    client.signIn();
    Socket socket(client);
    const Json &first = socket.frames.at(0);
    QCOMPARE(first[0]["type"].get<std::string>(), std::string("ConnectionDetails"));
    QCOMPARE(first[0]["status"].get<int>(), 200);
    QCOMPARE(first[0]["wsc"]["sequence"].get<int>(), 1);
    QCOMPARE(first[1]["recoveryTimeout"].get<int>(), 180);
    QCOMPARE(first[1]["absoluteTimeout"].get<int>(), 86400);
    QVERIFY(first[1]["creationTime"].get<std::string>().ends_with("+0000"));
    QVERIFY(!first[1].contains("recoveryState"));
}

void tst_demo_ringcentral_gateway::wantsACredential()
{
    Client client;
    client.signIn();
    Socket socket(client, {}, false);
    QTRY_VERIFY(socket.isClosed);
    QCOMPARE(static_cast<int>(socket.qt().closeCode()), 4400);
}

void tst_demo_ringcentral_gateway::answersRequests()
{
    Client client;
    client.signIn();
    Socket socket(client);
    const Json reply = socket.request("GET", "/restapi/v1.0/account/~/extension/~");
    QCOMPARE(reply[0]["type"].get<std::string>(), std::string("ClientRequest"));
    QCOMPARE(reply[0]["status"].get<int>(), 200);
    QVERIFY(reply[0]["headers"].contains("RCRequestId"));
    QCOMPARE(reply[1]["extensionNumber"].get<std::string>(), std::string("101"));
    QCOMPARE(socket.request("GET", "/restapi/v1.0/nowhere")[0]["status"].get<int>(), 404);
    QVERIFY(socket.request("POST", "/restapi/oauth/wstoken")[0]["status"].get<int>() >= 400);
}

void tst_demo_ringcentral_gateway::echoesHeartbeats()
{
    Client client;
    client.signIn();
    Socket socket(client);
    const QString beat = u"[{\"type\":\"Heartbeat\", \"messageId\":\"h-1\"}]"_s;
    socket.send(beat.toStdString());
    QTRY_VERIFY(socket.texts.contains(beat)); // verbatim, the space too
}

void tst_demo_ringcentral_gateway::refusesBadFrames_data()
{
    QTest::addColumn<QByteArray>("frame");
    QTest::addColumn<QByteArray>("code");
    QTest::newRow("null body")
        << QByteArray(R"([{"type":"ClientRequest","messageId":"1","method":"POST","path":"/restapi/v1.0/subscription"},null])")
        << QByteArray("WSG-808");
    QTest::newRow("no JSON") << QByteArray("hello") << QByteArray("WSG-400");
    QTest::newRow("no array") << QByteArray("{}") << QByteArray("WSG-400");
    QTest::newRow("no method") << QByteArray(R"([{"type":"ClientRequest","messageId":"1"}])") << QByteArray("WSG-400");
    QTest::newRow("unknown type") << QByteArray(R"([{"type":"Poem","messageId":"1"}])") << QByteArray("WSG-400");
    QTest::newRow("deep") << QByteArray(2000, '[') << QByteArray("WSG-400");
}

void tst_demo_ringcentral_gateway::refusesBadFrames()
{
    QFETCH(QByteArray, frame);
    QFETCH(QByteArray, code);
    Client client;
    client.signIn();
    Socket socket(client);
    socket.send(frame.toStdString());
    QVERIFY(socket.waitFor([&](const Json &one) { return isError(one, code.constData()); }));
    QCOMPARE(socket.request("GET", "/restapi/v1.0/account/~")[0]["status"].get<int>(), 200); // the socket lives on
}

void tst_demo_ringcentral_gateway::replacesTheSubscription()
{
    Client client;
    client.signIn();
    Socket socket(client);
    const Json first = socket.subscribe({kSessions});
    QCOMPARE(first[0]["status"].get<int>(), 200);
    QCOMPARE(first[1]["eventFilters"][0].get<std::string>(),
             std::string("/restapi/v1.0/account/8100001004/extension/8100002004/telephony/sessions"));
    QCOMPARE(first[1]["expiresIn"].get<int>(), 86399);
    const Json second = socket.subscribe({"/message-store"});
    QVERIFY(first[1]["id"] != second[1]["id"]);
    client.start();
    client.control({{"do", "text.add"}, {"number", "+13035550187"}, {"body", "Hello"}});
    socket.settle();
    QCOMPARE(socket.events(kSessions).size(), std::size_t(0));
    QCOMPARE(client.get("/restapi/v1.0/subscription").json["records"].size(), std::size_t(1));
    const std::string id = second[1]["id"].get<std::string>();
    QCOMPARE(socket.request("DELETE", "/restapi/v1.0/subscription/" + id)[0]["status"].get<int>(), 204);
    QCOMPARE(socket.request("DELETE", "/restapi/v1.0/subscription/" + id)[0]["status"].get<int>(), 404);
}

void tst_demo_ringcentral_gateway::changesFilters()
{
    Client client;
    client.signIn();
    Socket socket(client);
    const std::string id = socket.subscribe({kSessions})[1]["id"].get<std::string>();
    const Json changed = socket.request(
        "PUT", "/restapi/v1.0/subscription/" + id,
        {{"eventFilters",
          {"/restapi/v1.0/account/~/extension/~/presence", "/restapi/v1.0/account/~/extension/~/presence?detailedTelephonyState=true"}}});
    QCOMPARE(changed[1]["id"].get<std::string>(), id);
    client.start();
    QVERIFY(socket.waitForEvents("/presence", 1));
    socket.settle();
    QCOMPARE(socket.events("/presence").size(), std::size_t(1)); // simple and detailed: only the detailed
    QVERIFY(socket.events("/presence")[0].contains("activeCalls"));
    QCOMPARE(socket.events(kSessions).size(), std::size_t(0));
    QCOMPARE(client.ask("PUT", "/restapi/v1.0/subscription/" + id, R"({"eventFilters":["/restapi/v1.0/account/~/extension/~/presence"]})")
                 .status,
             404);
}

void tst_demo_ringcentral_gateway::readsAndRenewsOverHttp()
{
    Client client;
    client.signIn();
    Socket socket(client);
    const std::string path = "/restapi/v1.0/subscription/" + socket.subscribe({kSessions})[1]["id"].get<std::string>();
    const Json read = client.get(path).json;
    QCOMPARE(read["status"].get<std::string>(), std::string("Active"));
    QCOMPARE(read["eventFilters"].size(), std::size_t(1));
    QCOMPARE(read["deliveryMode"]["transportType"].get<std::string>(), std::string("WebSocket"));
    client.advance(3600);
    client.token = client.byJwt().text("access_token");
    const Answer renewed = client.ask("POST", path + "/renew");
    QCOMPARE(renewed.status, 200);
    QVERIFY(renewed.text("expirationTime") > read["expirationTime"].get<std::string>());
    QCOMPARE(renewed.text("creationTime"), read["creationTime"].get<std::string>());
    QCOMPARE(client.ask("POST", "/restapi/v1.0/subscription/nobodys/renew").code(), std::string("SUB-507"));
    QCOMPARE(client.get("/restapi/v1.0/subscription/nobodys").status, 404);
    QCOMPARE(client.ask("DELETE", path).status, 204);
    QCOMPARE(client.get(path).status, 404);
    // Made they are over the socket alone.
    const Json body = {{"eventFilters", {"/restapi/v1.0/account/~/extension/~/presence"}},
                       {"deliveryMode", {{"transportType", "WebSocket"}}}};
    QCOMPARE(client.post("/restapi/v1.0/subscription", body).status, 400);
}

void tst_demo_ringcentral_gateway::refusesFilters()
{
    Client client;
    client.signIn();
    Socket socket(client);
    const Json wrong = socket.subscribe({"/weather"});
    QCOMPARE(wrong[0]["status"].get<int>(), 400);
    QCOMPARE(wrong[1]["errors"][0]["errorCode"].get<std::string>(), std::string("SUB-508"));
    client.turn("callControlScope", "off");
    const Json partly = socket.subscribe({kSessions, "/message-store"});
    QCOMPARE(partly[0]["status"].get<int>(), 200);
    QCOMPARE(partly[1]["eventFilters"].size(), std::size_t(1));
    QVERIFY(partly[1]["disabledFilters"][0]["filter"].get<std::string>().ends_with(kSessions));
}

void tst_demo_ringcentral_gateway::recovers()
{
    Client client;
    client.signIn();
    Socket first(client);
    const std::string id = first.subscribe({kSessions})[1]["id"].get<std::string>();
    const std::string wsc = first.wsc();
    client.verb("socket.drop");
    QTRY_VERIFY(first.isClosed);
    client.start(); // missed: Setup and Proceeding of the rep
    client.advance(100);
    Socket second(client, wsc);
    QCOMPARE(second.frames.at(0)[1]["recoveryState"].get<std::string>(), std::string("Successful"));
    QCOMPARE(second.frames.at(0)[0]["wsc"]["sequence"].get<int>(), 1);
    QVERIFY(second.waitForEvents(kSessions, 2));
    for (const Json &frame : second.frames) {
        if (frame[0]["type"] == "ServerNotification")
            QCOMPARE(frame[1]["subscriptionId"].get<std::string>(), id);
    }
    client.start();
    QVERIFY(second.waitForEvents(kSessions, 4)); // and it goes on living
}

void tst_demo_ringcentral_gateway::recoveryFails_data()
{
    QTest::addColumn<QString>("how");
    QTest::addColumn<QString>("code");
    QTest::newRow("never subscribed") << u"unsubscribed"_s << u"WSG-1005"_s;
    QTest::newRow("new login") << u"login"_s << u"WSG-1003"_s;
    QTest::newRow("too late") << u"late"_s << u"WSG-1005"_s;
    QTest::newRow("told to") << u"fault"_s << u"WSG-1003"_s;
    QTest::newRow("refreshed") << u"refresh"_s << QString();
    QTest::newRow("forged") << u"forged"_s << u"WSG-400"_s;
}

void tst_demo_ringcentral_gateway::recoveryFails()
{
    QFETCH(QString, how);
    QFETCH(QString, code);
    Client client;
    client.signIn();
    const Answer grant = client.byJwt();
    client.token = grant.text("access_token");
    Socket first(client);
    if (how != u"unsubscribed")
        first.subscribe({kSessions});
    std::string wsc = first.wsc();
    client.verb("socket.drop");
    QTRY_VERIFY(first.isClosed);
    if (how == u"login")
        client.token = client.byJwt().text("access_token");
    if (how == u"refresh")
        client.token = client.refresh(grant.text("refresh_token")).text("access_token");
    if (how == u"late")
        client.advance(181);
    if (how == u"fault")
        client.verb("fault", {{"name", "recovery"}, {"code", "WSG-1003"}});
    if (how == u"forged")
        wsc = "d3NjLTEyMw";
    Socket second(client, wsc);
    const Json &answer = second.frames.at(0);
    if (how == u"forged") {
        QVERIFY(isError(answer, "WSG-400"));
        QTRY_VERIFY(second.isClosed);
        return;
    }
    QCOMPARE(answer[1]["recoveryState"].get<std::string>(), std::string(code.isEmpty() ? "Successful" : "Failed"));
    QCOMPARE(QString::fromStdString(answer[1].value("recoveryErrorCode", std::string())), code);
    QCOMPARE(second.subscribe({kSessions})[0]["status"].get<int>(), 200); // usable in any case
}

void tst_demo_ringcentral_gateway::keepsTheNewest()
{
    Client client;
    client.signIn();
    client.turn("recoveryBuffer", 3);
    Socket first(client);
    first.subscribe({kSessions});
    const std::string wsc = first.wsc();
    client.verb("socket.drop");
    QTRY_VERIFY(first.isClosed);
    const auto call = client.start();
    client.move("answer", call);
    client.move("hold", call);
    client.move("unhold", call);
    Socket second(client, wsc);
    QVERIFY(second.waitForEvents(kSessions, 3));
    second.settle();
    const auto events = second.events(kSessions);
    QCOMPARE(events.size(), std::size_t(3));
    QCOMPARE(events.front()["parties"][0]["status"]["code"].get<std::string>(), std::string("Answered"));
    QCOMPARE(events.back()["parties"][0]["status"]["code"].get<std::string>(), std::string("Answered"));
}

void tst_demo_ringcentral_gateway::timesOut_data()
{
    QTest::addColumn<int>("seconds");
    QTest::addColumn<bool>("talks");
    QTest::addColumn<QByteArray>("code");
    QTest::newRow("idle") << 1801 << false << QByteArray("WSG-902");
    QTest::newRow("absolute") << 86401 << true << QByteArray("WSG-903");
}

void tst_demo_ringcentral_gateway::timesOut()
{
    QFETCH(int, seconds);
    QFETCH(bool, talks);
    QFETCH(QByteArray, code);
    Client client;
    client.signIn();
    if (talks)
        client.turn("idleTimeout", 90'000);
    Socket socket(client);
    client.advance(seconds);
    QVERIFY(socket.waitFor([&](const Json &frame) { return isError(frame, code.constData()); }));
    QTRY_VERIFY(socket.isClosed);
}

void tst_demo_ringcentral_gateway::dropsLatePongs()
{
    Client client;
    client.signIn();
    client.turn("pongDeadlineMs", 150);
    client.turn("pingIntervalMs", 50);
    Socket alive(client);
    QTRY_VERIFY(client.counter("pings") > 3);
    QVERIFY(!alive.isClosed); // QWebSocket answers by itself
    client.verb("socket.ping");
    QCOMPARE(client.counter("latePongs"), 0);
    // An event loop that is blocked answers nothing.
    QElapsedTimer blocked;
    blocked.start();
    while (!blocked.hasExpired(500)) {
    }
    QTRY_VERIFY(alive.isClosed);
    QCOMPARE(client.counter("latePongs"), 1);
}

void tst_demo_ringcentral_gateway::goesSilent()
{
    Client client;
    client.signIn();
    Socket socket(client);
    socket.subscribe({kSessions});
    client.verb("socket.silence");
    socket.send(R"([{"type":"Heartbeat","messageId":"h"}])");
    client.start();
    QTest::qWait(200);
    QVERIFY(!socket.find([](const Json &frame) { return frame[0]["type"] == "Heartbeat" || frame[0]["type"] == "ServerNotification"; }));
    QVERIFY(!socket.isClosed);
}

void tst_demo_ringcentral_gateway::closesWithItsSession()
{
    Client client;
    client.signIn();
    Socket socket(client);
    client.verb("expire", {{"what", "access"}});
    client.get(Client::ext());
    QVERIFY(!socket.isClosed); // a refresh can still follow
    client.verb("revoke");
    QTRY_VERIFY(socket.isClosed);
}

void tst_demo_ringcentral_gateway::disturbsNotifications_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<QList<int>>("sequences"); // of a call that rings and is answered: 3, 4, 5
    QTest::newRow("none") << QString() << QList<int>{3, 4, 5};
    QTest::newRow("duplicate") << u"duplicate"_s << QList<int>{3, 3, 4, 5};
    QTest::newRow("reorder") << u"reorder"_s << QList<int>{4, 3, 5};
    QTest::newRow("lose") << u"lose"_s << QList<int>{4, 5};
    QTest::newRow("late") << u"late"_s << QList<int>{4, 5, 3}; // a quarter of an hour
}

void tst_demo_ringcentral_gateway::disturbsNotifications()
{
    QFETCH(QString, fault);
    QFETCH(QList<int>, sequences);
    Client client;
    client.signIn();
    Socket socket(client);
    socket.subscribe({kSessions});
    if (!fault.isEmpty())
        client.verb("fault", {{"name", fault.toStdString()}, {"ms", 900'000}});
    const auto call = client.start();
    client.move("answer", call);
    client.advance(899);
    client.advance(2);
    socket.settle();
    QList<int> seen;
    for (const Json &event : socket.events(kSessions))
        seen.append(event["sequence"].get<int>());
    QCOMPARE(seen, sequences);
}

void tst_demo_ringcentral_gateway::wantsTheScope()
{
    Client client;
    client.signIn();
    client.verb("fault", {{"name", "wstoken"}});
    const Answer refused = client.ask("POST", "/restapi/oauth/wstoken");
    QCOMPARE(refused.status, 403);
    QCOMPARE(refused.code(), std::string("CMN-401"));
    const Answer token = client.ask("POST", "/restapi/oauth/wstoken", "", {{"Content-Type", "application/x-www-form-urlencoded"}});
    QCOMPARE(token.status, 200);
    QCOMPARE(token.json["expires_in"].get<int>(), 600);
    client.turn("webSocketScope", "none");
    QCOMPARE(client.ask("POST", "/restapi/oauth/wstoken").status, 403);
}

QTEST_GUILESS_MAIN(tst_demo_ringcentral_gateway)
#include "tst_demo_ringcentral_gateway.moc"

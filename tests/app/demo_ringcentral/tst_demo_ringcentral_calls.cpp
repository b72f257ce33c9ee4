#include "client.h"

using namespace Qt::Literals::StringLiterals;
using namespace callcard::demo;

/// Sections 4, 6 and 7: one call told by events, presence, call control and the call log alike.
class tst_demo_ringcentral_calls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsAnInboundCall();
    void tellsOneStory();
    void showsEndedCallOnce();
    void missedIsMarked();
    void queueCallIsTakenElsewhere();
    void controlsParties();
    void refusesWrongStates_data();
    void refusesWrongStates();
    void transfers();
    void bridges();
    void ignoresAQueueCall();
    void ringsOut();
    void ringOutFails();
    void ringOutIsCancelled();
    void callsOut();
    void filtersSessions();
};

namespace {

const std::string kSessions = "/telephony/sessions";
const std::string kCalls = "/restapi/v1.0/account/~/telephony/sessions/";

std::string codeOf(const Json &event)
{
    return event["parties"][0]["status"]["code"].get<std::string>();
}

QStringList codesOf(const std::vector<Json> &events)
{
    QStringList codes;
    for (const Json &event : events)
        codes.append(QString::fromStdString(codeOf(event)));
    return codes;
}

struct Rig {
    Client client;
    std::unique_ptr<Socket> socket;
    explicit Rig(const std::vector<std::string> &filters = {kSessions, "/presence?detailedTelephonyState=true"})
    {
        client.signIn();
        socket = std::make_unique<Socket>(client);
        if (socket->subscribe(filters)[0]["status"] != 200)
            qFatal("not subscribed");
    }
    std::vector<Json> sessions()
    {
        socket->settle();
        return socket->events(kSessions);
    }
    /// Path of the rep's party in the newest event.
    std::string partyPath()
    {
        const Json last = sessions().back();
        return kCalls + last["telephonySessionId"].get<std::string>() + "/parties/" + last["parties"][0]["id"].get<std::string>();
    }
};

} // namespace

void tst_demo_ringcentral_calls::tellsAnInboundCall()
{
    Rig rig;
    const auto call = rig.client.start({{"from", "+13035550187"}, {"name", "MARCUS HALE"}});
    rig.client.move("answer", call);
    rig.client.move("hold", call);
    rig.client.move("unhold", call);
    rig.client.move("end", call);
    const auto events = rig.sessions();
    QCOMPARE(codesOf(events), QStringList({u"Setup"_s, u"Proceeding"_s, u"Answered"_s, u"Hold"_s, u"Answered"_s, u"Disconnected"_s}));
    int last = 0;
    for (const Json &event : events) {
        QVERIFY(event["sequence"].get<int>() > last);
        last = event["sequence"].get<int>();
        QCOMPARE(event["parties"].size(), std::size_t(1));
        QVERIFY(event["telephonySessionId"] == events[0]["telephonySessionId"]);
        QCOMPARE(event["parties"][0]["from"]["phoneNumber"].get<std::string>(), std::string("+13035550187"));
        QCOMPARE(event["parties"][0]["from"]["name"].get<std::string>(), std::string("MARCUS HALE"));
        QCOMPARE(event["parties"][0]["to"]["extensionId"].get<std::string>(), std::string("8100002004"));
    }
    for (const Json &frame : rig.socket->frames) {
        if (frame[0]["type"] == "ServerNotification")
            QVERIFY(frame[0]["messageId"] == frame[1]["uuid"]);
    }
}

void tst_demo_ringcentral_calls::tellsOneStory()
{
    Rig rig;
    Client &client = rig.client;
    const auto call = client.start({{"from", "+13035550187"}});
    client.move("answer", call);
    const Json event = rig.sessions().back();
    const std::string session = event["telephonySessionId"].get<std::string>();
    const Json presence = client.get(Client::ext() + "/presence?detailedTelephonyState=true").json;
    QCOMPARE(presence["telephonyStatus"].get<std::string>(), std::string("CallConnected"));
    QCOMPARE(presence["activeCalls"][0]["telephonySessionId"].get<std::string>(), session);
    QCOMPARE(presence["activeCalls"][0]["from"].get<std::string>(), std::string("+13035550187"));
    QCOMPARE(client.get(kCalls + session).json["parties"].size(), std::size_t(2));
    QCOMPARE(client.get(Client::ext() + "/active-calls").json["records"].size(), std::size_t(0)); // lags
    client.advance(60);
    const Json active = client.get(Client::ext() + "/active-calls").json["records"][0];
    QCOMPARE(active["telephonySessionId"].get<std::string>(), session);
    QCOMPARE(active["result"].get<std::string>(), std::string("In Progress"));
    QVERIFY(!active.contains("duration"));
    client.move("end", call);
    const auto newest = [&] { return client.get(Client::ext() + "/call-log").json["records"][0]; };
    client.advance(19);
    QVERIFY(newest()["telephonySessionId"] != session);
    client.advance(2);
    const Json record = newest();
    QCOMPARE(record["telephonySessionId"].get<std::string>(), session);
    QVERIFY(record["sessionId"] == event["sessionId"]);
    QVERIFY(record["partyId"] == event["parties"][0]["id"]);
    QCOMPARE(record["result"].get<std::string>(), std::string("Accepted"));
    QCOMPARE(record["duration"].get<int>(), 60);
    QCOMPARE(client.get(kCalls + session).status, 404); // over
}

void tst_demo_ringcentral_calls::showsEndedCallOnce()
{
    Rig rig;
    const auto call = rig.client.start({{"from", "+13035550187"}});
    rig.client.move("giveup", call);
    rig.socket->settle();
    const auto events = rig.socket->events("/presence");
    QCOMPARE(events.size(), std::size_t(2)); // nothing in Setup: nothing rings yet
    QCOMPARE(events[0]["telephonyStatus"].get<std::string>(), std::string("Ringing"));
    QCOMPARE(events[1]["telephonyStatus"].get<std::string>(), std::string("NoCall"));
    QCOMPARE(events[1]["totalActiveCalls"].get<int>(), 0);
    QCOMPARE(events[1]["activeCalls"][0]["telephonyStatus"].get<std::string>(), std::string("NoCall"));
    QVERIFY(events[1]["sequence"].get<int>() > events[0]["sequence"].get<int>());
    rig.client.start({{"from", "+13035550188"}});
    rig.socket->settle();
    QCOMPARE(rig.socket->events("/presence").back()["activeCalls"].size(), std::size_t(1));
}

void tst_demo_ringcentral_calls::missedIsMarked()
{
    Rig rig;
    rig.client.move("miss", rig.client.start({{"from", "+13035550187"}}));
    QCOMPARE(rig.sessions().back()["parties"][0]["missedCall"].get<bool>(), true);
    rig.client.turn("missedCallFrame", "never");
    rig.client.move("miss", rig.client.start({{"from", "+13035550187"}}));
    QCOMPARE(codeOf(rig.sessions().back()), std::string("Disconnected"));
    QCOMPARE(rig.sessions().back()["parties"][0]["missedCall"].get<bool>(), false);
}

void tst_demo_ringcentral_calls::queueCallIsTakenElsewhere()
{
    Rig rig;
    const Json company = rig.client.control({{"do", "company"}});
    std::string line;
    for (const Json &one : company["lines"]) {
        if (line.empty() && !one.value("queue", std::string()).empty())
            line = one["id"].get<std::string>();
    }
    QVERIFY2(!line.empty(), company.dump().c_str());
    const auto call = rig.client.start({{"from", "+13035550187"}, {"name", "MARCUS HALE"}, {"line", line}});
    const auto ringing = rig.sessions();
    QCOMPARE(codesOf(ringing), QStringList({u"Proceeding"_s})); // first seen ringing
    const Json party = ringing[0]["parties"][0];
    QCOMPARE(party["queueCall"].get<bool>(), true);
    QVERIFY(party["from"]["name"].get<std::string>().ends_with(" - MARCUS HALE"));
    QCOMPARE(party["to"]["extensionId"].get<std::string>(), std::string("8100009004"));
    rig.client.control({{"do", "call.answer"}, {"call", call}, {"rep", "rep-2"}});
    const Json last = rig.sessions().back();
    QCOMPARE(last["parties"][0]["status"]["reason"].get<std::string>(), std::string("AgentAnswered"));
    QCOMPARE(last["parties"][0]["missedCall"].get<bool>(), false);
}

void tst_demo_ringcentral_calls::controlsParties()
{
    Rig rig;
    Client &client = rig.client;
    const auto call = client.start({{"from", "+13035550187"}});
    const std::string party = rig.partyPath();
    QCOMPARE(client.post(party + "/answer", {{"deviceId", "1"}}).status, 404);
    QCOMPARE(client.post(party + "/answer", {{"deviceId", "800112004"}}).status, 200);
    QCOMPARE(client.ask("POST", party + "/hold").json["status"]["code"].get<std::string>(), std::string("Hold"));
    QCOMPARE(client.ask("POST", party + "/unhold").json["status"]["code"].get<std::string>(), std::string("Answered"));
    QCOMPARE(client.ask("PATCH", party, R"({"muted":true})").json["muted"].get<bool>(), true);
    client.turn("patchParty", "nested");
    QCOMPARE(client.ask("PATCH", party, R"({"muted":false})").status, 400);
    QCOMPARE(client.ask("PATCH", party, R"({"party":{"muted":false}})").status, 200);
    const Answer recording = client.ask("POST", party + "/recordings");
    QCOMPARE(recording.status, 201);
    QCOMPARE(client.ask("PATCH", party + "/recordings/" + recording.text("id"), R"({"active":false})").json["active"].get<bool>(), false);
    QCOMPARE(client.ask("DELETE", party).status, 409); // no way to hang up
    const std::string session = party.substr(0, party.find("/parties"));
    QCOMPARE(client.ask("DELETE", session).status, 204);
    QCOMPARE(codeOf(rig.sessions().back()), std::string("Disconnected"));
    QCOMPARE(client.control({{"do", "call.get"}, {"call", call}})["call"]["state"].get<std::string>(), std::string("ended"));
    client.advance(6);
    QCOMPARE(client.ask("DELETE", session).status, 404);
}

void tst_demo_ringcentral_calls::refusesWrongStates_data()
{
    QTest::addColumn<bool>("answered");
    QTest::addColumn<QString>("verb");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::newRow("hold while ringing") << false << u"hold"_s << QByteArray() << 409;
    QTest::newRow("unhold while talking") << true << u"unhold"_s << QByteArray() << 409;
    QTest::newRow("transfer while ringing") << false << u"transfer"_s << QByteArray(R"({"extensionNumber":"102"})") << 409;
    QTest::newRow("forward while talking") << true << u"forward"_s << QByteArray(R"({"extensionNumber":"102"})") << 409;
    QTest::newRow("reject while talking") << true << u"reject"_s << QByteArray() << 409;
    QTest::newRow("reject while ringing") << false << u"reject"_s << QByteArray() << 204;
    QTest::newRow("ignore no queue call") << false << u"ignore"_s << QByteArray(R"({"deviceId":"800112004"})") << 409;
    QTest::newRow("transfer nowhere") << true << u"transfer"_s << QByteArray("{}") << 400;
    QTest::newRow("transfer twice") << true << u"transfer"_s << QByteArray(R"({"extensionNumber":"102","phoneNumber":"+13035550199"})")
                                    << 400;
    QTest::newRow("transfer to nobody") << true << u"transfer"_s << QByteArray(R"({"extensionNumber":"999"})") << 404;
    QTest::newRow("reply") << false << u"reply"_s
                           << QByteArray(R"({"replyWithPattern":{"pattern":"CallMeBack","time":5,"timeUnit":"Minute"}})") << 200;
    QTest::newRow("reply nonsense") << false << u"reply"_s << QByteArray(R"({"replyWithPattern":{"pattern":"Sing"}})") << 400;
    QTest::newRow("flip") << true << u"flip"_s << QByteArray(R"({"callFlipId":"3"})") << 200;
    QTest::newRow("forward") << false << u"forward"_s << QByteArray(R"({"extensionNumber":"102"})") << 200;
    QTest::newRow("forward to nobody") << false << u"forward"_s << QByteArray(R"({"extensionNumber":"999"})") << 404;
    QTest::newRow("flip nowhere") << true << u"flip"_s << QByteArray("{}") << 400;
    QTest::newRow("flip while ringing") << false << u"flip"_s << QByteArray(R"({"callFlipId":"3"})") << 409;
    QTest::newRow("pick up") << false << u"pickup"_s << QByteArray(R"({"deviceId":"800112004"})") << 200;
    QTest::newRow("pick up what is taken") << true << u"pickup"_s << QByteArray(R"({"deviceId":"800112004"})") << 409;
    QTest::newRow("pick up by nothing") << false << u"pickup"_s << QByteArray("{}") << 400;
    QTest::newRow("park, which nobody has bought") << true << u"park"_s << QByteArray() << 403;
    QTest::newRow("park while ringing") << false << u"park"_s << QByteArray() << 409;
    QTest::newRow("bridge to nothing") << true << u"bridge"_s << QByteArray("{}") << 404;
    QTest::newRow("broken body") << true << u"transfer"_s << QByteArray("{") << 400;
}

void tst_demo_ringcentral_calls::refusesWrongStates()
{
    QFETCH(bool, answered);
    QFETCH(QString, verb);
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    Rig rig;
    const auto call = rig.client.start({{"from", "+13035550187"}});
    if (answered)
        rig.client.move("answer", call);
    QCOMPARE(rig.client.ask("POST", rig.partyPath() + "/" + verb.toStdString(), body).status, status);
}

void tst_demo_ringcentral_calls::transfers()
{
    Rig rig({"/restapi/v1.0/account/~/telephony/sessions"});
    rig.client.move("answer", rig.client.start({{"from", "+13035550187"}}));
    rig.socket->settle();
    std::string path;
    for (const Json &event : rig.socket->events(kSessions)) {
        if (event["parties"][0].value("extensionId", std::string()) == "8100002004")
            path = kCalls + event["telephonySessionId"].get<std::string>() + "/parties/" + event["parties"][0]["id"].get<std::string>();
    }
    const Answer done = rig.client.post(path + "/transfer", {{"extensionNumber", "102"}});
    QCOMPARE(done.status, 200);
    QCOMPARE(done.json["status"]["reason"].get<std::string>(), std::string("BlindTransfer"));
    rig.socket->settle();
    const Json last = rig.socket->events(kSessions).back();
    QCOMPARE(last["parties"][0]["extensionId"].get<std::string>(), std::string("8100003004"));
    QCOMPARE(codeOf(last), std::string("Proceeding"));
}

void tst_demo_ringcentral_calls::bridges()
{
    Rig rig;
    Client &client = rig.client;
    client.move("answer", client.start({{"from", "+13035550187"}}));
    const std::string party = rig.partyPath();
    QCOMPARE(client.ask("POST", party + "/hold").status, 200);
    const auto consult = client.start({{"direction", "outbound"}, {"to", "+13035550188"}});
    const Json asked = rig.sessions().back();
    const Json body = {{"telephonySessionId", asked["telephonySessionId"]}, {"partyId", asked["parties"][0]["id"]}};
    QCOMPARE(client.post(party + "/bridge", body).status, 409); // nobody there to speak to
    client.move("answer", consult);
    const Answer done = client.post(party + "/bridge", body);
    QCOMPARE(done.status, 200);
    QCOMPARE(done.json["status"]["code"].get<std::string>(), std::string("Disconnected"));
    QCOMPARE(client.control({{"do", "call.get"}, {"call", consult}})["call"]["state"].get<std::string>(), std::string("ended"));
}

void tst_demo_ringcentral_calls::ignoresAQueueCall()
{
    Rig rig;
    const auto call = rig.client.start({{"from", "+13035550187"}, {"line", "line-main"}});
    QCOMPARE(rig.client.post(rig.partyPath() + "/ignore", {{"deviceId", "800112004"}}).status, 204);
    QCOMPARE(codeOf(rig.sessions().back()), std::string("Disconnected"));
    QCOMPARE(rig.client.control({{"do", "call.get"}, {"call", call}})["call"]["state"].get<std::string>(), std::string("ringing"));
}

void tst_demo_ringcentral_calls::ringsOut()
{
    Rig rig;
    Client &client = rig.client;
    const Answer made =
        client.post(Client::ext() + "/ring-out",
                    {{"from", {{"phoneNumber", "+12065550142"}}}, {"to", {{"phoneNumber", "+13035550187"}}}, {"playPrompt", false}});
    QCOMPARE(made.status, 200);
    QCOMPARE(made.json["status"]["callStatus"].get<std::string>(), std::string("InProgress"));
    const std::string path = Client::ext() + "/ring-out/" + made.text("id");
    const auto legs = rig.sessions();
    QCOMPARE(legs[0]["origin"]["type"].get<std::string>(), std::string("RingOut"));
    QCOMPARE(legs[0]["parties"][0]["direction"].get<std::string>(), std::string("Inbound"));
    client.advance(3);
    // The rep's own leg is a session of its own; a verb that cannot reach it is refused and harms nothing.
    const std::string leg =
        kCalls + legs[0]["telephonySessionId"].get<std::string>() + "/parties/" + legs[0]["parties"][0]["id"].get<std::string>();
    QCOMPARE(client.post(leg + "/flip", {{"callFlipId", "3"}}).status, 409);
    QCOMPARE(client.get(path).json["status"]["callerStatus"].get<std::string>(), std::string("Success"));
    QCOMPARE(client.get(path).json["status"]["calleeStatus"].get<std::string>(), std::string("InProgress"));
    QCOMPARE(client.ask("DELETE", path).status, 409); // only before the first leg answers
    client.advance(5);
    QCOMPARE(client.get(path).json["status"]["callStatus"].get<std::string>(), std::string("Success"));
    const Json out = rig.sessions().back();
    QCOMPARE(out["parties"][0]["direction"].get<std::string>(), std::string("Outbound"));
    QCOMPARE(codeOf(out), std::string("Answered"));
    QVERIFY(out["sessionId"] != legs[0]["sessionId"]);
    QVERIFY(out["parties"][0]["to"]["phoneNumber"] == legs[0]["parties"][0]["from"]["phoneNumber"]); // swapped
    QCOMPARE(client.ask("DELETE", kCalls + out["telephonySessionId"].get<std::string>()).status, 204);
    QCOMPARE(client.get(path).status, 404); // finished
    client.advance(30);
    QCOMPARE(client.get(Client::ext() + "/call-log").json["records"][0]["action"].get<std::string>(), std::string("RingOut PC"));
}

void tst_demo_ringcentral_calls::ringOutFails()
{
    Rig rig;
    Client &client = rig.client;
    QCOMPARE(client.post(Client::ext() + "/ring-out", {{"to", {{"phoneNumber", "vanity"}}}}).status, 400);
    client.verb("fault", {{"name", "ringOut"}, {"callee", "Busy"}});
    const std::string path =
        Client::ext() + "/ring-out/" + client.post(Client::ext() + "/ring-out", {{"to", {{"phoneNumber", "+13035550187"}}}}).text("id");
    client.advance(7);
    const Json status = client.get(path).json["status"];
    QCOMPARE(status["callStatus"].get<std::string>(), std::string("CannotReach"));
    QCOMPARE(status["calleeStatus"].get<std::string>(), std::string("Busy"));
    client.advance(3);
    QCOMPARE(client.get(path).status, 404);
    client.advance(30);
    QCOMPARE(client.get(Client::ext() + "/call-log").json["records"][0]["result"].get<std::string>(), std::string("Busy"));
}

void tst_demo_ringcentral_calls::ringOutIsCancelled()
{
    Rig rig;
    const std::string path =
        Client::ext() + "/ring-out/" + rig.client.post(Client::ext() + "/ring-out", {{"to", {{"phoneNumber", "3035550187"}}}}).text("id");
    QCOMPARE(rig.client.ask("DELETE", path).status, 204);
    QCOMPARE(rig.client.get(path).status, 404);
    QCOMPARE(codeOf(rig.sessions().back()), std::string("Disconnected"));
    rig.client.advance(60);
    QCOMPARE(rig.client.get(Client::ext() + "/presence").json["telephonyStatus"].get<std::string>(), std::string("NoCall"));
}

void tst_demo_ringcentral_calls::callsOut()
{
    Rig rig;
    const std::string path = "/restapi/v1.0/account/~/telephony/call-out";
    const Json body = {{"from", {{"deviceId", "800112004"}}}, {"to", {{"phoneNumber", "+13035550187"}}}};
    const Answer made = rig.client.post(path, body);
    QCOMPARE(made.status, 201);
    QVERIFY(made.json["session"]["id"].get<std::string>().starts_with("s-"));
    QCOMPARE(made.json["session"]["origin"]["type"].get<std::string>(), std::string("Call"));
    rig.client.advance(10);
    QCOMPARE(codeOf(rig.sessions().back()), std::string("Answered"));
    rig.client.turn("callOutOrigin", "CallOut");
    QCOMPARE(rig.client.post(path, body).json["session"]["origin"]["type"].get<std::string>(), std::string("CallOut"));
    rig.client.turn("device", "Offline");
    QCOMPARE(rig.client.post(path, body).status, 409);
}

void tst_demo_ringcentral_calls::filtersSessions()
{
    Rig rig({"/telephony/sessions?direction=Outbound", "/telephony/sessions?statusCode=Answered"});
    rig.client.move("answer", rig.client.start({{"from", "+13035550187"}}));
    QCOMPARE(codesOf(rig.sessions()), QStringList({u"Answered"_s}));
}

QTEST_GUILESS_MAIN(tst_demo_ringcentral_calls)
#include "tst_demo_ringcentral_calls.moc"

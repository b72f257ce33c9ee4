#include "client.h"

#include <map>
#include <set>

using namespace Qt::Literals::StringLiterals;
using namespace callcard::demo;

namespace {

const std::string kSessions = "/telephony/sessions";
const std::string kLog = Client::ext() + "/call-log";
const Json kMarcus = {{"from", "+13035550187"}, {"name", "MARCUS HALE"}};

/// A connection to the gateway with any token, or with the same once more.
struct Door {
    QWebSocket socket;
    QStringList texts;
    bool hasFailed = false; // a refused upgrade, which is no close
    explicit Door(const std::string &url)
    {
        QObject::connect(&socket, QOverload<QAbstractSocket::SocketError>::of(&QWebSocket::error), &socket, [this] { hasFailed = true; });
        QObject::connect(&socket, &QWebSocket::textMessageReceived, &socket, [this](const QString &text) { texts.append(text); });
        socket.open(QUrl(QString::fromStdString(url)));
        if (!QTest::qWaitFor([this] { return !texts.isEmpty() || hasFailed || socket.state() == QAbstractSocket::UnconnectedState; }, 5000))
            qWarning("neither let in nor turned away");
    }
};

std::vector<Json> sessions(Socket &socket)
{
    socket.settle();
    return socket.events(kSessions);
}

/// The party of the first, or of the last event of one call.
Json ringingParty(Client &client, Json call = kMarcus)
{
    Socket socket(client);
    socket.subscribe({kSessions});
    client.start(std::move(call));
    return sessions(socket).at(0)["parties"][0];
}

/// The newest record of a call that went like this.
Json recordOf(Client &client, const Json &call, const std::string &end)
{
    const auto id = client.start(call);
    client.advance(10);
    client.move(end, id);
    client.advance(30);
    return client.get(kLog).json["records"][0];
}

std::string partyPath(const Json &event)
{
    return "/restapi/v1.0/account/~" + kSessions + "/" + event["telephonySessionId"].get<std::string>() + "/parties/" +
           event["parties"][0]["id"].get<std::string>();
}

/// The notification that a ringing call begins with, as a whole frame.
Json notification(Client &client)
{
    Socket socket(client);
    socket.subscribe({kSessions});
    client.start(kMarcus);
    const auto fits = [](const Json &frame) { return frame[0]["type"] == "ServerNotification"; };
    return socket.waitFor(fits) ? *socket.find(fits) : Json();
}

int authorizeStatus(Client &client, const std::string &redirect = "http%3A%2F%2Flocalhost%3A5000%2Foauth2callback",
                    const std::string &app = "callcard-demo-desktop")
{
    return client.get("/restapi/oauth/authorize?response_type=code&state=x&client_id=" + app + "&redirect_uri=" + redirect).status;
}

Json scopeWords(Client &client, const QString &part)
{
    Json words = Json::array();
    for (const QString &word : QString::fromStdString(client.byJwt().text("scope")).split(u' ')) {
        if (word.contains(part))
            words.push_back(word.toStdString());
    }
    return words;
}

Json lateRecovery(Client &client, double seconds)
{
    Socket first(client);
    first.subscribe({kSessions});
    const std::string wsc = first.wsc();
    client.verb("socket.drop");
    if (!QTest::qWaitFor([&] { return first.isClosed; }, 5000))
        return "not dropped";
    client.start(kMarcus);
    client.advance(seconds);
    Socket second(client, wsc);
    return second.frames.at(0);
}

/// What one switch changes on the wire, by its name: of every position something else.
const std::map<std::string, Json (*)(Client &)> &looks()
{
    static const std::map<std::string, Json (*)(Client &)> kLooks = {
        {"ids",
         [](Client &client) -> Json {
             const Json own = client.get(Client::ext()).json;
             return {own["id"].type_name(), own["account"]["id"].type_name()};
         }},
        {"times",
         [](Client &client) -> Json {
             Socket socket(client);
             socket.subscribe({kSessions, "/message-store"});
             client.control({{"do", "text.add"}, {"number", "+13035550187"}});
             client.start(kMarcus);
             return {sessions(socket).at(0)["eventTime"].get<std::string>().back(),
                     socket.events("/message-store").at(0)["lastUpdated"].get<std::string>().back()};
         }},
        {"timeFraction", [](Client &client) -> Json { return notification(client)[1]["body"]["eventTime"].get<std::string>().size(); }},
        {"errorBodies",
         [](Client &client) -> Json { return client.get(Client::ext() + "/message-store/1").json.value("errorCode", Json("none")); }},
        {"notFoundStatus", [](Client &client) -> Json { return client.get(Client::ext() + "/message-store/1").status; }},
        {"callerNames", [](Client &client) -> Json { return ringingParty(client)["from"]; }},
        {"callerNumbers", [](Client &client) -> Json { return ringingParty(client)["from"]; }},
        {"withheldCaller",
         [](Client &client) -> Json {
             return ringingParty(client, {{"withheld", true}})["from"];
         }},
        {"presenceNumbers",
         [](Client &client) -> Json {
             client.start(kMarcus);
             return client.get(Client::ext() + "/presence?detailedTelephonyState=true").json["activeCalls"][0]["from"];
         }},
        {"eventTime",
         [](Client &client) -> Json {
             Socket socket(client);
             socket.subscribe({kSessions});
             const auto call = client.start(kMarcus);
             client.advance(7);
             client.move("answer", call);
             const auto events = sessions(socket);
             return events.back()["eventTime"] == events.front()["eventTime"];
         }},
        {"eventPath", [](Client &client) -> Json { return notification(client)[1]["event"]; }},
        {"rcc", [](Client &client) -> Json { return ringingParty(client)["status"]["rcc"]; }},
        {"unknownWords", [](Client &client) -> Json { return ringingParty(client).contains("somethingNew"); }},
        {"agentAnsweredRecords",
         [](Client &client) -> Json {
             const auto call = client.start({{"from", "+13035550187"}, {"line", "line-main"}});
             client.control({{"do", "call.answer"}, {"call", call}, {"rep", "rep-2"}});
             client.move("end", call);
             client.advance(30);
             return client.get(kLog).json["records"][0]["result"] == "Answered Elsewhere";
         }},
        {"unansweredDuration", [](Client &client) -> Json { return recordOf(client, kMarcus, "miss")["duration"]; }},
        {"hangUpSpelling",
         [](Client &client) -> Json {
             return recordOf(client, {{"direction", "outbound"}, {"to", "+13035550187"}}, "giveup")["result"];
         }},
        {"callLogNumbers", [](Client &client) -> Json { return recordOf(client, kMarcus, "miss")["from"]["phoneNumber"]; }},
        {"voicemailSpelling",
         [](Client &client) -> Json {
             Socket socket(client);
             socket.subscribe({kSessions});
             client.move("voicemail", client.start(kMarcus));
             return sessions(socket).back()["parties"][0]["status"]["code"];
         }},
        // Sign-in
        {"oauthErrorStatus",
         [](Client &client) -> Json {
             return client
                 .form(
                     "/restapi/oauth/token",
                     {{u"grant_type"_s, u"authorization_code"_s}, {u"code"_s, u"nobodys"_s}, {u"client_id"_s, u"callcard-demo-desktop"_s}})
                 .status;
         }},
        {"badCredentialsStatus",
         [](Client &client) -> Json {
             return client
                 .form("/restapi/oauth/token",
                       {{u"grant_type"_s, u"urn:ietf:params:oauth:grant-type:jwt-bearer"_s}, {u"assertion"_s, u"a.b.c"_s}}, client.basic())
                 .status;
         }},
        {"customSchemes",
         [](Client &client) -> Json {
             client.verb("app", {{"clientId", "scheme"}, {"public", true}, {"redirectUris", {"callcard://oauth2callback"}}});
             return authorizeStatus(client, "callcard%3A%2F%2Foauth2callback", "scheme");
         }},
        {"authorizeFailure",
         [](Client &client) -> Json {
             client.verb("fault", {{"name", "authorize"}});
             return authorizeStatus(client);
         }},
        {"loginPage", [](Client &client) -> Json { return authorizeStatus(client); }},
        {"loopbackPorts", [](Client &client) -> Json { return authorizeStatus(client, "http%3A%2F%2Flocalhost%3A5999%2Foauth2callback"); }},
        {"issueRefreshTokens", [](Client &client) -> Json { return client.byJwt().json.contains("refresh_token"); }},
        {"wstokenLife", [](Client &client) -> Json { return client.ask("POST", "/restapi/oauth/wstoken").json["expires_in"]; }},
        {"wstokenReuse",
         [](Client &client) -> Json {
             const Answer token = client.ask("POST", "/restapi/oauth/wstoken");
             const std::string url = token.text("uri") + "?access_token=" + token.text("ws_access_token");
             const Door first(url), second(url);
             return {first.texts.isEmpty(), second.texts.isEmpty()};
         }},
        {"webSocketScope", [](Client &client) -> Json { return scopeWords(client, u"WebSocket"_s); }},
        {"callControlScope", [](Client &client) -> Json { return scopeWords(client, u"CallControl"_s); }},
        // Gateway
        {"noCredentialCode",
         [](Client &client) -> Json { return static_cast<int>(Door("ws" + client.base().substr(4) + "/ws").socket.closeCode()); }},
        {"badTokenCode",
         [](Client &client) -> Json {
             return static_cast<int>(Door("ws" + client.base().substr(4) + "/ws?access_token=WSATwrong").socket.closeCode());
         }},
        {"closeCode",
         [](Client &client) -> Json {
             Socket socket(client);
             client.verb("socket.timeout");
             return QTest::qWaitFor([&] { return socket.isClosed; }, 5000) ? Json(static_cast<int>(socket.qt().closeCode())) : Json();
         }},
        {"timeoutStatus",
         [](Client &client) -> Json {
             Socket socket(client);
             client.verb("socket.timeout");
             const auto isError = [](const Json &frame) { return frame[0]["type"] == "Error"; };
             return socket.waitFor(isError) ? (*socket.find(isError))[0].value("status", Json("none")) : Json();
         }},
        {"bufferedEvents", [](Client &client) -> Json { return lateRecovery(client, 1)[0]["type"]; }},
        {"lateRecovery", [](Client &client) -> Json { return lateRecovery(client, 181)[1]["recoveryErrorCode"]; }},
        {"wscFrames", [](Client &client) -> Json { return notification(client)[0].contains("wsc"); }},
        {"subscriptionHeader", [](Client &client) -> Json { return notification(client)[0]["headers"].contains("WSG-SubscriptionId"); }},
        {"subscriptionLimit",
         [](Client &client) -> Json {
             std::vector<std::unique_ptr<Socket>> open;
             while (open.size() < 40) {
                 open.push_back(std::make_unique<Socket>(client));
                 const Json answer = open.back()->subscribe({kSessions});
                 if (answer[0]["status"] != 200)
                     return {open.size() - 1, answer[0]["status"], answer[1]["errors"][0]["errorCode"]};
             }
             return Json();
         }},
        {"socketLife",
         [](Client &client) -> Json {
             Socket socket(client);
             socket.send(R"([{"type":"Heartbeat","messageId":"before"}])");
             client.verb("expire", {{"what", "access"}});
             socket.send(R"([{"type":"Heartbeat","messageId":"after"}])");
             const auto lives = [&] { return socket.find([](const Json &frame) { return frame[0]["messageId"] == "after"; }) != nullptr; };
             if (!QTest::qWaitFor([&] { return socket.isClosed || lives(); }, 5000))
                 return "neither";
             return socket.isClosed;
         }},
        {"userFilters",
         [](Client &client) -> Json {
             Socket socket(client);
             return socket.subscribe({kSessions, "/message-store"})[1].contains("disabledFilters");
         }},
        // Calls
        {"device", [](Client &client) -> Json { return client.get(Client::ext() + "/device").json["records"][0]["status"]; }},
        {"missedCallFrame",
         [](Client &client) -> Json {
             Socket socket(client);
             socket.subscribe({kSessions});
             client.control({{"do", "call.voicemail"}, {"call", client.start(kMarcus)}, {"seconds", 5}});
             client.advance(6);
             Json flags = Json::array();
             for (const Json &event : sessions(socket))
                 flags.push_back(event["parties"][0]["missedCall"]);
             return flags;
         }},
        {"missedCallsFilter",
         [](Client &client) -> Json {
             Socket socket(client);
             socket.subscribe({kSessions, "/missed-calls"});
             client.move("miss", client.start(kMarcus));
             socket.settle();
             return socket.events("/missed-calls").size();
         }},
        {"queueSetup",
         [](Client &client) -> Json {
             return ringingParty(client, {{"from", "+13035550187"}, {"line", "line-main"}})["status"]["code"];
         }},
        {"ringOutSessions",
         [](Client &client) -> Json {
             Socket socket(client);
             socket.subscribe({kSessions});
             client.post(Client::ext() + "/ring-out", {{"to", {{"phoneNumber", "+13035550187"}}}});
             client.advance(8);
             std::set<Json> ids;
             for (const Json &event : sessions(socket))
                 ids.insert(event["sessionId"]);
             return ids.size();
         }},
        {"callOutOrigin",
         [](Client &client) -> Json {
             const Json body = {{"from", {{"deviceId", "800112004"}}}, {"to", {{"phoneNumber", "+13035550187"}}}};
             return client.post("/restapi/v1.0/account/~/telephony/call-out", body).json["session"]["origin"]["type"];
         }},
        {"pickupStatus",
         [](Client &client) -> Json {
             return client.post(partyPath(notification(client)[1]["body"]) + "/pickup", {{"deviceId", "800112004"}}).status;
         }},
        {"recordingStatus",
         [](Client &client) -> Json {
             const std::string party = partyPath(notification(client)[1]["body"]);
             client.post(party + "/answer", {{"deviceId", "800112004"}});
             return client.ask("POST", party + "/recordings").status;
         }},
        {"patchParty",
         [](Client &client) -> Json {
             const std::string party = partyPath(notification(client)[1]["body"]);
             client.post(party + "/answer", {{"deviceId", "800112004"}});
             return {client.ask("PATCH", party, R"({"muted":true})").status,
                     client.ask("PATCH", party, R"({"party":{"muted":true}})").status};
         }},
        {"voicemailTranscript",
         [](Client &client) -> Json {
             Socket socket(client);
             socket.subscribe({"/message-store?type=VoiceMail"});
             const auto call = client.start(kMarcus);
             client.control({{"do", "call.voicemail"}, {"call", call}, {"seconds", 5}, {"transcription", "Please call back"}});
             client.advance(6);
             const Json mail = client.get(Client::ext() + "/message-store?messageType=VoiceMail").json["records"][0];
             client.advance(10);
             socket.settle();
             return {mail["vmTranscriptionStatus"], socket.events("/message-store").size()};
         }},
        {"dndEngine", [](Client &client) -> Json { return client.get(Client::ext() + "/presence").json.contains("dndStatus"); }},
        {"faultStatus",
         [](Client &client) -> Json {
             client.verb("fault", {{"name", "serverFault"}});
             return client.get(Client::ext()).status;
         }},
        {"rateLimitGroupCase",
         [](Client &client) -> Json {
             client.verb("limit", {{"group", "light"}, {"perWindow", 50}});
             return client.get(Client::ext()).headers.value("x-rate-limit-group").toStdString();
         }},
    };
    return kLooks;
}

/// Switches that nobody looks at here, and why.
const std::map<std::string, std::string> &elsewhere()
{
    static const std::map<std::string, std::string> kElsewhere = {
        {"verificationHeader", "of webhooks: tst_demowebhooks"},
        {"blacklisting", "of webhooks: tst_demowebhooks"},
        {"webhookRetries", "of webhooks: tst_demowebhooks"},
    };
    return kElsewhere;
}

} // namespace

/// What the protocol notes call unconfirmed can be had both ways.
class tst_demo_ringcentral_switches : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyPositionIsSeen_data();
    void everyPositionIsSeen();
    void noSwitchIsForgotten();
    void leavesNumbersOut();
    void refusesNonsense();
    void restylesIdsAndTimes();
    void shapesErrors();
    void hidesCallers_data();
    void hidesCallers();
};

void tst_demo_ringcentral_switches::everyPositionIsSeen_data()
{
    QTest::addColumn<QByteArrayList>("positions");
    Client client;
    const Json all = client.verb("switches")["result"];
    for (const Json &one : all) {
        QByteArrayList positions;
        for (const Json &position : one["positions"])
            positions.append(QByteArray::fromStdString(position.get<std::string>()));
        if (looks().contains(one["name"].get<std::string>()))
            QTest::newRow(one["name"].get<std::string>().c_str()) << positions;
    }
}

void tst_demo_ringcentral_switches::everyPositionIsSeen()
{
    QFETCH(QByteArrayList, positions);
    const std::string name = QTest::currentDataTag();
    std::set<std::string> seen;
    Json all = Json::object();
    for (const QByteArray &position : positions) {
        Client client;
        client.signIn();
        client.turn(name, position.toStdString());
        const Json look = looks().at(name)(client);
        all[position.toStdString()] = look;
        seen.insert(look.dump());
        // Whatever it says, the service lives.
        QCOMPARE(client.get("/restapi/v1.0").status, 200);
    }
    QVERIFY2(!seen.contains("null"), all.dump().c_str());
    QVERIFY2(seen.size() == static_cast<std::size_t>(positions.size()), all.dump().c_str());
}

void tst_demo_ringcentral_switches::noSwitchIsForgotten()
{
    Client client;
    std::set<std::string> switches, known;
    const Json all = client.verb("switches")["result"];
    for (const Json &one : all) {
        if (!one["positions"].empty())
            switches.insert(one["name"].get<std::string>());
    }
    for (const auto &[name, look] : looks())
        known.insert(name);
    for (const auto &[name, why] : elsewhere())
        QVERIFY2(known.insert(name).second, name.c_str());
    QVERIFY(switches.size() > 50);
    QCOMPARE(known, switches);
}

void tst_demo_ringcentral_switches::leavesNumbersOut()
{
    Client client;
    client.signIn();
    client.turn("sequenceGap", 99'999'999);
    Socket socket(client);
    socket.subscribe({kSessions});
    const auto call = client.start(kMarcus);
    client.move("answer", call);
    for (int i = 0; i < 12; ++i) {
        client.move("hold", call);
        client.move("unhold", call);
    }
    std::int64_t last = 0;
    const auto events = sessions(socket);
    for (const Json &event : events) {
        QVERIFY2(event["sequence"].get<std::int64_t>() > last, event.dump().c_str());
        last = event["sequence"].get<std::int64_t>();
    }
    QVERIFY(last > 2'500'000'000);
}

void tst_demo_ringcentral_switches::refusesNonsense()
{
    Client client;
    const auto ask = [&](Json arguments) {
        arguments["service"] = "ringcentral";
        return client.control(arguments);
    };
    QCOMPARE(ask({{"do", "switch"}, {"name", "ids"}, {"position", "roman"}})["ok"].get<bool>(), false);
    QCOMPARE(ask({{"do", "switch"}, {"name", "nothing"}, {"position", "on"}})["ok"].get<bool>(), false);
    QCOMPARE(ask({{"do", "switch"}, {"name", "callLogLag"}, {"position", "long"}})["ok"].get<bool>(), false);
    QCOMPARE(ask({{"do", "fault"}, {"name", "nothing"}})["ok"].get<bool>(), false);
    QCOMPARE(ask({{"do", "sing"}})["ok"].get<bool>(), false);
}

void tst_demo_ringcentral_switches::restylesIdsAndTimes()
{
    Client client;
    client.signIn();
    const std::string path = "/restapi/v1.0/account/~/extension/~";
    QVERIFY(client.get(path).json["id"].is_number());
    client.turn("ids", "strings");
    QVERIFY(client.get(path).json["id"].is_string());
    client.turn("ids", "numbers");
    QVERIFY(client.get(path).json["account"]["id"].is_number());
    client.turn("times", "offset");
    client.turn("timeFraction", "0");
    const std::string time = client.get(path + "/call-log?dateFrom=2026-11-01").json["records"][0]["startTime"].get<std::string>();
    QVERIFY2(time.ends_with("+0000") && time.size() == 24, time.c_str());
}

void tst_demo_ringcentral_switches::shapesErrors()
{
    Client client;
    client.signIn();
    const auto body = [&] { return client.get("/restapi/v1.0/account/~/extension/1").json; };
    QCOMPARE(body()["errorCode"].get<std::string>(), std::string("ResourceNotFound"));
    client.turn("errorBodies", "numbered");
    QCOMPARE(body()["errorCode"].get<std::string>(), std::string("CMN-102"));
    client.turn("errorBodies", "errorsOnly");
    QVERIFY(!body().contains("errorCode"));
    QCOMPARE(body()["errors"][0]["errorCode"].get<std::string>(), std::string("CMN-102"));
    client.turn("notFoundStatus", "400");
    QCOMPARE(client.get("/restapi/v1.0/account/~/extension/1").status, 400);
}

void tst_demo_ringcentral_switches::hidesCallers_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("position");
    QTest::addColumn<bool>("withheld");
    QTest::addColumn<QByteArray>("from");
    QTest::newRow("anonymous") << u"withheldCaller"_s << u"anonymous"_s << true << QByteArray(R"({"phoneNumber":"anonymous"})");
    QTest::newRow("missing") << u"withheldCaller"_s << u"missing"_s << true << QByteArray("{}");
    QTest::newRow("empty") << u"withheldCaller"_s << u"empty"_s << true << QByteArray(R"({"phoneNumber":""})");
    QTest::newRow("Unknown") << u"withheldCaller"_s << u"Unknown"_s << true << QByteArray(R"({"name":"Unknown"})");
    QTest::newRow("no names") << u"callerNames"_s << u"absent"_s << false << QByteArray(R"({"phoneNumber":"+13035550187"})");
    QTest::newRow("no numbers") << u"callerNumbers"_s << u"absent"_s << false << QByteArray(R"({"name":"MARCUS HALE"})");
    QTest::newRow("masked") << u"callerNumbers"_s << u"masked"_s << false
                            << QByteArray(R"({"name":"MARCUS HALE","phoneNumber":"+1303555XXXX"})");
}

void tst_demo_ringcentral_switches::hidesCallers()
{
    QFETCH(QString, name);
    QFETCH(QString, position);
    QFETCH(bool, withheld);
    QFETCH(QByteArray, from);
    Client client;
    client.signIn();
    client.turn(name.toStdString(), position.toStdString());
    Socket socket(client);
    socket.subscribe({"/telephony/sessions"});
    client.start(withheld ? Json{{"withheld", true}} : Json{{"from", "+13035550187"}, {"name", "MARCUS HALE"}});
    QVERIFY(socket.waitForEvents("/telephony/sessions", 1));
    QCOMPARE(QByteArray::fromStdString(socket.events("/telephony/sessions")[0]["parties"][0]["from"].dump()), from);
}

QTEST_GUILESS_MAIN(tst_demo_ringcentral_switches)
#include "tst_demo_ringcentral_switches.moc"

#include "client.h"

using namespace Qt::Literals::StringLiterals;
using namespace callcard::demo;

/// What the protocol notes call unconfirmed can be had both ways.
class tst_demo_ringcentral_switches : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesEveryAnswer();
    void refusesNonsense();
    void restylesIdsAndTimes();
    void shapesErrors();
    void hidesCallers_data();
    void hidesCallers();
};

void tst_demo_ringcentral_switches::takesEveryAnswer()
{
    Client client;
    client.signIn();
    const Json all = client.verb("switches")["result"];
    QVERIFY(all.size() > 50);
    for (const Json &one : all) {
        for (const Json &position : one["positions"]) {
            client.turn(one["name"].get<std::string>(), position);
            // Whatever it says, a call is told and the service lives.
            const auto call = client.start({{"from", "+13035550187"}, {"name", "MARCUS HALE"}});
            client.move("miss", call);
            QVERIFY(client.get("/restapi/v1.0").status == 200);
            QVERIFY(client.get(Client::ext() + "/call-log").status == 200);
        }
        client.turn(one["name"].get<std::string>(), one.contains("default") ? one["default"] : one["position"]);
    }
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

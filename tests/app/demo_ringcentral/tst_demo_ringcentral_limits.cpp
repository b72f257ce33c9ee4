#include "client.h"

using namespace Qt::Literals::StringLiterals;
using namespace callcard::demo;

/// Section 1.4: counted per group, penalties that start again.
class tst_demo_ringcentral_limits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsDown();
    void penaltyStartsAgain();
    void boundsThePenalty();
    void authIsShared();
    void groupsAreApart();
};

namespace {

constexpr auto kLog = "/restapi/v1.0/account/~/extension/~/call-log";

Client &signedIn(Client &client)
{
    client.token = client.byJwt().text("access_token");
    return client;
}

} // namespace

void tst_demo_ringcentral_limits::countsDown()
{
    Client client;
    signedIn(client);
    for (int i = 0; i < 10; ++i) {
        const Answer answer = client.get(kLog);
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.headers.value("x-rate-limit-group").toLower(), QByteArray("heavy"));
        QCOMPARE(answer.headers.value("x-rate-limit-limit"), QByteArray("10"));
        QCOMPARE(answer.headers.value("x-rate-limit-remaining"), QByteArray::number(9 - i));
        QCOMPARE(answer.headers.value("x-rate-limit-window"), QByteArray("60"));
    }
    const Answer refused = client.get(kLog);
    QCOMPARE(refused.status, 429);
    QCOMPARE(refused.code(), std::string("CMN-301"));
    QCOMPARE(refused.headers.value("retry-after"), QByteArray("60"));
}

void tst_demo_ringcentral_limits::penaltyStartsAgain()
{
    Client client;
    signedIn(client);
    client.verb("limit", {{"group", "heavy"}, {"perWindow", 1}});
    QCOMPARE(client.get(kLog).status, 200);
    QCOMPARE(client.get(kLog).status, 429);
    QCOMPARE(client.counter("requestsDuringPenalty"), 0);
    client.advance(59);
    QCOMPARE(client.get(kLog).status, 429); // asked too early: another minute
    QCOMPARE(client.counter("requestsDuringPenalty"), 1);
    client.advance(59);
    QCOMPARE(client.get(kLog).status, 429);
    client.advance(61);
    QCOMPARE(client.get(kLog).status, 200);
    const Json report = client.verb("limits");
    QCOMPARE(report["heavy"]["admitted"].get<int>(), 2);
    QCOMPARE(report["heavy"]["refused"].get<int>(), 3);
    QCOMPARE(report["heavy"]["duringPenalty"].get<int>(), 2);
}

void tst_demo_ringcentral_limits::boundsThePenalty()
{
    Client client;
    signedIn(client);
    client.verb("limit", {{"penalty", 9'000'000'000'000'000'000}});
    client.verb("limit", {{"group", "heavy"}, {"exhaust", true}});
    QCOMPARE(client.get(kLog).headers.value("retry-after"), QByteArray("86400"));
    client.advance(86'401);
    QCOMPARE(client.byJwt().status, 200);
    client.token = client.byJwt().text("access_token");
    QCOMPARE(client.get(kLog).status, 200);
}

void tst_demo_ringcentral_limits::authIsShared()
{
    Client client;
    signedIn(client); // one
    for (int i = 0; i < 4; ++i)
        QCOMPARE(client.ask("POST", "/restapi/oauth/wstoken").status, 200);
    QCOMPARE(client.ask("POST", "/restapi/oauth/wstoken").status, 429);
    QCOMPARE(client.byJwt().status, 429);
}

void tst_demo_ringcentral_limits::groupsAreApart()
{
    Client client;
    signedIn(client);
    client.verb("limit", {{"group", "heavy"}, {"exhaust", true}});
    QCOMPARE(client.get(kLog).status, 429);
    QCOMPARE(client.get(Client::ext()).status, 200);
    QCOMPARE(client.get("/restapi/v1.0").status, 200); // no token, no limit
    QVERIFY(!client.get("/restapi/v1.0").headers.contains("x-rate-limit-group"));
}

QTEST_GUILESS_MAIN(tst_demo_ringcentral_limits)
#include "tst_demo_ringcentral_limits.moc"

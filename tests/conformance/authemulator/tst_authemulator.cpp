// Callcard's own Firebase sign-in against Google's Auth emulator, and the same against the demo cloud: what the one accepts and refuses,
// the other must. The demo cloud's own tests may share our misreadings, Google's emulator does not.
#include "authserver.h"

#include <QJsonDocument>
#include <QTest>
#include <QUuid>

using namespace callcard;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

QJsonObject claims(const Secret &token)
{
    const QByteArray middle = token.reveal().split('.').value(1);
    return QJsonDocument::fromJson(QByteArray::fromBase64(middle, QByteArray::Base64UrlEncoding)).object();
}

const QString kPassword = u"a long \"password\" with ümlauts"_s;

} // namespace

class tst_AuthEmulator : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data()
    {
        QTest::addColumn<int>("server");
        QTest::newRow("Google's emulator") << 0;
        QTest::newRow("demo cloud") << 1;
    }

    void initTestCase()
    {
        servers[0] = std::make_unique<AuthServer>(qEnvironmentVariable("CALLCARD_NODE"), QStringList{u"serve.cjs"_s});
        servers[1] = std::make_unique<AuthServer>(qEnvironmentVariable("CALLCARD_DEMO"),
                                                  QStringList{u"--quiet"_s, u"--customers"_s, u"20"_s, u"--days"_s, u"1"_s});
        for (const auto &each : servers)
            QCOMPARE(each->start(), QString());
    }

    void init()
    {
        QFETCH_GLOBAL(int, server);
        at = servers[std::size_t(server)].get();
        client = std::make_unique<HttpClient>(clock, traffic);
        secrets = std::make_unique<MemorySecrets>();
        email = QUuid::createUuid().toString(QUuid::WithoutBraces) + u"@rep.example"_s;
        id = at->signUp(*client, email, kPassword);
        QVERIFY(!id.isEmpty());
        auth = std::make_unique<FirebaseAuth>(at->app(), sendDirectly(*client), clock);
        keeper = std::make_unique<TokenKeeper>(*auth, *secrets, u"firebase-session"_s, clock, firebaseTokenPolicy());
    }

    void cleanup()
    {
        keeper.reset();
        auth.reset();
        client.reset();
    }

    void cleanupTestCase()
    {
        for (auto &each : servers)
            each.reset();
    }

    void signsInByPassword()
    {
        const auto tokens = password(email, kPassword);
        QVERIFY(tokens);
        QCOMPARE(tokens->user, id);
        QCOMPARE(tokens->email, email);
        QCOMPARE(tokens->lifetime, 3600s);
        QVERIFY(!tokens->refresh.isEmpty());
        const QJsonObject told = claims(tokens->access);
        QCOMPARE(told["aud"_L1].toString(), at->project());
        QCOMPARE(told["iss"_L1].toString(), u"https://securetoken.google.com/"_s + at->project());
        QCOMPARE(told["sub"_L1].toString(), id);
        QCOMPARE(told["email"_L1].toString(), email);
        QCOMPARE(told["exp"_L1].toInteger() - told["iat"_L1].toInteger(), 3600);
        QCOMPARE(at->whose(*client, tokens->access), id);
    }

    void signsInWithoutAPerson()
    {
        FirebaseApp app = at->app();
        app.email = email;
        app.password = Secret(kPassword);
        FirebaseAuth silent(app, sendDirectly(*client), clock);
        TokenKeeper kept(silent, *secrets, u"firebase-session"_s, clock, firebaseTokenPolicy());
        const auto token = QCoro::waitFor(kept.accessToken({}));
        QVERIFY(token);
        QCOMPARE(at->whose(*client, *token), id);
        QCOMPARE(kept.user(), id);
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("who");
        QTest::addColumn<QString>("with");
        QTest::newRow("a wrong password") << QString() << u"wrong"_s;
        QTest::newRow("a stranger") << u"nobody@nowhere.example"_s << kPassword;
        QTest::newRow("no password") << QString() << QString();
        QTest::newRow("no address") << u"not an address"_s << kPassword;
    }

    void refuses()
    {
        QFETCH(const QString, who);
        QFETCH(const QString, with);
        const auto refused = password(who.isEmpty() ? email : who, with);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::SignInNeeded);
    }

    void refreshes()
    {
        adopt();
        const auto token = QCoro::waitFor(keeper->freshToken({}));
        QVERIFY(token);
        QCOMPARE(keeper->refreshes(), quint64(1));
        QCOMPARE(keeper->state(), TokenKeeper::State::SignedIn);
        QCOMPARE(keeper->user(), id);
        QCOMPARE(claims(*token)["sub"_L1].toString(), id);
        QCOMPARE(at->whose(*client, *token), id);
        // What the refresh gave is good for another one.
        QVERIFY(QCoro::waitFor(keeper->freshToken({})));
        QCOMPARE(keeper->refreshes(), quint64(2));
    }

    void aSessionOutlivesTheProgram()
    {
        adopt();
        TokenKeeper next(*auth, *secrets, u"firebase-session"_s, clock, firebaseTokenPolicy());
        const auto token = QCoro::waitFor(next.freshToken({}));
        QVERIFY(token);
        QCOMPARE(at->whose(*client, *token), id);
        QCOMPARE(next.user(), id);
    }

    void aDisabledUserIsSignedOut()
    {
        adopt();
        at->disable(*client, id);
        refusedForGood();
    }

    void aRemovedUserIsSignedOut()
    {
        adopt();
        at->remove(*client, id);
        refusedForGood();
    }

    void aRefreshTokenOfNobody()
    {
        const auto refused = QCoro::waitFor(auth->refresh(Secret(u"bm9ib2R5J3M"_s), {}));
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::SignInNeeded);
    }

    void signingOutForgets()
    {
        adopt();
        QVERIFY(QCoro::waitFor(keeper->signOut({})));
        QCOMPARE(keeper->state(), TokenKeeper::State::SignedOut);
        QCOMPARE(QCoro::waitFor(secrets->names({})).value_or(QStringList{u"?"_s}), QStringList());
        QCOMPARE(QCoro::waitFor(keeper->accessToken({})).error().kind, ErrorKind::SignInNeeded);
    }

private:
    Result<Tokens> password(const QString &who, const QString &with)
    {
        return QCoro::waitFor(auth->signInWithPassword(who, Secret(with), {}));
    }

    void adopt()
    {
        auto tokens = password(email, kPassword);
        QVERIFY(tokens);
        QVERIFY(QCoro::waitFor(keeper->adopt(*tokens, {})));
        QCOMPARE(keeper->state(), TokenKeeper::State::SignedIn);
    }

    void refusedForGood()
    {
        const auto refresh = QCoro::waitFor(keeper->freshToken({}));
        QVERIFY(!refresh);
        QCOMPARE(refresh.error().kind, ErrorKind::SignInNeeded);
        QCOMPARE(keeper->state(), TokenKeeper::State::SignedOut);
        const auto again = password(email, kPassword);
        QVERIFY(!again);
        QCOMPARE(again.error().kind, ErrorKind::SignInNeeded);
    }

    SystemClock clock;
    TrafficLedger traffic;
    std::array<std::unique_ptr<AuthServer>, 2> servers;
    AuthServer *at = nullptr;
    std::unique_ptr<HttpClient> client;
    std::unique_ptr<MemorySecrets> secrets;
    std::unique_ptr<FirebaseAuth> auth;
    std::unique_ptr<TokenKeeper> keeper;
    QString email;
    QString id;
};

QTEST_GUILESS_MAIN(tst_AuthEmulator)
#include "tst_authemulator.moc"

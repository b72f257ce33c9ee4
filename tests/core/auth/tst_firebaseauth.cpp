#include <callcard/firebaseauth.h>
#include <callcard/testing/fakeclock.h>
#include <callcard/testing/loopbackserver.h>

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <QUrlQuery>

using namespace callcard;
using namespace callcard::testing;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

QCoro::Task<> keep(QCoro::Task<Result<Tokens>> task, std::optional<Result<Tokens>> &out)
{
    out = co_await task;
}

QByteArray problem(const char *message)
{
    return "{\"error\":{\"code\":400,\"message\":\"" + QByteArray(message) + "\",\"errors\":[{\"message\":\"x\",\"reason\":\"invalid\"}]}}";
}

} // namespace

class tst_FirebaseAuth : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        clock = std::make_unique<FakeClock>();
        traffic = std::make_unique<TrafficLedger>();
        server = std::make_unique<LoopbackServer>();
        client = std::make_unique<HttpClient>(*clock, *traffic);
        const auto emulated = withAuthEmulator({.apiKey = u"key+1"_s}, server->url().authority());
        app = emulated.value_or(FirebaseApp());
    }

    void cleanup()
    {
        client.reset();
        server.reset();
    }

    void password()
    {
        server->queue(Script::json(R"({"localId":"uAbc","idToken":"J.W.T","refreshToken":"r1","expiresIn":"3600","registered":true})"));
        FirebaseAuth auth(app, sendDirectly(*client), *clock);
        const auto tokens = QCoro::waitFor(auth.signInWithPassword(u" rep@example.test "_s, Secret(u"p\"w"_s), {}));
        QVERIFY(tokens);
        QCOMPARE(tokens->access.revealText(), u"J.W.T"_s);
        QCOMPARE(tokens->refresh.revealText(), u"r1"_s);
        QCOMPARE(tokens->lifetime, 3600s);
        QCOMPARE(tokens->user, u"uAbc"_s);
        QCOMPARE(tokens->email, u"rep@example.test"_s);
        const ReceivedRequest &got = server->received().first();
        QCOMPARE(got.target, QByteArray("/identitytoolkit.googleapis.com/v1/accounts:signInWithPassword?key=key%2B1"));
        QCOMPARE(got.headers.value("content-type"), QByteArray("application/json"));
        QCOMPARE(QJsonDocument::fromJson(got.body).object(),
                 (QJsonObject{{u"email"_s, u"rep@example.test"_s}, {u"password"_s, u"p\"w"_s}, {u"returnSecureToken"_s, true}}));
    }

    void refreshing()
    {
        server->queue(Script::json(
            R"({"id_token":"J2","access_token":"J2","refresh_token":"r2","expires_in":"3600","token_type":"Bearer","user_id":"uAbc","project_id":"123"})"));
        FirebaseAuth auth(app, sendDirectly(*client), *clock);
        const auto tokens = QCoro::waitFor(auth.refresh(Secret(u"r/1+"_s), {}));
        QCOMPARE(tokens->access.revealText(), u"J2"_s);
        QCOMPARE(tokens->refresh.revealText(), u"r2"_s);
        QCOMPARE(tokens->user, u"uAbc"_s);
        const ReceivedRequest &got = server->received().first();
        QCOMPARE(got.target, QByteArray("/securetoken.googleapis.com/v1/token?key=key%2B1"));
        QCOMPARE(got.body, QByteArray("grant_type=refresh_token&refresh_token=r%2F1%2B"));
    }

    void silently()
    {
        FirebaseAuth none(app, sendDirectly(*client), *clock);
        QCOMPARE(QCoro::waitFor(none.signInSilently({})).error().kind, ErrorKind::SignInNeeded);
        app.email = u"rep@example.test"_s;
        app.password = Secret(u"pw"_s);
        server->queue(Script::json(R"({"localId":"u","idToken":"J","refreshToken":"r","expiresIn":"3600"})"));
        FirebaseAuth auth(app, sendDirectly(*client), *clock);
        QVERIFY(QCoro::waitFor(auth.signInSilently({})));
    }

    void problems_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("kind");
        const auto row = [](const char *code, const char *kind, int status = 400) {
            QTest::newRow(code) << problem(code) << status << QString::fromLatin1(kind);
        };
        for (const char *code : {"INVALID_LOGIN_CREDENTIALS", "EMAIL_NOT_FOUND", "INVALID_PASSWORD", "USER_DISABLED", "INVALID_EMAIL",
                                 "MISSING_PASSWORD", "TOKEN_EXPIRED", "USER_NOT_FOUND", "INVALID_REFRESH_TOKEN", "INVALID_GRANT_TYPE",
                                 "MISSING_REFRESH_TOKEN", "PROJECT_NUMBER_MISMATCH", "USER_DISABLED : The account has been disabled."})
            row(code, "sign-in-needed");
        row("TOO_MANY_ATTEMPTS_TRY_LATER : Access disabled.", "rate-limited");
        row("OPERATION_NOT_ALLOWED", "refused");
        row("PASSWORD_LOGIN_DISABLED", "refused");
        row("INVALID_IDP_RESPONSE : no", "refused");
        row("API key not valid. Please pass a valid API key.", "refused");
        row("Requests from referer <empty> are blocked.", "refused", 403);
        row("SOMETHING_NEW", "refused");
        QTest::newRow("500") << problem("INTERNAL") << 500 << u"server-fault"_s;
        QTest::newRow("503") << QByteArray() << 503 << u"server-fault"_s;
        QTest::newRow("429") << problem("RESOURCE_EXHAUSTED") << 429 << u"rate-limited"_s;
        QTest::newRow("400 without words") << QByteArray() << 400 << u"server-fault"_s;
        QTest::newRow("mfa") << QByteArray(R"({"mfaPendingCredential":"x","mfaInfo":[]})") << 200 << u"refused"_s;
        QTest::newRow("needConfirmation") << QByteArray(R"({"needConfirmation":true,"idToken":"x"})") << 200 << u"refused"_s;
        QTest::newRow("errorMessage") << QByteArray(R"({"errorMessage":"FEDERATED_USER_ID_ALREADY_LINKED"})") << 200 << u"refused"_s;
        QTest::newRow("empty object") << QByteArray("{}") << 200 << u"bad-payload"_s;
        QTest::newRow("no JSON") << QByteArray("hello") << 200 << u"bad-payload"_s;
    }

    void problems()
    {
        QFETCH(QByteArray, body);
        QFETCH(int, status);
        QFETCH(QString, kind);
        for (int i = 0; i < 2; ++i)
            server->queue(Script::json(body, status));
        FirebaseAuth auth(app, sendDirectly(*client), *clock);
        QCOMPARE(errorKindName(QCoro::waitFor(auth.signInWithPassword(u"a@example.test"_s, Secret(u"x"_s), {})).error().kind), kind);
        QCOMPARE(errorKindName(QCoro::waitFor(auth.refresh(Secret(u"x"_s), {})).error().kind), kind);
    }

    void google()
    {
        server->queue(Script::json(R"({"access_token":"ya29","id_token":"G.I.D+","expires_in":3599,"token_type":"Bearer"})"));
        server->queue(Script::json(R"({"localId":"u","email":"rep@example.test","idToken":"J","refreshToken":"r","expiresIn":"3600"})"));
        FirebaseAuth auth(app, sendDirectly(*client), *clock);
        QUrl opened;
        const BrowserOpener open = [&opened](const QUrl &url) {
            opened = url;
            return true;
        };
        const GoogleClient google{.authorizeUrl = server->url(u"/auth"_s),
                                  .tokenUrl = server->url(u"/token"_s),
                                  .clientId = u"desktop.apps"_s,
                                  .clientSecret = Secret(u"not so secret"_s)};
        std::optional<Result<Tokens>> out;
        TaskScope scope;
        scope.start(keep(auth.signInWithGoogle(google, open, {}, scope.stopToken()), out));
        const QUrlQuery query(opened);
        QCOMPARE(query.queryItemValue(u"scope"_s, QUrl::FullyDecoded), u"openid email profile"_s);
        QUrl back(query.queryItemValue(u"redirect_uri"_s, QUrl::FullyDecoded));
        QCOMPARE(back.host(), u"127.0.0.1"_s);
        back.setQuery(u"state="_s + query.queryItemValue(u"state"_s) + u"&code=4%2F0A"_s);
        QVERIFY(QCoro::waitFor(client->send(HttpRequest::get(back), {})));
        QTRY_VERIFY(out);
        QCOMPARE((*out)->email, u"rep@example.test"_s);
        const QUrlQuery exchange(QString::fromLatin1(server->received().at(0).body));
        QCOMPARE(exchange.queryItemValue(u"code"_s, QUrl::FullyDecoded), u"4/0A"_s);
        QCOMPARE(exchange.queryItemValue(u"client_secret"_s, QUrl::FullyDecoded), u"not so secret"_s);
        QCOMPARE(QJsonDocument::fromJson(server->received().at(1).body).object(),
                 (QJsonObject{{u"postBody"_s, u"id_token=G.I.D%2B&providerId=google.com"_s},
                              {u"requestUri"_s, u"http://localhost"_s},
                              {u"returnSecureToken"_s, true},
                              {u"returnIdpCredential"_s, true}}));
    }

    void emulators_data()
    {
        QTest::addColumn<QString>("value");
        QTest::addColumn<bool>("accepted");
        QTest::newRow("loopback") << u"127.0.0.1:9099"_s << true;
        QTest::newRow("localhost") << u"localhost:9099"_s << true;
        QTest::newRow("ipv6") << u"[::1]:9099"_s << true;
        QTest::newRow("another computer") << u"10.0.0.5:9099"_s << false;
        QTest::newRow("a name") << u"emulator.example:9099"_s << false;
        QTest::newRow("with scheme") << u"http://127.0.0.1:9099"_s << false;
        QTest::newRow("no port") << u"127.0.0.1"_s << false;
        QTest::newRow("with path") << u"127.0.0.1:9099/x"_s << false;
        QTest::newRow("user trick") << u"127.0.0.1:80@evil.example:9099"_s << false;
        QTest::newRow("nonsense") << u":::"_s << false;
    }

    void emulators()
    {
        QFETCH(QString, value);
        QFETCH(bool, accepted);
        const auto changed = withAuthEmulator({}, value);
        QCOMPARE(changed.has_value(), accepted);
        if (accepted) {
            QVERIFY(changed->isEmulator);
            QCOMPARE(changed->identity.toString(), u"http://"_s + value + u"/identitytoolkit.googleapis.com"_s);
        }
        QVERIFY(!withAuthEmulator({}, QString())->isEmulator);
    }

private:
    std::unique_ptr<FakeClock> clock;
    std::unique_ptr<TrafficLedger> traffic;
    std::unique_ptr<LoopbackServer> server;
    std::unique_ptr<HttpClient> client;
    FirebaseApp app;
};

QTEST_GUILESS_MAIN(tst_FirebaseAuth)
#include "tst_firebaseauth.moc"

#include <callcard/ringcentralauth.h>
#include <callcard/testing/fakeclock.h>
#include <callcard/testing/loopbackserver.h>

#include <QTest>
#include <QUrlQuery>

using namespace callcard;
using namespace callcard::testing;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QByteArray kTokens = R"({"access_token":"SUE1","token_type":"bearer","expires_in":3599,"refresh_token":"SUY1",
"refresh_token_expires_in":604800,"scope":"ReadAccounts","owner_id":"8100002004","endpoint_id":"kQ2","session_id":"x","new":[1,{"a":null}]})";

QCoro::Task<> keep(QCoro::Task<Result<Tokens>> task, std::optional<Result<Tokens>> &out)
{
    out = co_await task;
}

} // namespace

class tst_RingCentralAuth : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        clock = std::make_unique<FakeClock>();
        traffic = std::make_unique<TrafficLedger>();
        server = std::make_unique<LoopbackServer>();
        client = std::make_unique<HttpClient>(*clock, *traffic);
    }

    void cleanup()
    {
        client.reset();
        server.reset();
    }

    void jwt()
    {
        server->queue(Script::json(kTokens));
        RingCentralAuth auth = confidential();
        const auto tokens = QCoro::waitFor(auth.signInSilently({}));
        QVERIFY(tokens);
        QCOMPARE(tokens->access.revealText(), u"SUE1"_s);
        QCOMPARE(tokens->refresh.revealText(), u"SUY1"_s);
        QCOMPARE(tokens->lifetime, 3599s);
        QCOMPARE(tokens->user, u"8100002004"_s);
        const ReceivedRequest &got = server->received().first();
        QCOMPARE(got.method + ' ' + got.target, QByteArray("POST /restapi/oauth/token"));
        QCOMPARE(got.headers.value("authorization"), "Basic " + QByteArray("id:secret").toBase64());
        QCOMPARE(got.headers.value("content-type"), QByteArray("application/x-www-form-urlencoded"));
        QCOMPARE(got.body, QByteArray("grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer&assertion=eyJ.x.y"));
    }

    void withoutAJwtAPersonIsNeeded()
    {
        RingCentralAuth auth = publicApp();
        QCOMPARE(QCoro::waitFor(auth.signInSilently({})).error().kind, ErrorKind::SignInNeeded);
        QVERIFY(server->received().isEmpty());
    }

    void aPublicClientSendsNoHeader()
    {
        server->queue(Script::json(kTokens));
        RingCentralAuth auth = publicApp();
        QVERIFY(QCoro::waitFor(auth.refresh(Secret(u"SUY+/0"_s), {})));
        const ReceivedRequest &got = server->received().first();
        QVERIFY(!got.headers.contains("authorization"));
        QCOMPARE(got.body, QByteArray("grant_type=refresh_token&refresh_token=SUY%2B%2F0&client_id=id&endpoint_id=this-computer"));
    }

    void answers_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("kind");
        QTest::addColumn<int>("retryAfter");
        const auto row = [](const char *name, const Script &script, const char *kind, int retryAfter = -1) {
            QTest::newRow(name) << script.pieces.first() << QString::fromLatin1(kind) << retryAfter;
        };
        const QByteArray invalidGrant =
            R"({"error":"invalid_grant","error_description":"x","errors":[{"errorCode":"OAU-210","message":"x"}]})";
        row("refresh token expired", Script::json(invalidGrant, 400), "sign-in-needed");
        row("bad client", Script::json(R"({"error":"invalid_client","errors":[{"errorCode":"OAU-153"}]})", 401), "sign-in-needed");
        row("grant not allowed", Script::json(R"({"errorCode":"OAU-112"})", 403), "sign-in-needed");
        row("404", Script::json("{}", 404), "sign-in-needed");
        row("408", Script::json("{}", 408), "timed-out");
        row("429", Script::http(429, R"({"errorCode":"CMN-301"})", {"Retry-After: 60"}), "rate-limited", 60);
        row("500", Script::json("{}", 500), "server-fault");
        row("503", Script::http(503, {}, {"Retry-After: 5"}), "server-fault", 5);
        row("a proxy's 403", Script::http(403, "<html>blocked</html>", {"Content-Type: text/html"}), "offline");
        row("a bare 400", Script::http(400, "Bad Request"), "server-fault");
        row("captive portal", Script::http(200, "<html>welcome</html>", {"Content-Type: text/html"}), "offline");
        row("redirect", Script::http(302, {}, {"Location: https://else.example/"}), "server-fault");
        row("no JSON", Script::json("oops"), "bad-payload");
        row("an array", Script::json("[]"), "bad-payload");
        row("no token", Script::json(R"({"token_type":"bearer"})"), "bad-payload");
        row("token of a wrong type", Script::json(R"({"access_token":["x"]})"), "bad-payload");
        row("deep", Script::json(QByteArray(5000, '[')), "bad-payload");
        row("huge", Script::json("\"" + QByteArray(400'000, 'x') + "\""), "bad-payload");
        row("truncated", Script::raw("HTTP/1.1 200 OK\r\nContent-Length: 400\r\n\r\n{\"acc", Script::End::Close), "timed-out");
    }

    void answers()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, kind);
        QFETCH(int, retryAfter);
        server->respond([&](const ReceivedRequest &) { return Script::raw(bytes, Script::End::Close); });
        RingCentralAuth auth = publicApp();
        const auto tokens = QCoro::waitFor(auth.refresh(Secret(u"SUY0"_s), {}));
        QVERIFY(!tokens);
        QCOMPARE(errorKindName(tokens.error().kind), kind);
        QCOMPARE(tokens.error().retryAfter ? int(tokens.error().retryAfter->count()) : -1, retryAfter);
        QCOMPARE(server->received().size(), 1); // a single-use token is spent once
        QVERIFY(!tokens.error().detail.contains("SUY0"_L1));
    }

    void oddLifetimes_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<int>("seconds");
        QTest::newRow("number") << QByteArray("7199") << 7199;
        QTest::newRow("text") << QByteArray("\"7199\"") << 7199;
        QTest::newRow("negative") << QByteArray("-1") << 3600;
        QTest::newRow("zero") << QByteArray("0") << 3600;
        QTest::newRow("absurd") << QByteArray("1e300") << 86400;
        QTest::newRow("null") << QByteArray("null") << 3600;
        QTest::newRow("words") << QByteArray("\"soon\"") << 3600;
    }

    void oddLifetimes()
    {
        QFETCH(QByteArray, value);
        QFETCH(int, seconds);
        server->queue(Script::json("{\"access_token\":\"a\",\"owner_id\":8100002004,\"expires_in\":" + value + "}"));
        RingCentralAuth auth = publicApp();
        const auto tokens = QCoro::waitFor(auth.refresh(Secret(u"r"_s), {}));
        QCOMPARE(tokens->lifetime, std::chrono::seconds(seconds));
        QCOMPARE(tokens->user, u"8100002004"_s); // ids come as numbers too
    }

    void revoking()
    {
        server->queue(Script::http(200));
        RingCentralAuth auth = publicApp();
        QVERIFY(QCoro::waitFor(auth.revoke({.access = Secret(u"a"_s), .refresh = Secret(u"r"_s)}, {})));
        QCOMPARE(server->received().first().target, QByteArray("/restapi/oauth/revoke"));
        QCOMPARE(server->received().first().body, QByteArray("token=r&client_id=id"));
    }

    void theBrowserWay()
    {
        server->queue(Script::json(kTokens));
        RingCentralAuth auth = publicApp();
        QUrl opened;
        const BrowserOpener open = [&opened](const QUrl &url) {
            opened = url;
            return true;
        };
        std::optional<Result<Tokens>> out;
        TaskScope scope;
        scope.start(keep(auth.signInWithBrowser({QUrl(u"http://localhost:0/oauth2callback"_s)}, open, {}, scope.stopToken()), out));
        QCOMPARE(opened.path(), u"/restapi/oauth/authorize"_s);
        const QUrlQuery query(opened);
        const QUrl redirect(query.queryItemValue(u"redirect_uri"_s, QUrl::FullyDecoded));
        QCOMPARE(redirect.host(), u"localhost"_s);
        QUrl back = redirect;
        back.setQuery(u"code=U0pD&state="_s + query.queryItemValue(u"state"_s));
        QVERIFY(QCoro::waitFor(client->send(HttpRequest::get(back), {}))); // the browser
        QTRY_VERIFY(out);
        QVERIFY(out->has_value());
        const QUrlQuery sent(QString::fromLatin1(server->received().first().body));
        QCOMPARE(sent.queryItemValue(u"grant_type"_s), u"authorization_code"_s);
        QCOMPARE(sent.queryItemValue(u"code"_s), u"U0pD"_s);
        QCOMPARE(sent.queryItemValue(u"redirect_uri"_s, QUrl::FullyDecoded), redirect.toString());
        QCOMPARE(QString::fromLatin1(challengeFor(sent.queryItemValue(u"code_verifier"_s).toLatin1())),
                 query.queryItemValue(u"code_challenge"_s));
        QVERIFY(!server->received().first().headers.contains("authorization"));
    }

private:
    RingCentralAuth confidential()
    {
        return {{.server = server->url(QString()), .clientId = u"id"_s, .clientSecret = Secret(u"secret"_s), .jwt = Secret(u"eyJ.x.y"_s)},
                sendDirectly(*client),
                *clock};
    }

    RingCentralAuth publicApp()
    {
        return {{.server = server->url(), .clientId = u"id"_s, .endpointId = u"this-computer"_s}, sendDirectly(*client), *clock};
    }

    std::unique_ptr<FakeClock> clock;
    std::unique_ptr<TrafficLedger> traffic;
    std::unique_ptr<LoopbackServer> server;
    std::unique_ptr<HttpClient> client;
};

QTEST_GUILESS_MAIN(tst_RingCentralAuth)
#include "tst_ringcentralauth.moc"

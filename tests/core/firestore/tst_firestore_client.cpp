#include "team.h"

#include <callcard/netfault.h>
#include <callcard/testing/loopbackserver.h>

#include <client.h>
#include <documentname.h>

#include <QTest>

using namespace callcard;
using namespace callcard::firestore;
using namespace callcard::testing;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

QByteArray answered(int code, const char *status, const char *message = "words of the service")
{
    return u"{\"error\":{\"code\":%1,\"message\":\"%2\",\"status\":\"%3\"}}"_s
        .arg(QString::number(code), QString::fromUtf8(message), QString::fromUtf8(status))
        .toUtf8();
}

/// Tokens that never end, and are replaced when refused.
class FixedIssuer final : public TokenIssuer
{
public:
    QString origin() const override { return u"test"_s; }
    QCoro::Task<Result<Tokens>> refresh(Secret, std::stop_token) override { co_return made(); }
    QCoro::Task<Result<Tokens>> signInSilently(std::stop_token) override { co_return made(); }
    QCoro::Task<Result<>> revoke(Tokens, std::stop_token) override { co_return Result<>{}; }
    Tokens made()
    {
        return {.access = Secret(QString(u"token-%1"_s.arg(++count))), .refresh = Secret(u"r"_s), .lifetime = 3600s, .user = u"u1"_s};
    }
    int count = 0;
};

} // namespace

/// The client against a scripted server, for what real services rarely say, and against the demo cloud, for the rest.
class tst_FirestoreClient : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_clock = std::make_unique<FakeClock>();
        m_http = std::make_unique<HttpClient>(*m_clock, m_traffic);
        m_server = std::make_unique<LoopbackServer>();
        m_issuer = std::make_unique<FixedIssuer>();
        m_secrets = std::make_unique<MemorySecrets>();
        m_tokens = std::make_unique<TokenKeeper>(*m_issuer, *m_secrets, u"firebase-session"_s, *m_clock);
        QUrl base = m_server->url(QString());
        base.setPath(QString());
        const FirestoreContext context{.base = base, .projectId = u"p1"_s, .http = *m_http, .tokens = *m_tokens, .clock = *m_clock};
        m_client = std::make_unique<Client>(context);
    }

    void cleanup()
    {
        m_client.reset();
        m_tokens.reset();
        m_http.reset();
    }

    void tellsErrorsApart_data()
    {
        QTest::addColumn<int>("http");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("kind");
        QTest::addColumn<int>("refusal");
        const auto row = [](const char *name, int http, const QByteArray &body, const char *kind, Refusal refusal = Refusal::None) {
            QTest::newRow(name) << http << body << QString::fromLatin1(kind) << static_cast<int>(refusal);
        };
        const auto service = [&](int http, const char *status, const char *kind, Refusal refusal = Refusal::None) {
            row(status, http, answered(http, status), kind, refusal);
            row(qPrintable(QString::fromLatin1(status) + u" in an array"_s), http, "[" + answered(http, status) + "]", kind, refusal);
        };
        service(400, "INVALID_ARGUMENT", "refused", Refusal::WrongRequest);
        service(400, "FAILED_PRECONDITION", "refused", Refusal::Precondition);
        service(400, "OUT_OF_RANGE", "refused", Refusal::WrongRequest);
        service(403, "PERMISSION_DENIED", "refused", Refusal::Denied);
        service(404, "NOT_FOUND", "refused", Refusal::Missing);
        service(409, "ALREADY_EXISTS", "refused", Refusal::AlreadyThere);
        service(409, "ABORTED", "server-fault");
        service(429, "RESOURCE_EXHAUSTED", "rate-limited");
        service(499, "CANCELLED", "timed-out");
        service(500, "INTERNAL", "server-fault");
        service(500, "UNKNOWN", "server-fault");
        service(500, "DATA_LOSS", "refused", Refusal::Other);
        service(501, "UNIMPLEMENTED", "refused", Refusal::Other);
        service(503, "UNAVAILABLE", "server-fault");
        service(504, "DEADLINE_EXCEEDED", "timed-out");
        row("403 without words", 403, {}, "refused", Refusal::Denied);
        row("409 without words", 409, {}, "refused", Refusal::Other);
        row("502 of a proxy", 502, "oops", "server-fault");
        row("429 of a proxy", 429, "slow down", "rate-limited");
        row("error in a success", 200, "[" + answered(403, "PERMISSION_DENIED") + "]", "refused", Refusal::Denied);
        row("error behind rows", 200,
            R"([{"document":{"name":"projects/p1/databases/(default)/documents/m/1"}},)" + answered(503, "UNAVAILABLE") + "]",
            "server-fault");
        row("half a JSON", 200, R"([{"document":)", "timed-out");
        row("no list", 200, R"({"documents":[]})", "bad-payload");
        row("a row without a name", 200, R"([{"document":{"fields":{}}}])", "bad-payload");
        row("a row of another project", 200, R"([{"document":{"name":"projects/p2/databases/(default)/documents/m/1"}}])", "bad-payload");
        row("a bare value", 200, R"([{"document":{"name":"projects/p1/databases/(default)/documents/m/1","fields":{"a":1}}}])",
            "bad-payload");
    }

    void tellsErrorsApart()
    {
        QFETCH(const int, http);
        QFETCH(const QByteArray, body);
        QFETCH(const QString, kind);
        QFETCH(const int, refusal);
        m_server->queue(Script::json(body, http));
        const auto rows = QCoro::waitFor(m_client->page({.collection = u"m"_s}, {}));
        QVERIFY(!rows);
        QCOMPARE(errorKindName(rows.error().error.kind), kind);
        QCOMPARE(static_cast<int>(rows.error().refusal), refusal);
        QCOMPARE(rows.error().error.retryAfter.has_value(), kind == u"rate-limited"_s);
    }

    void keepsTheServicesWordsRedacted()
    {
        m_server->queue(Script::json(answered(403, "PERMISSION_DENIED", "no rights for dana@callcard.example, +13035550142"), 403));
        const auto rows = QCoro::waitFor(m_client->page({.collection = u"m"_s}, {}));
        QVERIFY(rows.error().error.detail.startsWith(u"PERMISSION_DENIED: no rights for"_s));
        QVERIFY(!rows.error().error.detail.contains(u"dana"_s));
        QVERIFY(!rows.error().error.detail.contains(u"5550142"_s));
    }

    void obeysRetryAfter()
    {
        m_server->queue(Script::http(429, answered(429, "RESOURCE_EXHAUSTED"), {"Retry-After: 7", "Content-Type: application/json"}));
        QCOMPARE(QCoro::waitFor(m_client->page({.collection = u"m"_s}, {})).error().error.retryAfter, std::optional(7s));
        m_server->queue(Script::json(answered(429, "RESOURCE_EXHAUSTED"), 429));
        QCOMPARE(QCoro::waitFor(m_client->page({.collection = u"m"_s}, {})).error().error.retryAfter, std::optional(60s));
    }

    void refreshesOnce()
    {
        m_server->queue(Script::json(answered(401, "UNAUTHENTICATED"), 401));
        m_server->queue(Script::json(R"([{"readTime":"2026-11-20T15:03:00.000001Z"}])"));
        QVERIFY(QCoro::waitFor(m_client->page({.collection = u"m"_s}, {})));
        QCOMPARE(m_server->received().at(0).headers.value("authorization"), QByteArray("Bearer token-1"));
        QCOMPARE(m_server->received().at(1).headers.value("authorization"), QByteArray("Bearer token-2"));
        m_server->queue(Script::json(answered(401, "UNAUTHENTICATED"), 401));
        m_server->queue(Script::json(answered(401, "UNAUTHENTICATED"), 401));
        const auto refused = QCoro::waitFor(m_client->page({.collection = u"m"_s}, {}));
        QCOMPARE(refused.error().error.kind, ErrorKind::SignInNeeded);
        QCOMPARE(m_server->received().size(), 4);
    }

    void lostAnswersAreNotRefusals()
    {
        m_server->queue(Script::hangUp());
        const QList<Write> writes{{.path = u"m/1"_s, .fields = {{u"a"_s, 1}}}};
        const auto lost = QCoro::waitFor(m_client->commit(writes, {}));
        QCOMPARE(lost.error().refusal, Refusal::None);
        QVERIFY(lost.error().error.isTransient());
        QCOMPARE(m_server->received().size(), 1); // a write is not sent twice behind our back
        m_server->queue(Script::http(200, "<html>log in</html>", {"Content-Type: text/html"}));
        const auto captive = QCoro::waitFor(m_client->commit(writes, {}));
        QCOMPARE(networkFault(captive.error().error), NetworkFault::CaptivePortal);
        m_server->queue(Script::json("{\"writeResults\":[{\"upd"));
        const auto cut = QCoro::waitFor(m_client->commit(writes, {}));
        QVERIFY(cut.error().error.isTransient());
        m_server->queue(Script::json("{}"));
        QVERIFY(QCoro::waitFor(m_client->commit(writes, {})));
    }

    void asksWithTheRightAddress()
    {
        m_server->queue(Script::json(R"({"name":"projects/p1/databases/(default)/documents/c/50 %:a"})"));
        QVERIFY(QCoro::waitFor(m_client->get(u"c/50 %:a"_s, {})));
        QCOMPARE(m_server->received().at(0).target, QByteArray("/v1/projects/p1/databases/(default)/documents/c/50%20%25%3Aa"));
        m_server->queue(Script::json("[]"));
        QVERIFY(QCoro::waitFor(m_client->page({.collection = u"c"_s}, {})));
        QCOMPARE(m_server->received().at(1).target, QByteArray("/v1/projects/p1/databases/(default)/documents:runQuery"));
    }

    void pagesOfARealService()
    {
        team::Team team;
        team.rules("open");
        team.firestore({{"do", "clear"}, {"empty", true}});
        Client client(team.context());
        QList<Write> writes;
        for (int i = 0; i < 7; ++i)
            writes.append(
                {.path = u"activities/r %1"_s.arg(i), .fields = {{u"at"_s, Timestamp{i / 2}}, {u"a b"_s, i}, {u"extra"_s, u"x"_s}}});
        QVERIFY(QCoro::waitFor(client.commit(writes, {})));
        const Query query{.collection = u"activities"_s, .orderBy = u"at"_s, .select = {u"at"_s, quotedField(u"a b"_s)}, .limit = 2};
        const auto all = QCoro::waitFor(client.all(query, 100, {}));
        QVERIFY(all);
        QCOMPARE(all->size(), 7);
        for (int i = 0; i < 7; ++i) {
            QCOMPARE(all->at(i).path, u"activities/r %1"_s.arg(i));
            QVERIFY((all->at(i).fields == Map{{u"at"_s, Timestamp{i / 2}}, {u"a b"_s, i}}));
        }
        const auto tooMany = QCoro::waitFor(client.all(query, 5, {}));
        QCOMPARE(tooMany.error().error.kind, ErrorKind::BadPayload); // an error, never a part
        const QList<Write> stale{{.path = u"activities/r 1"_s, .fields = {{u"a b"_s, 9}}, .ifUnchangedSince = u"2026-01-01T00:00:00Z"_s}};
        QCOMPARE(QCoro::waitFor(client.commit(stale, {})).error().refusal, Refusal::Precondition);
        const auto found = QCoro::waitFor(client.getMany({u"activities/r 1"_s, u"activities/none"_s}, {}));
        QCOMPARE(found->size(), 1);
        QCOMPARE(QCoro::waitFor(client.get(u"activities/none"_s, {})).error().refusal, Refusal::Missing);
        const QList<Write> fresh{
            {.path = u"activities/r 1"_s, .mask = QStringList{u"extra"_s}, .ifUnchangedSince = found->first().updateTime}};
        QVERIFY(QCoro::waitFor(client.commit(fresh, {}))); // listed and absent: deleted
        QVERIFY(!QCoro::waitFor(client.get(u"activities/r 1"_s, {}))->fields.contains(u"extra"_s));
    }

    void deniedAndQuota()
    {
        team::Team team;
        Client client(team.context());
        QCOMPARE(QCoro::waitFor(client.page({.collection = u"copper_people"_s}, {})).error().refusal, Refusal::Denied);
        team.rules("open");
        team.firestore({{"do", "exhaust"}, {"reads", true}});
        QCOMPARE(QCoro::waitFor(client.page({.collection = u"copper_people"_s}, {})).error().error.kind, ErrorKind::RateLimited);
    }

private:
    TrafficLedger m_traffic;
    std::unique_ptr<FakeClock> m_clock;
    std::unique_ptr<HttpClient> m_http;
    std::unique_ptr<LoopbackServer> m_server;
    std::unique_ptr<FixedIssuer> m_issuer;
    std::unique_ptr<MemorySecrets> m_secrets;
    std::unique_ptr<TokenKeeper> m_tokens;
    std::unique_ptr<Client> m_client;
};

QTEST_GUILESS_MAIN(tst_FirestoreClient)
#include "tst_firestore_client.moc"

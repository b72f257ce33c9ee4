#include <callcard/http.h>
#include <callcard/testing/fakeclock.h>
#include <callcard/testing/loopbackserver.h>

#include <QTemporaryDir>
#include <QTest>

using namespace callcard;
using namespace callcard::testing;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

QCoro::Task<> keep(QCoro::Task<Result<HttpAnswer>> task, std::optional<Result<HttpAnswer>> &out)
{
    out = co_await task;
}

QString faultName(const Result<HttpAnswer> &result)
{
    return result ? u"status %1"_s.arg(result->status) : result.error().detail.section(u':', 0, 0);
}

} // namespace

class tst_Http : public QObject
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

    void sendsAndReads()
    {
        server->queue(Script::http(201, "hello", {"X-Thing: 1", "Content-Type: text/plain"}).inPiecesOf(3));
        HttpRequest request = HttpRequest::postJson(server->url(u"/path?q=1"_s), "{}");
        request.headers.set("Authorization", "Bearer abc");
        const auto answer = QCoro::waitFor(client->send(request, {}));
        QVERIFY(answer);
        QCOMPARE(answer->status, 201);
        QCOMPARE(answer->body, QByteArray("hello"));
        QCOMPARE(answer->headers.value("x-thing"), QByteArray("1"));
        QCOMPARE(server->received().size(), 1);
        const ReceivedRequest &got = server->received().first();
        QCOMPARE(got.method, QByteArray("POST"));
        QCOMPARE(got.target, QByteArray("/path?q=1"));
        QCOMPARE(got.body, QByteArray("{}"));
        QCOMPARE(got.headers.value("authorization"), QByteArray("Bearer abc"));
        QCOMPARE(got.headers.value("content-type"), QByteArray("application/json"));
        QVERIFY(got.headers.value("user-agent").startsWith("Callcard/"));
        const QList<HostTraffic> hosts = traffic->hosts();
        QCOMPARE(hosts.size(), 1);
        QCOMPARE(hosts.first().host, u"127.0.0.1"_s);
        QCOMPARE(hosts.first().bytesSent, 2u);
        QCOMPARE(hosts.first().bytesReceived, 5u);
    }

    void everyMethodArrives_data()
    {
        QTest::addColumn<int>("method");
        QTest::addColumn<QByteArray>("word");
        QTest::newRow("GET") << int(HttpMethod::Get) << QByteArray("GET");
        QTest::newRow("HEAD") << int(HttpMethod::Head) << QByteArray("HEAD");
        QTest::newRow("POST") << int(HttpMethod::Post) << QByteArray("POST");
        QTest::newRow("PUT") << int(HttpMethod::Put) << QByteArray("PUT");
        QTest::newRow("PATCH") << int(HttpMethod::Patch) << QByteArray("PATCH");
        QTest::newRow("DELETE") << int(HttpMethod::Delete) << QByteArray("DELETE");
    }

    void everyMethodArrives()
    {
        QFETCH(int, method);
        QFETCH(QByteArray, word);
        server->queue(Script::http(204));
        const auto answer = QCoro::waitFor(client->send({.method = HttpMethod(method), .url = server->url()}, {}));
        QCOMPARE(faultName(answer), u"status 204"_s);
        QCOMPARE(server->received().first().method, word);
        if (word == "POST")
            QCOMPARE(server->received().first().headers.value("content-length"), QByteArray("0"));
    }

    void errorStatusesAreAnswers_data()
    {
        QTest::addColumn<int>("status");
        for (int status : {300, 304, 400, 401, 403, 404, 405, 407, 408, 409, 410, 418, 422, 429, 499, 500, 501, 502, 503, 504, 511})
            QTest::addRow("%d", status) << status;
    }

    void errorStatusesAreAnswers()
    {
        QFETCH(int, status);
        server->queue(Script::http(status, "why", {"WWW-Authenticate: Basic realm=\"x\"", "RCRequestId: 7"}));
        const auto answer = QCoro::waitFor(client->send(HttpRequest::get(server->url()), {}));
        QCOMPARE(faultName(answer), u"status %1"_s.arg(status));
        QCOMPARE(answer->headers.value("RCRequestId"), QByteArray("7"));
        if (status != 304)
            QCOMPARE(answer->body, QByteArray("why"));
        QCOMPARE(server->received().size(), 1);
    }

    void badAnswers_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<bool>("reset");
        QTest::addColumn<QString>("outcome");
        QTest::newRow("truncated body") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf") << false << u"broken"_s;
        QTest::newRow("reset in the body") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf") << true << u"broken"_s;
        QTest::newRow("half header") << QByteArray("HTTP/1.1 200 OK\r\nContent-Le") << false << u"broken"_s;
        QTest::newRow("garbage") << QByteArray("\x01\x02\x03 what is this\r\n\r\n") << false << u"broken"_s;
        QTest::newRow("another protocol") << QByteArray("SSH-2.0-OpenSSH_9.2\r\n") << false << u"broken"_s;
        QTest::newRow("chunk cut")
            << QByteArray("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n[\"]\"") << false
            << u"broken"_s;
        QTest::newRow("announced too large") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 999999999\r\n\r\nx") << false
                                             << u"too-large"_s;
        QTest::newRow("too large without length")
            << QByteArray("HTTP/1.1 200 OK\r\n\r\n") + QByteArray(5000, 'x') << false << u"too-large"_s;
        QTest::newRow("error page too large") << QByteArray("HTTP/1.1 500 Oh\r\n\r\n") + QByteArray(5000, 'x') << false << u"too-large"_s;
    }

    void badAnswers()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(bool, reset);
        QFETCH(QString, outcome);
        server->respond([&](const ReceivedRequest &) { return Script::raw(bytes, reset ? Script::End::Reset : Script::End::Close); });
        HttpRequest request = HttpRequest::get(server->url());
        request.maxAnswerBytes = 4096;
        QCOMPARE(faultName(QCoro::waitFor(client->send(request, {}))), outcome);
    }

    void anUnrepeatableRequestIsSentOnce_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<bool>("reset");
        QTest::newRow("body, hang-up") << QByteArray("{\"dial\":1}") << false;
        QTest::newRow("body, reset") << QByteArray("{\"dial\":1}") << true;
        QTest::newRow("large body, hang-up") << QByteArray(300'000, 'x') << false;
        QTest::newRow("empty, hang-up") << QByteArray() << false;
        QTest::newRow("empty, reset") << QByteArray() << true;
    }

    void anUnrepeatableRequestIsSentOnce()
    {
        QFETCH(QByteArray, body);
        QFETCH(bool, reset);
        server->respond([&](const ReceivedRequest &) { return Script::hangUp(reset ? Script::End::Reset : Script::End::Close); });
        const auto answer = QCoro::waitFor(client->send({.method = HttpMethod::Post, .url = server->url(), .body = body}, {}));
        QCOMPARE(faultName(answer), u"broken"_s);
        QCOMPARE(answer.error().kind, ErrorKind::TimedOut); // may have been carried out
        QCOMPARE(server->received().size(), 1);
        QCOMPARE(server->received().first().body, body);
    }

    void anUnrepeatableRequestTrustsNoOldConnection()
    {
        server->respond([](const ReceivedRequest &) { return Script::json("{}"); });
        for (int i = 0; i < 3; ++i)
            QVERIFY(QCoro::waitFor(client->send(HttpRequest::postJson(server->url(), "{}"), {})));
        QCOMPARE(server->connections(), 3);
        for (int i = 0; i < 3; ++i)
            QVERIFY(QCoro::waitFor(client->send(HttpRequest::get(server->url()), {})));
        QCOMPARE(server->connections(), 4); // these keep theirs
    }

    void silenceEnds()
    {
        std::optional<Result<HttpAnswer>> out;
        TaskScope scope;
        server->queue(Script::raw("HTTP/1.1 200 OK\r\n"));
        scope.start(keep(client->send(HttpRequest::get(server->url()), {}), out));
        QTRY_COMPARE(server->received().size(), 1);
        clock->advance(19s);
        QTest::qWait(1);
        QVERIFY(!out);
        clock->advance(2s);
        QTRY_VERIFY(out);
        QCOMPARE(faultName(*out), u"timed-out"_s);
        QTRY_COMPARE(server->openConnections(), 0); // and we hung up
    }

    void aDripEndsAtTheDeadline()
    {
        std::optional<Result<HttpAnswer>> out;
        TaskScope scope;
        server->queue(Script::raw("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n"));
        scope.start(keep(client->send(HttpRequest::get(server->url()), {}), out));
        QTRY_COMPARE(server->received().size(), 1);
        for (int i = 1; i <= 6 && !out; ++i) {
            server->sendToAll("x");
            QTRY_COMPARE(traffic->hosts().first().bytesReceived, quint64(i));
            clock->advance(10s);
            QTest::qWait(0);
        }
        QTRY_VERIFY(out);
        QCOMPARE(faultName(*out), u"timed-out"_s);
    }

    void endlessHeadersEnd()
    {
        std::optional<Result<HttpAnswer>> out;
        TaskScope scope;
        server->queue(Script::raw("HTTP/1.1 200 OK\r\n" + QByteArray("X-Header: again and again\r\n").repeated(20'000)));
        scope.start(keep(client->send(HttpRequest::get(server->url()), {}), out));
        QTRY_COMPARE(server->received().size(), 1);
        clock->advance(61s);
        QTRY_VERIFY(out);
        QVERIFY(!out->has_value());
    }

    void refusedUnknownAndForbiddenHosts()
    {
        LoopbackServer closed;
        const QUrl nobody = closed.url();
        closed.close();
        QCOMPARE(faultName(QCoro::waitFor(client->send(HttpRequest::get(nobody), {}))), u"connection-refused"_s);
        QCOMPARE(faultName(QCoro::waitFor(client->send(HttpRequest::get(QUrl(u"http://api.example/"_s)), {}))), u"plain-text"_s);
        QCOMPARE(faultName(QCoro::waitFor(client->send(HttpRequest::get(QUrl(u"gopher://api.example/"_s)), {}))), u"bad-address"_s);
        QCOMPARE(traffic->hosts().size(), 1); // refused by us: nothing was sent
    }

    void aSelfSignedCertificateIsRefused()
    {
        QTemporaryDir folder;
        QString certificate;
        QString key;
        if (!makeSelfSignedCertificate(folder.path(), &certificate, &key))
            QSKIP("the openssl program is missing");
        server->useTls(certificate, key);
        server->respond([](const ReceivedRequest &) { return Script::json("{}"); });
        const auto answer = QCoro::waitFor(client->send(HttpRequest::get(server->url()), {}));
        QCOMPARE(faultName(answer), u"untrusted"_s);
        QCOMPARE(answer.error().kind, ErrorKind::Offline);
        QCOMPARE(server->received().size(), 0); // not a byte of the request went there
    }

    void redirects_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<bool>("post");
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("body");
        for (int status : {301, 302, 303})
            QTest::addRow("POST %d", status) << status << true << QByteArray("GET") << QByteArray();
        for (int status : {307, 308})
            QTest::addRow("POST %d", status) << status << true << QByteArray("POST") << QByteArray("{}");
        for (int status : {301, 302, 303, 307, 308})
            QTest::addRow("GET %d", status) << status << false << QByteArray("GET") << QByteArray();
    }

    void redirects()
    {
        QFETCH(int, status);
        QFETCH(bool, post);
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, body);
        server->queue(Script::http(status, {}, {"Location: /there?x=1"}));
        server->queue(Script::json("{}"));
        HttpRequest request = post ? HttpRequest::postJson(server->url(), "{}") : HttpRequest::get(server->url());
        request.headers.set("Authorization", "Bearer abc");
        const auto answer = QCoro::waitFor(client->send(request, {}));
        QCOMPARE(faultName(answer), u"status 200"_s);
        QCOMPARE(answer->url, server->url(u"/there?x=1"_s));
        QCOMPARE(server->received().last().target, QByteArray("/there?x=1"));
        QCOMPARE(server->received().last().method, method);
        QCOMPARE(server->received().last().body, body);
        QCOMPARE(server->received().last().headers.value("authorization"), QByteArray("Bearer abc"));
    }

    void credentialsStayWithTheirHost()
    {
        LoopbackServer other;
        other.respond([](const ReceivedRequest &) { return Script::json("{}"); });
        server->queue(Script::http(302, {}, {"Location: " + other.url(u"/caught"_s).toEncoded()}));
        HttpRequest request = HttpRequest::get(server->url());
        request.headers.set("Authorization", "Bearer abc");
        QVERIFY(QCoro::waitFor(client->send(request, {})));
        QVERIFY(!other.received().first().headers.contains("authorization"));
    }

    void badRedirects_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QString>("outcome");
        QTest::newRow("to plain http elsewhere") << QByteArray("Location: http://evil.example/") << u"plain-text"_s;
        QTest::newRow("to a file") << QByteArray("Location: file:///etc/passwd") << u"bad-address"_s;
        QTest::newRow("to itself") << QByteArray("Location: /") << u"bad-redirect"_s;
        QTest::newRow("nowhere") << QByteArray("X: y") << u"bad-redirect"_s;
        QTest::newRow("nonsense") << QByteArray("Location: http://[oops") << u"bad-redirect"_s;
    }

    void badRedirects()
    {
        QFETCH(QByteArray, line);
        QFETCH(QString, outcome);
        server->respond([&](const ReceivedRequest &) { return Script::http(302, {}, {line}); });
        QCOMPARE(faultName(QCoro::waitFor(client->send(HttpRequest::get(server->url()), {}))), outcome);
        QVERIFY(server->received().size() <= 6);
    }

    void cancellingCompletesAtOnce()
    {
        std::optional<Result<HttpAnswer>> out;
        TaskScope scope;
        std::stop_source stop;
        server->queue(Script::silence());
        scope.start(keep(client->send(HttpRequest::get(server->url()), stop.get_token()), out));
        QTRY_COMPARE(server->received().size(), 1);
        stop.request_stop();
        QVERIFY(out); // inside request_stop()
        QCOMPARE(out->error().kind, ErrorKind::Cancelled);
        QTRY_COMPARE(server->openConnections(), 0);
        QCOMPARE(QCoro::waitFor(client->send(HttpRequest::get(server->url()), stop.get_token())).error().kind, ErrorKind::Cancelled);
        QCOMPARE(server->received().size(), 1);
    }

    void aDestroyedClientCancels()
    {
        std::optional<Result<HttpAnswer>> first;
        std::optional<Result<HttpAnswer>> second;
        TaskScope scope;
        server->queue(Script::silence());
        server->queue(Script::raw("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf"));
        scope.start(keep(client->send(HttpRequest::get(server->url()), {}), first));
        scope.start(keep(client->send(HttpRequest::postJson(server->url(), "{}"), {}), second));
        QTRY_COMPARE(server->received().size(), 2);
        client.reset();
        QCOMPARE(first->error().kind, ErrorKind::Cancelled);
        QCOMPARE(second->error().kind, ErrorKind::Cancelled);
    }

    // The coroutine goes on outside the reply's own signals, so even this is allowed.
    void theClientMayDieInTheContinuation()
    {
        server->respond([](const ReceivedRequest &) { return Script::json("{}"); });
        std::optional<Result<HttpAnswer>> out;
        TaskScope scope;
        scope.start(askAndDestroy(out));
        QTRY_VERIFY(out);
        QVERIFY(!client);
        QVERIFY(out->has_value());
    }

    void aStoppedContinuationMayDestroyTheClient()
    {
        server->queue(Script::raw("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf"));
        std::optional<Result<HttpAnswer>> out;
        TaskScope scope;
        scope.start(askAndDestroy(out, scope.stopToken()));
        QTRY_COMPARE(server->received().size(), 1);
        QCoro::waitFor(scope.close());
        QVERIFY(out && !client);
    }

    void manyAtOnce_data()
    {
        QTest::addColumn<bool>("post");
        QTest::newRow("GET") << false;
        QTest::newRow("POST") << true; // each on a connection of its own, none in the way of another
    }

    void manyAtOnce()
    {
        QFETCH(bool, post);
        server->respond([](const ReceivedRequest &request) { return Script::json(request.target).inPiecesOf(7); });
        QList<std::optional<Result<HttpAnswer>>> out(50);
        TaskScope scope;
        for (int i = 0; i < out.size(); ++i)
            scope.start(
                keep(client->send({.method = post ? HttpMethod::Post : HttpMethod::Get, .url = server->url(u"/%1"_s.arg(i))}, {}), out[i]));
        for (int i = 0; i < out.size(); ++i) {
            QTRY_VERIFY(out[i]);
            QCOMPARE((*out[i])->body, "/" + QByteArray::number(i));
        }
    }

private:
    QCoro::Task<> askAndDestroy(std::optional<Result<HttpAnswer>> &out, std::stop_token stop = {})
    {
        const Result<HttpAnswer> answer = co_await client->send(HttpRequest::get(server->url()), stop);
        client.reset();
        out = answer;
    }

    std::unique_ptr<FakeClock> clock;
    std::unique_ptr<TrafficLedger> traffic;
    std::unique_ptr<LoopbackServer> server;
    std::unique_ptr<HttpClient> client;
};

QTEST_GUILESS_MAIN(tst_Http)
#include "tst_http.moc"

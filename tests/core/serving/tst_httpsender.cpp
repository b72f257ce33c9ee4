#include "client.h"
#include <callcard/httpsender.h>

#include <QTest>

using namespace callcard;
using namespace callcard::serving;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// Sends and waits: a test has nothing better to do.
Result<Answer> ask(ServingThread &thread, Outgoing outgoing)
{
    std::promise<Result<Answer>> promise;
    auto future = promise.get_future();
    send(thread, std::move(outgoing), [&](Result<Answer> answer) {
        if (!thread.isCurrent())
            qFatal("on the wrong thread");
        promise.set_value(std::move(answer));
    });
    if (future.wait_for(20s) != std::future_status::ready)
        qFatal("never done");
    return future.get();
}

std::string url(std::uint16_t port, std::string_view path = "/")
{
    return "http://127.0.0.1:" + std::to_string(port) + std::string(path);
}

} // namespace

class tst_HttpSender : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sendsAndReads();
    void sendsMany();
    void refusesBeforeSending_data();
    void refusesBeforeSending();
    void nobodyListens();
    void badAnswers_data();
    void badAnswers();
    void givesUpInTime();
    void boundsTheAnswer();
};

void tst_HttpSender::sendsAndReads()
{
    ServingThread thread;
    HttpServer server(thread, [](const std::shared_ptr<Exchange> &exchange) {
        const Request &request = exchange->request();
        exchange->reply(
            {201, {{"X-Seen", std::string(request.header("x-signature"))}}, request.method + " " + request.target + " " + request.body});
    });
    const std::uint16_t port = *server.listen();
    for (const std::string host : {"127.0.0.1", "localhost", "LOCALHOST"}) {
        Outgoing outgoing;
        outgoing.url = "http://" + host + ":" + std::to_string(port) + "/hook?a=1#part";
        outgoing.headers = {{"X-Signature", "abc"}, {"Content-Type", "application/json"}};
        outgoing.body = "{}";
        const auto answer = ask(thread, outgoing);
        QVERIFY(answer);
        QCOMPARE(answer->status, 201);
        QCOMPARE(answer->body, "POST /hook?a=1 {}");
        QCOMPARE(answer->header("X-SEEN"), std::string_view("abc"));
        QCOMPARE(answer->header("X-Unseen"), std::string_view());
    }
    const auto head = ask(thread, {.method = "HEAD", .url = url(port)});
    QVERIFY(head);
    QCOMPARE(head->status, 201);
    QVERIFY(head->body.empty());
}

void tst_HttpSender::sendsMany()
{
    ServingThread thread;
    HttpServer server(thread,
                      [](const std::shared_ptr<Exchange> &exchange) { exchange->reply(Response::text(200, exchange->request().body)); });
    const std::uint16_t port = *server.listen();
    std::atomic<int> right = 0;
    std::atomic<int> done = 0;
    for (int i = 0; i < 200; ++i) {
        send(thread, {.url = url(port), .body = std::to_string(i)}, [&, i](const Result<Answer> &answer) {
            right += answer && answer->body == std::to_string(i);
            ++done;
        });
    }
    QTRY_COMPARE(done.load(), 200);
    QCOMPARE(right.load(), 200);
}

void tst_HttpSender::refusesBeforeSending_data()
{
    QTest::addColumn<QByteArray>("address");
    QTest::newRow("empty") << ""_ba;
    QTest::newRow("no scheme") << "127.0.0.1/x"_ba;
    QTest::newRow("file") << "file:///etc/hosts"_ba;
    QTest::newRow("plain http abroad") << "http://hooks.example/x"_ba;
    QTest::newRow("plain http by number") << "http://203.0.113.7/x"_ba;
    QTest::newRow("looks like loopback") << "http://127.0.0.1.example/x"_ba;
    QTest::newRow("looks like localhost") << "http://localhost.example/x"_ba;
    QTest::newRow("name and password") << "http://a:b@127.0.0.1/x"_ba;
    QTest::newRow("hidden host") << "http://127.0.0.1@hooks.example/x"_ba;
    QTest::newRow("no host") << "http:///x"_ba;
    QTest::newRow("port too large") << "http://127.0.0.1:65536/"_ba;
    QTest::newRow("port not a number") << "http://127.0.0.1:8x/"_ba;
    QTest::newRow("broken brackets") << "http://[::1/x"_ba;
    QTest::newRow("after brackets") << "http://[::1]x/"_ba;
    QTest::newRow("line break") << "http://127.0.0.1/x\r\nX: y"_ba;
    QTest::newRow("space") << "http://127.0.0.1/a b"_ba;
    QTest::newRow("too long") << "http://127.0.0.1/" + QByteArray(10'000, 'x');
}

void tst_HttpSender::refusesBeforeSending()
{
    QFETCH(const QByteArray, address);
    ServingThread thread;
    const auto answer = ask(thread, {.url = address.toStdString()});
    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, ErrorKind::Refused);
    const auto header = ask(thread, {.url = "http://127.0.0.1:9/", .headers = {{"X", "a\r\nb: c"}}});
    QVERIFY(!header);
    QCOMPARE(header.error().kind, ErrorKind::Refused);
    const auto method = ask(thread, {.method = "GET /x", .url = "http://127.0.0.1:9/"});
    QVERIFY(!method);
    QCOMPARE(method.error().kind, ErrorKind::Refused);
}

void tst_HttpSender::nobodyListens()
{
    ServingThread thread;
    std::uint16_t port = 0;
    {
        HttpServer server(thread, [](const auto &) {});
        port = *server.listen();
    }
    const auto answer = ask(thread, {.url = url(port)});
    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, ErrorKind::Offline); // surely not carried out
}

void tst_HttpSender::badAnswers_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("none") << QByteArray() << ErrorKind::TimedOut; // may have been carried out
    QTest::newRow("half a head") << "HTTP/1.1 200 OK\r\nConte"_ba << ErrorKind::TimedOut;
    QTest::newRow("half a body") << "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf"_ba << ErrorKind::TimedOut;
    QTest::newRow("nonsense") << "ICY 200 OK\r\n\r\n"_ba << ErrorKind::BadPayload;
    QTest::newRow("bad length") << "HTTP/1.1 200 OK\r\nContent-Length: ten\r\n\r\n"_ba << ErrorKind::BadPayload;
    QTest::newRow("endlessly many headers") << "HTTP/1.1 200 OK\r\n"_ba + "X: y\r\n"_ba.repeated(50'000) << ErrorKind::BadPayload;
    QTest::newRow("endless head") << "HTTP/1.1 200 OK\r\nX: "_ba + QByteArray(200'000, 'x') << ErrorKind::BadPayload;
}

void tst_HttpSender::badAnswers()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const ErrorKind, kind);
    ServingThread thread;
    HttpServer server(thread, [&](const std::shared_ptr<Exchange> &exchange) { exchange->hangUp(bytes.toStdString()); });
    const auto answer = ask(thread, {.url = url(*server.listen())});
    QVERIFY(!answer);
    QVERIFY2(answer.error().kind == kind, qPrintable(answer.error().detail));
}

void tst_HttpSender::givesUpInTime()
{
    ServingThread thread;
    std::shared_ptr<Exchange> kept;
    HttpServer server(thread, [&](std::shared_ptr<Exchange> exchange) { kept = std::move(exchange); });
    const auto answer = ask(thread, {.url = url(*server.listen()), .timeout = 100ms});
    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, ErrorKind::TimedOut);
    QTRY_VERIFY(thread.run([&] { return kept && !kept->isOpen() ? true : server.statistics().connections > 0; }));
    thread.run([&] { kept.reset(); });
}

void tst_HttpSender::boundsTheAnswer()
{
    ServingThread thread;
    HttpServer server(thread, [](const std::shared_ptr<Exchange> &exchange) {
        if (exchange->request().path == "/stream") {
            const auto stream = exchange->stream(200, {});
            stream->send(std::string(5000, 'x'));
        } else {
            exchange->reply(Response::text(200, std::string(1001, 'x')));
        }
    });
    const std::uint16_t port = *server.listen();
    for (const char *path : {"/", "/stream"}) {
        const auto answer = ask(thread, {.url = url(port, path), .bodyBytes = 1000});
        QVERIFY2(!answer, path);
        QCOMPARE(answer.error().kind, ErrorKind::BadPayload);
    }
    const auto answer = ask(thread, {.url = url(port), .bodyBytes = 1001});
    QVERIFY(answer);
    QCOMPARE(answer->body.size(), 1001u);
}

QTEST_GUILESS_MAIN(tst_HttpSender)
#include "tst_httpsender.moc"

#include "client.h"
#include <callcard/httpserver.h>

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QTest>

#include <atomic>

using namespace callcard;
using namespace callcard::serving;
using namespace Qt::Literals::StringLiterals;
using testing::RawClient;
using namespace std::chrono_literals;

namespace {

std::string get(std::string_view target, std::string_view more = {})
{
    return "GET " + std::string(target) + " HTTP/1.1\r\nHost: a\r\n" + std::string(more) + "\r\n";
}

/// Answers with what it understood.
void echo(const std::shared_ptr<Exchange> &exchange)
{
    const Request &request = exchange->request();
    std::string text = request.method + " " + request.target + " [" + request.path + "] [" + request.query + "] " + request.body + "\n";
    exchange->reply(Response::text(200, std::move(text)));
}

} // namespace

class tst_HttpServer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersQt();
    void understands_data();
    void understands();
    void keepsAlive();
    void answersPipelinedRequestsInOrder();
    void answersLater();
    void answersHalfClosed();
    void noticesWhoLeaves();
    void droppedUnansweredIs500();
    void aThrowingServiceIs500();
    void hangsUp_data();
    void hangsUp();
};

void tst_HttpServer::answersQt()
{
    ServingThread thread;
    HttpServer server(thread, echo);
    const auto port = server.listen();
    QVERIFY(port);
    QNetworkAccessManager manager;
    QNetworkRequest request(QUrl(u"http://127.0.0.1:%1/a%20b?x=1"_s.arg(*port)));
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"text/plain"_s);
    for (int i = 0; i < 3; ++i) {
        const std::unique_ptr<QNetworkReply> reply(manager.post(request, "hello"));
        QSignalSpy finished(reply.get(), &QNetworkReply::finished);
        QVERIFY(finished.wait());
        QCOMPARE(reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), 200);
        QCOMPARE(reply->readAll(), "POST /a%20b?x=1 [/a%20b] [x=1] hello\n"_ba);
    }
    QCOMPARE(server.statistics().requests, 3u);
    QCOMPARE(server.statistics().connections, 1u); // kept alive
    QCOMPARE(server.statistics().refused, 0u);
}

void tst_HttpServer::understands_data()
{
    QTest::addColumn<QByteArray>("sent");
    QTest::addColumn<QByteArray>("answer"); // begins so
    QTest::addColumn<QByteArray>("body");   // ends so
    const QByteArray end = "Connection: close\r\n\r\n";
    QTest::newRow("get") << "GET /x HTTP/1.1\r\nHost: a\r\n"_ba + end << "HTTP/1.1 200 OK\r\n"_ba
                         << "GET /x [/x] [] \n"_ba;
    QTest::newRow("query only") << "GET ?a HTTP/1.1\r\nHost: a\r\n"_ba + end << "HTTP/1.1 200 OK\r\n"_ba
                                << "GET ?a [/] [a] \n"_ba;
    QTest::newRow("absolute") << "GET http://h:1/x?y HTTP/1.1\r\nHost: h\r\n"_ba + end << "HTTP/1.1 200 OK\r\n"_ba
                              << "GET http://h:1/x?y [/x] [y] \n"_ba;
    QTest::newRow("absolute, bare") << "GET http://h HTTP/1.1\r\nHost: h\r\n"_ba + end << "HTTP/1.1 200 OK\r\n"_ba
                                    << "GET http://h [/] [] \n"_ba;
    QTest::newRow("asterisk") << "OPTIONS * HTTP/1.1\r\nHost: a\r\n"_ba + end << "HTTP/1.1 200 OK\r\n"_ba
                              << "OPTIONS * [*] [] \n"_ba;
    QTest::newRow("unknown method") << "BREW /pot HTTP/1.1\r\nHost: a\r\n"_ba + end << "HTTP/1.1 200 OK\r\n"_ba
                                    << "BREW /pot [/pot] [] \n"_ba;
    QTest::newRow("length") << "PUT /x HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n"_ba + end + "abc"
                            << "HTTP/1.1 200 OK\r\n"_ba
                            << "PUT /x [/x] [] abc\n"_ba;
    QTest::newRow("chunked") << "PUT /x HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n"_ba + end +
                                    "3;ext=1\r\nabc\r\n2\r\nde\r\n0\r\nT: 1\r\n\r\n"
                             << "HTTP/1.1 200 OK\r\n"_ba
                             << "PUT /x [/x] [] abcde\n"_ba;
    QTest::newRow("old") << "GET /x HTTP/1.0\r\n\r\n"_ba
                         << "HTTP/1.1 200 OK\r\n"_ba
                         << "GET /x [/x] [] \n"_ba;
    QTest::newRow("head") << "HEAD /x HTTP/1.1\r\nHost: a\r\n"_ba + end << "HTTP/1.1 200 OK\r\n"_ba
                          << "\r\n\r\n"_ba;
    QTest::newRow("no host") << "GET /x HTTP/1.1\r\n"_ba + end << "HTTP/1.1 400 "_ba
                             << "Bad Request\n"_ba;
    QTest::newRow("two hosts") << "GET /x HTTP/1.1\r\nHost: a\r\nHost: b\r\n"_ba + end << "HTTP/1.1 400 "_ba
                               << "Bad Request\n"_ba;
    QTest::newRow("nonsense") << "\x16\x03\x01 hello there\r\n\r\n"_ba
                              << "HTTP/1.1 400 "_ba
                              << "Bad Request\n"_ba;
    QTest::newRow("authority form") << "CONNECT a:443 HTTP/1.1\r\nHost: a\r\n"_ba + end << "HTTP/1.1 400 "_ba
                                    << "Bad Request\n"_ba;
    QTest::newRow("new version") << "GET /x HTTP/2.0\r\nHost: a\r\n"_ba + end << "HTTP/1.1 505 "_ba
                                 << "Supported\n"_ba;
    QTest::newRow("bad length") << "PUT /x HTTP/1.1\r\nHost: a\r\nContent-Length: x\r\n"_ba + end << "HTTP/1.1 400 "_ba
                                << "Bad Request\n"_ba;
    QTest::newRow("two lengths") << "PUT /x HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n"_ba + end + "ab"
                                 << "HTTP/1.1 400 "_ba
                                 << "Bad Request\n"_ba;
    QTest::newRow("length and chunked") << "PUT /x HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n"_ba + end +
                                               "0\r\n\r\n"
                                        << "HTTP/1.1 400 "_ba
                                        << "Bad Request\n"_ba;
    QTest::newRow("gzip coding") << "PUT /x HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip\r\n"_ba + end << "HTTP/1.1 501 "_ba
                                 << "Implemented\n"_ba;
    QTest::newRow("bad chunk") << "PUT /x HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n"_ba + end + "zz\r\nabc"
                               << "HTTP/1.1 400 "_ba
                               << "Bad Request\n"_ba;
    QTest::newRow("other expectation") << "PUT /x HTTP/1.1\r\nHost: a\r\nExpect: cake\r\nContent-Length: 1\r\n"_ba + end
                                       << "HTTP/1.1 417 "_ba
                                       << "Failed\n"_ba;
}

void tst_HttpServer::understands()
{
    QFETCH(const QByteArray, sent);
    QFETCH(const QByteArray, answer);
    QFETCH(const QByteArray, body);
    ServingThread thread;
    HttpServer server(thread, echo);
    RawClient client(*server.listen());
    QVERIFY(client.send({sent.data(), std::size_t(sent.size())}));
    const auto got = client.readAll();
    QVERIFY(got);
    const QByteArray text = QByteArray::fromStdString(*got);
    QVERIFY2(text.startsWith(answer) && text.endsWith(body), text.constData());
    QVERIFY(!client.wasReset());
}

void tst_HttpServer::keepsAlive()
{
    ServingThread thread;
    HttpServer server(thread, echo);
    RawClient client(*server.listen());
    for (int i = 0; i < 20; ++i) {
        QVERIFY(client.send(get("/" + std::to_string(i))));
        QVERIFY(!client.readUntil("GET /" + std::to_string(i) + " [").empty());
    }
    QVERIFY(client.send(get("/last", "Connection: close\r\n")));
    QVERIFY(client.readAll());
}

void tst_HttpServer::answersPipelinedRequestsInOrder()
{
    ServingThread thread;
    std::vector<std::shared_ptr<Exchange>> waiting; // serving thread
    HttpServer server(thread, [&](std::shared_ptr<Exchange> exchange) {
        if (exchange->request().path == "/slow")
            waiting.push_back(std::move(exchange));
        else
            echo(exchange);
    });
    RawClient client(*server.listen());
    std::string all = get("/slow");
    for (int i = 0; i < 500; ++i)
        all += get("/" + std::to_string(i));
    QVERIFY(client.send(all));
    QTRY_VERIFY(thread.run([&] { return waiting.size() == 1; }));
    QVERIFY(client.staysQuiet(50ms)); // nobody overtakes
    thread.run([&] {
        echo(waiting.front());
        waiting.clear();
    });
    QVERIFY(!client.readUntil("GET /slow [").empty());
    for (int i = 0; i < 500; ++i)
        QVERIFY(!client.readUntil("GET /" + std::to_string(i) + " [").empty());
    QCOMPARE(server.statistics().requests, 501u);
}

void tst_HttpServer::answersLater()
{
    ServingThread thread;
    std::shared_ptr<ServingThread::Timer> timer;
    HttpServer server(thread,
                      [&](const std::shared_ptr<Exchange> &exchange) { timer = thread.after(30ms, [exchange] { echo(exchange); }); });
    RawClient client(*server.listen());
    for (int i = 0; i < 3; ++i) {
        QVERIFY(client.send(get("/later")));
        QVERIFY(!client.readUntil("GET /later").empty());
    }
    thread.run([&] { timer.reset(); });
}

void tst_HttpServer::answersHalfClosed()
{
    ServingThread thread;
    std::shared_ptr<ServingThread::Timer> timer;
    HttpServer server(thread,
                      [&](const std::shared_ptr<Exchange> &exchange) { timer = thread.after(50ms, [exchange] { echo(exchange); }); });
    RawClient client(*server.listen());
    QVERIFY(client.send(get("/half")));
    client.halfClose();
    const auto got = client.readAll();
    QVERIFY(got && got->find("GET /half") != std::string::npos);
    thread.run([&] { timer.reset(); });
}

void tst_HttpServer::noticesWhoLeaves()
{
    ServingThread thread;
    std::shared_ptr<Exchange> waiting;
    HttpServer server(thread, [&](std::shared_ptr<Exchange> exchange) { waiting = std::move(exchange); });
    RawClient client(*server.listen());
    QVERIFY(client.send(get("/")));
    QTRY_VERIFY(thread.run([&] { return waiting != nullptr; }));
    QVERIFY(thread.run([&] { return waiting->isOpen(); }));
    client.abort();
    QTRY_VERIFY(thread.run([&] { return !waiting->isOpen(); }));
    thread.run([&] {
        waiting->reply({}); // to nobody
        waiting.reset();
    });
    QTRY_COMPARE(server.statistics().connections, 0u);
}

void tst_HttpServer::droppedUnansweredIs500()
{
    ServingThread thread;
    HttpServer server(thread, [](const std::shared_ptr<Exchange> &) {});
    RawClient client(*server.listen());
    QVERIFY(client.send(get("/")));
    QVERIFY(client.readUntil("\r\n").starts_with("HTTP/1.1 500 "));
}

void tst_HttpServer::aThrowingServiceIs500()
{
    QTest::ignoreMessage(QtCriticalMsg, "a service threw: oops");
    ServingThread thread;
    HttpServer server(thread, [](const std::shared_ptr<Exchange> &) { throw std::runtime_error("oops"); });
    RawClient client(*server.listen());
    QVERIFY(client.send(get("/")));
    QVERIFY(client.readUntil("\r\n").starts_with("HTTP/1.1 500 "));
}

void tst_HttpServer::hangsUp_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("half an answer") << "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"a\":"_ba;
    QTest::newRow("nonsense") << "\0\1\2"_ba;
}

void tst_HttpServer::hangsUp()
{
    QFETCH(const QByteArray, bytes);
    ServingThread thread;
    HttpServer server(thread, [&](const std::shared_ptr<Exchange> &exchange) { exchange->hangUp(bytes.toStdString()); });
    RawClient client(*server.listen());
    QVERIFY(client.send(get("/")));
    const auto got = client.readAll();
    QVERIFY(got);
    QCOMPARE(QByteArray::fromStdString(*got), bytes);
}

QTEST_GUILESS_MAIN(tst_HttpServer)
#include "tst_httpserver.moc"

#include "client.h"
#include <callcard/httpserver.h>

#include <QTest>

using namespace callcard;
using namespace callcard::serving;
using namespace Qt::Literals::StringLiterals;
using testing::RawClient;
using namespace std::chrono_literals;

namespace {

/// Answers with as many bytes as the path says.
void answer(const std::shared_ptr<Exchange> &exchange)
{
    const std::string &path = exchange->request().path;
    const std::size_t size = path.size() > 1 && path[1] >= '0' && path[1] <= '9' ? std::stoul(path.substr(1)) : 0;
    exchange->reply(Response::text(200, std::string(size, 'x')));
}

struct Service {
    explicit Service(Limits limits) : server(thread, answer, limits), port(*server.listen()) {}
    ServingThread thread;
    HttpServer server;
    std::uint16_t port;
};

std::chrono::milliseconds since(std::chrono::steady_clock::time_point begin)
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - begin);
}

} // namespace

/// Each bound of Limits, reached on purpose. The short times are those of the server; the client only waits for what it does.
class tst_ServingBounds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void headers_data();
    void headers();
    void drippedHeaders();
    void body_data();
    void body();
    void expectContinue_data();
    void expectContinue();
    void headerTime_data();
    void headerTime();
    void bodyTime();
    void idleTime();
    void writeTimeOfAnAnswer();
    void aSlowReaderOfALongAnswerIsServed();
    void connections();
    void connectionsPerAddress();
    void aFloodOfConnectionsComesAndGoes();
    void handlersHeadersCannotBreakLines();
};

void tst_ServingBounds::headers_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<int>("status");
    const QByteArray begin = "GET / HTTP/1.1\r\nHost: a\r\n";
    QByteArray many;
    for (int i = 0; i < 500; ++i)
        many += "X: y\r\n";
    QTest::newRow("one long") << begin + "X: " + QByteArray(5000, 'x') + "\r\n\r\n" << 431;
    QTest::newRow("many short") << begin + many + "\r\n" << 431;
    QTest::newRow("endlessly many") << begin + QByteArray("X: y\r\n").repeated(50'000) << 431;
    QTest::newRow("endless") << begin + "X: " + QByteArray(200'000, 'x') << 431;
    QTest::newRow("long target") << "GET /" + QByteArray(3000, 'x') + " HTTP/1.1\r\nHost: a\r\n\r\n" << 431;
    QTest::newRow("long method") << QByteArray(3000, 'X') + " / HTTP/1.1\r\nHost: a\r\n\r\n" << 431;
    QTest::newRow("no line ends") << QByteArray(50'000, ' ') << 400;
    QTest::newRow("within") << begin + "X: " + QByteArray(1500, 'x') + "\r\n\r\n" << 200;
}

void tst_ServingBounds::headers()
{
    QFETCH(const QByteArray, head);
    QFETCH(const int, status);
    Limits limits;
    limits.headerBytes = 2048;
    Service service(limits);
    RawClient client(service.port);
    client.send(head.toStdString());
    const std::string got = client.readUntil("\r\n");
    QVERIFY2(got.starts_with("HTTP/1.1 " + std::to_string(status)), got.c_str());
    QCOMPARE(service.server.statistics().refused, status == 431 ? 1u : 0u);
    if (status != 200) {
        client.halfClose();
        QVERIFY(client.readAll()); // and that was all
        QVERIFY(!client.wasReset());
        QCOMPARE(service.server.statistics().requests, 0u);
    }
}

void tst_ServingBounds::drippedHeaders()
{
    Limits limits;
    limits.headerBytes = 2048;
    Service service(limits);
    RawClient client(service.port);
    QVERIFY(client.send("GET / HTTP/1.1\r\nHost: a\r\n"));
    int sent = 0;
    while (sent < 1000 && client.send("X: y\r\n") && client.staysQuiet(1ms)) // each on its own, never much in the buffer
        ++sent;
    QVERIFY(sent < 400);
    QVERIFY(client.readUntil("\r\n").starts_with("HTTP/1.1 431 "));
}

void tst_ServingBounds::body_data()
{
    QTest::addColumn<QByteArray>("sent");
    QTest::addColumn<int>("status");
    const QByteArray begin = "POST / HTTP/1.1\r\nHost: a\r\n";
    const QByteArray chunk = "40\r\n" + QByteArray(64, 'x') + "\r\n";
    QTest::newRow("exactly") << begin + "Content-Length: 1000\r\n\r\n" + QByteArray(1000, 'x') << 200;
    QTest::newRow("one more") << begin + "Content-Length: 1001\r\n\r\n" + QByteArray(1001, 'x') << 413;
    QTest::newRow("announced only") << begin + "Content-Length: 9999999999999\r\n\r\n" << 413;
    QTest::newRow("sent nevertheless") << begin + "Content-Length: 300000\r\n\r\n" + QByteArray(300'000, 'x') << 413;
    QTest::newRow("chunks within") << begin + "Transfer-Encoding: chunked\r\n\r\n" + chunk.repeated(15) + "0\r\n\r\n" << 200;
    QTest::newRow("chunks beyond") << begin + "Transfer-Encoding: chunked\r\n\r\n" + chunk.repeated(16) + "0\r\n\r\n" << 413;
    QTest::newRow("one huge chunk") << begin + "Transfer-Encoding: chunked\r\n\r\nfffffff\r\n" + QByteArray(5000, 'x') << 413;
    QTest::newRow("a chunk's long extension") << begin + "Transfer-Encoding: chunked\r\n\r\n1;" + QByteArray(100'000, 'x') << 413;
    QTest::newRow("endless trailers") << begin + "Transfer-Encoding: chunked\r\n\r\n0\r\n" + QByteArray("T: x\r\n").repeated(10'000) << 413;
    QTest::newRow("endless extensions") << begin + "Transfer-Encoding: chunked\r\n\r\n" +
                                               QByteArray("1;" + QByteArray(1000, 'x') + "\r\nx\r\n").repeated(500)
                                        << 413;
    QTest::newRow("a length beyond numbers") << begin + "Content-Length: 99999999999999999999999\r\n\r\n" << 400;
    QTest::newRow("a negative length") << begin + "Content-Length: -1\r\n\r\n" << 400;
}

void tst_ServingBounds::body()
{
    QFETCH(const QByteArray, sent);
    QFETCH(const int, status);
    Limits limits;
    limits.bodyBytes = 1000;
    Service service(limits);
    RawClient client(service.port);
    client.send(sent.toStdString());
    const std::string got = client.readUntil("\r\n");
    QVERIFY2(got.starts_with("HTTP/1.1 " + std::to_string(status)), got.c_str());
    QCOMPARE(service.server.statistics().refused, status == 413 ? 1u : 0u);
}

void tst_ServingBounds::expectContinue_data()
{
    QTest::addColumn<int>("size");
    QTest::addColumn<int>("status");
    QTest::newRow("within") << 10 << 100;
    QTest::newRow("beyond") << 1001 << 413;
}

void tst_ServingBounds::expectContinue()
{
    QFETCH(const int, size);
    QFETCH(const int, status);
    Limits limits;
    limits.bodyBytes = 1000;
    Service service(limits);
    RawClient client(service.port);
    QVERIFY(client.send("POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-Continue\r\nContent-Length: " + std::to_string(size) + "\r\n\r\n"));
    const std::string got = client.readUntil("\r\n");
    QVERIFY2(got.starts_with("HTTP/1.1 " + std::to_string(status)), got.c_str());
    if (status != 100)
        return;
    QCOMPARE(client.readUntil("\r\n"), "\r\n");
    QVERIFY(client.send(std::string(std::size_t(size), 'x')));
    QVERIFY(client.readUntil("\r\n").starts_with("HTTP/1.1 200 "));
}

void tst_ServingBounds::headerTime_data()
{
    QTest::addColumn<QByteArray>("drip"); // again and again
    QTest::addColumn<QByteArray>("answer");
    QTest::newRow("silent") << QByteArray() << QByteArray();
    QTest::newRow("a header at a time") << "X: y\r\n"_ba
                                        << "HTTP/1.1 408 "_ba;
    QTest::newRow("empty lines") << "\r\n"_ba
                                 << "HTTP/1.1 4"_ba;
}

void tst_ServingBounds::headerTime()
{
    QFETCH(const QByteArray, drip);
    QFETCH(const QByteArray, answer);
    Limits limits;
    limits.headerTime = 150ms;
    Service service(limits);
    RawClient loris(service.port);
    const auto begin = std::chrono::steady_clock::now();
    if (drip.startsWith('X'))
        QVERIFY(loris.send("GET / HTTP/1.1\r\nHost: a\r\n"));
    std::string got;
    while (got.empty() && since(begin) < 5s) {
        loris.send(drip.toStdString());
        if (!loris.staysQuiet(10ms))
            got = loris.readAll().value_or("still open") + ".";
    }
    QVERIFY2(got.starts_with(answer.toStdString()), got.c_str());
    QVERIFY(since(begin) >= 100ms || drip == "\r\n");
    QVERIFY(since(begin) < 4s);
    QCOMPARE(service.server.statistics().requests, 0u);
    QTRY_COMPARE(service.server.statistics().connections, 0u);
}

void tst_ServingBounds::bodyTime()
{
    Limits limits;
    limits.bodyTime = 150ms;
    Service service(limits);
    RawClient loris(service.port);
    QVERIFY(loris.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\n"));
    const auto begin = std::chrono::steady_clock::now();
    while (since(begin) < 5s && loris.send("x") && loris.staysQuiet(10ms)) {
    }
    QVERIFY(since(begin) < 4s);
    QVERIFY(loris.readUntil("\r\n").starts_with("HTTP/1.1 408 "));
    QCOMPARE(service.server.statistics().refused, 1u);
}

void tst_ServingBounds::idleTime()
{
    Limits limits;
    limits.idleTime = 100ms;
    Service service(limits);
    RawClient client(service.port);
    QVERIFY(client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n"));
    QVERIFY(!client.readUntil("\r\n\r\n").empty());
    QCOMPARE(client.readAll(5s), std::optional<std::string>("")); // no 408: nothing was begun
    QTRY_COMPARE(service.server.statistics().connections, 0u);    // though the client keeps its side open
    QCOMPARE(service.server.statistics().refused, 0u);
}

void tst_ServingBounds::writeTimeOfAnAnswer()
{
    Limits limits;
    limits.writeTime = 100ms;
    Service service(limits);
    RawClient deaf(service.port, 4096);
    QVERIFY(deaf.send("GET /30000000 HTTP/1.1\r\nHost: a\r\n\r\n"));
    QTRY_COMPARE(service.server.statistics().refused, 1u);
    QTRY_COMPARE(service.server.statistics().connections, 0u);
}

void tst_ServingBounds::aSlowReaderOfALongAnswerIsServed()
{
    Limits limits;
    limits.writeTime = 400ms;
    Service service(limits);
    RawClient slow(service.port, 65536);
    QVERIFY(slow.send("GET /12000000 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"));
    QVERIFY(!slow.readUntil("\r\n\r\n").empty());
    std::size_t got = 0;
    const auto begin = std::chrono::steady_clock::now();
    while (since(begin) < 1200ms) { // much longer than writeTime altogether
        QVERIFY(!slow.readBytes(100'000).empty());
        got += 100'000;
        QTest::qSleep(10);
    }
    QCOMPARE(got + slow.readAll().value_or("").size(), 12'000'000u);
    QCOMPARE(service.server.statistics().refused, 0u);
}

void tst_ServingBounds::connections()
{
    Limits limits;
    limits.connections = 2;
    Service service(limits);
    auto one = std::make_unique<RawClient>(service.port);
    RawClient two(service.port);
    QTRY_COMPARE(service.server.statistics().connections, 2u);
    RawClient three(service.port);
    QVERIFY(three.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n"));
    const auto got = three.readAll();
    QVERIFY(got && got->starts_with("HTTP/1.1 503 "));
    QCOMPARE(service.server.statistics().refused, 1u);
    one->close();
    QTRY_COMPARE(service.server.statistics().connections, 1u);
    RawClient four(service.port);
    QVERIFY(four.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n"));
    QVERIFY(four.readUntil("\r\n").starts_with("HTTP/1.1 200 "));
}

void tst_ServingBounds::connectionsPerAddress()
{
    Limits limits;
    limits.connectionsPerAddress = 1;
    Service service(limits);
    RawClient one(service.port);
    QTRY_COMPARE(service.server.statistics().connections, 1u);
    RawClient two(service.port);
    QVERIFY(two.readUntil("\r\n").starts_with("HTTP/1.1 503 "));
    RawClient other(service.port, 0, "127.0.0.2");
    QVERIFY(other.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n"));
    QVERIFY(other.readUntil("\r\n").starts_with("HTTP/1.1 200 "));
}

void tst_ServingBounds::aFloodOfConnectionsComesAndGoes()
{
    Limits limits;
    limits.connections = 50;
    Service service(limits);
    for (int round = 0; round < 5; ++round) {
        std::vector<std::unique_ptr<RawClient>> flood;
        for (int i = 0; i < 200; ++i) {
            flood.push_back(std::make_unique<RawClient>(service.port));
            flood.back()->send(i % 3 == 0 ? "GET / HT" : "GET / HTTP/1.1\r\nHost: a\r\n\r\n");
        }
        for (std::size_t i = 0; i < flood.size(); ++i) {
            if (i % 2 == 0)
                flood[i]->abort();
        }
    }
    QTRY_COMPARE(service.server.statistics().connections, 0u);
    RawClient client(service.port);
    QVERIFY(client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n"));
    QVERIFY(client.readUntil("\r\n").starts_with("HTTP/1.1 200 "));
}

void tst_ServingBounds::handlersHeadersCannotBreakLines()
{
    ServingThread thread;
    HttpServer server(thread, [](const std::shared_ptr<Exchange> &exchange) {
        exchange->reply({200,
                         {{"X-Good", "yes"},
                          {"X-Evil", "a\r\nSet-Cookie: b"},
                          {"X\nEvil", "c"},
                          {"Content-Length", "999"},
                          {"Transfer-Encoding", "chunked"}},
                         "body"});
    });
    RawClient client(*server.listen());
    QVERIFY(client.send("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"));
    const std::string got = client.readAll().value_or("");
    QVERIFY(got.find("X-Good: yes\r\n") != std::string::npos);
    QVERIFY(got.find("Evil") == std::string::npos && got.find("Cookie") == std::string::npos);
    QVERIFY(got.find("chunked") == std::string::npos && got.find("999") == std::string::npos);
    QVERIFY(got.find("Content-Length: 4\r\n") != std::string::npos && got.ends_with("\r\n\r\nbody"));
}

QTEST_GUILESS_MAIN(tst_ServingBounds)
#include "tst_servingbounds.moc"

#include "client.h"
#include <callcard/httpserver.h>

#include <QTest>

using namespace callcard;
using namespace callcard::serving;
using testing::RawClient;
using namespace std::chrono_literals;

namespace {

constexpr std::string_view kGet = "GET /stream HTTP/1.1\r\nHost: a\r\n\r\n";

/// A service that opens a stream for whoever asks, and remembers the last.
struct Streaming {
    explicit Streaming(Limits limits = {})
        : server(
              thread,
              [this](const std::shared_ptr<Exchange> &exchange) {
                  stream = exchange->stream(200, {{"Content-Type", "text/event-stream"}});
                  stream->onClosed([this] { ++closed; });
              },
              limits)
        , port(*server.listen())
    {
    }
    bool isStreaming()
    {
        return thread.run([this] { return stream && stream->isOpen(); });
    }

    ServingThread thread;
    std::shared_ptr<BodyStream> stream; // serving thread
    std::atomic<int> closed = 0;
    HttpServer server;
    std::uint16_t port;
};

} // namespace

class tst_ServingStreams : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goesOnAndEnds();
    void livesWithoutItsPointer();
    void anOldClientGetsPlainBytes();
    void headGetsNoBody();
    void breaksOff();
    void noticesWhoLeaves_data();
    void noticesWhoLeaves();
    void cutsOffASlowReader();
    void cutsOffWhoTalksDuringIt();
    void aLateListenerHearsOfTheEnd();
    void theServerEndsThemAll();
};

void tst_ServingStreams::goesOnAndEnds()
{
    Streaming service;
    RawClient client(service.port);
    for (int round = 0; round < 3; ++round) { // the connection stays for the next one
        QVERIFY(client.send(kGet));
        const std::string head = client.readUntil("\r\n\r\n");
        QVERIFY(head.starts_with("HTTP/1.1 200 OK\r\n"));
        QVERIFY(head.find("Transfer-Encoding: chunked\r\n") != std::string::npos);
        QTRY_VERIFY(service.isStreaming());
        service.thread.run([&] { service.stream->send("event: call\n\n"); });
        QCOMPARE(client.readUntil("\n\n\r\n"), "d\r\nevent: call\n\n\r\n");
        service.thread.run([&] {
            QVERIFY(service.stream->send("")); // must not be the end
            QVERIFY(service.stream->send("abc"));
            QVERIFY(service.stream->send(std::string(300, 'x')));
            QVERIFY(service.stream->queuedBytes() > 300);
            service.stream->finish();
            QVERIFY(!service.stream->send("late"));
        });
        QCOMPARE(client.readUntil("0\r\n\r\n"), "3\r\nabc\r\n12c\r\n" + std::string(300, 'x') + "\r\n0\r\n\r\n");
        QTRY_COMPARE(service.closed.load(), round + 1);
        QCOMPARE(service.thread.run([&] { return service.stream->queuedBytes(); }), 0u);
    }
    QCOMPARE(service.server.statistics().connections, 1u);
}

void tst_ServingStreams::livesWithoutItsPointer()
{
    ServingThread thread;
    HttpServer server(thread, [](const std::shared_ptr<Exchange> &exchange) {
        const auto stream = exchange->stream(200, {});
        stream->send("hello");
        stream->finish();
    });
    RawClient client(*server.listen());
    QVERIFY(client.send(kGet));
    QVERIFY(client.readUntil("0\r\n\r\n").ends_with("5\r\nhello\r\n0\r\n\r\n"));
}

void tst_ServingStreams::anOldClientGetsPlainBytes()
{
    Streaming service;
    RawClient client(service.port);
    QVERIFY(client.send("GET /stream HTTP/1.0\r\n\r\n"));
    QVERIFY(client.readUntil("\r\n\r\n").find("chunked") == std::string::npos);
    QTRY_VERIFY(service.isStreaming());
    service.thread.run([&] {
        service.stream->send("abc");
        service.stream->finish();
    });
    QCOMPARE(client.readAll(), std::optional<std::string>("abc"));
}

void tst_ServingStreams::headGetsNoBody()
{
    Streaming service;
    RawClient client(service.port);
    QVERIFY(client.send("HEAD /stream HTTP/1.1\r\nHost: a\r\n\r\n"));
    QVERIFY(!client.readUntil("\r\n\r\n").empty());
    QTRY_COMPARE(service.closed.load(), 1);
    QVERIFY(client.send(kGet)); // still in step
    QVERIFY(client.readUntil("\r\n\r\n").starts_with("HTTP/1.1 200 OK\r\n"));
}

void tst_ServingStreams::breaksOff()
{
    Streaming service;
    RawClient client(service.port);
    QVERIFY(client.send(kGet));
    QVERIFY(!client.readUntil("\r\n\r\n").empty());
    QTRY_VERIFY(service.isStreaming());
    service.thread.run([&] {
        service.stream->abort();
        QVERIFY(!service.stream->isOpen());
        QVERIFY(!service.stream->send("late"));
    });
    QVERIFY(client.readAll());
    QVERIFY(client.wasReset());
    QTRY_COMPARE(service.closed.load(), 1);
    QTRY_COMPARE(service.server.statistics().connections, 0u);
}

void tst_ServingStreams::noticesWhoLeaves_data()
{
    QTest::addColumn<int>("how");
    QTest::newRow("close") << 0;
    QTest::newRow("reset") << 1;
    QTest::newRow("half-close") << 2;
}

void tst_ServingStreams::noticesWhoLeaves()
{
    QFETCH(const int, how);
    Streaming service;
    RawClient client(service.port);
    QVERIFY(client.send(kGet));
    QVERIFY(!client.readUntil("\r\n\r\n").empty());
    QTRY_VERIFY(service.isStreaming());
    if (how == 0)
        client.close();
    else if (how == 1)
        client.abort();
    else
        client.halfClose();
    QTRY_COMPARE(service.closed.load(), 1); // without anything having been sent
    QVERIFY(!service.isStreaming());
    QTRY_COMPARE(service.server.statistics().connections, 0u);
    QCOMPARE(service.server.statistics().refused, 0u);
}

void tst_ServingStreams::cutsOffASlowReader()
{
    Limits limits;
    limits.queuedBytes = 256 * 1024;
    Streaming service(limits);
    RawClient slow(service.port, 4096);
    QVERIFY(slow.send(kGet));
    QVERIFY(!slow.readUntil("\r\n\r\n").empty());
    QTRY_VERIFY(service.isStreaming());
    const std::string block(16 * 1024, 'x');
    bool alive = true;
    for (int i = 0; alive && i < 10'000; ++i) { // what the kernel takes does not count
        alive = service.thread.run([&] {
            const bool sent = service.stream->send(block);
            return sent && service.stream->queuedBytes() <= limits.queuedBytes + block.size();
        });
    }
    QVERIFY(!alive);
    QTRY_COMPARE(service.closed.load(), 1);
    QCOMPARE(service.server.statistics().refused, 1u);
    QVERIFY(slow.readAll());
}

void tst_ServingStreams::cutsOffWhoTalksDuringIt()
{
    Limits limits;
    limits.headerBytes = 8192;
    Streaming service(limits);
    RawClient client(service.port);
    QVERIFY(client.send(kGet));
    QVERIFY(!client.readUntil("\r\n\r\n").empty());
    const std::string noise(64 * 1024, 'n');
    client.send(noise);
    QTRY_COMPARE(service.closed.load(), 1);
    QCOMPARE(service.server.statistics().refused, 1u);
}

void tst_ServingStreams::aLateListenerHearsOfTheEnd()
{
    Streaming service;
    RawClient client(service.port);
    QVERIFY(client.send(kGet));
    QTRY_VERIFY(service.isStreaming());
    client.close();
    QTRY_COMPARE(service.closed.load(), 1);
    std::atomic<bool> heard = false;
    service.thread.run([&] { service.stream->onClosed([&] { heard = true; }); });
    QTRY_VERIFY(heard);
}

void tst_ServingStreams::theServerEndsThemAll()
{
    ServingThread thread;
    std::vector<std::shared_ptr<BodyStream>> streams; // serving thread
    std::atomic<int> closed = 0;
    auto server = std::make_unique<HttpServer>(thread, [&](const std::shared_ptr<Exchange> &exchange) {
        streams.push_back(exchange->stream(200, {}));
        streams.back()->onClosed([&] { ++closed; });
    });
    const std::uint16_t port = *server->listen();
    std::vector<std::unique_ptr<RawClient>> clients;
    for (int i = 0; i < 10; ++i) {
        clients.push_back(std::make_unique<RawClient>(port));
        QVERIFY(clients.back()->send(kGet));
        QVERIFY(!clients.back()->readUntil("\r\n\r\n").empty());
    }
    server->dropConnections();
    for (const auto &client : clients)
        QVERIFY(client->readAll());
    QTRY_COMPARE(closed.load(), 10);
    QTRY_COMPARE(server->statistics().connections, 0u);

    RawClient again(port); // a restart: the port is still there
    QVERIFY(again.send(kGet));
    QVERIFY(!again.readUntil("\r\n\r\n").empty());
    server.reset();
    QCOMPARE(closed.load(), 11); // heard before the destructor returned
    QVERIFY(again.readAll());
    thread.run([&] {
        QVERIFY(!streams.back()->send("late"));
        streams.clear();
    });
}

QTEST_GUILESS_MAIN(tst_ServingStreams)
#include "tst_servingstreams.moc"

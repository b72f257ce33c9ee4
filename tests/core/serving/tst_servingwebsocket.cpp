#include "client.h"
#include <callcard/httpserver.h>

#include <QSignalSpy>
#include <QTest>
#include <QWebSocket>

using namespace callcard;
using namespace callcard::serving;
using namespace Qt::Literals::StringLiterals;
using testing::RawClient;
using namespace std::chrono_literals;

namespace {

constexpr std::string_view kUpgrade = "GET /ws HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                                      "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";

/// A client's frame: masked with zeros, so that the payload reads as it is.
std::string frame(unsigned char first, std::string_view payload)
{
    std::string bytes(1, static_cast<char>(first));
    if (payload.size() < 126) {
        bytes.push_back(static_cast<char>(0x80 | payload.size()));
    } else {
        bytes.push_back(static_cast<char>(0x80 | 126));
        bytes.push_back(static_cast<char>(payload.size() >> 8));
        bytes.push_back(static_cast<char>(payload.size() & 0xff));
    }
    return bytes.append(4, '\0').append(payload);
}

struct Service {
    explicit Service(Limits limits = {})
        : server(
              thread, [this](const std::shared_ptr<Exchange> &exchange) { onExchange(exchange); }, limits)
        , port(*server.listen())
    {
    }

    void onExchange(const std::shared_ptr<Exchange> &exchange)
    {
        if (exchange->request().path == "/forbidden") {
            exchange->reply(Response::text(401, "no"));
            return;
        }
        socket = exchange->acceptWebSocket({{"X-Served-By", "callcard"}});
        socket->onText([this](std::string text) { // holds nothing but us
            received.push_back(text);
            socket->sendText("echo " + text);
        });
        socket->onPong([this](std::string payload) { pongs.push_back(std::move(payload)); });
        socket->onClosed([this](std::uint16_t code, std::string reason) { closes.push_back(std::to_string(code) + " " + reason); });
    }

    template <typename Function>
    auto on(Function function)
    {
        return thread.run(std::move(function));
    }
    std::vector<std::string> closed()
    {
        return thread.run([this] { return closes; });
    }
    bool isOpen()
    {
        return thread.run([this] { return socket && socket->isOpen(); });
    }

    ServingThread thread;
    // All of these belong to the serving thread.
    std::shared_ptr<WebSocket> socket;
    std::vector<std::string> received;
    std::vector<std::string> pongs;
    std::vector<std::string> closes;
    HttpServer server;
    std::uint16_t port;
};

using Strings = std::vector<std::string>;

} // namespace

class tst_ServingWebSocket : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void talksToQt();
    void theServerCloses();
    void refusesToUpgrade_data();
    void refusesToUpgrade();
    void sendsBeforeTheHandshake();
    void aRequestThatIsNone();
    void aborts();
    void sendsRawBytesInOrder();
    void goesSilent();
    void survivesBadFrames_data();
    void survivesBadFrames();
    void boundsAMessage();
    void cutsOffASlowReader();
    void countsEmptyMessagesToo();
    void noticesWhoLeaves();
    void aCloseWithoutAnAnswerEnds();
    void acceptsLater();
    void dropsAll();
};

void tst_ServingWebSocket::talksToQt()
{
    Service service;
    QWebSocket client;
    QSignalSpy connected(&client, &QWebSocket::connected);
    QSignalSpy texts(&client, &QWebSocket::textMessageReceived);
    QSignalSpy pongs(&client, &QWebSocket::pong);
    client.open(QUrl(u"ws://127.0.0.1:%1/ws"_s.arg(service.port)));
    QVERIFY(connected.wait());
    client.sendTextMessage(u"grüezi"_s);
    client.sendTextMessage(QString(200'000, u'x'));
    client.ping("p");
    QTRY_COMPARE(texts.size(), 2);
    QCOMPARE(texts.at(0).at(0).toString(), u"echo grüezi"_s);
    QCOMPARE(texts.at(1).at(0).toString().size(), 200'005);
    QTRY_COMPARE(pongs.size(), 1);
    service.on([&] { service.socket->ping("are you there"); });
    QTRY_COMPARE(service.on([&] { return service.pongs; }), Strings{"are you there"});
    client.close(QWebSocketProtocol::CloseCodeGoingAway, u"bye"_s);
    QTRY_COMPARE(service.closed(), Strings{"1001 bye"});
    QVERIFY(!service.isOpen());
    QVERIFY(!service.on([&] { return service.socket->sendText("late"); }));
    QTRY_COMPARE(service.server.statistics().connections, 0u);
}

void tst_ServingWebSocket::theServerCloses()
{
    Service service;
    QWebSocket client;
    QSignalSpy connected(&client, &QWebSocket::connected);
    QSignalSpy disconnected(&client, &QWebSocket::disconnected);
    QSignalSpy texts(&client, &QWebSocket::textMessageReceived);
    client.open(QUrl(u"ws://127.0.0.1:%1/ws"_s.arg(service.port)));
    QVERIFY(connected.wait());
    service.on([&] {
        service.socket->sendText("last words");
        service.socket->close(4001, "too many");
        QVERIFY(!service.socket->sendText("late"));
        QVERIFY(!service.socket->isOpen());
    });
    QVERIFY(disconnected.wait());
    QCOMPARE(texts.size(), 1);
    QCOMPARE(int(client.closeCode()), 4001);
    QCOMPARE(client.closeReason(), u"too many"_s);
    QTRY_COMPARE(service.closed().size(), 1u);
    QVERIFY2(service.closed().front().starts_with("4001"), service.closed().front().c_str());
}

void tst_ServingWebSocket::refusesToUpgrade_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QByteArray>("answer");
    QTest::newRow("by the service") << "GET /ws"_ba
                                    << "GET /forbidden"_ba
                                    << "HTTP/1.1 401 "_ba;
    QTest::newRow("version") << "Version: 13"_ba
                             << "Version: 8"_ba
                             << "HTTP/1.1 426 "_ba;
    QTest::newRow("no key") << "Sec-WebSocket-Key"_ba
                            << "X-Key"_ba
                            << "HTTP/1.1 400 "_ba;
    QTest::newRow("no upgrade") << "Upgrade: websocket"_ba
                                << "Upgrade: h2c"_ba
                                << "HTTP/1.1 426 "_ba;
    QTest::newRow("post") << "GET /ws"_ba
                          << "POST /ws"_ba
                          << "HTTP/1.1 426 "_ba;
}

void tst_ServingWebSocket::refusesToUpgrade()
{
    QFETCH(const QByteArray, from);
    QFETCH(const QByteArray, to);
    QFETCH(const QByteArray, answer);
    Service service;
    RawClient client(service.port);
    const QByteArray request = QByteArray(kUpgrade.data(), qsizetype(kUpgrade.size())).replace(from, to);
    QVERIFY(client.send(request.toStdString()));
    const std::string got = client.readUntil("\r\n\r\n");
    QVERIFY2(got.starts_with(answer.toStdString()), got.c_str());
    QTRY_VERIFY(!service.isOpen());
}

void tst_ServingWebSocket::sendsBeforeTheHandshake()
{
    ServingThread thread;
    HttpServer server(thread, [](const std::shared_ptr<Exchange> &exchange) {
        const auto socket = exchange->acceptWebSocket({{"X-Served-By", "callcard"}});
        socket->sendText("welcome");
        socket->close();
    });
    RawClient client(*server.listen());
    QVERIFY(client.send(kUpgrade));
    const std::string head = client.readUntil("\r\n\r\n");
    QVERIFY(head.starts_with("HTTP/1.1 101 "));
    QVERIFY(head.find("X-Served-By: callcard\r\n") != std::string::npos);
    QVERIFY(head.find("s3pPLMBiTxaQ9kYGzzhZRbK+xOo=") != std::string::npos); // the example of RFC 6455
    QCOMPARE(client.readBytes(9), "\x81\x07welcome");
    QCOMPARE(client.readBytes(4), "\x88\x02\x03\xe8");
}

void tst_ServingWebSocket::aRequestThatIsNone()
{
    Service service;
    RawClient client(service.port);
    QVERIFY(client.send("GET /ws HTTP/1.1\r\nHost: a\r\n\r\n"));
    QVERIFY(client.readUntil("\r\n").starts_with("HTTP/1.1 426 "));
    QVERIFY(!service.isOpen());
    QVERIFY(!service.on([&] { return service.socket->sendText("nobody"); }));
}

void tst_ServingWebSocket::aborts()
{
    Service service;
    RawClient client(service.port);
    QVERIFY(client.send(kUpgrade));
    QVERIFY(!client.readUntil("\r\n\r\n").empty());
    service.on([&] { service.socket->abort(); });
    QCOMPARE(client.readAll(), std::optional<std::string>(""));
    QVERIFY(client.wasReset());
    QTRY_COMPARE(service.closed(), Strings{"1006 "});
}

void tst_ServingWebSocket::sendsRawBytesInOrder()
{
    Service service;
    RawClient client(service.port);
    QVERIFY(client.send(kUpgrade));
    QVERIFY(!client.readUntil("\r\n\r\n").empty());
    service.on([&] {
        service.socket->sendText("one");
        service.socket->sendRaw("\x81\x7e");
        service.socket->sendText("two");
    });
    QCOMPARE(client.readBytes(12), "\x81\x03one\x81\x7e\x81\x03two");
}

void tst_ServingWebSocket::goesSilent()
{
    Service service;
    RawClient client(service.port);
    QVERIFY(client.send(kUpgrade));
    QVERIFY(!client.readUntil("\r\n\r\n").empty());
    QVERIFY(client.send(frame(0x89, "a")));
    QCOMPARE(client.readBytes(3), "\x8a\x01"
                                  "a"); // a pong, so far
    service.on([&] {
        service.socket->goSilent();
        QVERIFY(service.socket->sendText("into the void"));
    });
    QVERIFY(client.send(frame(0x89, "b") + frame(0x81, "hello") + frame(0x89, "c")));
    const bool quiet = client.staysQuiet(200ms);
    QVERIFY2(quiet, QByteArray::fromStdString(client.readBytes(20, 50ms)).toHex().constData());
    QVERIFY(service.isOpen());
    QVERIFY(service.on([&] { return service.received.empty(); }));
    QCOMPARE(service.server.statistics().connections, 1u);
    service.on([&] { service.socket->abort(); });
    QVERIFY(client.readAll());
    QTRY_COMPARE(service.closed(), Strings{"1006 "});
    QTRY_COMPARE(service.server.statistics().connections, 0u);
}

void tst_ServingWebSocket::survivesBadFrames_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("code"); // of the server's close
    const auto row = [](const char *name, const std::string &bytes, int code) {
        QTest::newRow(name) << QByteArray::fromStdString(bytes) << code;
    };
    row("reserved opcode", frame(0x83, "x"), 1002);
    row("reserved bit", frame(0xc1, "x"), 1002);
    row("unmasked", "\x81\x01x", 1002);
    row("long ping", frame(0x89, std::string(126, 'x')), 1002);
    row("fragmented ping", frame(0x09, "x"), 1002);
    row("stray continuation", frame(0x80, "x"), 1002);
    row("not UTF-8", frame(0x81, "\xff\xfe"), 1007);
    row("binary", frame(0x82, "x"), 1003);
    row("close of one byte", frame(0x88, "x"), 1002);
    row("close with a reserved code", frame(0x88, std::string("\x03\xee", 2)), 1002);
}

void tst_ServingWebSocket::survivesBadFrames()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const int, code);
    Service service;
    RawClient client(service.port);
    QVERIFY(client.send(kUpgrade));
    QVERIFY(!client.readUntil("\r\n\r\n").empty());
    QVERIFY(client.send(bytes.toStdString()));
    const std::string close = client.readBytes(4);
    QCOMPARE(close.size(), 4u);
    QCOMPARE(static_cast<unsigned char>(close[0]), 0x88);
    QCOMPARE(static_cast<unsigned char>(close[2]) * 256 + static_cast<unsigned char>(close[3]), code);
    client.close();
    QTRY_COMPARE(service.closed().size(), 1u);
    QTRY_COMPARE(service.server.statistics().connections, 0u);
}

void tst_ServingWebSocket::boundsAMessage()
{
    Limits limits;
    limits.messageBytes = 1000;
    Service service(limits);
    RawClient client(service.port);
    QVERIFY(client.send(kUpgrade));
    QVERIFY(!client.readUntil("\r\n\r\n").empty());
    QVERIFY(client.send(frame(0x81, std::string(1000, 'a'))));
    QTRY_COMPARE(service.on([&] { return service.received.size(); }), 1u);
    QVERIFY(client.send(frame(0x01, std::string(600, 'a')) + frame(0x80, std::string(600, 'b')))); // in two frames
    QTRY_COMPARE(service.closed(), Strings{"1006 "});
    const auto rest = client.readAll();
    QVERIFY(rest && rest->ends_with("\x88\x02\x03\xf1"));
    QCOMPARE(service.server.statistics().refused, 1u);
    QCOMPARE(service.on([&] { return service.received.size(); }), 1u);
}

void tst_ServingWebSocket::cutsOffASlowReader()
{
    Limits limits;
    limits.queuedBytes = 256 * 1024;
    Service service(limits);
    RawClient slow(service.port, 4096);
    QVERIFY(slow.send(kUpgrade));
    QVERIFY(!slow.readUntil("\r\n\r\n").empty());
    const std::string block(16 * 1024, 'x');
    bool alive = true;
    for (int i = 0; alive && i < 10'000; ++i)
        alive = service.on([&] { return service.socket->sendText(block); });
    QVERIFY(!alive);
    QTRY_COMPARE(service.closed(), Strings{"1006 "});
    QCOMPARE(service.server.statistics().refused, 1u);
    QTRY_COMPARE(service.server.statistics().connections, 0u);
}

void tst_ServingWebSocket::countsEmptyMessagesToo()
{
    Limits limits;
    limits.queuedBytes = 64 * 1024;
    Service service(limits);
    RawClient slow(service.port, 4096);
    QVERIFY(slow.send(kUpgrade));
    QVERIFY(!slow.readUntil("\r\n\r\n").empty());
    const bool alive = service.on([&] { // faster than anything can be written
        bool sent = true;
        for (int i = 0; sent && i < 100'000; ++i)
            sent = service.socket->sendText("");
        return sent;
    });
    QVERIFY(!alive);
    QTRY_COMPARE(service.closed(), Strings{"1006 "});
}

void tst_ServingWebSocket::noticesWhoLeaves()
{
    Service service;
    RawClient client(service.port);
    QVERIFY(client.send(kUpgrade));
    QVERIFY(!client.readUntil("\r\n\r\n").empty());
    client.close();
    QTRY_COMPARE(service.closed(), Strings{"1006 "});
    QTRY_COMPARE(service.server.statistics().connections, 0u);
}

void tst_ServingWebSocket::aCloseWithoutAnAnswerEnds()
{
    Limits limits;
    limits.writeTime = 100ms;
    Service service(limits);
    RawClient client(service.port);
    QVERIFY(client.send(kUpgrade));
    QVERIFY(!client.readUntil("\r\n\r\n").empty());
    service.on([&] { service.socket->close(); });
    QVERIFY(client.readAll(5s)); // we never answer its close
    QTRY_COMPARE(service.closed(), Strings{"1006 "});
}

void tst_ServingWebSocket::acceptsLater()
{
    ServingThread thread;
    std::shared_ptr<ServingThread::Timer> timer;
    HttpServer server(thread, [&](const std::shared_ptr<Exchange> &exchange) {
        timer = thread.after(50ms, [exchange] { exchange->acceptWebSocket()->sendText("hello"); });
    });
    RawClient client(*server.listen());
    QVERIFY(client.send(kUpgrade));
    QVERIFY(client.readUntil("\r\n\r\n").starts_with("HTTP/1.1 101 "));
    QCOMPARE(client.readBytes(7), "\x81\x05hello");
    RawClient hasty(*server.listen());
    QVERIFY(hasty.send(std::string(kUpgrade) + frame(0x81, "x")));
    QVERIFY(hasty.readUntil("\r\n").starts_with("HTTP/1.1 400 "));
    thread.run([&] { timer.reset(); });
}

void tst_ServingWebSocket::dropsAll()
{
    Service service;
    RawClient client(service.port);
    QVERIFY(client.send(kUpgrade));
    QVERIFY(!client.readUntil("\r\n\r\n").empty());
    RawClient silent(service.port);
    QTRY_COMPARE(service.server.statistics().connections, 2u);
    service.server.dropConnections();
    QVERIFY(client.readAll());
    QTRY_COMPARE(service.closed(), Strings{"1006 "});
    QTRY_COMPARE(service.server.statistics().connections, 0u);
}

QTEST_GUILESS_MAIN(tst_ServingWebSocket)
#include "tst_servingwebsocket.moc"

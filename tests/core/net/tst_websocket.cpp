#include <callcard/testing/fakeclock.h>
#include <callcard/testing/loopbackserver.h>
#include <callcard/websocket.h>

#include <QCryptographicHash>
#include <QSignalSpy>
#include <QTcpSocket>
#include <QTest>
#include <QWebSocket>
#include <QWebSocketServer>

using namespace callcard;
using namespace callcard::testing;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

class tst_WebSocket : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        clock = std::make_unique<FakeClock>();
        traffic = std::make_unique<TrafficLedger>();
        server = std::make_unique<QWebSocketServer>(u"test"_s, QWebSocketServer::NonSecureMode);
        QVERIFY(server->listen(QHostAddress::LocalHost));
        url = QUrl(u"ws://127.0.0.1:%1/ws?access_token=abc"_s.arg(server->serverPort()));
        link = new WebSocketConnection(*clock, *traffic, {.maxMessageBytes = 100'000});
        texts.clear();
        ends.clear();
        connect(link, &WebSocketConnection::textReceived, this, [this](const QString &text) { texts.append(text); });
        connect(link, &WebSocketConnection::ended, this, [this](const WebSocketEnd &end) { ends.append(end); });
    }

    void cleanup()
    {
        delete link;
        link = nullptr;
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        peer.reset();
        server.reset();
    }

    void talks()
    {
        link->open(url, {{"X-Thing", "1"}});
        QVERIFY(!link->send(u"too early"_s));
        QVERIFY(meet());
        QVERIFY(peer->request().rawHeader("User-Agent").startsWith("Callcard/"));
        QCOMPARE(peer->request().rawHeader("X-Thing"), QByteArray("1"));
        QSignalSpy heard(peer.get(), &QWebSocket::textMessageReceived);
        QVERIFY(link->send(u"hello"_s));
        QTRY_COMPARE(heard.size(), 1);
        peer->sendTextMessage(u"[{\"type\":\"Heartbeat\"}]"_s);
        peer->sendBinaryMessage("ignored");
        peer->sendTextMessage(u"second"_s);
        QTRY_COMPARE(texts, (QStringList{u"[{\"type\":\"Heartbeat\"}]"_s, u"second"_s}));
        QCOMPARE(traffic->hosts().first().bytesSent, 5u);
        QVERIFY(ends.isEmpty());
    }

    void goodbyesCarryTheirCode()
    {
        link->open(url);
        QVERIFY(meet());
        peer->close(QWebSocketProtocol::CloseCode(4400), u"no credential"_s);
        QTRY_COMPARE(ends.size(), 1);
        QCOMPARE(ends.first().code, 4400);
        QCOMPARE(ends.first().reason, u"no credential"_s);
        QVERIFY(ends.first().error.isTransient());
        QVERIFY(!ends.first().error.detail.contains("credential"_L1));
    }

    void ourGoodbyeArrives()
    {
        link->open(url);
        QVERIFY(meet());
        QSignalSpy gone(peer.get(), &QWebSocket::disconnected);
        link->close(1000, u"bye"_s);
        QTRY_COMPARE(gone.size(), 1);
        QCOMPARE(int(peer->closeCode()), 1000);
        QCOMPARE(peer->closeReason(), u"bye"_s);
        QVERIFY(ends.isEmpty());
    }

    void aLostConnectionIsTold()
    {
        link->open(url);
        QVERIFY(meet());
        peer->abort();
        QTRY_COMPARE(ends.size(), 1);
        QCOMPARE(int(networkFault(ends.first().error)), int(NetworkFault::Broken));
    }

    void aQuietLinkIsPinged()
    {
        link->open(url);
        QVERIFY(meet());
        clock->advance(31s);
        QTRY_VERIFY(link->roundTrip()); // Qt's server answers pings by itself
        clock->advance(31s);
        QTest::qWait(10);
        QVERIFY(ends.isEmpty());
    }

    void aDeadLinkIsNoticed()
    {
        QTcpServer mute;
        QTcpSocket *socket = nullptr;
        QVERIFY(shakeHandsOnly(mute, socket));
        link->open(QUrl(u"ws://127.0.0.1:%1/"_s.arg(mute.serverPort())));
        QTRY_COMPARE(link->state(), WebSocketConnection::State::Open);
        clock->advance(31s); // the ping
        QVERIFY(ends.isEmpty());
        clock->advance(11s);
        QTRY_COMPARE(ends.size(), 1);
        QCOMPARE(int(networkFault(ends.first().error)), int(NetworkFault::TimedOut));
        link->open(QUrl(u"ws://127.0.0.1:%1/"_s.arg(mute.serverPort())));
        QTRY_COMPARE(link->state(), WebSocketConnection::State::Open);
        link->probe();
        clock->advance(11s);
        QTRY_COMPARE(ends.size(), 2);
    }

    /// Each of its pings is answered, and it never reads an answer: that must not fill the memory.
    void whoAsksAndNeverListensIsLetGo()
    {
        QTcpServer flood;
        QTcpSocket *socket = nullptr;
        QVERIFY(shakeHandsOnly(flood, socket));
        link->open(QUrl(u"ws://127.0.0.1:%1/"_s.arg(flood.serverPort())));
        QTRY_COMPARE(link->state(), WebSocketConnection::State::Open);
        socket->disconnect(SIGNAL(readyRead()));
        socket->setReadBufferSize(1);
        const QByteArray pings = QByteArray("\x89\x7d" + QByteArray(125, 'p')).repeated(1'000);
        for (int burst = 0; burst < 300 && ends.isEmpty(); ++burst) {
            socket->write(pings);
            QTRY_VERIFY(socket->bytesToWrite() == 0 || !ends.isEmpty());
            clock->advance(100ms);
            QCoreApplication::processEvents();
        }
        QCOMPARE(ends.size(), 1);
        QCOMPARE(int(networkFault(ends.first().error)), int(NetworkFault::Broken));
    }

    void sleepIsNoticed()
    {
        link->open(url);
        QVERIFY(meet());
        clock->suspend(2h);
        clock->advance(20s);
        QTRY_COMPARE(ends.size(), 1);
        QCOMPARE(int(networkFault(ends.first().error)), int(NetworkFault::SleptThrough));
    }

    void tooLargeIsNotTaken()
    {
        link->open(url);
        QVERIFY(meet());
        peer->sendTextMessage(QString(150'000, u'x'));
        QTRY_COMPARE(ends.size(), 1);
        QVERIFY(texts.isEmpty());
    }

    void garbageEndsIt()
    {
        LoopbackServer garbage;
        garbage.queue(Script::raw("\x01\x02 nonsense\r\n\r\n"));
        link->open(QUrl(u"ws://127.0.0.1:%1/"_s.arg(garbage.serverPort())));
        QTRY_COMPARE(garbage.received().size(), 1);
        clock->advance(21s);
        QTRY_COMPARE(ends.size(), 1);
    }

    void refusals_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("kind");
        QTest::newRow("401") << 401 << u"sign-in-needed"_s;
        QTest::newRow("403") << 403 << u"refused"_s;
        QTest::newRow("429") << 429 << u"rate-limited"_s;
        QTest::newRow("500") << 500 << u"server-fault"_s;
        QTest::newRow("503") << 503 << u"server-fault"_s;
        QTest::newRow("200") << 200 << u"offline"_s;
    }

    void refusals()
    {
        QFETCH(int, status);
        QFETCH(QString, kind);
        LoopbackServer refusing;
        refusing.queue(Script::json("{}", status));
        link->open(QUrl(u"ws://127.0.0.1:%1/"_s.arg(refusing.serverPort())));
        QTRY_COMPARE(ends.size(), 1);
        QCOMPARE(errorKindName(ends.first().error.kind), kind);
    }

    void nobodyThere()
    {
        server->close();
        link->open(url);
        QTRY_COMPARE(ends.size(), 1);
        QCOMPARE(int(networkFault(ends.first().error)), int(NetworkFault::ConnectionRefused));
        link->open(QUrl(u"ws://gateway.example/"_s));
        QTRY_COMPARE(ends.size(), 2);
        QCOMPARE(int(networkFault(ends.last().error)), int(NetworkFault::PlainText));
        link->open(QUrl(u"https://gateway.example/"_s));
        QTRY_COMPARE(ends.size(), 3);
        QCOMPARE(int(networkFault(ends.last().error)), int(NetworkFault::BadAddress));
    }

    void noHandshakeInTime()
    {
        LoopbackServer silent;
        silent.queue(Script::silence());
        link->open(QUrl(u"ws://127.0.0.1:%1/"_s.arg(silent.serverPort())));
        QTRY_COMPARE(silent.received().size(), 1);
        clock->advance(21s);
        QTRY_COMPARE(ends.size(), 1);
        QCOMPARE(ends.first().error.kind, ErrorKind::TimedOut);
    }

    void theOwnerMayDeleteInside_data()
    {
        QTest::addColumn<QString>("where");
        for (const char *where : {"opened", "text", "ended"})
            QTest::newRow(where) << QString::fromLatin1(where);
    }

    void theOwnerMayDeleteInside()
    {
        QFETCH(QString, where);
        const auto destroy = [this] { delete std::exchange(link, nullptr); };
        if (where == "opened"_L1)
            connect(link, &WebSocketConnection::opened, this, destroy);
        else if (where == "text"_L1)
            connect(link, &WebSocketConnection::textReceived, this, destroy);
        else
            connect(link, &WebSocketConnection::ended, this, destroy);
        link->open(url);
        QTRY_VERIFY(server->hasPendingConnections());
        peer.reset(server->nextPendingConnection());
        peer->sendTextMessage(u"a"_s);
        peer->sendTextMessage(u"b"_s);
        peer->close();
        QTRY_VERIFY(!link);
        QTRY_COMPARE(peer->state(), QAbstractSocket::UnconnectedState);
        QCOMPARE(texts.size(), where == "opened"_L1 ? 0 : where == "text"_L1 ? 1 : 2);
    }

private:
    /// A peer that completes the handshake and then is never heard of again.
    static bool shakeHandsOnly(QTcpServer &server, QTcpSocket *&socket)
    {
        connect(&server, &QTcpServer::newConnection, &server, [&server, &socket] {
            socket = server.nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [socket] {
                const QByteArray head = socket->readAll();
                const qsizetype at = head.indexOf("Sec-WebSocket-Key: ");
                if (at < 0)
                    return;
                const QByteArray key = head.mid(at + 19, head.indexOf('\r', at) - at - 19);
                socket->write("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: " +
                              QCryptographicHash::hash(QByteArray(key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"), QCryptographicHash::Sha1)
                                  .toBase64() +
                              "\r\n\r\n");
            });
        });
        return server.listen(QHostAddress::LocalHost);
    }

    bool meet()
    {
        const bool arrived = QTest::qWaitFor([this] { return server->hasPendingConnections(); });
        peer.reset(server->nextPendingConnection());
        return arrived && QTest::qWaitFor([this] { return link->state() == WebSocketConnection::State::Open; });
    }

    std::unique_ptr<FakeClock> clock;
    std::unique_ptr<TrafficLedger> traffic;
    std::unique_ptr<QWebSocketServer> server;
    std::unique_ptr<QWebSocket> peer;
    QUrl url;
    WebSocketConnection *link = nullptr;
    QStringList texts;
    QList<WebSocketEnd> ends;
};

QTEST_GUILESS_MAIN(tst_WebSocket)
#include "tst_websocket.moc"

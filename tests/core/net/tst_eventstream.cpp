#include <callcard/eventstream.h>
#include <callcard/testing/fakeclock.h>
#include <callcard/testing/loopbackserver.h>

#include <QSignalSpy>
#include <QTest>

using namespace callcard;
using namespace callcard::testing;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {
const QByteArray kHead = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream; charset=utf-8\r\nCache-Control: no-store\r\n\r\n";
}

class tst_EventStream : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        clock = std::make_unique<FakeClock>();
        traffic = std::make_unique<TrafficLedger>();
        server = std::make_unique<LoopbackServer>();
        client = std::make_unique<HttpClient>(*clock, *traffic);
        stream = new EventStream(*client, {});
        events.clear();
        errors.clear();
        connect(stream, &EventStream::eventReceived, this, [this](const ServerEvent &event) { events.append(event); });
        connect(stream, &EventStream::closed, this, [this](const Error &error) { errors.append(error); });
    }

    void cleanup()
    {
        delete stream;
        stream = nullptr;
        client.reset();
        server.reset();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }

    void receives()
    {
        server->queue(Script::raw(kHead + "retry: 1500\n\nevent: connected\ndata: {}\n\n").inPiecesOf(9));
        QSignalSpy opened(stream, &EventStream::opened);
        HttpRequest request = HttpRequest::get(server->url(u"/api/call-stream"_s));
        request.headers.set("Authorization", "Bearer abc");
        stream->open(request, "41");
        QTRY_COMPARE(events.size(), 1);
        QCOMPARE(opened.size(), 1);
        QCOMPARE(stream->state(), EventStream::State::Open);
        QCOMPARE(events.first().type, QByteArray("connected"));
        QCOMPARE(stream->retry(), std::optional(std::chrono::milliseconds(1500)));
        server->sendToAll("id: 42\nevent: call\ndata: {\"id\":1}\n\n");
        QTRY_COMPARE(events.size(), 2);
        QCOMPARE(stream->lastEventId(), QByteArray("42"));
        const ReceivedRequest got = server->received().first();
        QCOMPARE(got.headers.value("last-event-id"), QByteArray("41"));
        QCOMPARE(got.headers.value("accept"), QByteArray("text/event-stream"));
        QCOMPARE(got.headers.value("authorization"), QByteArray("Bearer abc"));
        QVERIFY(errors.isEmpty());
        server->closeAll();
        QTRY_COMPARE(errors.size(), 1);
        QCOMPARE(int(networkFault(errors.first())), int(NetworkFault::Broken));
        QCOMPARE(stream->state(), EventStream::State::Closed);
        QCOMPARE(stream->lastEventId(), QByteArray("42")); // to go on from
    }

    void refusals_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("kind");
        QTest::newRow("401") << Script::json("{}", 401).pieces.first() << u"sign-in-needed"_s;
        QTest::newRow("403") << Script::json("{}", 403).pieces.first() << u"refused"_s;
        QTest::newRow("404") << Script::json("{}", 404).pieces.first() << u"refused"_s;
        QTest::newRow("429") << Script::http(429, "{}", {"Retry-After: 7"}).pieces.first() << u"rate-limited"_s;
        QTest::newRow("500") << Script::json("{}", 500).pieces.first() << u"server-fault"_s;
        QTest::newRow("204") << Script::http(204).pieces.first() << u"refused"_s;
        QTest::newRow("302") << Script::http(302, {}, {"Location: https://else.example/"}).pieces.first() << u"refused"_s;
        QTest::newRow("json") << Script::json("{}").pieces.first() << u"bad-payload"_s;
        QTest::newRow("portal") << Script::http(200, "<html>", {"Content-Type: text/html"}).pieces.first() << u"offline"_s;
        QTest::newRow("garbage") << QByteArray("what?\r\n\r\n") << u"timed-out"_s;
        QTest::newRow("half a header") << QByteArray("HTTP/1.1 200 OK\r\nContent-T") << u"timed-out"_s;
    }

    void refusals()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, kind);
        server->respond([&](const ReceivedRequest &) { return Script::raw(bytes, Script::End::Close); });
        stream->open(HttpRequest::get(server->url()));
        QTRY_COMPARE(errors.size(), 1);
        QCOMPARE(errorKindName(errors.first().kind), kind);
        if (kind == "rate-limited"_L1)
            QCOMPARE(errors.first().retryAfter, std::optional(7s));
        QVERIFY(events.isEmpty());
    }

    /// An error page may have no end: the status alone says what to do. (Of a 401 Qt tells nothing before its end: there the time is
    /// short.)
    void aRefusalIsNotReadToItsEnd()
    {
        server->queue(Script::raw("HTTP/1.1 403 Forbidden\r\nContent-Type: text/html\r\n\r\n" + QByteArray(64 * 1024, 'x')));
        stream->open(HttpRequest::get(server->url(u"/api/call-stream"_s)));
        QTRY_COMPARE(errors.size(), 1); // the connection stays open, and the clock stands still
        QCOMPARE(errors.first().kind, ErrorKind::Refused);
    }

    void silenceIsDeath()
    {
        server->queue(Script::raw(kHead));
        stream->open(HttpRequest::get(server->url()));
        QTRY_COMPARE(stream->state(), EventStream::State::Open);
        for (int i = 0; i < 5; ++i) { // a comment is a sign of life
            clock->advance(15s);
            const auto before = traffic->hosts().first().bytesReceived;
            server->sendToAll(": heartbeat\n\n");
            QTRY_VERIFY(traffic->hosts().first().bytesReceived > before);
        }
        QVERIFY(errors.isEmpty());
        clock->advance(46s);
        QTRY_COMPARE(errors.size(), 1);
        QCOMPARE(errors.first().kind, ErrorKind::TimedOut);
        QTRY_COMPARE(server->openConnections(), 0);
    }

    void noHeadInTime()
    {
        server->queue(Script::silence());
        stream->open(HttpRequest::get(server->url()));
        QTRY_COMPARE(server->received().size(), 1);
        clock->advance(21s);
        QTRY_COMPARE(errors.size(), 1);
        QCOMPARE(errors.first().kind, ErrorKind::TimedOut);
    }

    void sleepIsNoticed()
    {
        server->queue(Script::raw(kHead));
        stream->open(HttpRequest::get(server->url()));
        QTRY_COMPARE(stream->state(), EventStream::State::Open);
        clock->suspend(8h);
        clock->advance(20s);
        QTRY_COMPARE(errors.size(), 1);
        QCOMPARE(int(networkFault(errors.first())), int(NetworkFault::SleptThrough));
    }

    void theOwnerMayCloseOrDeleteInside_data()
    {
        QTest::addColumn<bool>("destroy");
        QTest::addColumn<QString>("where");
        for (const char *where : {"opened", "event", "closed"}) {
            QTest::addRow("close in %s", where) << false << QString::fromLatin1(where);
            QTest::addRow("delete in %s", where) << true << QString::fromLatin1(where);
        }
    }

    void theOwnerMayCloseOrDeleteInside()
    {
        QFETCH(bool, destroy);
        QFETCH(QString, where);
        bool done = false;
        const auto act = [&] {
            done = true;
            if (destroy)
                delete std::exchange(stream, nullptr);
            else
                stream->close();
        };
        if (where == "opened"_L1)
            connect(stream, &EventStream::opened, this, act);
        else if (where == "event"_L1)
            connect(stream, &EventStream::eventReceived, this, act);
        else
            connect(stream, &EventStream::closed, this, act);
        server->queue(Script::raw(kHead + "data: a\n\ndata: b\n\n", Script::End::Close));
        stream->open(HttpRequest::get(server->url()));
        QTRY_VERIFY(done);
        QTRY_COMPARE(server->openConnections(), 0);
        QCOMPARE(events.size(), where == "opened"_L1 ? 0 : where == "event"_L1 ? 1 : 2);
        QCOMPARE(errors.size(), where == "closed"_L1 ? 1 : 0);
    }

    void reopeningForgetsTheOldConnection()
    {
        server->queue(Script::raw(kHead + "data: old\n\n"));
        server->queue(Script::raw(kHead + "data: new\n\n"));
        stream->open(HttpRequest::get(server->url()));
        QTRY_COMPARE(events.size(), 1);
        stream->open(HttpRequest::get(server->url()));
        QTRY_COMPARE(events.size(), 2);
        QTRY_COMPARE(server->openConnections(), 1);
        QVERIFY(errors.isEmpty());
    }

    void plainTextElsewhereIsRefused()
    {
        stream->open(HttpRequest::get(QUrl(u"http://relay.example/"_s)));
        QTRY_COMPARE(errors.size(), 1);
        QCOMPARE(int(networkFault(errors.first())), int(NetworkFault::PlainText));
    }

    void aFloodArrivesWhole()
    {
        server->queue(Script::raw(kHead + QByteArray("id: 1\nevent: call\ndata: {\"a\":1}\n\n").repeated(20'000)));
        stream->open(HttpRequest::get(server->url()));
        QTRY_COMPARE(events.size(), 20'000);
    }

private:
    std::unique_ptr<FakeClock> clock;
    std::unique_ptr<TrafficLedger> traffic;
    std::unique_ptr<LoopbackServer> server;
    std::unique_ptr<HttpClient> client;
    EventStream *stream = nullptr;
    QList<ServerEvent> events;
    QList<Error> errors;
};

QTEST_GUILESS_MAIN(tst_EventStream)
#include "tst_eventstream.moc"

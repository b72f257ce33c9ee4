#include <callcard/eventstream.h>

#include <QTest>

using namespace callcard;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(QList<callcard::ServerEvent>)

class tst_EventStreamParser : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parses_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QList<ServerEvent>>("events");
        QTest::addColumn<QByteArray>("lastId");
        const auto row = [](const char *name, QByteArray bytes, QList<ServerEvent> events, QByteArray lastId = {}) {
            QTest::newRow(name) << bytes << events << lastId;
        };
        row("one", "data: hello\n\n", {{.data = "hello"}});
        row("CRLF", "data: hello\r\n\r\n", {{.data = "hello"}});
        row("CR", "data: hello\r\r", {{.data = "hello"}});
        row("mixed ends", "data: a\rdata: b\r\ndata: c\n\r\n", {{.data = "a\nb\nc"}});
        row("several lines", "data: a\ndata:b\ndata\ndata:  c\n\n", {{.data = "a\nb\n\n c"}});
        row("typed with id", "event: call\nid: 7\ndata: {}\n\n", {{.id = "7", .type = "call", .data = "{}"}}, "7");
        row("the id stays", "id: 7\ndata: a\n\ndata: b\n\n", {{.id = "7", .data = "a"}, {.id = "7", .data = "b"}}, "7");
        row("the type does not", "event: call\ndata: a\n\ndata: b\n\n", {{.type = "call", .data = "a"}, {.data = "b"}});
        row("empty id resets", "id: 7\ndata: a\n\nid\ndata: b\n\n", {{.id = "7", .data = "a"}, {.data = "b"}}, "");
        row("id without data", "id: 9\n\n", {}, "9");
        row("id with NUL is ignored", QByteArray("id: 7\n\nid: a\0b\ndata: x\n\n", 24), {{.id = "7", .data = "x"}}, "7");
        row("no data, no event", "event: call\n\ndata: a\n\n", {{.data = "a"}});
        row("empty data is an event", "data\n\n", {{.data = ""}});
        row("comments", ": hi\n:\ndata: a\n: in between\n\n:bye\n\n", {{.data = "a"}});
        row("unknown fields", "foo: bar\ndata: a\nDATA: b\n data: c\n\n", {{.data = "a"}});
        row("colon in value", "data: a: b:c\n\n", {{.data = "a: b:c"}});
        row("byte order mark",
            "\xEF\xBB\xBF"
            "data: a\n\n",
            {{.data = "a"}});
        row("two marks: the second spoils the field",
            "\xEF\xBB\xBF\xEF\xBB\xBF"
            "data: a\n\n",
            {});
        row("half a mark",
            "\xEF\xBB"
            "data: a\n\ndata: b\n\n",
            {{.data = "b"}});
        row("the end is missing", "data: a\n\ndata: lost\n", {{.data = "a"}});
        row("utf-8", "data: J\xC3\xBCrgen\n\n", {{.data = "J\xC3\xBCrgen"}});
        row("line too long", "data: " + QByteArray(2000, 'x') + "\ndata: y\nid: 5\n\ndata: b\n\n", {{.data = "b"}}, "");
        row("event too long", QByteArray("data: " + QByteArray(900, 'x') + "\n").repeated(4) + "\ndata: b\n\n", {{.data = "b"}});
        row("nothing", "", {});
        row("only ends", "\n\n\r\n\r\r\n", {});
    }

    void parses()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QList<ServerEvent>, events);
        QFETCH(QByteArray, lastId);
        // However the network cuts it, the outcome is the same.
        for (qsizetype piece = 1; piece <= std::max<qsizetype>(bytes.size(), 1); piece = piece < 12 ? piece + 1 : piece * 3) {
            EventStreamParser parser({.line = 1024, .event = 3000});
            QList<ServerEvent> got;
            for (qsizetype at = 0; at < bytes.size(); at += piece)
                got += parser.feed(QByteArrayView(bytes).sliced(at, std::min(piece, bytes.size() - at)));
            QCOMPARE(got, events);
            QCOMPARE(parser.lastEventId(), lastId);
        }
    }

    void retry_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<qint64>("ms"); // -1: none
        QTest::newRow("number") << QByteArray("retry: 2500") << qint64(2500);
        QTest::newRow("zero") << QByteArray("retry:0") << qint64(0);
        QTest::newRow("negative") << QByteArray("retry: -5") << qint64(-1);
        QTest::newRow("plus") << QByteArray("retry: +5") << qint64(-1);
        QTest::newRow("words") << QByteArray("retry: soon") << qint64(-1);
        QTest::newRow("empty") << QByteArray("retry") << qint64(-1);
        QTest::newRow("absurd") << QByteArray("retry: 99999999999") << qint64(3'600'000);
        QTest::newRow("beyond numbers") << QByteArray("retry: " + QByteArray(80, '9')) << qint64(3'600'000);
    }

    void retry()
    {
        QFETCH(QByteArray, line);
        QFETCH(qint64, ms);
        EventStreamParser parser;
        QVERIFY(parser.feed(QByteArray(line + "\n\n")).isEmpty());
        QCOMPARE(parser.retry() ? qint64(parser.retry()->count()) : -1, ms);
    }

    void memoryStaysBounded()
    {
        EventStreamParser parser({.line = 1024, .event = 4096});
        const QByteArray flood(100'000, 'x');
        for (int i = 0; i < 50; ++i) {
            QVERIFY(parser.feed(flood).isEmpty());
            QVERIFY(parser.held() <= 8192);
        }
        for (int i = 0; i < 5000; ++i) {
            QVERIFY(parser.feed("\ndata: 0123456789").isEmpty());
            QVERIFY(parser.held() <= 8192);
        }
        QCOMPARE(parser.feed("\n\ndata: fine\n\n").size(), 1);
        QCOMPARE(parser.skipped(), 1);
    }

    void aSkippedEventDoesNotMoveTheId()
    {
        EventStreamParser parser({.line = 100, .event = 100});
        parser.setLastEventId("3");
        QVERIFY(parser.feed(QByteArray("id: 4\ndata: " + QByteArray(500, 'x') + "\n\n")).isEmpty());
        QCOMPARE(parser.lastEventId(), QByteArray("3"));
    }
};

QTEST_GUILESS_MAIN(tst_EventStreamParser)
#include "tst_eventstreamparser.moc"

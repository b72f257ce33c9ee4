#include <wire/wirejson.h>

#include <QTest>

using namespace callcard;
using namespace Qt::Literals::StringLiterals;

class tst_WireJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void garbageIsAnError_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("html") << QByteArray("<html></html>");
        QTest::newRow("truncated") << QByteArray("{\"a\":[1,2");
        QTest::newRow("deep") << QByteArray(QByteArray(100, '[') + QByteArray(100, ']'));
        QTest::newRow("bad UTF-8") << QByteArray("{\"a\":\"\xff\"}");
    }

    void garbageIsAnError()
    {
        QFETCH(const QByteArray, bytes);
        const auto parsed = wire::parse(bytes);
        QVERIFY(!parsed);
        QCOMPARE(parsed.error().kind, ErrorKind::BadPayload);
    }

    void wrongTypesAreAbsent()
    {
        const auto json = wire::parse(
            R"({"id":8100002004,"text":"x","list":{"a":1},"yes":"true","half":1.5,"whole":2.0,"big":5873412093345566778,"digits":"42"})");
        QVERIFY(json);
        QCOMPARE(wire::text(*json, "id"), u"8100002004"_s);
        QCOMPARE(wire::text(*json, "big"), u"5873412093345566778"_s);
        QCOMPARE(wire::text(*json, "list"), QString());
        QCOMPARE(wire::text(*json, "missing"), QString());
        QCOMPARE(wire::text(wire::member(*json, "text"), "deeper"), QString());
        QCOMPARE(wire::array(*json, "list").size(), 0U);
        QVERIFY(!wire::flag(*json, "yes"));
        QVERIFY(!wire::integer(*json, "half"));
        QCOMPARE(wire::integer(*json, "whole"), 2);
        QCOMPARE(wire::integer(*json, "digits"), 42);
    }

    void textIsBounded()
    {
        const wire::Json json{{"name", std::string(100'000, 'x')}};
        QCOMPARE(wire::text(json, "name", 100).size(), 100);
    }

    void instants_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("utc");
        QTest::newRow("z") << u"2026-03-04T17:20:11Z"_s << u"2026-03-04T17:20:11.000Z"_s;
        QTest::newRow("one digit") << u"2026-03-04T17:20:11.5Z"_s << u"2026-03-04T17:20:11.500Z"_s;
        QTest::newRow("three digits") << u"2026-03-04T17:20:11.532Z"_s << u"2026-03-04T17:20:11.532Z"_s;
        QTest::newRow("nine digits") << u"2026-03-04T17:20:11.532123456Z"_s << u"2026-03-04T17:20:11.532Z"_s;
        QTest::newRow("no colon") << u"2026-03-04T17:20:11.532+0000"_s << u"2026-03-04T17:20:11.532Z"_s;
        QTest::newRow("colon") << u"2026-03-04T17:20:11+01:00"_s << u"2026-03-04T16:20:11.000Z"_s;
        QTest::newRow("west") << u"2026-03-04T17:20:11-0730"_s << u"2026-03-05T00:50:11.000Z"_s;
        QTest::newRow("space, no zone") << u"2026-03-04 17:20:11"_s << u"2026-03-04T17:20:11.000Z"_s;
        QTest::newRow("no such day") << u"2026-02-30T17:20:11Z"_s << QString();
        QTest::newRow("no such hour") << u"2026-03-04T25:20:11Z"_s << QString();
        QTest::newRow("no such minute") << u"2026-03-04T17:61Z"_s << QString();
        QTest::newRow("no such zone") << u"2026-03-04T17:20:11+99:99"_s << QString();
        QTest::newRow("behind the last day") << u"9999-12-31T23:59:59-01:00"_s << QString();
        QTest::newRow("words") << u"yesterday"_s << QString();
        QTest::newRow("number") << u"1772644811"_s << QString();
    }

    void instants()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, utc);
        const QDateTime instant = wire::instant(text);
        QCOMPARE(instant.isValid() ? instant.toString(Qt::ISODateWithMs) : QString(), utc);
    }
};

QTEST_APPLESS_MAIN(tst_WireJson)
#include "tst_wirejson.moc"

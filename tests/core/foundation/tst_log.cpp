#include <callcard/log.h>

#include <QTest>

using namespace callcard;
using namespace Qt::Literals::StringLiterals;

class tst_Log : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void redacts_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        QTest::newRow("nothing") << u"synced 45 calls in 12 s"_s << u"synced 45 calls in 12 s"_s;
        QTest::newRow("e164") << u"call from +14165550142 ended"_s << u"call from [digits] ended"_s;
        QTest::newRow("national") << u"call from (416) 555-0142"_s << u"call from ([digits]"_s;
        QTest::newRow("bearer") << u"Authorization: Bearer abc.def"_s << u"Authorization: Bearer [secret]"_s;
        QTest::newRow("raw key pair") << u"authorization: k1:s1"_s << u"authorization: [secret]"_s;
        QTest::newRow("query") << u"GET /x?access_token=SUEabc&page=1"_s << u"GET /x?access_token=[secret]&page=1"_s;
        QTest::newRow("json") << u"{\"refresh_token\":\"abc\"}"_s << u"{\"refresh_token\":\"[secret]\"}"_s;
        QTest::newRow("jwt") << u"got eyJhbGciOiJub25l.eyJzdWIiOiJ1MSJ9."_s << u"got [token]"_s;
        QTest::newRow("address") << u"agent dana@callcard.example"_s << u"agent [address]"_s;
        QTest::newRow("opaque") << u"value 0123456789abcdefghijklmnopqrstuvwxyzABCDEF"_s << u"value [opaque]"_s;
        QTest::newRow("short numbers stay") << u"HTTP 503 after 123456 us"_s << u"HTTP 503 after 123456 us"_s;
    }

    void redacts()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, expected);
        QCOMPARE(redacted(text), expected);
    }

    void aMaskedNumberKeepsFourDigits()
    {
        QCOMPARE(maskedNumber(u"+14165550142"), u"••• 0142"_s);
        QCOMPARE(maskedNumber(u"911"), u"•••"_s);
    }
};

QTEST_APPLESS_MAIN(tst_Log)
#include "tst_log.moc"

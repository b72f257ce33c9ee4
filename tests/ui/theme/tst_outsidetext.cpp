#include <callcard/ui/outsidetext.h>

#include <QTest>

using namespace callcard::ui;
using namespace Qt::Literals::StringLiterals;

class tst_OutsideText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initials_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("expected");
        QTest::newRow("two words") << u"Sarah Lindqvist"_s << u"SL"_s;
        QTest::newRow("three words") << u"Ana Maria Beltrán"_s << u"AB"_s;
        QTest::newRow("one word") << u"Cher"_s << u"C"_s;
        QTest::newRow("lower case") << u"tom haldane"_s << u"TH"_s;
        QTest::newRow("punctuation") << u"\"Bob\" (Smith)"_s << u"BS"_s;
        QTest::newRow("accent as two characters") << QString(u"e\u0301milie du chatelet"_s) << QString(u"E\u0301C"_s);
        QTest::newRow("beyond the plane") << QString::fromUcs4(U"\U00010414ob \U00010415il") << QString::fromUcs4(U"\U00010414\U00010415");
        QTest::newRow("chinese") << u"王 小明"_s << u"王"_s;
        QTest::newRow("thai") << u"สมชาย ใจดี"_s << u"ส"_s;
        QTest::newRow("emoji then name") << QString::fromUcs4(U"\U0001F642 Bob Marsh") << u"BM"_s;
        QTest::newRow("number") << u"(416) 555-0142"_s << QString();
        QTest::newRow("nothing") << u"   "_s << QString();
        QTest::newRow("override in front") << QString(u"\u202Eeve stone"_s) << u"ES"_s;
    }

    void initials()
    {
        QFETCH(QString, name);
        QFETCH(QString, expected);
        QCOMPARE(callcard::ui::initials(name), expected);
    }

    void whatStrangersSendIsHarmless_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        QTest::newRow("plain") << u"Northlight Coffee"_s << u"Northlight Coffee"_s;
        QTest::newRow("override") << QString(u"Dana\u202Etxt.exe"_s) << u"Danatxt.exe"_s;
        QTest::newRow("isolates") << QString(u"\u2066a\u2069b\u200Fc"_s) << u"abc"_s;
        QTest::newRow("control") << QString(u"ab\u0007c\u001B[31m"_s) << u"abc[31m"_s;
        QTest::newRow("lines") << u"one\r\ntwo\tthree"_s << u"one two three"_s;
        QTest::newRow("space") << u"  far   apart  "_s << u"far apart"_s;
        QTest::newRow("joiner stays") << QString(u"می\u200Cخواهم"_s) << QString(u"می\u200Cخواهم"_s);
    }

    void whatStrangersSendIsHarmless()
    {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        QCOMPARE(cleaned(text), expected);
    }

    void longTextIsBounded()
    {
        QCOMPARE(cleaned(QString(5'000'000, u'x')).size(), kLongestShownText + 1);
        QString pairs;
        for (int i = 0; i < 20; ++i)
            pairs += QString::fromUcs4(U"\U0001F642");
        QVERIFY(!cleaned(pairs, 5).contains(QChar::ReplacementCharacter));
        QVERIFY(cleaned(pairs, 5).toUtf8().size() > 0);
        QVERIFY(!cleaned(pairs, 5).chopped(1).back().isHighSurrogate());
    }

    void messagesKeepTheirLines() { QCOMPARE(cleanedLines(u"one\n\n two\tthree "_s), u"one\ntwo three"_s); }

    void directionsStayInside()
    {
        QCOMPARE(isolated(u"عمر"_s), QString(u"\u2068عمر\u2069"_s));
        QCOMPARE(numberRun(u"(416) 555-0142"_s), QString(u"\u2066(416) 555-0142\u2069"_s));
        QVERIFY(isolated(QString()).isEmpty());
    }

    /// Written down, not computed: who changes the hash changes everybody's colour.
    void coloursOfPeopleAreForEver()
    {
        // FNV-1a of "a" is 0xE40C292C; its halves combined, modulo 8.
        QCOMPARE(avatarIndex(u"a"_s), int((0xE40C292CU ^ 0xE40CU) % 8));
        QCOMPARE(avatarIndex(u"foobar"_s), int((0xBF9CF968U ^ 0xBF9CU) % 8));
    }

    void coloursOfPeopleAreSpread()
    {
        std::array<int, 8> used{};
        for (int i = 0; i < 8000; ++i)
            ++used[size_t(avatarIndex(u"customer-%1"_s.arg(i)))];
        for (const int count : used)
            QVERIFY2(count > 800 && count < 1200, qPrintable(QString::number(count)));
    }
};

QTEST_GUILESS_MAIN(tst_OutsideText)
#include "tst_outsidetext.moc"

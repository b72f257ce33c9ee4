#include <callcard/ui/numbertexts.h>
#include <callcard/ui/timetexts.h>

#include <QTest>

using namespace callcard::ui;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {
const QLocale kAmerican(QLocale::English, QLocale::UnitedStates);
const QLocale kGerman(QLocale::German, QLocale::Germany);
const QTimeZone kToronto("America/Toronto");

/// Friday, November 20, 2026, 2:15 PM in Toronto.
QDateTime friday()
{
    return QDateTime(QDate(2026, 11, 20), QTime(14, 15), kToronto).toUTC();
}
} // namespace

class tst_TimeTexts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ages_data()
    {
        QTest::addColumn<qint64>("secondsAgo");
        QTest::addColumn<QString>("american");
        QTest::addColumn<QString>("german");
        QTest::newRow("this moment") << qint64(0) << u"now"_s << u"now"_s;
        QTest::newRow("four seconds") << qint64(4) << u"now"_s << u"now"_s;
        QTest::newRow("their clock is ahead") << qint64(-20) << u"now"_s << u"now"_s;
        QTest::newRow("seconds") << qint64(12) << u"12 s ago"_s << u"12 s ago"_s;
        QTest::newRow("last second") << qint64(59) << u"59 s ago"_s << u"59 s ago"_s;
        QTest::newRow("minute") << qint64(60) << u"1 min ago"_s << u"1 min ago"_s;
        QTest::newRow("last minute") << qint64(3599) << u"59 min ago"_s << u"59 min ago"_s;
        QTest::newRow("today") << qint64(3600) << u"1:15 PM"_s << u"13:15"_s;
        QTest::newRow("early today") << qint64(14 * 3600) << u"12:15 AM"_s << u"00:15"_s;
        QTest::newRow("yesterday") << qint64(20 * 3600) << u"Thu 6:15 PM"_s << u"Do. 18:15"_s;
        QTest::newRow("wednesday") << qint64(2 * 86400 - 12300) << u"Wed 5:40 PM"_s << u"Mi. 17:40"_s;
        QTest::newRow("six days") << qint64(6 * 86400) << u"Sat 2:15 PM"_s << u"Sa. 14:15"_s;
        QTest::newRow("seven days: the weekday would be ours") << qint64(7 * 86400) << u"Nov 13"_s << u"13. Nov."_s;
        QTest::newRow("another year") << qint64(400 * qint64(86400)) << u"Oct 16, 2025"_s << u"16. Okt. 2025"_s;
    }

    void ages()
    {
        QFETCH(qint64, secondsAgo);
        QFETCH(QString, american);
        QFETCH(QString, german);
        const QDateTime then = friday().addSecs(-secondsAgo);
        QCOMPARE(TimeTexts(kAmerican, kToronto).age(then, friday()), american);
        QCOMPARE(TimeTexts(kGerman, kToronto).age(then, friday()), german);
    }

    void anUnknownMomentHasNoAge() { QVERIFY(TimeTexts(kAmerican, kToronto).age(QDateTime(), friday()).isEmpty()); }

    void anAgeSaysWhenItWillChange()
    {
        const auto text = [](const QDateTime &then, const QDateTime &now) { return TimeTexts(kAmerican, kToronto).age(then, now); };
        for (const qint64 ago : {qint64(60), qint64(119), qint64(1799), qint64(3599)}) {
            const QDateTime then = friday().addSecs(-ago);
            const auto holds = TimeTexts::ageHolds(then, friday());
            QVERIFY(holds > 0ms);
            QCOMPARE(text(then, friday().addMSecs(holds.count() - 1)), text(then, friday()));
            QVERIFY(text(then, friday().addMSecs(holds.count())) != text(then, friday()));
        }
    }

    void momentsAhead()
    {
        const TimeTexts times(kAmerican, kToronto);
        QCOMPARE(times.moment(friday().addSecs(960), friday()), u"2:31 PM"_s);
        QCOMPARE(times.moment(friday().addDays(3), friday()), u"Mon 2:15 PM"_s);
        QCOMPARE(times.moment(friday().addDays(20), friday()), u"Dec 10, 2:15 PM"_s);
        QCOMPARE(times.ahead(75min), u"in 1 h 15 min"_s);
        QCOMPARE(times.clockWithSeconds(friday().addSecs(7)), u"2:15:07 PM"_s);
    }

    void days()
    {
        const TimeTexts times(kAmerican, kToronto);
        const QDate today(2026, 11, 20);
        QCOMPARE(times.day(today, today), u"Today"_s);
        QCOMPARE(times.day(today.addDays(-1), today), u"Yesterday"_s);
        QCOMPARE(times.day(today.addDays(-3), today), u"Tue, Nov 17"_s);
        QCOMPARE(times.day(today.addDays(-366), today), u"Nov 19, 2025"_s);
        QCOMPARE(TimeTexts(QLocale(QLocale::French), kToronto).shortDate(today, today), u"20 nov."_s);
        QCOMPARE(TimeTexts(QLocale(QLocale::Spanish), kToronto).shortDate(today, today), u"20 de nov"_s);
        QCOMPARE(TimeTexts(QLocale(QLocale::Japanese), kToronto).shortDate(today, today), u"11月20日"_s);
    }

    void lengths_data()
    {
        QTest::addColumn<int>("seconds");
        QTest::addColumn<QString>("ofACall");
        QTest::addColumn<QString>("inSums");
        QTest::newRow("none") << 0 << u"0:00"_s << u"0 s"_s;
        QTest::newRow("negative is a bug elsewhere") << -5 << u"0:00"_s << u"0 s"_s;
        QTest::newRow("seconds") << 7 << u"0:07"_s << u"7 s"_s;
        QTest::newRow("minutes") << 222 << u"3:42"_s << u"4 min"_s;
        QTest::newRow("rounds to the hour") << 3590 << u"59:50"_s << u"1 h"_s;
        QTest::newRow("hour") << 3729 << u"1:02:09"_s << u"1 h 2 min"_s;
        QTest::newRow("sum") << 5760 << u"1:36:00"_s << u"1 h 36 min"_s;
        QTest::newRow("a hundred hours") << 360000 << u"100:00:00"_s << u"100 h"_s;
    }

    void lengths()
    {
        QFETCH(int, seconds);
        QFETCH(QString, ofACall);
        QFETCH(QString, inSums);
        QCOMPARE(callLength(std::chrono::seconds(seconds)), ofACall);
        QCOMPARE(summedLength(std::chrono::seconds(seconds), kAmerican), inSums);
    }

    void numbers()
    {
        QCOMPARE(countText(128406, kAmerican), u"128,406"_s);
        QCOMPARE(countText(128406, kGerman), u"128.406"_s);
        QCOMPARE(percentText(0.614, kAmerican), u"61%"_s);
        QCOMPARE(percentText(0.999, kAmerican), u"99%"_s);
        QCOMPARE(percentText(0.001, kAmerican), u"1%"_s);
        QCOMPARE(percentText(1.0, kAmerican), u"100%"_s);
        QCOMPARE(percentText(0.0, kAmerican), u"0%"_s);
        QCOMPARE(moneyText(4820049, kAmerican), u"$48,200"_s);
        QCOMPARE(figureText(std::nullopt, kAmerican), u"–"_s);
        QCOMPARE(figureText(0, kAmerican), u"0"_s);
        QCOMPARE(badgeCount(9), u"9"_s);
        QCOMPARE(badgeCount(10), u"9+"_s);
        QCOMPARE(millisecondsText(0.04, kAmerican), u"0.04 ms"_s);
        QCOMPARE(millisecondsText(19.4, kAmerican), u"19 ms"_s);
        QCOMPARE(millisecondsText(1440, kAmerican), u"1.4 s"_s);
    }
};

QTEST_GUILESS_MAIN(tst_TimeTexts)
#include "tst_timetexts.moc"

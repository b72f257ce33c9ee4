#include <callcard/pace.h>

#include <QTest>

using namespace callcard;
using namespace Qt::Literals::StringLiterals;

class tst_Pace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void periods_data()
    {
        QTest::addColumn<int>("period");
        QTest::addColumn<QDate>("day");
        QTest::addColumn<QDate>("from");
        QTest::addColumn<QDate>("to");
        const int week = static_cast<int>(GoalPeriod::Weekly);
        QTest::newRow("a Sunday belongs to the week before") << week << QDate(2026, 11, 22) << QDate(2026, 11, 16) << QDate(2026, 11, 22);
        QTest::newRow("a Monday begins") << week << QDate(2026, 11, 16) << QDate(2026, 11, 16) << QDate(2026, 11, 22);
        QTest::newRow("a week over two months") << week << QDate(2026, 12, 1) << QDate(2026, 11, 30) << QDate(2026, 12, 6);
        QTest::newRow("day") << static_cast<int>(GoalPeriod::Daily) << QDate(2026, 2, 28) << QDate(2026, 2, 28) << QDate(2026, 2, 28);
        QTest::newRow("leap month") << static_cast<int>(GoalPeriod::Monthly) << QDate(2028, 2, 5) << QDate(2028, 2, 1)
                                    << QDate(2028, 2, 29);
        QTest::newRow("quarter keeps its last day")
            << static_cast<int>(GoalPeriod::Quarterly) << QDate(2026, 12, 31) << QDate(2026, 10, 1) << QDate(2026, 12, 31);
    }

    void periods()
    {
        QFETCH(const int, period);
        QFETCH(const QDate, day);
        QFETCH(const QDate, from);
        QFETCH(const QDate, to);
        QCOMPARE(periodAround(static_cast<GoalPeriod>(period), day), (DayRange{from, to}));
    }

    void aRangeIsAPeriodOrIsNone()
    {
        const QDate day(2026, 11, 18);
        for (const GoalPeriod period : {GoalPeriod::Daily, GoalPeriod::Weekly, GoalPeriod::Monthly, GoalPeriod::Quarterly}) {
            const DayRange whole = periodAround(period, day);
            QCOMPARE(wholePeriod(whole), std::optional(period));
            QVERIFY(!wholePeriod({whole.from, whole.to.addDays(1)}));
        }
        QVERIFY(!wholePeriod({}));
    }

    void workingTime_data()
    {
        QTest::addColumn<int>("period");
        QTest::addColumn<QString>("now");
        QTest::addColumn<double>("share");
        const int daily = static_cast<int>(GoalPeriod::Daily);
        const int weekly = static_cast<int>(GoalPeriod::Weekly);
        QTest::newRow("before work") << daily << u"2026-11-20T14:00:00Z"_s << 0.0;
        QTest::newRow("half past noon") << daily << u"2026-11-20T19:30:00Z"_s << 0.5;
        QTest::newRow("evening") << daily << u"2026-11-21T03:00:00Z"_s << 1.0;
        QTest::newRow("Sunday") << daily << u"2026-11-22T19:00:00Z"_s << 1.0;
        QTest::newRow("week, Wednesday half past noon") << weekly << u"2026-11-18T19:30:00Z"_s << 0.5;
        QTest::newRow("week, Sunday") << weekly << u"2026-11-22T19:00:00Z"_s << 1.0;
    }

    void workingTime()
    {
        QFETCH(const int, period);
        QFETCH(const QString, now);
        QFETCH(const double, share);
        QCOMPARE(elapsedShare(static_cast<GoalPeriod>(period), QDateTime::fromString(now, Qt::ISODate), QTimeZone("America/Denver"), {}),
                 share);
    }

    void paces_data()
    {
        QTest::addColumn<double>("value");
        QTest::addColumn<double>("target");
        QTest::addColumn<double>("elapsed");
        QTest::addColumn<int>("state");
        QTest::newRow("on pace") << 25.0 << 50.0 << 0.5 << static_cast<int>(PaceState::OnPace);
        QTest::newRow("ahead") << 30.0 << 50.0 << 0.5 << static_cast<int>(PaceState::Ahead);
        QTest::newRow("behind") << 20.0 << 50.0 << 0.5 << static_cast<int>(PaceState::Behind);
        QTest::newRow("done") << 50.0 << 50.0 << 1.0 << static_cast<int>(PaceState::Ahead);
        QTest::newRow("no target") << 5.0 << 0.0 << 0.5 << static_cast<int>(PaceState::NoGoal);
        QTest::newRow("negative target") << 5.0 << -1.0 << 0.5 << static_cast<int>(PaceState::NoGoal);
        QTest::newRow("not a number") << 5.0 << qQNaN() << 0.5 << static_cast<int>(PaceState::NoGoal);
    }

    void paces()
    {
        QFETCH(const double, value);
        QFETCH(const double, target);
        QFETCH(const double, elapsed);
        QFETCH(const int, state);
        QCOMPARE(static_cast<int>(paceOf(value, target, elapsed).state), state);
    }
};

QTEST_APPLESS_MAIN(tst_Pace)
#include "tst_pace.moc"

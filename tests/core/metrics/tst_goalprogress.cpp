#include <callcard/goalprogress.h>

#include <QTest>

using namespace callcard;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

namespace {

const QTimeZone kDenver("America/Denver");

Goal goal(GoalPeriod period, double target, const QString &type = kCallsType.toString())
{
    return {.user = UserId(u"u1"_s), .type = type, .period = period, .target = target};
}

DailyMetrics day(const QDate &date, int calls, std::chrono::seconds talk = {}, const QString &source = u"justcall"_s)
{
    return {.day = date, .source = source, .calls = calls, .talkTime = talk};
}

QDateTime at(const char *instant)
{
    return QDateTime::fromString(QString::fromLatin1(instant), Qt::ISODate);
}

} // namespace

class tst_GoalProgress : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// The older applications jump to next Monday on Sundays: weekly progress then reads zero.
    void aSundayStillBelongsToItsWeek()
    {
        const QList<DailyMetrics> days{day({2026, 11, 15}, 100), day({2026, 11, 16}, 7), day({2026, 11, 22}, 5), day({2026, 11, 23}, 100)};
        const auto progress = goalProgress({goal(GoalPeriod::Weekly, 50)}, days, at("2026-11-22T19:00:00Z"), kDenver, {});
        QCOMPARE(progress.size(), 1);
        QCOMPARE(progress.first().period, (DayRange{{2026, 11, 16}, {2026, 11, 22}}));
        QCOMPARE(progress.first().value, 12.0);
        QCOMPARE(progress.first().pace.state, PaceState::Behind);
    }

    void theRepsOwnEveningDecidesTheDay()
    {
        // 03:00 UTC on the 1st is still the evening of the 30th in Denver, and of November.
        const QList<DailyMetrics> days{day({2026, 11, 30}, 9), day({2026, 12, 1}, 100)};
        const auto progress =
            goalProgress({goal(GoalPeriod::Daily, 10), goal(GoalPeriod::Monthly, 10)}, days, at("2026-12-01T03:00:00Z"), kDenver, {});
        QCOMPARE(progress[0].value, 9.0);
        QCOMPARE(progress[1].value, 9.0);
        QCOMPARE(progress[1].period.to, QDate(2026, 11, 30));
    }

    void minutesAreRoundedADayAsTheirDocumentsAre()
    {
        const QList<DailyMetrics> days{day({2026, 11, 16}, 1, 89s), day({2026, 11, 17}, 1, 89s), day({2026, 11, 18}, 1, 90s)};
        const auto progress =
            goalProgress({goal(GoalPeriod::Weekly, 10, kTalkType.toString())}, days, at("2026-11-18T19:00:00Z"), kDenver, {});
        QCOMPARE(progress.first().value, 4.0); // 1 + 1 + 2, not 268 / 60
    }

    void sourcesAreShownApart()
    {
        const QList<DailyMetrics> days{day({2026, 11, 16}, 3), day({2026, 11, 16}, 4, {}, u"ringcentral"_s)};
        const auto progress = goalProgress({goal(GoalPeriod::Weekly, 10)}, days, at("2026-11-18T19:00:00Z"), kDenver, {});
        QCOMPARE(progress.first().value, 7.0);
        QCOMPARE(progress.first().bySource, (QMap<QString, double>{{u"justcall"_s, 3.0}, {u"ringcentral"_s, 4.0}}));
    }

    void goalsThatCallsDoNotMakeAreLeftOut()
    {
        const QList<Goal> goals{goal(GoalPeriod::Weekly, 10, u"new_sales_wholesale"_s), goal(GoalPeriod::Weekly, 0)};
        const auto progress = goalProgress(goals, {day({2026, 11, 16}, 3)}, at("2026-11-18T19:00:00Z"), kDenver, {});
        QCOMPARE(progress.size(), 1);
        QCOMPARE(progress.first().pace.state, PaceState::NoGoal);
    }

    void figuresOfTypes_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<double>("figure"); // below zero: none
        QTest::newRow("calls") << u"phone_call_quantity"_s << 3.0;
        QTest::newRow("minutes") << u"talk_time_minutes"_s << 2.0;
        QTest::newRow("texts") << u"sms_quantity"_s << 4.0;
        QTest::newRow("the misnamed old type") << u"talk_time"_s << -1.0;
        QTest::newRow("sales") << u"new_sales_wholesale"_s << -1.0;
    }

    void figuresOfTypes()
    {
        QFETCH(const QString, type);
        QFETCH(const double, figure);
        DailyMetrics one = day({2026, 11, 16}, 3, 100s);
        one.textsSent = 4;
        one.textsReceived = 50;
        QCOMPARE(figureOf(one, type).value_or(-1), figure);
    }
};

QTEST_APPLESS_MAIN(tst_GoalProgress)
#include "tst_goalprogress.moc"

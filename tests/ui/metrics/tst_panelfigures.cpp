#include "paneldays.h"

#include <callcard/ui/paneltexts.h>

#include <QTest>

using namespace callcard;
using namespace callcard::testing;
using namespace callcard::ui;
using namespace std::chrono_literals;

namespace {
const QDate kFriday(2026, 11, 20);

GoalFigure callsIn(const PanelFacts &facts, const PanelChoice &choice)
{
    return panelFigures(facts, choice).goals.first();
}
} // namespace

/// The panel as a pure function of what it is given.
class tst_PanelFigures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void spans_data()
    {
        QTest::addColumn<PanelChoice>("choice");
        QTest::addColumn<QDate>("from");
        QTest::addColumn<QDate>("to");
        QTest::addColumn<QDate>("countedTo");
        QTest::newRow("today") << PanelChoice{} << kFriday << kFriday << kFriday;
        QTest::newRow("an earlier day") << PanelChoice{.range = {QDate(2026, 11, 3), {}}} << QDate(2026, 11, 3) << QDate(2026, 11, 3)
                                        << QDate(2026, 11, 3);
        QTest::newRow("week") << PanelChoice{.span = PanelSpan::Week} << QDate(2026, 11, 16) << QDate(2026, 11, 22) << kFriday;
        QTest::newRow("month") << PanelChoice{.span = PanelSpan::Month} << QDate(2026, 11, 1) << QDate(2026, 11, 30) << kFriday;
        QTest::newRow("no range yet") << PanelChoice{.span = PanelSpan::Range} << QDate(2026, 10, 1) << QDate(2026, 12, 31) << kFriday;
        QTest::newRow("range, backwards") << PanelChoice{.span = PanelSpan::Range, .range = {QDate(2026, 3, 9), QDate(2026, 3, 2)}}
                                          << QDate(2026, 3, 2) << QDate(2026, 3, 9) << QDate(2026, 3, 9);
    }

    void spans()
    {
        QFETCH(const PanelChoice, choice);
        const PanelFigures figures = panelFigures(busyPanel(), choice);
        QTEST(figures.span.from, "from");
        QTEST(figures.span.to, "to");
        QTEST(figures.counted.to, "countedTo");
    }

    void stepsStayInThePast()
    {
        PanelChoice choice{.span = PanelSpan::Week};
        QCOMPARE(rangeOf(beside(choice, -1, kFriday), kFriday), (DayRange{QDate(2026, 11, 9), QDate(2026, 11, 15)}));
        QCOMPARE(beside(choice, 1, kFriday), choice);
        QCOMPARE(beside(beside(choice, -1, kFriday), 1, kFriday), choice);
        choice = {.span = PanelSpan::Range, .range = periodAround(GoalPeriod::Quarterly, kFriday)};
        QCOMPARE(beside(choice, -1, kFriday).range, (DayRange{QDate(2026, 7, 1), QDate(2026, 9, 30)}));
    }

    void aGoalHasItsPaceAgainstTimeAndAgainstTheOwnUsualDay()
    {
        const GoalFigure calls = callsIn(busyPanel(), {});
        QCOMPARE(calls.value, std::optional(38.0));
        QCOMPARE(calls.target, std::optional(50.0));
        // 2:15 PM is 6:15 of nine hours.
        QCOMPARE(qRound(calls.pace.expected), 35);
        QCOMPARE(calls.pace.state, PaceState::Ahead);
        QCOMPARE(qRound(calls.usual.value()), qRound(47 * 6.25 / 9));
        const GoalFigure week = callsIn(busyPanel(), {.span = PanelSpan::Week});
        QCOMPARE(week.target, std::optional(250.0));
        QCOMPARE(qRound(week.pace.expected), qRound(250 * (4 + 6.25 / 9) / 5));
        QCOMPARE(qRound(week.usual.value()), qRound(4 * 47 + 47 * 6.25 / 9));
        // A week that is over is not expected to grow.
        const GoalFigure past = callsIn(busyPanel(), {.span = PanelSpan::Week, .range = {QDate(2026, 11, 2), {}}});
        QCOMPARE(past.pace.expected, 250.0);
    }

    void badGoals_data()
    {
        QTest::addColumn<QList<Goal>>("goals");
        QTest::addColumn<double>("target"); // 0: none
        const QString calls = kCallsType.toString();
        QTest::newRow("none") << QList<Goal>{} << 0.0;
        QTest::newRow("zero") << QList<Goal>{{.type = calls, .period = GoalPeriod::Daily, .target = 0}} << 0.0;
        QTest::newRow("negative") << QList<Goal>{{.type = calls, .period = GoalPeriod::Daily, .target = -5}} << 0.0;
        QTest::newRow("not a number") << QList<Goal>{{.type = calls, .period = GoalPeriod::Daily, .target = qQNaN()}} << 0.0;
        QTest::newRow("another type") << QList<Goal>{{.type = u"sales"_s, .period = GoalPeriod::Daily, .target = 5}} << 0.0;
        QTest::newRow("another period") << QList<Goal>{{.type = calls, .period = GoalPeriod::Weekly, .target = 5}} << 0.0;
        QTest::newRow("two of them") << QList<Goal>{{.type = calls, .period = GoalPeriod::Daily, .target = 40},
                                                    {.type = calls, .period = GoalPeriod::Daily, .target = 60}}
                                     << 60.0;
        QTest::newRow("a million") << QList<Goal>{{.type = calls, .period = GoalPeriod::Daily, .target = 1e6}} << 1e6;
    }

    void badGoals()
    {
        QFETCH(const QList<Goal>, goals);
        QFETCH(const double, target);
        PanelFacts facts = busyPanel(60);
        facts.goals = goals;
        const GoalFigure calls = callsIn(facts, {});
        QCOMPARE(calls.target.value_or(0), target);
        QCOMPARE(calls.value, std::optional(38.0));
        QCOMPARE(calls.pace.state == PaceState::NoGoal, !calls.target.has_value());
    }

    void whatIsMissingIsNotZero()
    {
        PanelFacts facts = busyPanel(60);
        const PanelFigures day = panelFigures(facts, {.range = {QDate(2026, 11, 11), {}}});
        QVERIFY(!day.calls);
        for (const GoalFigure &goal : day.goals)
            QVERIFY(!goal.value && goal.unread == 1);
        for (const LineFigure &line : day.lines)
            QVERIFY(!line.value);
        QVERIFY(day.mix.isEmpty());
        QCOMPARE(day.unread, QList<QDate>{QDate(2026, 11, 11)});
        // In a longer span it is a gap between days that are there.
        const PanelFigures month = panelFigures(facts, {.span = PanelSpan::Month});
        QCOMPARE(month.goals.first().unread, 1);
        QVERIFY(month.goals.first().value > 0.0);
        const auto gap = std::find_if(month.columns.begin(), month.columns.end(),
                                      [](const ColumnFigure &column) { return column.days.from == QDate(2026, 11, 11); });
        QVERIFY(gap != month.columns.end());
        QCOMPARE(gap->reading, Reading::None);
        QVERIFY(gap->probable > 0);
        // A day that was read and was empty is a zero.
        const PanelFigures sunday = panelFigures(facts, {.range = {QDate(2026, 11, 15), {}}});
        QCOMPARE(sunday.calls, std::optional(0));
    }

    void halfAWeekIsNotBehind()
    {
        const PanelFacts facts = busyPanel(60);
        const GoalFigure unread = callsIn(facts, {.span = PanelSpan::Week, .range = {QDate(2026, 11, 9), {}}});
        QCOMPARE(unread.unread, 1);
        QCOMPARE(unread.pace.state, PaceState::NoGoal);
        QVERIFY(!unread.usual);
        QVERIFY(unread.pace.share > 0);
        const GoalFigure whole = callsIn(facts, {.span = PanelSpan::Week, .range = {QDate(2026, 11, 2), {}}});
        QVERIFY(whole.pace.state != PaceState::NoGoal && whole.usual);
    }

    void nothingFoundInHalfADayIsNoZero_data()
    {
        QTest::addColumn<Reading>("reading");
        QTest::addColumn<int>("calls"); // -1: not known
        QTest::newRow("read") << Reading::Whole << 0;
        QTest::newRow("half read") << Reading::Partly << -1;
        QTest::newRow("not read") << Reading::None << -1;
        QTest::newRow("loading") << Reading::Loading << -1;
    }

    void nothingFoundInHalfADayIsNoZero()
    {
        QFETCH(const Reading, reading);
        PanelFacts facts = busyPanel(60);
        facts.days.last() = {.day = kFriday, .reading = reading};
        const PanelFigures figures = panelFigures(facts, {});
        QTEST(figures.calls.value_or(-1), "calls");
        QCOMPARE(figures.goals.first().value.has_value(), figures.calls.has_value());
        QCOMPARE(callsOf(facts.days.last()).has_value(), figures.calls.has_value());
    }

    void voicemailIsNotMissedTwice()
    {
        const QList<QStringList> rows = panelTable(busyPanel(60), {kFriday, kFriday});
        const qsizetype missed = rows.first().indexOf(figureName(Figure::Missed));
        QCOMPARE(rows.at(1).at(missed), u"6"_s);
        QCOMPARE(rows.at(1).at(missed + 1), u"1"_s);
    }

    void theMixAddsUpAndHasItsOwnCalls()
    {
        const PanelFigures figures =
            panelFigures(busyPanel(), {.span = PanelSpan::Range, .range = {QDate(2026, 7, 1), QDate(2026, 9, 30)}});
        int sum = 0;
        for (const MixRow &row : figures.mix)
            sum += row.calls;
        QCOMPARE(sum, figures.calls.value());
        QCOMPARE(figures.goals.first().value.value(), double(sum));
        int columns = 0;
        for (const ColumnFigure &column : figures.columns)
            columns += column.calls;
        QCOMPARE(columns, sum);
        QVERIFY2(figures.columns.size() < 16, "a quarter is drawn by weeks");
    }

    void percentagesAreMadeOfSums()
    {
        PanelFacts facts = busyPanel(60);
        const qsizetype last = facts.days.size() - 1;
        facts.days[last] = panelDay(kFriday, {.incomingAnswered = 90, .missed = 10}, 90, 0);
        facts.days[last - 1] = panelDay(kFriday.addDays(-1), {.missed = 100}, 0, 0);
        const PanelFigures figures = panelFigures(facts, {.span = PanelSpan::Range, .range = {kFriday.addDays(-1), kFriday}});
        QCOMPARE(figures.lines.first().value, std::optional(0.45)); // not the mean of 90 and 0 percent
        QCOMPARE(figures.lines.first().of, 200);
        QCOMPARE(figures.lines.at(1).value, std::optional(60.0)); // a minute a call
    }

    void sourcesAreKeptApart()
    {
        PanelFacts facts = busyPanel(60);
        PanelDay &today = facts.days.last();
        const PanelDay other = panelDay(kFriday, {.outgoingReached = 5}, 10, 2, u"justcall"_s);
        today.sources.append(other.sources);
        today.mixes.append(other.mixes);
        const PanelFigures figures = panelFigures(facts, {});
        QCOMPARE(figures.sources, (QStringList{u"justcall"_s, u"ringcentral"_s}));
        QCOMPARE(figures.goals.first().bySource, (QMap<QString, double>{{u"justcall"_s, 5}, {u"ringcentral"_s, 38}}));
        QCOMPARE(figures.columns.last().mixes.size(), 2);
        QVERIFY(splitWords(figures.goals.first().bySource, Figure::Calls).contains(u"JustCall 5"_s));
    }

    void everyCallBelongsToTheFiguresThatCountIt_data()
    {
        QTest::addColumn<CallDirection>("direction");
        QTest::addColumn<QString>("word");
        QTest::addColumn<Figure>("figure");
        QTest::newRow("reached") << CallDirection::Outbound << u"Answered"_s << Figure::OutgoingReached;
        QTest::newRow("no answer") << CallDirection::Outbound << u"Unanswered"_s << Figure::OutgoingUnanswered;
        QTest::newRow("answered") << CallDirection::Inbound << u"ANSWERED"_s << Figure::IncomingAnswered;
        QTest::newRow("missed") << CallDirection::Inbound << u"Missed"_s << Figure::Missed;
        QTest::newRow("voicemail") << CallDirection::Inbound << u"Voicemail"_s << Figure::Voicemail;
        QTest::newRow("elsewhere") << CallDirection::Inbound << u"Answered elsewhere"_s << Figure::Elsewhere;
        QTest::newRow("blocked") << CallDirection::Inbound << u"Blocked"_s << Figure::Failed;
        QTest::newRow("a new word") << CallDirection::Inbound << u"Teleported"_s << Figure::Unknown;
    }

    void everyCallBelongsToTheFiguresThatCountIt()
    {
        QFETCH(const CallDirection, direction);
        QFETCH(const QString, word);
        QFETCH(const Figure, figure);
        const CountedCall call{.direction = direction, .outcomeWord = word};
        QVERIFY(countsFor(Figure::Calls, call));
        for (int other = int(Figure::OutgoingReached); other <= int(Figure::Unknown); ++other)
            QCOMPARE(countsFor(static_cast<Figure>(other), call), static_cast<Figure>(other) == figure);
        const CountedCall running{.direction = direction, .outcomeWord = word, .inProgress = true};
        QVERIFY(!countsFor(Figure::Calls, running));
    }

    void nothingAtAll()
    {
        const PanelFigures none = panelFigures({.now = kPanelNow}, {});
        QVERIFY(!none.calls && none.mix.isEmpty());
        QCOMPARE(none.goals.size(), 3);
        const PanelFigures oneDay = panelFigures(busyPanel(1), {});
        QCOMPARE(oneDay.calls, std::optional(38));
    }

    void theTableHasNoZeroesForWhatIsMissing()
    {
        const QList<QStringList> rows = panelTable(busyPanel(60), {QDate(2026, 11, 10), QDate(2026, 11, 15)});
        QCOMPARE(rows.size(), 7);
        const qsizetype columns = rows.first().size();
        for (const QStringList &row : rows)
            QCOMPARE(row.size(), columns);
        QCOMPARE(rows.at(2).at(0), u"2026-11-11"_s);
        QVERIFY(rows.at(2).at(2).isEmpty());
        QVERIFY(!rows.at(2).last().isEmpty());
        QCOMPARE(rows.at(6).at(2), u"0"_s);
    }

    void everyFigureHasItsDefinition()
    {
        QSet<QString> seen;
        for (int figure = 0; figure <= int(Figure::Unknown); ++figure) {
            const QString definition = figureDefinition(static_cast<Figure>(figure));
            QVERIFY(definition.size() > 20);
            seen.insert(definition);
            seen.insert(figureName(static_cast<Figure>(figure)));
        }
        QCOMPARE(seen.size(), 2 * (int(Figure::Unknown) + 1));
    }
};

QTEST_APPLESS_MAIN(tst_PanelFigures)
#include "tst_panelfigures.moc"

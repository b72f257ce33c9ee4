#include <callcard/goalprogress.h>
#include <callcard/reconcile.h>

#include <QTest>

#include <random>

using namespace callcard;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

namespace {

const Rep kRep{.email = u"dana@callcard.example"_s, .zone = QTimeZone("America/Denver")};
const QDate kDay(2026, 11, 18);
const DayRange kWeek{{2026, 11, 16}, {2026, 11, 22}};

CountedCall call(int id, int talk = 60, const QString &word = u"Answered"_s)
{
    return {.source = u"justcall"_s,
            .rowId = QString::number(id),
            .agentEmail = kRep.email,
            .outcomeWord = word,
            .startedAt = QDateTime(kDay, QTime(18, 0), Qt::UTC),
            .talkTime = std::chrono::seconds(talk)};
}

CountedText text(int id)
{
    return {.source = u"justcall"_s,
            .rowId = u"t"_s + QString::number(id),
            .agentEmail = kRep.email,
            .direction = CallDirection::Outbound,
            .sentAt = QDateTime(kDay, QTime(18, 0), Qt::UTC)};
}

QList<ReconciledFigure> compared(const QList<CountedCall> &ours, const QList<CountedCall> &theirs, const QList<CountedText> &ourTexts = {},
                                 const QList<CountedText> &theirTexts = {})
{
    return reconcile({.rep = kRep,
                      .user = UserId(u"u1"_s),
                      .range = kWeek,
                      .sources = {u"justcall"_s},
                      .calls = ours,
                      .texts = ourTexts,
                      .stored = {},
                      .providers = {{.source = u"justcall"_s, .days = kWeek, .calls = theirs, .texts = theirTexts}}});
}

ReconciledFigure figureOf(const QList<ReconciledFigure> &figures, QStringView type, const QDate &day = kDay)
{
    for (const ReconciledFigure &figure : figures) {
        if (figure.type == type && figure.day == day)
            return figure;
    }
    return {};
}

} // namespace

class tst_ReconcileLogs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void equalLogsAgree()
    {
        const auto figures = compared({call(1), call(2)}, {call(2), call(1), call(1)}, {text(1)}, {text(1)});
        QCOMPARE(figures.size(), 3);
        for (const ReconciledFigure &figure : figures) {
            QVERIFY(figure.agrees());
            QCOMPARE(figure.provider, std::optional(figure.ours));
        }
        QCOMPARE(figureOf(figures, kCallsType).ours, 2.0);
    }

    void reasons_data()
    {
        QTest::addColumn<QString>("reason");
        QTest::addColumn<double>("calls");
        QTest::addColumn<double>("seconds");
        QTest::newRow("missing here") << u"missing-here"_s << 1.0 << 60.0;
        QTest::newRow("missing there") << u"missing-there"_s << -1.0 << -60.0;
        QTest::newRow("other outcome") << u"other-outcome"_s << 0.0 << -60.0;
        QTest::newRow("other duration") << u"other-duration"_s << 0.0 << 30.0;
        QTest::newRow("in progress") << u"in-progress"_s << -1.0 << -60.0;
        QTest::newRow("other agent") << u"other-agent"_s << -1.0 << -60.0;
        QTest::newRow("other day") << u"other-day"_s << -1.0 << -60.0;
    }

    void reasons()
    {
        QFETCH(const QString, reason);
        QFETCH(const double, calls);
        QFETCH(const double, seconds);
        QList<CountedCall> ours{call(1), call(2)};
        QList<CountedCall> theirs = ours;
        const bool onlyDuration = reason == "other-duration"_L1;
        if (reason == "missing-here"_L1)
            ours.removeLast();
        else if (reason == "missing-there"_L1)
            theirs.removeLast();
        else if (reason == "other-outcome"_L1)
            theirs[1] = call(2, 0, u"Missed"_s);
        else if (onlyDuration)
            theirs[1].talkTime = 90s;
        else if (reason == "in-progress"_L1)
            theirs[1].inProgress = true;
        else if (reason == "other-agent"_L1)
            theirs[1].agentEmail = u"lee@callcard.example"_s;
        else
            theirs[1].userDay = kDay.addDays(1);

        const auto figures = compared(ours, theirs);
        const ReconciledFigure count = figureOf(figures, kCallsType);
        QCOMPARE(count.differences.size(), onlyDuration ? 0 : 1);
        if (!onlyDuration) {
            QCOMPARE(differenceReasonName(count.differences.first().reason), reason);
            QCOMPARE(count.differences.first().callId, u"2"_s);
            QCOMPARE(count.differences.first().amount, calls);
        }
        const ReconciledFigure talk = figureOf(figures, kTalkType);
        QCOMPARE(talk.differences.size(), 1);
        QCOMPARE(differenceReasonName(talk.differences.first().reason), reason);
        QCOMPARE(talk.differences.first().amount, seconds);
    }

    void aMovedCallIsToldOnBothDays()
    {
        CountedCall moved = call(1);
        moved.userDay = kDay.addDays(1);
        const auto figures = compared({call(1)}, {moved});
        QCOMPARE(figureOf(figures, kCallsType).differences.first().amount, -1.0);
        QCOMPARE(figureOf(figures, kCallsType, kDay.addDays(1)).differences.first().amount, 1.0);
        QCOMPARE(figureOf(figures, kCallsType, kDay.addDays(1)).ours, 0.0);
    }

    void textsDeletedThere()
    {
        CountedText deleted = text(1);
        deleted.deleted = true;
        const auto figures = compared({}, {}, {text(1), text(2)}, {deleted, text(2)});
        const ReconciledFigure texts = figureOf(figures, kTextsType);
        QCOMPARE(texts.ours, 2.0);
        QCOMPARE(texts.provider, std::optional(1.0));
        QCOMPARE(texts.differences.size(), 1);
        QCOMPARE(texts.differences.first().reason, DifferenceReason::MissingThere);
    }

    /// A provider that does not reach back so far says nothing about those days: no zero, no difference.
    void beyondTheProvidersMemory()
    {
        ReconcileInput input{.rep = kRep,
                             .user = UserId(u"u1"_s),
                             .range = kWeek,
                             .sources = {u"justcall"_s},
                             .calls = {call(1)},
                             .texts = {},
                             .stored = {},
                             .providers = {{.source = u"justcall"_s, .days = {kDay.addDays(1), kWeek.to}, .calls = {}, .texts = {}}}};
        const ReconciledFigure count = figureOf(reconcile(input), kCallsType);
        QCOMPARE(count.ours, 1.0);
        QVERIFY(!count.provider);
        QVERIFY(count.agrees());
    }

    /// Whatever was done to the provider's log, the calls named explain the difference to the last second.
    void whatTheProviderPublishes_data()
    {
        QTest::addColumn<int>("published"); // below zero: nothing
        QTest::addColumn<bool>("asked");    // its log was read too
        QTest::addColumn<double>("amount"); // 0: agrees
        QTest::newRow("agrees with its log") << 3 << true << 0.0;
        QTest::newRow("another number than its log") << 5 << true << 2.0;
        QTest::newRow("its log was not read: ours is compared") << 1 << false << -1.0;
        QTest::newRow("nothing published") << -1 << true << 0.0;
    }

    void whatTheProviderPublishes()
    {
        QFETCH(const int, published);
        QFETCH(const bool, asked);
        QFETCH(const double, amount);
        ReconcileInput input{.rep = kRep, .user = UserId(u"u1"_s), .range = kWeek, .sources = {u"justcall"_s}, .calls = {call(1), call(2)}};
        if (asked)
            input.providers.append({.source = u"justcall"_s, .days = kWeek, .calls = {call(1), call(2), call(3)}, .texts = {}});
        if (published >= 0)
            input.analytics.append({.source = u"justcall"_s, .day = kDay, .calls = published});
        const ReconciledFigure calls = figureOf(reconcile(input), kCallsType);
        QCOMPARE(calls.analytics.has_value(), published >= 0);
        double differs = 0;
        for (const Difference &difference : calls.differences)
            differs += difference.reason == DifferenceReason::ProviderCountsOther ? difference.amount : 0;
        QCOMPARE(differs, amount);
        QVERIFY(!figureOf(reconcile(input), kTalkType).analytics); // it publishes averages, not sums
    }

    /// A day that only the provider's analytics know is told, too.
    void aDayThatOnlyAnalyticsKnow()
    {
        const QList<ReconciledFigure> figures = reconcile({.rep = kRep,
                                                           .user = UserId(u"u1"_s),
                                                           .range = kWeek,
                                                           .sources = {u"justcall"_s},
                                                           .analytics = {{.source = u"justcall"_s, .day = kDay, .calls = 4}}});
        QCOMPARE(figures.size(), 1);
        QCOMPARE(figures.first().ours, 0.0);
        QCOMPARE(figures.first().analytics, 4.0);
        QCOMPARE(figures.first().differences.first().amount, 4.0);
    }

    void theAmountsAlwaysAddUp()
    {
        for (unsigned seed = 1; seed <= 200; ++seed) {
            std::mt19937 random(seed);
            QList<CountedCall> ours;
            for (int i = 0; i < 40; ++i) {
                ours.append(call(i, static_cast<int>(random() % 300), random() % 3 ? u"Answered"_s : u"Missed"_s));
                ours.last().startedAt = ours.last().startedAt.addSecs(static_cast<qint64>(random() % 200'000));
            }
            QList<CountedCall> theirs;
            for (CountedCall row : ours) {
                switch (random() % 9) {
                case 0:
                    continue;
                case 1:
                    row.userDay = kWeek.from.addDays(static_cast<qint64>(random() % 9) - 1); // also out of the week
                    break;
                case 2:
                    row.talkTime += 17s;
                    break;
                case 3:
                    row.outcomeWord = u"Voicemail"_s;
                    row.talkTime = 0s;
                    break;
                case 4:
                    row.inProgress = true;
                    break;
                case 5:
                    row.agentEmail = u"lee@callcard.example"_s;
                    break;
                default:
                    break;
                }
                theirs.append(row);
            }
            theirs += {call(1000, 5), call(1001, 7)};
            const auto ourDays = dailyMetrics(ours, {}, kRep, kWeek.from, kWeek.to);
            const auto theirDays = dailyMetrics(theirs, {}, kRep, kWeek.from, kWeek.to);
            const auto secondsOf = [](const QList<DailyMetrics> &days, const QDate &day) {
                for (const DailyMetrics &one : days) {
                    if (one.day == day)
                        return static_cast<double>(one.talkTime.count());
                }
                return 0.0;
            };
            for (const ReconciledFigure &figure : compared(ours, theirs)) {
                double amounts = 0;
                for (const Difference &difference : figure.differences)
                    amounts += difference.amount;
                if (figure.type == kTalkType)
                    QCOMPARE(secondsOf(ourDays, figure.day) + amounts, secondsOf(theirDays, figure.day));
                else
                    QCOMPARE(figure.ours + amounts, figure.provider.value());
            }
        }
    }
};

QTEST_APPLESS_MAIN(tst_ReconcileLogs)
#include "tst_reconcilelogs.moc"

#include <callcard/syncplan.h>

#include <QTest>

using namespace callcard;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

namespace {

const QDate kToday(2026, 11, 20);
constexpr std::chrono::milliseconds kStart = 1'000s;

/// A plan that has caught up at kStart.
SyncPlan caughtUp()
{
    SyncPlan plan;
    plan.begin(kStart, kToday.addDays(-2));
    const std::optional<SyncJob> job = plan.due(kStart, kToday);
    plan.succeeded(*job, kStart, kToday, false);
    return plan;
}

} // namespace

class tst_SyncPlan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWasMissedComesFirst_data()
    {
        QTest::addColumn<QDate>("missedSince");
        QTest::addColumn<QDate>("from");
        QTest::newRow("never synced") << QDate() << QDate(2026, 10, 21);
        QTest::newRow("yesterday: the week all the same") << QDate(2026, 11, 19) << QDate(2026, 11, 14);
        QTest::newRow("three weeks away") << QDate(2026, 10, 30) << QDate(2026, 10, 30);
    }

    void whatWasMissedComesFirst()
    {
        QFETCH(const QDate, missedSince);
        QFETCH(const QDate, from);
        SyncPlan plan;
        QVERIFY(!plan.due(kStart, kToday));
        plan.begin(kStart, missedSince.isValid() ? std::optional(missedSince) : std::nullopt);
        QCOMPARE(plan.due(kStart, kToday), (SyncJob{SyncTrigger::Start, {from, kToday}}));
    }

    void aDayInTheTray()
    {
        SyncPlan plan = caughtUp();
        int today = 0;
        int week = 0;
        for (std::chrono::milliseconds now = kStart; now <= kStart + 24h;) {
            const std::optional<SyncJob> job = plan.due(now, kToday);
            if (!job) {
                const auto wait = plan.untilNext(now);
                QVERIFY(wait && *wait > 0ms);
                now += *wait;
                continue;
            }
            ++(job->trigger == SyncTrigger::Today ? today : week);
            QVERIFY(job->trigger == SyncTrigger::Today || job->trigger == SyncTrigger::LastWeek);
            plan.succeeded(*job, now, kToday, false);
        }
        QCOMPARE(week, 4);
        QCOMPARE(today + week, 96);
    }

    void aCallThatEndsIsReadSoon()
    {
        SyncPlan plan = caughtUp();
        plan.callEnded(kStart + 60s);
        QVERIFY(!plan.due(kStart + 84s, kToday));
        const auto job = plan.due(kStart + 85s, kToday);
        QCOMPARE(job, (SyncJob{SyncTrigger::CallEnded, {kToday.addDays(-1), kToday}}));
        plan.succeeded(*job, kStart + 86s, kToday, false);
        QVERIFY(!plan.due(kStart + 120s, kToday));
    }

    /// A call every ten seconds all day long: one look in two minutes, not none and not hundreds.
    void manyCallsShareALook()
    {
        SyncPlan plan = caughtUp();
        int looks = 0;
        for (auto now = kStart; now < kStart + 600s; now += 5s) {
            if (now.count() % 10'000 == 0)
                plan.callEnded(now);
            if (const auto job = plan.due(now, kToday)) {
                QCOMPARE(job->trigger, SyncTrigger::CallEnded);
                plan.succeeded(*job, now, kToday, false);
                ++looks;
            }
        }
        QVERIFY2(looks == 4 || looks == 5, QByteArray::number(looks).constData());
    }

    void aCallThatIsNotFiledYetIsLookedForAgainTwice()
    {
        SyncPlan plan = caughtUp();
        plan.callEnded(kStart);
        QList<qint64> looks;
        for (auto now = kStart; now < kStart + 600s; now += 1s) {
            if (const auto job = plan.due(now, kToday)) {
                looks.append((now - kStart).count() / 1000);
                plan.succeeded(*job, now, kToday, true);
            }
        }
        QCOMPARE(looks, (QList<qint64>{25, 85, 265}));
    }

    void failuresWaitLongerAndLonger()
    {
        SyncPlan plan;
        plan.begin(kStart, {});
        auto now = kStart;
        std::chrono::milliseconds longest{};
        for (int i = 0; i < 12; ++i) {
            plan.failed({.kind = ErrorKind::Offline}, now);
            QVERIFY(!plan.due(now, kToday));
            const auto wait = plan.untilNext(now);
            QVERIFY(wait && *wait >= 10s && *wait <= 15min);
            longest = std::max(longest, *wait);
            now += *wait;
            QVERIFY(plan.due(now, kToday));
        }
        QVERIFY(longest > 7min);
        plan.failed({.kind = ErrorKind::Offline}, now);
        plan.nudge(now);
        QVERIFY(plan.due(now, kToday)); // the network is back
    }

    void aPenaltyIsSatOut()
    {
        SyncPlan plan = caughtUp();
        plan.failed({.kind = ErrorKind::RateLimited, .retryAfter = 40min}, kStart);
        plan.nudge(kStart + 1s);
        plan.callEnded(kStart + 2s);
        QVERIFY(!plan.due(kStart + 39min, kToday));
        QVERIFY(plan.due(kStart + 40min, kToday));
    }

    void whoMustSignInIsNotHammered()
    {
        SyncPlan plan = caughtUp();
        plan.failed({.kind = ErrorKind::SignInNeeded}, kStart);
        QVERIFY(!plan.due(kStart + 48h, kToday));
        QVERIFY(!plan.untilNext(kStart));
        plan.nudge(kStart + 48h);
        QVERIFY(plan.due(kStart + 48h, kToday.addDays(2)));
    }

    void afterMidnightTheDaysMoveOn()
    {
        SyncPlan plan = caughtUp();
        QCOMPARE(plan.due(kStart + 15min, kToday.addDays(1))->range, (DayRange{kToday, kToday.addDays(1)}));
    }
};

QTEST_APPLESS_MAIN(tst_SyncPlan)
#include "tst_syncplan.moc"

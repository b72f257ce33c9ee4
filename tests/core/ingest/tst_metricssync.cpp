#include "provider.h"

#include <callcard/metrics.h>
#include <callcard/testing/fakeclock.h>

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace callcard;
using namespace callcard::testing;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

namespace {

const QDate kToday(2026, 11, 20); // the fake clock begins at 09:00 UTC, two in the morning in Denver
const DayRange kMonth{{2026, 10, 22}, kToday};

/// A rep, a provider and a log of their own.
struct House {
    House()
        : provider(std::make_shared<Provider>())
        , log(std::move(CallLog::open(folder.filePath(u"calls.db"_s), clock).value()))
        , sync(std::make_unique<MetricsSync>(*log, outlet, clock))
    {
        clock.setWallClock(utc(kToday, 20));
    }

    void configure(const QHash<QString, QString> &agentIds = {})
    {
        const SyncedRep rep{.user = UserId(u"u1"_s), .email = u"dana@callcard.example"_s, .zone = {}, .fallback = QTimeZone::utc()};
        sync->configure(rep, {{.id = u"justcall"_s, .history = provider, .agentIds = agentIds}});
    }

    std::optional<Result<SyncSummary>> ask(const DayRange &range, bool dryRun = false, std::stop_token stop = {})
    {
        answer.reset();
        scope.start(await(range, dryRun, stop));
        (void)QTest::qWaitFor([this] { return answer.has_value(); });
        return answer;
    }

    SyncSummary synced(const DayRange &range = kMonth, bool dryRun = false) { return ask(range, dryRun)->value(); }

    QCoro::Task<> await(DayRange range, bool dryRun, std::stop_token stop)
    {
        Result<SyncSummary> result = co_await sync->sync(range, dryRun, stop);
        answer = std::move(result);
    }

    bool stopped()
    {
        bool done = false;
        scope.start(stop(&done));
        return QTest::qWaitFor([&] { return done; });
    }

    QCoro::Task<> stop(bool *done)
    {
        co_await sync->stop();
        *done = true;
    }

    QTemporaryDir folder;
    FakeClock clock;
    std::shared_ptr<Provider> provider;
    std::unique_ptr<CallLog> log;
    Outlet outlet;
    std::unique_ptr<MetricsSync> sync;
    std::optional<Result<SyncSummary>> answer;
    TaskScope scope;
};

bool idle(const House &house)
{
    return house.sync->state().phase == SyncState::Phase::Idle;
}

} // namespace

class tst_MetricsSync : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsSetUp()
    {
        House house;
        QCOMPARE(house.sync->state().phase, SyncState::Phase::NotConfigured);
        QCOMPARE(house.ask(kMonth)->error().kind, ErrorKind::Refused);
    }

    void aMonthOnDemand()
    {
        House house;
        house.configure();
        house.provider->add(1, utc({2026, 11, 18}, 3)); // the evening of the 17th in Denver
        house.provider->add(2, utc({2026, 11, 18}, 18));
        house.provider->add(3, utc({2026, 11, 18}, 19), 0);
        house.provider->add(4, utc({2026, 11, 18}, 19), 60, u"lee@callcard.example"_s);
        const SyncSummary summary = house.synced();
        QVERIFY(summary.success());
        QCOMPARE(summary.totalCalls, 3);
        QCOMPARE(summary.callsProcessed, 3);
        QCOMPARE(summary.metricsWritten, 6);
        QCOMPARE(summary.timeZone, u"America/Denver"_s);
        QCOMPARE(house.outlet.day({2026, 11, 17}).calls, 1);
        QCOMPARE(house.outlet.day({2026, 11, 18}).calls, 2);
        QCOMPARE(house.outlet.stamps, (QList<QStringList>{{u"justcall"_s}}));
        QCOMPARE(house.provider->asked.size(), 1); // a month is one window

        const SyncSummary again = house.synced();
        QCOMPARE(again.metricsWritten, 0);
        QCOMPARE(house.provider->agentQuestions, 1); // remembered
    }

    void dryRunsWriteNothing()
    {
        House house;
        house.configure();
        house.provider->add(1, utc({2026, 11, 18}, 18));
        const SyncSummary summary = house.synced(kMonth, true);
        QVERIFY(summary.success());
        QCOMPARE(summary.callsProcessed, 1);
        QCOMPARE(house.outlet.handed, 0);
        QVERIFY(house.outlet.stamps.isEmpty());
        QCOMPARE(house.synced().metricsWritten, 3); // what was counted dry is not lost
    }

    void aDayWithoutItsTextsIsNoDay_data()
    {
        QTest::addColumn<bool>("texts");
        QTest::newRow("calls fail") << false;
        QTest::newRow("texts fail") << true;
    }

    void aDayWithoutItsTextsIsNoDay()
    {
        QFETCH(const bool, texts);
        House house;
        house.configure();
        house.provider->add(1, utc({2026, 11, 18}, 18));
        (texts ? house.provider->nextTexts : house.provider->nextCalls).push_back(Error{.kind = ErrorKind::ServerFault});
        const SyncSummary failed = house.synced();
        QVERIFY(!failed.success());
        QCOMPARE(failed.problems.first().source, u"justcall"_s);
        QCOMPARE(house.outlet.handed, 0);
        QVERIFY(house.outlet.stamps.isEmpty());
        QCOMPARE(house.log->dirtyDays().value().size(), 0);
        QVERIFY(house.synced().success());
        QCOMPARE(house.outlet.day({2026, 11, 18}).calls, 1);
    }

    void slowWindowsAreHalved()
    {
        House house;
        house.configure();
        for (int day = 1; day <= 20; ++day)
            house.provider->add(day, utc({2026, 11, day}, 18));
        house.provider->nextCalls = {Error{.kind = ErrorKind::TimedOut}, Error{.kind = ErrorKind::TimedOut}};
        const SyncSummary summary = house.synced();
        QVERIFY(summary.success());
        QCOMPARE(summary.callsProcessed, 20);
        QCOMPARE(house.provider->asked.size(), 5); // 30 days, 15, then 7 + 8 + 15
        QCOMPARE(house.provider->asked.last().to, dayStart(kToday.addDays(1), QTimeZone("America/Denver")));
    }

    void aDeletedCallTakesItsDayDownToZero()
    {
        House house;
        house.configure();
        house.provider->add(1, utc({2026, 11, 18}, 18));
        QVERIFY(house.synced().success());
        house.provider->rows.clear();
        const SyncSummary summary = house.synced();
        QCOMPARE(summary.metricsWritten, 3);
        QCOMPARE(house.outlet.day({2026, 11, 18}).calls, 0);
        QCOMPARE(house.outlet.day({2026, 11, 18}).day, QDate(2026, 11, 18));
    }

    void lateRecordsAndEditsAreFollowed()
    {
        House house;
        house.configure();
        house.provider->add(1, utc({2026, 11, 18}, 18), 60);
        QVERIFY(house.synced().success());
        house.provider->rows[0].event.talkTime = 200s;
        house.provider->add(2, utc({2026, 11, 18}, 19), 0);
        QVERIFY(house.synced().success());
        QCOMPARE(house.outlet.day({2026, 11, 18}).calls, 2);
        QCOMPARE(house.outlet.day({2026, 11, 18}).talkTime, 200s);
        // The agent files a call under the day before.
        house.provider->rows[1].userDay = QDate(2026, 11, 17);
        QVERIFY(house.synced().success());
        QCOMPARE(house.outlet.day({2026, 11, 18}).calls, 1);
        QCOMPARE(house.outlet.day({2026, 11, 17}).calls, 1);
    }

    void callsInProgressWait()
    {
        House house;
        house.configure();
        house.provider->add(1, utc({2026, 11, 18}, 18));
        house.provider->rows[0].inProgress = true;
        house.provider->rows[0].outcomeWord = u"In Progress"_s;
        const SyncSummary summary = house.synced();
        QCOMPARE(summary.totalCalls, 1);
        QCOMPARE(summary.callsProcessed, 0);
        QCOMPARE(summary.unsettled, 1);
        QVERIFY(house.outlet.documents.isEmpty());
    }

    void beyondTheProvidersMemory()
    {
        House house;
        house.configure();
        house.provider->memory = std::chrono::days(10);
        const SyncSummary summary = house.synced();
        QVERIFY(!summary.success());
        QCOMPARE(summary.problems.first().error.kind, ErrorKind::Refused);
        QCOMPARE(house.provider->asked.first().from, dayStart({2026, 11, 11}, QTimeZone("America/Denver")));
    }

    void agents_data()
    {
        QTest::addColumn<QStringList>("emails");
        QTest::addColumn<QString>("byHand");
        QTest::addColumn<int>("calls"); // below zero: refused
        QTest::newRow("nobody") << QStringList{u"lee@callcard.example"_s} << QString() << -1;
        QTest::newRow("two with one e-mail") << QStringList{u"dana@callcard.example"_s, u"DANA@callcard.example"_s} << QString() << 2;
        QTest::newRow("by hand, another address") << QStringList{u"d.whitfield@callcard.example"_s} << u"id-0"_s << 2;
        QTest::newRow("by hand, nobody") << QStringList{u"dana@callcard.example"_s} << u"id-7"_s << -1;
    }

    void agents()
    {
        QFETCH(const QStringList, emails);
        QFETCH(const QString, byHand);
        QFETCH(const int, calls);
        House house;
        house.provider->people.clear();
        for (qsizetype i = 0; i < emails.size(); ++i)
            house.provider->people.append({.id = u"id-%1"_s.arg(i), .name = {}, .email = emails.at(i), .timeZone = u"America/Denver"_s});
        house.provider->add(1, utc({2026, 11, 18}, 18), 60, emails.first());
        house.provider->add(2, utc({2026, 11, 18}, 19), 60, emails.first());
        house.configure(byHand.isEmpty() ? QHash<QString, QString>() : QHash<QString, QString>{{u"Dana@callcard.example"_s, byHand}});
        const SyncSummary summary = house.synced();
        if (calls < 0) {
            QCOMPARE(summary.problems.first().error.kind, ErrorKind::Refused);
            QVERIFY(house.outlet.documents.isEmpty());
        } else {
            QVERIFY(summary.success());
            QCOMPARE(house.outlet.day({2026, 11, 18}).calls, calls);
        }
    }

    void aDayOfFiveThousandCalls()
    {
        House house;
        house.configure();
        const QDateTime morning = utc({2026, 11, 18}, 15);
        for (int i = 0; i < 5000; ++i)
            house.provider->add(i, morning.addSecs(i * 5), i % 3 == 0 ? 0 : 60);
        // Pages that shift bring rows twice.
        house.provider->rows += house.provider->rows.mid(990, 20);
        const SyncSummary summary = house.synced({{2026, 11, 18}, {2026, 11, 18}});
        QVERIFY(summary.success());
        QCOMPARE(house.outlet.day({2026, 11, 18}).calls, 5000);
        QCOMPARE(house.outlet.day({2026, 11, 18}).talkTime, std::chrono::seconds(3333 * 60));
        QCOMPARE(house.synced({{2026, 11, 18}, {2026, 11, 18}}).metricsWritten, 0);
    }

    void whatCouldNotBeHandedOverIsHandedOverLater()
    {
        House house;
        house.configure();
        house.provider->add(1, utc({2026, 11, 18}, 18));
        house.outlet.failing = Error{.kind = ErrorKind::Storage};
        QVERIFY(!house.synced().success());
        house.outlet.failing.reset();
        const DayRange today{kToday, kToday};
        QVERIFY(house.synced(today).success()); // another range, but the day is still dirty
        QCOMPARE(house.outlet.day({2026, 11, 18}).calls, 1);
    }

    void twoAtOnceTakeTurns()
    {
        House house;
        house.configure();
        house.provider->add(1, utc({2026, 11, 18}, 18));
        house.scope.start(house.await(kMonth, false, {}));
        const auto second = house.ask(kMonth);
        QVERIFY(second->value().success());
        QTRY_COMPARE(house.scope.running(), 0);
        QCOMPARE(house.provider->asked.size(), 2);
    }

    void cancelling()
    {
        House house;
        house.configure();
        house.provider->add(1, utc({2026, 11, 18}, 18));
        std::stop_source stop;
        const auto connection = connect(house.sync.get(), &MetricsSync::stateChanged, this, [&](const SyncState &state) {
            if (state.progress && state.progress->step == SyncProgress::Step::Reading && state.progress->done == 3)
                stop.request_stop();
        });
        const auto answer = house.ask(kMonth, false, stop.get_token());
        disconnect(connection);
        QCOMPARE(answer->error().kind, ErrorKind::Cancelled);
        QVERIFY(!house.sync->state().problem); // nobody is told of what they asked for
        QVERIFY(house.outlet.stamps.isEmpty());
        QVERIFY(house.synced().success());
        QCOMPARE(house.outlet.day({2026, 11, 18}).calls, 1);
    }

    void progressIsToldInDays()
    {
        House house;
        house.configure();
        QList<int> done;
        int all = 0;
        connect(house.sync.get(), &MetricsSync::stateChanged, this, [&](const SyncState &state) {
            if (state.progress && state.progress->step == SyncProgress::Step::Reading) {
                done.append(state.progress->done);
                all = state.progress->all;
            }
        });
        QVERIFY(house.synced().success());
        QCOMPARE(all, 30);
        QVERIFY(std::is_sorted(done.begin(), done.end()));
        QCOMPARE(done.last(), 30);
        QVERIFY(!house.sync->state().progress);
    }

    void theScheduleCatchesUpAndGoesOn()
    {
        House house;
        house.provider->add(1, utc({2026, 11, 18}, 18));
        house.configure();
        house.sync->start();
        QTRY_VERIFY(house.sync->state().lastSuccess.isValid() && idle(house));
        QCOMPARE(house.outlet.day({2026, 11, 18}).calls, 1);
        QCOMPARE(house.sync->state().nextTry, house.clock.now().addSecs(15 * 60));
        const qsizetype asked = house.provider->asked.size();

        house.provider->add(2, utc(kToday, 19, 50));
        house.sync->onCallEnded();
        QTRY_COMPARE(house.sync->state().nextTry, house.clock.now().addSecs(25));
        QTRY_VERIFY(house.clock.sleepers() > 0);
        house.clock.advance(26s);
        QTRY_COMPARE(house.provider->asked.size(), asked + 1);
        QTRY_COMPARE(house.outlet.day(kToday).calls, 1);
        QTRY_VERIFY(idle(house));
        QTRY_VERIFY(house.clock.sleepers() > 0);
        house.clock.advance(15min);
        QTRY_COMPARE(house.provider->asked.size(), asked + 2);
        QTRY_VERIFY(idle(house));
        QVERIFY(house.stopped());
    }

    void aFailureIsVisibleAndHeals()
    {
        House house;
        house.provider->forAgents = Error{.kind = ErrorKind::Offline};
        house.configure();
        house.sync->start();
        QTRY_COMPARE(house.sync->state().phase, SyncState::Phase::Failing);
        QCOMPARE(house.sync->state().problem->error.kind, ErrorKind::Offline);
        QVERIFY(house.sync->state().nextTry > house.clock.now());
        house.provider->forAgents.reset();
        house.sync->nudge(); // the network is back
        QTRY_VERIFY(idle(house) && house.sync->state().lastSuccess.isValid());
        QVERIFY(!house.sync->state().problem);

        house.provider->nextCalls.push_back(Error{.kind = ErrorKind::SignInNeeded});
        QTRY_VERIFY(house.clock.sleepers() > 0);
        house.clock.advance(15min);
        QTRY_COMPARE(house.sync->state().phase, SyncState::Phase::NeedsPerson);
        QVERIFY(!house.sync->state().nextTry.isValid());
        QVERIFY(house.sync->state().lastSuccess.isValid()); // the age of what is shown
        QVERIFY(house.stopped());
    }

    /// The key of one provider ended: the calls of the other are counted all the same.
    void whoIsSignedOutHoldsUpNobody()
    {
        House house;
        const auto second = std::make_shared<Provider>();
        const SyncedRep rep{.user = UserId(u"u1"_s), .email = u"dana@callcard.example"_s, .zone = {}, .fallback = QTimeZone::utc()};
        house.sync->configure(rep, {{.id = u"justcall"_s, .history = house.provider}, {.id = u"ringcentral"_s, .history = second}});
        house.sync->start();
        QTRY_VERIFY(idle(house) && house.sync->state().lastSuccess.isValid());
        const auto pass = [&house](std::chrono::minutes time) {
            QTRY_VERIFY(house.clock.sleepers() > 0);
            house.clock.advance(time);
        };
        second->nextCalls.push_back(Error{.kind = ErrorKind::SignInNeeded});
        pass(15min);
        QTRY_COMPARE(house.sync->state().phase, SyncState::Phase::NeedsPerson);
        QCOMPARE(house.sync->state().problem->source, u"ringcentral"_s);
        const qsizetype refused = second->asked.size();
        house.provider->add(1, utc(kToday, 19));
        const qsizetype asked = house.provider->asked.size();
        pass(15min);
        QTRY_COMPARE(house.provider->asked.size(), asked + 1);
        QTRY_COMPARE(house.outlet.day(kToday).calls, 1);
        QTRY_COMPARE(house.sync->state().phase, SyncState::Phase::NeedsPerson); // and it still says who is missing
        QCOMPARE(second->asked.size(), refused);
        // Somebody signed in: nothing of the days between is left out.
        house.sync->nudge();
        QTRY_COMPARE(second->asked.size(), refused + 1);
        QVERIFY(second->asked.last().from <= dayStart(kToday.addDays(-1), QTimeZone("America/Denver")));
        QTRY_VERIFY(idle(house) && !house.sync->state().problem);
        QVERIFY(house.stopped());
    }

    void readOnlyStillKnowsTheFigures()
    {
        House house;
        house.provider->add(1, utc({2026, 11, 18}, 18));
        house.outlet.closed = Error{.kind = ErrorKind::Refused};
        house.configure();
        house.sync->start();
        QTRY_VERIFY(idle(house) && house.sync->state().lastSuccess.isValid());
        QCOMPARE(house.outlet.handed, 0);
        QCOMPARE(house.log->countables(u"dana@callcard.example"_s, kMonth.from, kMonth.to).value().calls.size(), 1);
        QVERIFY(house.stopped());
    }

    /// However complete the days of one provider are, of another nothing was read yet.
    void aProviderThatCameLater()
    {
        House house;
        house.configure();
        house.sync->start();
        QTRY_VERIFY(idle(house) && house.sync->state().lastSuccess.isValid());
        const auto second = std::make_shared<Provider>();
        const SyncedRep rep{.user = UserId(u"u1"_s), .email = u"dana@callcard.example"_s, .zone = {}, .fallback = QTimeZone::utc()};
        const QList<HistorySource> both{{.id = u"justcall"_s, .history = house.provider}, {.id = u"ringcentral"_s, .history = second}};
        house.sync->configure(rep, both);
        QTRY_COMPARE(second->asked.size(), 1);
        QCOMPARE(second->asked.first().from, dayStart(kToday.addDays(-30), QTimeZone("America/Denver")));
        QTRY_VERIFY(idle(house));
        QVERIFY(house.stopped());

        // Nor after a restart in between.
        second->asked.clear();
        house.sync = std::make_unique<MetricsSync>(*house.log, house.outlet, house.clock);
        house.sync->configure(rep, both + QList<HistorySource>{{.id = u"third"_s, .history = second}});
        house.sync->start();
        QTRY_COMPARE(second->asked.size(), 2);
        QCOMPARE(second->asked.last().from, dayStart(kToday.addDays(-30), QTimeZone("America/Denver")));
        QTRY_VERIFY(idle(house));
        QVERIFY(house.stopped());
    }

    void aRehearsalBringsNothingUpToDate()
    {
        House house;
        house.configure();
        house.provider->add(1, utc({2026, 11, 18}, 18));
        QVERIFY(house.synced(kMonth, true).success());
        QVERIFY(!house.sync->state().lastSuccess.isValid());
        QVERIFY(house.synced().success());
        QVERIFY(house.sync->state().lastSuccess.isValid());
    }

    void anOldRangeMakesTodayNoYounger()
    {
        House house;
        house.configure();
        house.provider->add(1, utc({2026, 11, 3}, 18));
        QVERIFY(house.synced({{2026, 11, 2}, {2026, 11, 5}}).success());
        QVERIFY(!house.sync->state().lastSuccess.isValid());
        QVERIFY(house.synced().success());
        const QDateTime read = house.sync->state().lastSuccess;
        QVERIFY(read.isValid());
        house.clock.setWallClock(house.clock.now().addSecs(600));
        QVERIFY(house.synced({{2026, 11, 2}, {2026, 11, 5}}).success());
        QCOMPARE(house.sync->state().lastSuccess, read);
    }

    void aRestartReadsOnlyWhatWasMissed()
    {
        House house;
        house.configure();
        house.sync->start();
        QTRY_VERIFY(idle(house) && house.sync->state().lastSuccess.isValid());
        QVERIFY(house.stopped());

        house.clock.setWallClock(house.clock.now().addDays(20));
        house.provider->asked.clear();
        house.sync = std::make_unique<MetricsSync>(*house.log, house.outlet, house.clock);
        house.configure();
        house.sync->start();
        QTRY_COMPARE(house.provider->asked.size(), 1);
        QCOMPARE(house.provider->asked.first().from, dayStart(kToday.addDays(-1), QTimeZone("America/Denver")));
        QTRY_VERIFY(idle(house));
        QVERIFY(house.stopped());
    }
};

QTEST_GUILESS_MAIN(tst_MetricsSync)
#include "tst_metricssync.moc"

#include <callcard/calltracker.h>
#include <callcard/feedsupervisor.h>
#include <callcard/testing/fakeclock.h>

#include <QSignalSpy>
#include <QTest>

using namespace callcard;
using namespace callcard::testing;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

namespace {

/// A provider on strings: the test ends its feed, and answers its questions.
class Puppet final : public CallProvider
{
public:
    [[nodiscard]] ProviderInfo info() const override { return {.id = u"puppet"_s, .showsRinging = true}; }

    QCoro::Task<Error> runFeed(std::stop_token stop) override
    {
        ++feeds;
        Completion<> end;
        m_end = &end;
        const Result<> ended = co_await end.wait(stop);
        m_end = nullptr;
        co_return ended ? Error{ErrorKind::Offline} : ended.error();
    }
    QCoro::Task<Result<Snapshot>> snapshot(std::stop_token stop) override
    {
        ++snapshots;
        if (slowSnapshot) {
            const Result<> waited = co_await slowSnapshot->sleep(1s, stop);
            if (!waited)
                co_return tl::unexpected(waited.error());
        }
        if (snapshotFails)
            co_return tl::unexpected(*snapshotFails);
        co_return live;
    }
    QCoro::Task<Result<QList<CallEvent>>> callsSince(QDateTime since, std::stop_token stop) override
    {
        askedSince = since;
        ++histories;
        if (historyFails)
            co_return tl::unexpected(*historyFails);
        if (slowly) {
            const Result<> waited = co_await slowly->sleep(30s, stop);
            if (!waited)
                co_return tl::unexpected(waited.error());
        }
        const QList<CallEvent> told = history;
        co_return told;
    }
    QCoro::Task<Result<QList<CallEvent>>> lookUp(Call, std::stop_token stop) override
    {
        ++lookUps;
        if (deaf) {
            const Result<> waited = co_await deaf->sleep(60s, stop);
            co_return tl::unexpected(waited ? Error{.kind = ErrorKind::TimedOut} : waited.error());
        }
        co_return trace;
    }
    void end(ErrorKind kind, std::optional<std::chrono::seconds> wait = {})
    {
        if (m_end)
            m_end->complete(failure(kind, {}, wait));
    }

    Clock *slowly = nullptr; // the history lags, and the provider waits for it
    Clock *slowSnapshot = nullptr;
    Clock *deaf = nullptr; // answers no question about a call
    std::optional<Error> snapshotFails;
    std::optional<Error> historyFails;
    int feeds = 0;
    int snapshots = 0;
    int histories = 0;
    int lookUps = 0;
    Snapshot live;
    QList<CallEvent> history;
    Result<QList<CallEvent>> trace = QList<CallEvent>();
    QDateTime askedSince;

private:
    Completion<> *m_end = nullptr;
};

CallEvent ringing(const QString &session, const QDateTime &time)
{
    CallEvent event;
    event.source = u"puppet"_s;
    event.sessionId = session;
    event.state = LegState::Ringing;
    event.time = time;
    event.remote.rawNumber = u"+14165550142"_s;
    return event;
}

CallEvent over(const QString &session, const QDateTime &time)
{
    CallEvent event = ringing(session, time);
    event.state = LegState::Ended;
    event.reason = EndReason::Missed;
    event.settled = true;
    return event;
}

} // namespace

class tst_FeedSupervisor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_clock = std::make_unique<FakeClock>();
        m_tracker = std::make_unique<CallTracker>(*m_clock);
        m_puppet = std::make_unique<Puppet>();
        FeedSupervisor::Timing timing;
        timing.firstSpread = 0ms;
        timing.backoff = {.first = 2s, .cap = 60s, .factor = 2.0, .jitter = 0.0};
        m_supervisor = std::make_unique<FeedSupervisor>(*m_puppet, *m_tracker, *m_clock, timing, 1);
        m_supervisor->start();
        m_clock->advance(1ms);
        QCOMPARE(m_puppet->feeds, 1);
    }

    void cleanup()
    {
        bool stopped = false;
        m_supervisor->stop().then([&stopped] { stopped = true; });
        QVERIFY(stopped);
        m_supervisor.reset();
    }

    void connectedOnlyWhenLive()
    {
        QCOMPARE(state(), ConnectionState::Connecting);
        Q_EMIT
        m_puppet->feedLive(false);
        QCOMPARE(state(), ConnectionState::Connected);
    }

    void pausesGrowAndTheNetworkCutsThemShort()
    {
        m_puppet->end(ErrorKind::Offline);
        QCOMPARE(state(), ConnectionState::Offline);
        m_clock->advance(1900ms);
        QCOMPARE(m_puppet->feeds, 1);
        m_clock->advance(100ms);
        QCOMPARE(m_puppet->feeds, 2);
        m_puppet->end(ErrorKind::Offline);
        m_clock->advance(3900ms);
        QCOMPARE(m_puppet->feeds, 2);
        m_supervisor->nudge();
        QCOMPARE(m_puppet->feeds, 3);
        m_puppet->end(ErrorKind::Offline);
        m_clock->advance(2s);
        QCOMPARE(m_puppet->feeds, 4);
    }

    void aPersonIsWaitedForWithoutTrying()
    {
        m_puppet->end(ErrorKind::SignInNeeded);
        QCOMPARE(state(), ConnectionState::SignInNeeded);
        m_clock->advance(48h);
        QCOMPARE(m_puppet->feeds, 1);
        m_supervisor->nudge();
        QCOMPARE(m_puppet->feeds, 2);
    }

    void aPenaltyIsSatOut()
    {
        m_puppet->end(ErrorKind::RateLimited, 90s);
        m_clock->advance(89s);
        QCOMPARE(m_puppet->feeds, 1);
        m_clock->advance(1s);
        QCOMPARE(m_puppet->feeds, 2);
    }

    void aFeedWithoutProofIsNotConnected()
    {
        Q_EMIT
        m_puppet->feedLive(false);
        m_clock->advance(40s);
        Q_EMIT
        m_puppet->proofOfLife();
        m_clock->advance(44s);
        QCOMPARE(state(), ConnectionState::Connected);
        m_clock->advance(6s);
        QCOMPARE(state(), ConnectionState::Degraded);
        Q_EMIT
        m_puppet->proofOfLife();
        QCOMPARE(state(), ConnectionState::Connected);
    }

    void aGapIsRepaired()
    {
        Q_EMIT
        m_puppet->feedLive(false);
        QCOMPARE(m_puppet->snapshots, 1);
        Q_EMIT
        m_puppet->eventReceived(ringing(u"s-1"_s, m_clock->now()));
        const QDateTime cut = m_clock->now();
        m_puppet->end(ErrorKind::Offline);
        m_clock->advance(2s);
        CallEvent missed = ringing(u"s-9"_s, m_clock->now());
        missed.state = LegState::Ended;
        missed.reason = EndReason::Missed;
        missed.settled = true;
        m_puppet->history = {missed};
        m_puppet->live.takenAt = m_clock->now();
        QSignalSpy repaired(m_supervisor.get(), &FeedSupervisor::repaired);
        Q_EMIT
        m_puppet->feedLive(false);
        QCOMPARE(repaired.size(), 1);
        QCOMPARE(repaired.first().first().toInt(), 1);
        QVERIFY(m_puppet->askedSince <= cut);
        QCOMPARE(m_tracker->liveCalls().size(), 0); // s-1 was not in the snapshot
        QCOMPARE(m_tracker->call(CallId(u"puppet:s-9"_s))->reason, EndReason::Missed);
    }

    void aSecondGapIsRepairedWhileTheFirstIs()
    {
        Q_EMIT
        m_puppet->feedLive(false);
        m_puppet->slowly = m_clock.get();
        m_puppet->end(ErrorKind::Offline);
        const QDateTime cut = m_clock->now();
        m_clock->advance(2s);
        QSignalSpy repaired(m_supervisor.get(), &FeedSupervisor::repaired);
        Q_EMIT
        m_puppet->feedLive(false);
        Q_EMIT
        m_puppet->eventReceived(ringing(u"s-1"_s, m_clock->now()));
        m_clock->advance(10s);
        m_puppet->end(ErrorKind::Offline);
        m_clock->advance(4s);
        CallEvent missed = ringing(u"s-9"_s, m_clock->now());
        missed.state = LegState::Ended;
        missed.settled = true;
        CallEvent later = missed;
        later.sessionId = u"s-10"_s;
        later.time = m_clock->now().addSecs(10);
        m_puppet->history = {missed, later};
        m_puppet->live.takenAt = m_clock->now();
        m_clock->advance(1s);
        Q_EMIT
        m_puppet->feedLive(false);
        QCOMPARE(m_puppet->snapshots, 3);
        QCOMPARE(m_tracker->liveCalls().size(), 0); // s-1 is over, and nobody had to wait for the history to know it
        QVERIFY(repaired.isEmpty());
        m_clock->advance(30s);
        QCOMPARE(repaired.size(), 1);
        QCOMPARE(repaired.first().first().toInt(), 1); // the later one came when the feed was live again
        QVERIFY(m_puppet->askedSince <= cut);
    }

    void whatTheFeedItselfBringsOfAGapIsMissedToo_data()
    {
        QTest::addColumn<bool>("beforeLive");
        QTest::newRow("before it says that it is live") << true; // who polls tells what it finds
        QTest::newRow("while it is asked") << false;
    }

    void whatTheFeedItselfBringsOfAGapIsMissedToo()
    {
        QFETCH(const bool, beforeLive);
        Q_EMIT
        m_puppet->feedLive(false);
        m_clock->advance(1s);
        m_puppet->end(ErrorKind::Offline);
        m_clock->advance(2s);
        const CallEvent missed = over(u"s-9"_s, m_clock->now().addSecs(-1));
        m_puppet->history = {missed};
        m_puppet->live.takenAt = m_clock->now();
        QSignalSpy repaired(m_supervisor.get(), &FeedSupervisor::repaired);
        if (beforeLive) {
            Q_EMIT
            m_puppet->eventReceived(missed);
        } else {
            m_puppet->slowly = m_clock.get();
        }
        Q_EMIT
        m_puppet->feedLive(false);
        if (!beforeLive) {
            Q_EMIT
            m_puppet->eventReceived(missed);
            Q_EMIT
            m_puppet->eventReceived(over(u"s-10"_s, m_clock->now().addSecs(1))); // seen
            m_clock->advance(31s);
        }
        QCOMPARE(repaired.size(), 1);
        QCOMPARE(repaired.first().first().toInt(), 1);
    }

    void aContinuousFeedAsksNothing()
    {
        Q_EMIT
        m_puppet->feedLive(false);
        m_puppet->end(ErrorKind::Offline);
        m_clock->advance(2s);
        Q_EMIT
        m_puppet->feedLive(true);
        QCOMPARE(m_puppet->snapshots, 1);
    }

    void noGhostOutlivesNinetySeconds()
    {
        Q_EMIT
        m_puppet->feedLive(false);
        Q_EMIT
        m_puppet->eventReceived(ringing(u"s-1"_s, m_clock->now()));
        m_clock->advance(90s);
        QCOMPARE(m_puppet->lookUps, 1);
        QCOMPARE(m_tracker->liveCalls().size(), 0);
    }

    void alsoATalkWhoseEndWasLostEnds()
    {
        Q_EMIT
        m_puppet->feedLive(false);
        CallEvent talk = ringing(u"s-1"_s, m_clock->now());
        talk.state = LegState::Active;
        Q_EMIT
        m_puppet->eventReceived(talk);
        m_puppet->trace = QList<CallEvent>{talk};
        for (int minute = 0; minute < 8; ++minute)
            aMinuteWithProof();
        QCOMPARE(m_tracker->liveCalls().size(), 1); // it was asked, and they talk still
        QVERIFY(m_puppet->lookUps >= 1 && m_puppet->lookUps <= 2);
        m_puppet->trace = QList<CallEvent>();
        for (int minute = 0; minute < 6; ++minute)
            aMinuteWithProof();
        QCOMPARE(m_tracker->liveCalls().size(), 0);
    }

    void whatAnEarlierRunLeftIsAskedAbout_data()
    {
        QTest::addColumn<Result<QList<CallEvent>>>("trace");
        QTest::addColumn<bool>("unseen");
        QTest::newRow("it ended meanwhile") << Result<QList<CallEvent>>(QList<CallEvent>{over(u"s-7"_s, FakeClock().now())}) << false;
        QTest::newRow("nobody knows it any more") << Result<QList<CallEvent>>(QList<CallEvent>()) << true;
        QTest::newRow("nobody can say") << Result<QList<CallEvent>>(failure(ErrorKind::Offline)) << false;
    }

    void whatAnEarlierRunLeftIsAskedAbout()
    {
        QFETCH(const Result<QList<CallEvent>>, trace);
        QFETCH(const bool, unseen);
        m_puppet->trace = trace;
        QSignalSpy ended(m_supervisor.get(), &FeedSupervisor::leftoverEnded);
        Call left{.id = CallId(u"puppet:s-7"_s), .source = u"puppet"_s};
        left.sessionId = u"s-7"_s;
        left.state = CallState::Active;
        m_supervisor->settleLeftovers({left});
        QCOMPARE(m_puppet->lookUps, 1);
        QCOMPARE(ended.size(), unseen ? 1 : 0);
        if (unseen)
            QCOMPARE(ended.first().first().value<Call>().state, CallState::Ended);
        QCOMPARE(m_tracker->call(left.id).has_value(), trace.has_value() && !trace->isEmpty());
    }

    void aFeedThatGoesSilentIsBegunAnew()
    {
        Q_EMIT
        m_puppet->feedLive(false);
        m_clock->advance(80s);
        QCOMPARE(state(), ConnectionState::Degraded);
        QCOMPARE(m_puppet->feeds, 1);
        m_clock->advance(60s);
        QCOMPARE(m_puppet->feeds, 2);
    }

    void aRefusalIsTriedAgainInAWhile()
    {
        m_puppet->end(ErrorKind::Refused);
        QCOMPARE(state(), ConnectionState::SignInNeeded);
        m_clock->advance(9min);
        QCOMPARE(m_puppet->feeds, 1);
        m_clock->advance(1min);
        QCOMPARE(m_puppet->feeds, 2);
    }

    void aGhostEndsAlsoWhenNobodyCanBeAsked_data()
    {
        QTest::addColumn<bool>("silent");
        QTest::newRow("the questions fail") << false;
        QTest::newRow("the questions take a minute") << true;
    }

    /// What became of it nobody knows, and nothing is claimed; and the state goes on telling the truth meanwhile.
    void aGhostEndsAlsoWhenNobodyCanBeAsked()
    {
        QFETCH(const bool, silent);
        Q_EMIT
        m_puppet->feedLive(false);
        Q_EMIT
        m_puppet->eventReceived(ringing(u"s-1"_s, m_clock->now()));
        m_puppet->trace = failure(ErrorKind::Offline);
        if (silent)
            m_puppet->deaf = m_clock.get();
        m_clock->advance(40s);
        Q_EMIT
        m_puppet->proofOfLife();
        m_clock->advance(44s);
        QVERIFY(m_puppet->lookUps >= 1);
        QCOMPARE(m_tracker->liveCalls().size(), 1);
        QCOMPARE(state(), ConnectionState::Connected);
        m_clock->advance(6s);
        QCOMPARE(m_tracker->liveCalls().size(), 0);
        QCOMPARE(m_tracker->call(CallId(u"puppet:s-1"_s))->reason, EndReason::Unknown);
        QCOMPARE(state(), ConnectionState::Degraded); // 50 s without proof
        CallEvent answered = ringing(u"s-1"_s, m_clock->now());
        answered.state = LegState::Active;
        Q_EMIT
        m_puppet->eventReceived(answered); // it was no ghost
        QCOMPARE(m_tracker->liveCalls().size(), 1);
    }

    void aRepairIsTriedUntilItIsWhole_data()
    {
        QTest::addColumn<bool>("snapshot");
        QTest::newRow("what is live is not told") << true;
        QTest::newRow("what was missed is not told") << false;
    }

    void aRepairIsTriedUntilItIsWhole()
    {
        QFETCH(const bool, snapshot);
        Q_EMIT
        m_puppet->feedLive(false);
        m_puppet->end(ErrorKind::Offline);
        const QDateTime cut = m_clock->now();
        m_clock->advance(2s);
        const CallEvent missed = over(u"s-9"_s, m_clock->now());
        m_puppet->history = {missed};
        std::optional<Error> &fails = snapshot ? m_puppet->snapshotFails : m_puppet->historyFails;
        fails = Error{.kind = ErrorKind::ServerFault};
        QSignalSpy repaired(m_supervisor.get(), &FeedSupervisor::repaired);
        Q_EMIT
        m_puppet->feedLive(false);
        m_clock->advance(10s);
        Q_EMIT
        m_puppet->proofOfLife(); // the feed is well; the gap is still there
        QVERIFY(repaired.isEmpty());
        m_puppet->end(ErrorKind::Offline); // and stays there over the next break
        m_clock->advance(2s);
        Q_EMIT
        m_puppet->feedLive(true);
        m_clock->advance(5s);
        QVERIFY(repaired.isEmpty());
        fails.reset();
        m_clock->advance(60s);
        QCOMPARE(repaired.size(), 1);
        QCOMPARE(repaired.first().first().toInt(), 1);
        QVERIFY(m_puppet->askedSince <= cut);
        const int asked = m_puppet->snapshots + m_puppet->histories;
        m_clock->advance(10min);
        QCOMPARE(m_puppet->snapshots + m_puppet->histories, asked); // whole is whole
    }

    void aRepairWithoutTheRightIsGivenUp()
    {
        m_puppet->snapshotFails = Error{.kind = ErrorKind::Refused};
        Q_EMIT
        m_puppet->feedLive(false);
        m_clock->advance(1h);
        QCOMPARE(m_puppet->snapshots, 1);
    }

    void ofALongGapNothingOldRings_data()
    {
        QTest::addColumn<int>("clockWrong");
        QTest::newRow("clocks agree") << 0;
        QTest::newRow("ours is two hours fast") << -7200;
        QTest::newRow("ours is two hours slow") << 7200;
    }

    /// An hour of sleep: the feed goes on where it stopped, with what rang long ago and with what rings now.
    void ofALongGapNothingOldRings()
    {
        QFETCH(const int, clockWrong);
        const auto theirs = [&](int seconds) { return m_clock->now().addSecs(clockWrong + seconds); };
        m_puppet->live.takenAt = theirs(0);
        Q_EMIT
        m_puppet->feedLive(false);
        m_puppet->slowSnapshot = m_clock.get();
        m_clock->advance(1h);
        m_supervisor->restart();
        m_clock->advance(1ms);
        QStringList fresh;
        QStringList past;
        connect(m_tracker.get(), &CallTracker::callChanged, this,
                [&](const Call &call) { (m_tracker->tellsOfThePast() ? past : fresh).append(call.sessionId + callStateName(call.state)); });
        QSignalSpy repaired(m_supervisor.get(), &FeedSupervisor::repaired);
        const CallEvent old = ringing(u"old"_s, theirs(-2400));
        const CallEvent now = ringing(u"now"_s, theirs(-50));
        m_puppet->live = {.takenAt = theirs(0), .live = {now}};
        Q_EMIT
        m_puppet->proofOfLife();
        Q_EMIT
        m_puppet->feedLive(true);
        Q_EMIT
        m_puppet->eventReceived(old);
        Q_EMIT
        m_puppet->eventReceived(now);
        QVERIFY(fresh.isEmpty());
        m_clock->advance(1s);
        QVERIFY(fresh.contains(u"nowringing"_s));
        QVERIFY(!fresh.contains(u"oldringing"_s));
        QVERIFY(past.contains(u"oldringing"_s));
        QCOMPARE(m_tracker->liveCalls().size(), 1);
        QCOMPARE(repaired.size(), 1);
        QCOMPARE(repaired.first().first().toInt(), 1); // the old one
        Q_EMIT
        m_puppet->eventReceived(ringing(u"next"_s, theirs(0)));
        QVERIFY(fresh.contains(u"nextringing"_s));
    }

    void aFeedIsNotHeldForLong()
    {
        Q_EMIT
        m_puppet->feedLive(false);
        m_clock->advance(1h);
        m_supervisor->restart();
        m_clock->advance(1ms);
        m_puppet->snapshotFails = Error{.kind = ErrorKind::ServerFault};
        QStringList fresh;
        connect(m_tracker.get(), &CallTracker::callChanged, this, [&](const Call &call) {
            if (!m_tracker->tellsOfThePast())
                fresh.append(call.sessionId);
        });
        Q_EMIT
        m_puppet->feedLive(true);
        Q_EMIT
        m_puppet->eventReceived(ringing(u"old"_s, m_clock->now().addSecs(-2400)));
        Q_EMIT
        m_puppet->eventReceived(ringing(u"now"_s, m_clock->now()));
        m_clock->advance(3s);
        QCOMPARE(fresh, QStringList{u"now"_s});
    }

    void whatAnotherSourceToldIsNotMissed()
    {
        Q_EMIT
        m_puppet->feedLive(false);
        m_puppet->end(ErrorKind::Offline);
        m_clock->advance(2s);
        CallEvent missed = over(u"s-9"_s, m_clock->now());
        m_puppet->history = {missed};
        missed.source = u"other"_s;
        m_tracker->onEvent(missed);
        QSignalSpy repaired(m_supervisor.get(), &FeedSupervisor::repaired);
        Q_EMIT
        m_puppet->feedLive(false);
        QCOMPARE(repaired.size(), 1);
        QCOMPARE(repaired.first().first().toInt(), 0);
    }

    void twoClocksAreNotCompared_data()
    {
        QTest::addColumn<int>("clockWrong");
        QTest::newRow("ours is two hours fast") << -7200;
        QTest::newRow("ours is two hours slow") << 7200;
    }

    void twoClocksAreNotCompared()
    {
        QFETCH(const int, clockWrong);
        const auto theirs = [&] { return m_clock->now().addSecs(clockWrong); };
        m_puppet->live.takenAt = theirs();
        Q_EMIT
        m_puppet->feedLive(false);
        QCOMPARE(m_supervisor->theirs(m_clock->now()), theirs());
        m_puppet->end(ErrorKind::Offline);
        const QDateTime cut = theirs();
        m_clock->advance(2s);
        m_puppet->history = {over(u"s-9"_s, theirs().addSecs(-1))};
        m_puppet->live.takenAt = theirs();
        QSignalSpy repaired(m_supervisor.get(), &FeedSupervisor::repaired);
        Q_EMIT
        m_puppet->feedLive(false);
        QCOMPARE(repaired.first().first().toInt(), 1);
        QCOMPARE(m_puppet->askedSince, cut.addSecs(-120));
    }

    void aRestartBeginsAnewAtOnce()
    {
        Q_EMIT
        m_puppet->feedLive(false);
        m_supervisor->restart();
        QCOMPARE(m_puppet->feeds, 2);
    }

private:
    void aMinuteWithProof()
    {
        for (int i = 0; i < 2; ++i) {
            m_clock->advance(30s);
            Q_EMIT
            m_puppet->proofOfLife();
        }
    }
    [[nodiscard]] ConnectionState state() const { return m_supervisor->connection().state; }

    std::unique_ptr<FakeClock> m_clock;
    std::unique_ptr<CallTracker> m_tracker;
    std::unique_ptr<Puppet> m_puppet;
    std::unique_ptr<FeedSupervisor> m_supervisor;
};

QTEST_GUILESS_MAIN(tst_FeedSupervisor)
#include "tst_feedsupervisor.moc"

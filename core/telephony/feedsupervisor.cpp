#include <callcard/feedsupervisor.h>

#include <callcard/calltracker.h>

#include <QLoggingCategory>
#include <QSet>

#include <algorithm>

namespace callcard {

using namespace std::chrono_literals;

namespace {
Q_LOGGING_CATEGORY(lcFeed, "callcard.telephony.feed")
constexpr auto kOverlap = 2min; // clocks differ, histories lag
constexpr std::chrono::milliseconds kSoonest = 100ms;
constexpr std::chrono::milliseconds kForEver = 24h * 365;
constexpr std::chrono::milliseconds kLongestRetry = 5min;  // whatever a server wishes
constexpr std::chrono::milliseconds kRefusedAgain = 10min; // a right is given back, a server that was half up is up
constexpr qsizetype kMostHeld = 5'000;

/// No two computers were started in the same millisecond; a day that is simulated is the same again.
std::uint32_t seedFrom(const Clock &clock)
{
    return static_cast<std::uint32_t>(clock.monotonic().count());
}
} // namespace

FeedSupervisor::FeedSupervisor(CallProvider &provider, CallTracker &tracker, Clock &clock, Timing timing, std::uint32_t seed,
                               QObject *parent)
    : QObject(parent)
    , m_provider(provider)
    , m_tracker(tracker)
    , m_clock(clock)
    , m_timing(timing)
    , m_backoff(timing.backoff, seed)
    , m_connection{.name = provider.info().id, .state = ConnectionState::Connecting, .since = clock.now()}
{
    connect(&provider, &CallProvider::eventReceived, this, [this](const CallEvent &event) {
        onProof();
        m_connection.lastEvent = m_clock.now();
        onEvent(event);
    });
    connect(&provider, &CallProvider::proofOfLife, this, &FeedSupervisor::onProof);
    connect(&provider, &CallProvider::feedLive, this, &FeedSupervisor::onFeedLive);
}

FeedSupervisor::FeedSupervisor(CallProvider &provider, CallTracker &tracker, Clock &clock, QObject *parent)
    : FeedSupervisor(provider, tracker, clock, Timing{}, seedFrom(clock), parent)
{
}

FeedSupervisor::~FeedSupervisor() = default;

void FeedSupervisor::start()
{
    m_scope.start(run());
    m_scope.start(watch());
}

QCoro::Task<> FeedSupervisor::stop()
{
    return m_scope.close();
}

void FeedSupervisor::nudge()
{
    m_nudged = true;
    m_backoff.reset();
    std::stop_source pause = m_pause; // the coroutine replaces the member while it is being woken
    pause.request_stop();
}

void FeedSupervisor::restart()
{
    nudge();
    std::stop_source feed = m_feed;
    feed.request_stop();
}

QCoro::Task<> FeedSupervisor::pause(std::chrono::milliseconds duration)
{
    if (std::exchange(m_nudged, false))
        co_return;
    m_pause = {};
    const std::stop_token stop = m_scope.stopToken();
    const std::stop_callback passOn(stop, [this] { m_pause.request_stop(); });
    const Result<> waited = co_await m_clock.sleep(duration, m_pause.get_token());
    Q_UNUSED(waited)
    m_nudged = false;
}

QCoro::Task<Error> FeedSupervisor::feedOnce()
{
    m_feed = {};
    m_liveSince.reset();
    m_proofBefore = m_lastProof;
    const std::stop_token stop = m_scope.stopToken();
    const std::stop_callback passOn(stop, [this] { m_feed.request_stop(); });
    co_return co_await m_provider.runFeed(m_feed.get_token());
}

QCoro::Task<> FeedSupervisor::run()
{
    const std::stop_token stop = m_scope.stopToken();
    co_await pause(m_backoff.spread(m_timing.firstSpread));
    while (!stop.stop_requested()) {
        if (m_connection.state != ConnectionState::SignInNeeded)
            setState(ConnectionState::Connecting, m_connection.problem);
        const Error end = co_await feedOnce();
        if (stop.stop_requested())
            break;
        if (m_liveSince && m_clock.monotonic() - *m_liveSince >= m_timing.stableAfter)
            m_backoff.reset();
        m_liveSince.reset();
        // What a repair could not fetch yet the next feed asks for: m_repairing stays.
        std::stop_source repair = m_repair;
        repair.request_stop();
        release(nullptr);

        switch (end.kind) {
        case ErrorKind::Cancelled: // restart()
            setState(ConnectionState::Connecting);
            co_await pause(0ms);
            break;
        case ErrorKind::SignInNeeded:
        case ErrorKind::Refused:
            qCInfo(lcFeed) << m_connection.name << "needs a person:" << end;
            setState(ConnectionState::SignInNeeded, end);
            co_await pause(end.kind == ErrorKind::Refused ? kRefusedAgain : kForEver);
            break;
        case ErrorKind::RateLimited:
            setState(ConnectionState::Offline, end);
            co_await pause(std::max<std::chrono::milliseconds>(end.retryAfter.value_or(60s), m_backoff.next()));
            break;
        default: {
            setState(ConnectionState::Offline, end);
            // Whole seconds, so those who were told the same are spread over the next one.
            const std::chrono::milliseconds told = std::min<std::chrono::milliseconds>(end.retryAfter.value_or(0s), kLongestRetry);
            const std::chrono::milliseconds asked = told > 0ms ? told + m_backoff.spread(1s) : told;
            co_await pause(std::max(asked, m_backoff.next()));
            break;
        }
        }
    }
}

void FeedSupervisor::onFeedLive(bool continuous)
{
    const bool longGap = m_knownUntil.isValid() && m_clock.monotonic() - m_proofBefore >= m_timing.longGap;
    m_liveSince = m_clock.monotonic();
    onProof();
    setState(ConnectionState::Connected);
    if (continuous && m_knownUntil.isValid() && !m_repairing && !longGap) {
        m_missed = 0; // nothing was
        return;
    }
    if (continuous && longGap && !m_heldFor) {
        // It goes on where it stopped: first comes what rang an hour ago.
        m_heldFor = m_clock.monotonic();
        m_scope.start(releaseAfter(m_timing.holdsMost, m_scope.stopToken()));
    }
    startRepair();
}

void FeedSupervisor::onProof()
{
    m_lastProof = m_clock.monotonic();
    if (m_connection.state == ConnectionState::Connected && !m_repairing)
        m_knownUntil = m_clock.now();
    if (m_liveSince && m_connection.state == ConnectionState::Degraded)
        setState(ConnectionState::Connected);
}

void FeedSupervisor::onEvent(const CallEvent &event)
{
    if (m_heldFor && m_held.size() < kMostHeld)
        m_held.append(event);
    else
        admit(event);
}

QCoro::Task<> FeedSupervisor::releaseAfter(std::chrono::milliseconds wait, std::stop_token stop)
{
    const std::optional<std::chrono::milliseconds> held = m_heldFor;
    const Result<> waited = co_await m_clock.sleep(wait, stop);
    if (waited && m_heldFor && m_heldFor == held)
        release(nullptr);
}

/// With a snapshot it is known which of the held calls ring now: their cards are there before the past is told. Without one only the
/// clocks can tell.
void FeedSupervisor::release(const Snapshot *snapshot)
{
    if (!m_heldFor)
        return;
    m_heldFor.reset();
    const QList<CallEvent> held = std::exchange(m_held, {});
    const QDateTime fresh = theirs(m_clock.now()).addMSecs(-m_timing.longGap.count());
    QSet<CallId> heard;
    for (const CallEvent &event : held) {
        const bool isNew = !m_tracker.callOf(event).has_value();
        if (snapshot || event.time < fresh)
            m_tracker.onPastEvent(event);
        else
            m_tracker.onEvent(event);
        if (const std::optional<Call> call = m_tracker.callOf(event); call && isNew)
            heard.insert(call->id);
    }
    if (snapshot)
        m_tracker.onSnapshot(m_connection.name, snapshot->takenAt, snapshot->live);
    for (const CallId &id : std::as_const(heard)) {
        const std::optional<Call> call = m_tracker.call(id);
        m_missed += call && !call->isLive() ? 1 : 0;
    }
}

void FeedSupervisor::startRepair()
{
    std::stop_source earlier = m_repair;
    earlier.request_stop(); // what an earlier gap still waits for is part of this one
    m_repair = {};
    m_repairing = true;
    m_gapTo = m_clock.now();
    m_scope.start(repair(m_repair.get_token()));
}

/// Asks until both questions were answered: a gap that is forgotten is a call that is lost.
QCoro::Task<> FeedSupervisor::repair(std::stop_token stop)
{
    const std::stop_callback passOn(m_scope.stopToken(), [source = m_repair]() mutable { source.request_stop(); });
    Backoff pauses(m_timing.repairs, seedFrom(m_clock));
    Repair done{.knowsMissed = !m_knownUntil.isValid()};
    if (!m_knownUntil.isValid())
        m_knownUntil = m_gapTo; // nothing before is ours to know
    while (true) {
        done = co_await repairOnce(done, stop);
        if (stop.stop_requested())
            co_return;
        if (done.knowsLive && done.knowsMissed)
            break;
        const ErrorKind kind = done.problem ? done.problem->kind : ErrorKind::Offline;
        if (kind == ErrorKind::Refused) { // no right to ask: asking again changes nothing
            m_repairing = false;
            co_return;
        }
        const std::chrono::milliseconds told = done.problem ? done.problem->retryAfter.value_or(0s) : 0s;
        const Result<> waited = co_await m_clock.sleep(std::max(pauses.next(), told), stop);
        if (!waited)
            co_return;
    }
    m_repairing = false;
    m_knownUntil = m_clock.now();
    Q_EMIT
    repaired(std::exchange(m_missed, 0));
}

QCoro::Task<FeedSupervisor::Repair> FeedSupervisor::repairOnce(Repair sofar, std::stop_token stop)
{
    sofar.problem.reset();
    if (!sofar.knowsLive) {
        const Result<Snapshot> snapshot = co_await m_provider.snapshot(stop);
        if (stop.stop_requested())
            co_return sofar;
        if (snapshot) {
            onLive(*snapshot);
            sofar.knowsLive = true;
        } else {
            qCWarning(lcFeed) << m_connection.name << "does not say what is live:" << snapshot.error();
            sofar.problem = snapshot.error();
        }
    }
    if (!sofar.knowsMissed) {
        const QDateTime since = theirs(m_knownUntil).addSecs(-std::chrono::seconds(kOverlap).count());
        const Result<QList<CallEvent>> calls = co_await m_provider.callsSince(since, stop);
        if (stop.stop_requested())
            co_return sofar;
        if (calls) {
            for (const CallEvent &event : *calls)
                admit(event);
            sofar.knowsMissed = true;
        } else {
            qCWarning(lcFeed) << m_connection.name << "does not say what was missed:" << calls.error();
            sofar.problem = calls.error();
        }
    }
    co_return sofar;
}

void FeedSupervisor::onLive(const Snapshot &snapshot)
{
    if (snapshot.takenAt.isValid())
        m_ahead = std::chrono::milliseconds(snapshot.takenAt.toMSecsSinceEpoch()) - m_clock.monotonic();
    m_tracker.onSnapshot(m_connection.name, snapshot.takenAt, snapshot.live);
    release(&snapshot);
}

QDateTime FeedSupervisor::theirs(const QDateTime &ours) const
{
    if (!m_ahead)
        return ours;
    const qint64 now = (m_clock.monotonic() + *m_ahead).count();
    return ours.addMSecs(now - m_clock.now().toMSecsSinceEpoch());
}

/// A call of the gap that nobody had heard of counts, once, whichever source tells of it first and by whatever way: some providers
/// bring the past by the feed itself, before they are live or while they are asked.
void FeedSupervisor::admit(const CallEvent &event)
{
    const bool inGap = m_knownUntil.isValid() && (m_repairing || !m_liveSince) && event.time >= theirs(m_knownUntil) &&
                       (!m_repairing || event.time <= theirs(m_gapTo)); // later ones were seen
    const bool isNew = inGap && event.settled && !m_tracker.callOf(event).has_value();
    m_tracker.onEvent(event);
    if (isNew && m_tracker.callOf(event))
        ++m_missed;
}

/// Beside the look at the proof, which must not wait for a provider that does not answer.
QCoro::Task<> FeedSupervisor::settleGhosts(std::stop_token stop)
{
    m_asking = true;
    QList<Call> quiet = m_tracker.quietCalls(CallState::Ringing, m_timing.ghostAfter);
    for (const CallState state : {CallState::Active, CallState::Held}) // their end may be what was lost
        quiet += m_tracker.quietCalls(state, m_timing.silentTalk);
    for (const Call &call : quiet) {
        if (call.source != m_connection.name)
            continue;
        const Result<QList<CallEvent>> facts = co_await m_provider.lookUp(call, stop);
        if (!facts)
            continue; // asked again at the next round
        for (const CallEvent &event : *facts)
            m_tracker.onEvent(event);
        if (facts->isEmpty())
            m_tracker.settleAsGone(call.id);
    }
    m_asking = false;
}

void FeedSupervisor::settleLeftovers(const QList<Call> &calls)
{
    m_scope.start(settleLater(calls, m_scope.stopToken()));
}

QCoro::Task<> FeedSupervisor::settleLater(QList<Call> calls, std::stop_token stop)
{
    for (Call call : std::as_const(calls)) {
        if (m_tracker.call(call.id))
            continue;
        const Result<QList<CallEvent>> facts = co_await m_provider.lookUp(call, stop);
        if (stop.stop_requested())
            co_return;
        if (!facts)
            continue; // the next start asks again
        for (const CallEvent &event : *facts)
            m_tracker.onPastEvent(event);
        if (m_tracker.call(call.id))
            continue;
        call.state = CallState::Ended;
        call.reason = EndReason::Unknown;
        Q_EMIT
        leftoverEnded(call);
    }
}

void FeedSupervisor::endLostCalls()
{
    const QList<Call> lost = m_tracker.quietCalls(CallState::Ringing, m_timing.ghostEnds);
    for (const Call &call : lost) {
        if (call.source == m_connection.name)
            m_tracker.settleAsLost(call.id);
    }
}

std::chrono::milliseconds FeedSupervisor::proofLasts() const
{
    return m_timing.proofLasts.value_or(m_provider.info().proofLasts);
}

std::chrono::milliseconds FeedSupervisor::untilNextLook() const
{
    const QList<Call> live = m_tracker.liveCalls();
    const bool ringing = std::any_of(live.begin(), live.end(), [](const Call &call) { return call.state == CallState::Ringing; });
    if (ringing)
        return m_timing.checkEvery;
    // Nothing to ask about: the next thing that can happen unseen is that the proof goes stale. A ring that comes meanwhile is
    // noticed in time, for it becomes suspicious much later.
    if (m_connection.state != ConnectionState::Connected)
        return proofLasts();
    return std::max<std::chrono::milliseconds>(m_lastProof + proofLasts() - m_clock.monotonic(), kSoonest);
}

QCoro::Task<> FeedSupervisor::watch()
{
    const std::stop_token stop = m_scope.stopToken();
    while (true) {
        const Result<> waited = co_await m_clock.sleep(untilNextLook(), stop);
        if (!waited)
            break;
        const std::chrono::milliseconds silence = m_clock.monotonic() - m_lastProof;
        if (m_connection.state == ConnectionState::Connected && silence >= proofLasts())
            setState(ConnectionState::Degraded, Error{.kind = ErrorKind::TimedOut, .detail = QStringLiteral("no sign of life")});
        else if (m_connection.state == ConnectionState::Degraded && m_liveSince && silence >= 2 * proofLasts()) {
            qCInfo(lcFeed) << m_connection.name << "says nothing any more: begun anew";
            std::stop_source feed = m_feed;
            feed.request_stop();
        }
        endLostCalls();
        if (!m_asking)
            m_scope.start(settleGhosts(stop));
        m_tracker.prune();
    }
}

void FeedSupervisor::setState(ConnectionState state, std::optional<Error> problem)
{
    if (m_connection.state == state && m_connection.problem == problem)
        return;
    if (m_connection.state != state)
        m_connection.since = m_clock.now();
    m_connection.state = state;
    m_connection.problem = std::move(problem);
    Q_EMIT
    connectionChanged(m_connection);
}

} // namespace callcard

#include <callcard/feedsupervisor.h>

#include <callcard/calltracker.h>

#include <QLoggingCategory>

#include <algorithm>

namespace callcard {

using namespace std::chrono_literals;

namespace {
Q_LOGGING_CATEGORY(lcFeed, "callcard.telephony.feed")
constexpr auto kOverlap = 2min; // clocks differ, histories lag
constexpr std::chrono::milliseconds kSoonest = 100ms;
constexpr std::chrono::milliseconds kForEver = 24h * 365;
constexpr std::chrono::milliseconds kLongestRetry = 5min; // whatever a server wishes
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
        m_tracker.onEvent(event);
    });
    connect(&provider, &CallProvider::proofOfLife, this, &FeedSupervisor::onProof);
    connect(&provider, &CallProvider::feedLive, this, &FeedSupervisor::onFeedLive);
}

FeedSupervisor::FeedSupervisor(CallProvider &provider, CallTracker &tracker, Clock &clock, QObject *parent)
    : FeedSupervisor(provider, tracker, clock, Timing{.proofLasts = provider.info().proofLasts}, std::random_device{}(), parent)
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

        switch (end.kind) {
        case ErrorKind::Cancelled: // restart()
            setState(ConnectionState::Connecting);
            co_await pause(0ms);
            break;
        case ErrorKind::SignInNeeded:
        case ErrorKind::Refused:
            qCInfo(lcFeed) << m_connection.name << "needs a person:" << end;
            setState(ConnectionState::SignInNeeded, end);
            co_await pause(kForEver);
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
    m_liveSince = m_clock.monotonic();
    onProof();
    setState(ConnectionState::Connected);
    if (continuous && m_knownUntil.isValid())
        return;
    m_scope.start(repair());
}

void FeedSupervisor::onProof()
{
    m_lastProof = m_clock.monotonic();
    if (m_connection.state == ConnectionState::Connected && !m_repairing)
        m_knownUntil = m_clock.now();
    if (m_liveSince && m_connection.state == ConnectionState::Degraded)
        setState(ConnectionState::Connected);
}

QCoro::Task<> FeedSupervisor::repair()
{
    std::stop_source earlier = m_repair;
    earlier.request_stop(); // what an earlier gap still waits for is part of this one
    m_repair = {};
    const std::stop_token stop = m_repair.get_token();
    const std::stop_callback passOn(m_scope.stopToken(), [source = m_repair]() mutable { source.request_stop(); });
    m_repairing = true;
    int missed = 0;
    const QDateTime gapTo = m_clock.now();
    const Result<Snapshot> snapshot = co_await m_provider.snapshot(stop);
    if (stop.stop_requested())
        co_return;
    if (snapshot)
        m_tracker.onSnapshot(m_connection.name, snapshot->takenAt, snapshot->live);
    else
        qCWarning(lcFeed) << m_connection.name << "does not say what is live:" << snapshot.error();

    bool whole = snapshot.has_value();
    if (m_knownUntil.isValid()) {
        const QDateTime gapFrom = m_knownUntil;
        const QDateTime since = gapFrom.addSecs(-std::chrono::seconds(kOverlap).count());
        const Result<QList<CallEvent>> calls = co_await m_provider.callsSince(since, stop);
        if (stop.stop_requested())
            co_return;
        if (calls) {
            for (const CallEvent &event : *calls) {
                missed += event.settled && event.time >= gapFrom && event.time <= gapTo ? 1 : 0; // later ones were seen
                m_tracker.onEvent(event);
            }
        } else {
            whole = false;
            qCWarning(lcFeed) << m_connection.name << "does not say what was missed:" << calls.error();
        }
    }
    m_repairing = false;
    if (whole) {
        m_knownUntil = m_clock.now();
        Q_EMIT
        repaired(missed);
    }
}

QCoro::Task<> FeedSupervisor::settleGhosts(std::stop_token stop)
{
    const QList<Call> quiet = m_tracker.quietRingingCalls(m_timing.ghostAfter);
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
        return m_timing.proofLasts;
    return std::max<std::chrono::milliseconds>(m_lastProof + m_timing.proofLasts - m_clock.monotonic(), kSoonest);
}

QCoro::Task<> FeedSupervisor::watch()
{
    const std::stop_token stop = m_scope.stopToken();
    while (true) {
        const Result<> waited = co_await m_clock.sleep(untilNextLook(), stop);
        if (!waited)
            break;
        const bool fresh = m_clock.monotonic() - m_lastProof < m_timing.proofLasts;
        if (m_connection.state == ConnectionState::Connected && !fresh)
            setState(ConnectionState::Degraded, Error{.kind = ErrorKind::TimedOut, .detail = QStringLiteral("no sign of life")});
        co_await settleGhosts(stop);
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

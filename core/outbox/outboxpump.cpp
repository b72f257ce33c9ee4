#include <callcard/outbox.h>

#include <QLoggingCategory>

#include <algorithm>

namespace callcard {

using namespace Qt::Literals::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(lcPump, "callcard.outbox", QtInfoMsg)

/// Nothing an entry can help: the next one would fare the same.
bool concernsDestination(ErrorKind kind)
{
    return kind == ErrorKind::Offline || kind == ErrorKind::SignInNeeded || kind == ErrorKind::RateLimited ||
           kind == ErrorKind::SecretsLocked;
}

/// No two computers were started in the same millisecond; a day that is simulated is the same again.
std::uint32_t seedFrom(const Clock &clock)
{
    return static_cast<std::uint32_t>(clock.monotonic().count());
}

std::chrono::milliseconds longestWait(const OutboxPump::Pace &pace)
{
    return std::max(pace.entry.cap, pace.destination.cap) * 2;
}

} // namespace

OutboxPump::OutboxPump(Outbox &outbox, QString destination, Delivery &delivery, Clock &clock, Pace pace)
    : m_outbox(outbox)
    , m_destination(std::move(destination))
    , m_delivery(delivery)
    , m_clock(clock)
    , m_pace(pace)
    , m_backoff(pace.destination, seedFrom(clock))
{
    connect(&m_outbox, &Outbox::filled, this, [this](const QString &filled) {
        if (filled == m_destination)
            wakeSoon();
    });
}

OutboxPump::OutboxPump(Outbox &outbox, QString destination, Delivery &delivery, Clock &clock)
    : OutboxPump(outbox, std::move(destination), delivery, clock, Pace{})
{
}

OutboxPump::~OutboxPump() = default;

void OutboxPump::start()
{
    m_scope.start(run());
}

QCoro::Task<> OutboxPump::stop()
{
    return m_scope.close();
}

void OutboxPump::nudge()
{
    m_nudged = true;
    wakeSoon();
}

void OutboxPump::wakeSoon()
{
    // In the next turn of the loop: what is put in one turn leaves in one batch, and put() never runs a delivery inside itself.
    if (std::exchange(m_wakePending, true))
        return;
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_wakePending = false;
            if (m_pause && !m_nudged)
                return;                     // more to send does not shorten a pause
            std::stop_source wake = m_wake; // its waiter renews the member
            wake.request_stop();
        },
        Qt::QueuedConnection);
}

QCoro::Task<> OutboxPump::run()
{
    const std::stop_token stop = m_scope.stopToken();
    while (!stop.stop_requested()) {
        const Result<QList<OutboxEntry>> batch = m_outbox.due(m_destination, std::max(1, m_delivery.batchSize()), longestWait(m_pace));
        if (!batch) {
            co_await pause(batch.error(), stop);
            continue;
        }
        if (batch->isEmpty()) {
            setPause({});
            const auto next = m_outbox.nextDue(m_destination);
            if (!next)
                co_await pause(next.error(), stop);
            else
                co_await rest(*next, stop);
            continue;
        }
        m_nudged = false;
        const QList<Result<>> sent = co_await m_delivery.deliver(*batch, stop);
        if (const std::optional<Error> problem = settle(*batch, sent)) {
            co_await pause(*problem, stop);
        } else {
            m_backoff.reset();
            setPause({});
        }
    }
}

std::optional<Error> OutboxPump::settle(const QList<OutboxEntry> &batch, const QList<Result<>> &sent)
{
    std::optional<Error> problem; // why the destination should be left alone for a while
    bool anyThrough = false;
    QList<Outbox::Outcome> outcomes;
    for (qsizetype i = 0; i < batch.size(); ++i) {
        const Result<> result =
            i < sent.size() ? sent.at(i) : failure(ErrorKind::ServerFault, u"the delivery gave no result for an entry"_s);
        if (result) {
            anyThrough = true;
        } else {
            const Error &error = result.error();
            if (error.kind == ErrorKind::Cancelled)
                continue; // it stays as it is for the next start
            // Of several reasons the one that needs a person tells most.
            if (concernsDestination(error.kind)) {
                if (!problem || error.kind == ErrorKind::SignInNeeded)
                    problem = error;
                continue; // not the entry's fault, so no try of its own is counted
            }
        }
        outcomes.append({.entry = batch.at(i),
                         .result = result,
                         .wait = result ? std::chrono::milliseconds{} : waitAfter(batch.at(i), result.error())});
    }
    // A server that fails every entry of a batch is broken as a whole, and would be hammered with the rest of the queue.
    if (!problem && !anyThrough) {
        const auto transient =
            std::find_if(outcomes.cbegin(), outcomes.cend(), [](const Outbox::Outcome &each) { return each.result.error().isTransient(); });
        if (transient != outcomes.cend())
            problem = transient->result.error();
    }
    if (outcomes.isEmpty()) // cancelled, all of them: by us, or by themselves, which must not become a busy loop
        return problem ? problem : Error{.kind = ErrorKind::TimedOut, .detail = u"the delivery gave up"_s};
    if (const Result<> stored = m_outbox.settle(m_destination, outcomes); !stored)
        return stored.error(); // they will be sent again, which does no harm; but not at once and for ever
    for (const Outbox::Outcome &outcome : std::as_const(outcomes)) {
        if (outcome.result)
            Q_EMIT
        delivered(outcome.entry.key);
        else if (!outcome.result.error().isTransient() && outcome.result.error().kind != ErrorKind::Storage) Q_EMIT
        parked(outcome.entry.key, outcome.result.error());
    }
    return problem;
}

std::chrono::milliseconds OutboxPump::waitAfter(const OutboxEntry &entry, const Error &error) const
{
    constexpr int kMostSteps = 32; // by then every shape has reached its cap
    Backoff backoff(m_pace.entry, seedFrom(m_clock));
    std::chrono::milliseconds wait = backoff.next();
    for (int i = 0; i < std::min(entry.tries, kMostSteps); ++i)
        wait = backoff.next();
    // What is due later than the longest wait counts as put off by a wrong clock, and would be sent at once.
    return std::min(std::max<std::chrono::milliseconds>(wait, error.retryAfter.value_or(std::chrono::seconds(0))), longestWait(m_pace));
}

QCoro::Task<> OutboxPump::pause(Error why, std::stop_token stop)
{
    if (std::exchange(m_nudged, false) && why.kind != ErrorKind::RateLimited)
        co_return; // the remedy came while we were failing
    const bool needsPerson = why.kind == ErrorKind::SignInNeeded;
    std::chrono::milliseconds wait = m_backoff.next();
    if (why.retryAfter)
        wait = std::max<std::chrono::milliseconds>(wait, *why.retryAfter);
    const bool penalty = why.kind == ErrorKind::RateLimited;
    const auto until = m_clock.monotonic() + wait;
    setPause(std::move(why));
    // A penalty is sat out to its end, whoever nudges: anything sent meanwhile lengthens it.
    do {
        std::optional<std::chrono::milliseconds> longest;
        if (!needsPerson)
            longest = std::max(until - m_clock.monotonic(), std::chrono::milliseconds(1));
        co_await rest(longest, stop);
    } while (penalty && !stop.stop_requested() && m_clock.monotonic() < until);
}

QCoro::Task<> OutboxPump::rest(std::optional<std::chrono::milliseconds> longest, std::stop_token stop)
{
    m_wake = std::stop_source();
    const std::stop_token wake = m_wake.get_token();
    const std::stop_callback stopped(stop, [source = m_wake]() mutable { source.request_stop(); });
    if (longest) {
        (void)co_await m_clock.sleep(*longest, wake);
    } else {
        Completion<> never;
        (void)co_await never.wait(wake);
    }
}

void OutboxPump::setPause(std::optional<Error> why)
{
    if (why == m_pause)
        return;
    m_pause = std::move(why);
    if (m_pause)
        qCInfo(lcPump) << "nothing is sent to" << m_destination << "for now:" << *m_pause;
    Q_EMIT
    pauseChanged();
}

} // namespace callcard

#include "pollingprovider.h"

#include "listing.h"

#include <QLoggingCategory>

#include <algorithm>

namespace callcard {

std::unique_ptr<CallProvider> makeJustCallProvider(JustCallContext context)
{
    return std::make_unique<justcall::PollingProvider>(std::move(context));
}

namespace justcall {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

Q_LOGGING_CATEGORY(lcPolling, "callcard.justcall", QtInfoMsg)

constexpr auto kIdle = 60s;
constexpr auto kDuringCalls = 12s;
constexpr auto kWhenHourIsShort = 300s;
constexpr double kShort = 0.2; // the rest of the account's budget belongs to the others
constexpr int kMostPolledPages = 20;
constexpr qint64 kOverlap = 2 * 3600;      // calls settle, and are listed late
constexpr qint64 kLongestLook = 48 * 3600; // after a holiday the history has the rest
constexpr qint64 kZones = 12 * 3600;       // the filter may be read in any zone

/// A call in progress is told only while the rep is known to be talking: a row alone may be ringing still.
CallEvent liveEvent(const CallRow &row)
{
    CallEvent event = row.call.event;
    event.state = LegState::Active;
    return event;
}

} // namespace

PollingProvider::PollingProvider(JustCallContext context) : m_context(std::move(context)), m_texting(m_context) {}

ProviderInfo PollingProvider::info() const
{
    return {.id = u"justcall"_s, .name = u"JustCall"_s, .showsRinging = false, .canText = true, .proofLasts = 2 * interval() + 5s};
}

std::chrono::milliseconds PollingProvider::interval() const
{
    if (m_budget.hour.value_or(1.0) < kShort)
        return kWhenHourIsShort;
    return m_anyInProgress && m_budget.minute.value_or(1.0) >= kShort ? kDuringCalls : kIdle;
}

QCoro::Task<Result<>> PollingProvider::learnWhoIAm(std::stop_token stop)
{
    if (m_context.userEmail.trimmed().isEmpty())
        co_return failure(ErrorKind::Refused, u"the rep's e-mail address is not set"_s);
    const Result<QList<UserRow>> users = co_await fetchUsers(m_context, m_context.userEmail, stop);
    if (!users)
        co_return tl::unexpected(users.error());
    if (users->isEmpty())
        co_return failure(ErrorKind::Refused, u"no JustCall agent has the rep's e-mail address"_s);
    m_me = users->first();
    co_return {};
}

QCoro::Task<Error> PollingProvider::runFeed(std::stop_token stop)
{
    const Result<> known = co_await learnWhoIAm(stop); // anew each time: numbers and agents change
    if (!known)
        co_return known.error();
    m_textsAt = {};
    bool live = false;
    while (true) {
        Result<> polled = co_await pollCalls(stop);
        if (polled)
            polled = co_await pollTexts(stop);
        if (!polled)
            co_return polled.error();
        if (!std::exchange(live, true)) {
            // Between two feeds there was a gap. We fill it by the window, yet whoever counts what was missed should ask.
            Q_EMIT
            feedLive(false);
        }
        Q_EMIT
        proofOfLife();
        const Result<> waited = co_await m_context.clock.sleep(interval(), stop);
        if (!waited)
            co_return waited.error();
    }
}

QCoro::Task<Result<PollingProvider::Look>> PollingProvider::look(QDateTime from, std::stop_token stop)
{
    Look seen;
    CallQuery query{.from = from.addSecs(-kZones),
                    .agentId = m_me ? m_me->agent.id : QString(),
                    .newestFirst = true,
                    .skipsUnreadable = true,
                    .region = m_context.region};
    QSet<QString> ids;
    for (; query.page < kMostPolledPages; ++query.page) {
        const Result<Listed<CallRow>> listed = co_await fetchPage(m_context, query, stop);
        if (!listed)
            co_return tl::unexpected(listed.error());
        seen.budget = listed->budget;
        seen.serverTime = listed->serverTime;
        bool reachesBack = listed->page.rows < query.perPage;
        for (const CallRow &row : listed->rows) {
            reachesBack |= row.call.event.time < from;
            if (row.agentId != query.agentId || ids.contains(row.call.rowId))
                continue;
            ids.insert(row.call.rowId);
            seen.rows.append(row);
            seen.anyInProgress |= row.call.inProgress;
        }
        if (!listed->unreadable.isEmpty())
            qCWarning(lcPolling) << listed->unreadable.size() << "rows of a list cannot be read";
        if (reachesBack)
            break;
    }
    if (seen.anyInProgress) {
        const Result<QList<UserRow>> users = co_await fetchUsers(m_context, m_context.userEmail, stop);
        if (!users)
            co_return tl::unexpected(users.error());
        seen.onCall = !users->isEmpty() && users->first().agent.onCall.value_or(false);
    }
    co_return seen;
}

QCoro::Task<Result<>> PollingProvider::pollCalls(std::stop_token stop)
{
    const QDateTime now = m_context.clock.now();
    const bool first = !m_callsSeenUntil.isValid();
    const QDateTime from = first ? now.addSecs(-kOverlap) : std::max(m_callsSeenUntil.addSecs(-kOverlap), now.addSecs(-kLongestLook));
    const Result<Look> seen = co_await look(from, stop);
    if (!seen)
        co_return tl::unexpected(seen.error());
    m_budget = seen->budget;
    m_anyInProgress = seen->anyInProgress;
    if (first) {
        for (const CallRow &row : seen->rows) {
            if (!row.call.inProgress)
                m_told.insert(row.call.rowId, row.call.event);
        }
    }
    m_callsSeenUntil = now;
    forgetOld(now.addSecs(-2 * kLongestLook));
    tell(seen->rows, seen->onCall);
    co_return {};
}

void PollingProvider::tell(const QList<CallRow> &rows, bool onCall)
{
    for (auto row = rows.crbegin(); row != rows.crend(); ++row) { // oldest first
        if (row->call.inProgress && !onCall)
            continue;
        const CallEvent event = row->call.inProgress ? liveEvent(*row) : row->call.event;
        const auto told = m_told.constFind(row->call.rowId);
        if (told != m_told.constEnd() && *told == event)
            continue;
        m_told.insert(row->call.rowId, event);
        Q_EMIT
        eventReceived(event);
    }
}

void PollingProvider::forgetOld(const QDateTime &before)
{
    m_told.removeIf([&](const auto &entry) { return entry.value().time < before; });
}

QCoro::Task<Result<>> PollingProvider::pollTexts(std::stop_token stop)
{
    const auto monotonic = m_context.clock.monotonic();
    if (m_textsAt.count() > 0 && monotonic - m_textsAt < kIdle)
        co_return {}; // the quick looks during a call are for the call
    const QDateTime now = m_context.clock.now();
    const bool first = !m_textsSeenUntil.isValid();
    const QDateTime from = first ? now.addSecs(-kOverlap) : std::max(m_textsSeenUntil.addSecs(-kOverlap), now.addSecs(-kLongestLook));
    TextQuery query{.from = from.addSecs(-kZones), .newestFirst = true, .skipsUnreadable = true, .region = m_context.region};
    QList<Message> fresh;
    QSet<MessageId> seen;
    for (; query.page < kMostPolledPages; ++query.page) {
        const Result<Listed<TextRow>> listed = co_await fetchPage(m_context, query, stop);
        if (!listed)
            co_return tl::unexpected(listed.error());
        bool reachesBack = listed->page.rows < query.perPage;
        for (const TextRow &row : listed->rows) {
            reachesBack |= row.message.sentAt < from;
            if (row.agentId != m_me->agent.id || row.message.deleted || seen.contains(row.message.id))
                continue;
            seen.insert(row.message.id);
            if (!m_knownTexts.contains(row.message.id))
                fresh.prepend(row.message);
        }
        if (reachesBack)
            break;
    }
    m_textsAt = monotonic;
    m_textsSeenUntil = now;
    m_knownTexts = seen; // what left the window does not come back
    if (first)
        co_return {};
    for (const Message &message : std::as_const(fresh)) {
        if (message.sentAt >= from) // the window is wider than what is news
            Q_EMIT
        messageReceived(message);
    }
    co_return {};
}

QCoro::Task<Result<Snapshot>> PollingProvider::snapshot(std::stop_token stop)
{
    if (!m_me) {
        const Result<> known = co_await learnWhoIAm(stop);
        if (!known)
            co_return tl::unexpected(known.error());
    }
    const Result<Look> seen = co_await look(m_context.clock.now().addSecs(-kLongestLook), stop);
    if (!seen)
        co_return tl::unexpected(seen.error());
    Snapshot snapshot{.takenAt = seen->serverTime.value_or(m_context.clock.now())};
    for (const CallRow &row : seen->rows) {
        if (row.call.inProgress && seen->onCall)
            snapshot.live.append(liveEvent(row));
    }
    co_return snapshot;
}

QCoro::Task<Result<QList<CallEvent>>> PollingProvider::callsSince(QDateTime since, std::stop_token stop)
{
    if (!m_me) {
        const Result<> known = co_await learnWhoIAm(stop);
        if (!known)
            co_return tl::unexpected(known.error());
    }
    const Span span{.from = since, .to = m_context.clock.now().addDays(1)};
    const Result<QList<CallRow>> rows = co_await everyCall(m_context, m_me->agent.id, span, m_me->agent.timeZone, stop);
    if (!rows)
        co_return tl::unexpected(rows.error());
    QList<CallEvent> facts;
    for (const CallRow &row : *rows) {
        if (!row.call.inProgress)
            facts.append(row.call.event);
    }
    co_return facts;
}

QCoro::Task<Result<QList<CallEvent>>> PollingProvider::lookUp(Call call, std::stop_token stop)
{
    const Result<std::optional<CallRow>> row = co_await fetchCall(m_context, call.sessionId, stop);
    if (!row)
        co_return tl::unexpected(row.error());
    if (!*row)
        co_return QList<CallEvent>();
    co_return QList<CallEvent>{(*row)->call.event}; // still in progress: a fact that changes nothing, but a sign of it
}

QCoro::Task<Result<Message>> PollingProvider::sendText(Message message, std::stop_token stop)
{
    if (!m_me) {
        const Result<> known = co_await learnWhoIAm(stop);
        if (!known)
            co_return tl::unexpected(known.error());
    }
    const QString own = m_me->numbers.isEmpty() ? QString() : m_me->numbers.first();
    Result<Message> sent = co_await m_texting.send(std::move(message), own, stop);
    if (sent)
        m_knownTexts.insert(sent->id); // whoever sent it has it already
    co_return sent;
}

} // namespace justcall
} // namespace callcard

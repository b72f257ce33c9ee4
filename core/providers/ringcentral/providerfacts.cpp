#include "provider.h"

#include "pagedlog.h"

#include <QLoggingCategory>

#include <algorithm>

namespace callcard::ringcentral {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

Q_LOGGING_CATEGORY(lcFacts, "callcard.ringcentral.facts", QtInfoMsg)

constexpr auto kDoubtFor = 2s; // the two kinds of notification overtake each other
constexpr std::chrono::milliseconds kDoubtAgain = 1min;

QString presencePath()
{
    return u"/extension/~/presence"_s;
}

Query detailed()
{
    return {{u"detailedTelephonyState"_s, u"true"_s}};
}

} // namespace

QCoro::Task<Result<SessionFacts>> RingCentralProvider::session(QString id, std::stop_token stop)
{
    if (m_callControl == Right::Missing)
        co_return failure(ErrorKind::Refused, u"without the right of call control"_s);
    const Result<SessionFacts> facts = co_await readSession(m_context, m_account.self(), id, std::move(stop));
    if (facts)
        noteRecording(id, facts->mine);
    co_return facts;
}

QCoro::Task<Result<Snapshot>> RingCentralProvider::snapshot(std::stop_token stop)
{
    const Result<> known = co_await m_account.know(stop);
    if (!known)
        co_return tl::unexpected(known.error());
    const HttpRequest request = HttpRequest::get(restUrl(m_context, presencePath(), detailed()));
    const Result<RestAnswer> answer = co_await ask(m_context, u"Light"_s, request, stop);
    if (!answer)
        co_return tl::unexpected(answer.error());
    m_clockOffset = std::chrono::seconds(m_context.clock.now().secsTo(answer->serverTime));
    const bool blind = answer->isForbidden(); // this app or person may not see presence
    if (!blind && !answer->isSuccess())
        co_return tl::unexpected(answer->error());
    Result<QList<CallEvent>> present;
    if (blind)
        present = co_await activeCalls(stop);
    else
        present = eventsFromPresence(answer->json, m_account.self(), answer->serverTime);
    if (!present)
        co_return tl::unexpected(present.error());

    Snapshot snapshot{.takenAt = answer->serverTime};
    QSet<QString> read;
    for (const CallEvent &event : *present) {
        if (read.contains(event.sessionId))
            continue;
        read.insert(event.sessionId);
        QList<CallEvent> facts{event};
        if (isTelephonySession(event.sessionId)) {
            const Result<SessionFacts> session = co_await this->session(event.sessionId, stop);
            if (session)
                facts = session->events; // none: it ended while we asked
            else if (blind || session.error().kind != ErrorKind::Refused)
                co_return tl::unexpected(session.error());
        }
        for (CallEvent &fact : facts) {
            markOwnRingOut(fact);
            m_live.note(fact);
        }
        snapshot.live += facts;
    }
    co_return snapshot;
}

/// Late, and for two minutes too long: good only for asking about each.
QCoro::Task<Result<QList<CallEvent>>> RingCentralProvider::activeCalls(std::stop_token stop)
{
    const Query query{{u"perPage"_s, u"100"_s}};
    const HttpRequest request = HttpRequest::get(restUrl(m_context, u"/extension/~/active-calls"_s, query));
    const Result<Json> json = co_await askRest(m_context, u"Heavy"_s, request, std::move(stop));
    if (!json)
        co_return tl::unexpected(json.error());
    const Result<LogPage> page = logPageFrom(*json, m_account.self());
    if (!page)
        co_return tl::unexpected(page.error());
    QList<CallEvent> events;
    for (const HistoricCall &call : page->calls)
        events.append(call.event);
    co_return events;
}

QCoro::Task<Result<QList<CallEvent>>> RingCentralProvider::callsSince(QDateTime since, std::stop_token stop)
{
    const Result<> known = co_await m_account.know(stop);
    if (!known)
        co_return tl::unexpected(known.error());
    // Their history counts by their clock, as `since` does, and a rep's may be hours wrong.
    const QDateTime now = m_context.clock.now().addSecs(m_clockOffset.count());
    const QDateTime from = std::max(since, now.addDays(-kLogReach.count()));
    LogQuestion question{.path = u"/extension/~/call-log"_s, .self = m_account.self(), .span = {.from = from, .to = now.addDays(1)}};

    // What the log has now is told at once; what ended a moment ago is in it only after its lag.
    Result<QList<HistoricCall>> calls = co_await readCallLog(m_context, question, stop);
    if (!calls)
        co_return tl::unexpected(calls.error());
    for (const HistoricCall &call : std::as_const(*calls)) {
        if (!call.inProgress) {
            Q_EMIT
            eventReceived(call.event);
        }
    }
    const Result<> waited = co_await m_context.clock.sleep(kLogLag, stop);
    if (!waited)
        co_return tl::unexpected(waited.error());
    calls = co_await readCallLog(m_context, question, stop);
    if (!calls)
        co_return tl::unexpected(calls.error());
    QList<CallEvent> events;
    for (const HistoricCall &call : std::as_const(*calls)) {
        if (!call.inProgress)
            events.append(call.event);
    }
    co_return events;
}

QCoro::Task<Result<QList<CallEvent>>> RingCentralProvider::lookUp(Call call, std::stop_token stop)
{
    const Result<> known = co_await m_account.know(stop);
    if (!known)
        co_return tl::unexpected(known.error());
    if (isTelephonySession(call.sessionId)) {
        const Result<SessionFacts> facts = co_await session(call.sessionId, stop);
        if (facts && !facts->gone) {
            const QList<CallEvent> events = facts->events;
            co_return events;
        }
        if (!facts && facts.error().kind != ErrorKind::Refused)
            co_return tl::unexpected(facts.error());
        if (!facts) {
            const Result<Snapshot> now = co_await snapshot(stop);
            if (!now)
                co_return tl::unexpected(now.error());
            QList<CallEvent> live = now->live;
            live.removeIf([&](const CallEvent &event) { return event.sessionId != call.sessionId; });
            if (!live.isEmpty())
                co_return live;
        }
    }
    // It is over. How it ended only the log can say, and if it cannot say so yet, it is asked again.
    const std::optional<CallEvent> end = m_live.endOf(call.sessionId, m_context.clock.now());
    m_live.forget(call.sessionId);
    const Result<QList<CallEvent>> events = co_await fromLog(call, stop);
    if (events && events->isEmpty() && end)
        m_log.owe(*end);
    co_return events;
}

QCoro::Task<Result<QList<CallEvent>>> RingCentralProvider::fromLog(Call call, std::stop_token stop)
{
    Query query{{isTelephonySession(call.sessionId) ? u"telephonySessionId"_s : u"sessionId"_s, call.sessionId}, {u"view"_s, u"Simple"_s}};
    if (call.startedAt.isValid())
        query.append({u"dateFrom"_s, wireTime(call.startedAt.addDays(-1))});
    const HttpRequest request = HttpRequest::get(restUrl(m_context, u"/extension/~/call-log"_s, query));
    const Result<Json> json = co_await askRest(m_context, u"Heavy"_s, request, stop);
    if (!json)
        co_return tl::unexpected(json.error());
    const Result<LogPage> page = logPageFrom(*json, m_account.self());
    if (!page)
        co_return tl::unexpected(page.error());
    QList<CallEvent> events;
    for (const HistoricCall &row : page->calls) {
        if (row.event.sessionId == call.sessionId || row.event.alias == call.sessionId)
            events.append(row.event);
    }
    co_return events;
}

void RingCentralProvider::doubt(const QStringList &sessions)
{
    if (sessions.isEmpty() || !m_feedScope)
        return;
    m_doubtful.unite(QSet<QString>(sessions.begin(), sessions.end()));
    if (!std::exchange(m_clearingDoubts, true))
        m_feedScope->start(clearDoubts(m_feedScope->stopToken()));
}

QCoro::Task<> RingCentralProvider::clearDoubts(std::stop_token stop)
{
    std::chrono::milliseconds pause = kDoubtFor;
    while (!m_doubtful.isEmpty()) {
        const Result<> waited = co_await m_context.clock.sleep(pause, stop);
        if (!waited)
            break;
        co_await clearDoubtsOnce(stop);
        pause = std::min<std::chrono::milliseconds>(2 * pause, kDoubtAgain);
    }
    m_clearingDoubts = false;
}

/// What cannot be asked about now stays doubtful.
QCoro::Task<> RingCentralProvider::clearDoubtsOnce(std::stop_token stop)
{
    const QStringList still = m_live.contradictedBy(m_presence);
    const QSet<QString> doubtful = std::exchange(m_doubtful, {});
    for (const QString &id : still) {
        if (!doubtful.contains(id))
            continue;
        const Result<SessionFacts> facts = co_await session(id, stop);
        if (stop.stop_requested())
            co_return;
        if (facts && !facts->gone) {
            const std::optional<LiveSessions::Place> place = m_live.place(id);
            for (const CallEvent &event : facts->events) {
                if (!place || place->partyId != event.legId || place->state != event.state)
                    tell(event);
            }
        } else if (facts || facts.error().kind == ErrorKind::Refused) {
            qCInfo(lcFacts) << "the end of a call was lost on the way";
            if (const std::optional<CallEvent> end = m_live.endOf(id, m_context.clock.now()))
                tell(*end);
        } else {
            m_doubtful.insert(id);
        }
    }
}

} // namespace callcard::ringcentral

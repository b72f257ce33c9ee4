#include <callcard/calltracker.h>

#include "callfold.h"

#include <QLoggingCategory>
#include <QSet>

#include <algorithm>

namespace callcard {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {
Q_LOGGING_CATEGORY(lcTelephony, "callcard.telephony")

constexpr std::size_t kMostFacts = 400; // of one call: a day of holding and taking back
constexpr std::size_t kMostEnds = 50;   // beyond it: a call must not live for ever
constexpr qsizetype kMostSessions = 20'000;
constexpr auto kKeepEnded = 10min;
constexpr auto kRememberForgotten = 1h;
constexpr int kLongestChain = 16;
constexpr std::size_t kMostEnded = 500; // kept whole; of older ones only that they were there

/// Of a call that is long over only this is remembered. Eight bytes of a hash are as good as the name: nothing but a late
/// repetition could be lost by two names that share them.
quint64 traceOf(const QString &session)
{
    return qHash(session, size_t{0x5ca1ab1e});
}

bool isEnd(const CallEvent &event)
{
    return event.settled || event.state == LegState::Ended;
}
} // namespace

struct CallTracker::Session {
    CallId id;
    QString sessionId;
    std::vector<CallEvent> facts;
    QSet<QString> eventIds;
    QSet<QString> numbered; // channel, leg and sequence: a repetition under a new event id
    std::optional<Call> call;
    std::chrono::milliseconds heardAt{};
    QStringList keys;               // under which it is found
    bool over = false;              // counted among the ended ones
    std::vector<CallEvent> guessed; // ends that nobody told of: whoever tells anything knows better

    [[nodiscard]] bool isNews(const CallEvent &event)
    {
        if (!event.eventId.isEmpty()) {
            const QString key = event.source + u'|' + event.eventId + u'|' + event.legId;
            if (eventIds.contains(key))
                return false;
            eventIds.insert(key);
        }
        if (event.sequence >= 0) {
            const QString key = event.source + u'|' + event.channel + u'|' + event.legId + u'|' + QString::number(event.sequence) + u'|' +
                                QString::number(static_cast<int>(event.state));
            if (numbered.contains(key))
                return false;
            numbered.insert(key);
        }
        return std::find(facts.begin(), facts.end(), event) == facts.end();
    }
};

CallTracker::CallTracker(Clock &clock, QObject *parent) : QObject(parent), m_clock(clock) {}

CallTracker::~CallTracker() = default;

QString CallTracker::rootOf(QString session) const
{
    for (int i = 0; i < kLongestChain; ++i) {
        const auto earlier = m_movedFrom.constFind(session);
        if (earlier == m_movedFrom.constEnd())
            break;
        session = *earlier;
    }
    return session;
}

CallTracker::Session *CallTracker::sessionFor(const CallEvent &event)
{
    const QString root = rootOf(event.sessionId);
    for (const QString &key : {root, event.sessionId, event.alias}) {
        if (const auto known = m_sessions.constFind(key); !key.isEmpty() && known != m_sessions.constEnd()) {
            const std::shared_ptr<Session> session = *known;
            enter(event.sessionId, session);
            enter(event.alias, session);
            return session.get();
        }
    }
    if (m_forgotten.contains(traceOf(event.sessionId)) || m_sessions.size() >= kMostSessions) {
        ++m_counters.dropped;
        return nullptr;
    }
    auto session = std::make_shared<Session>();
    session->id = CallId(event.source + u':' + root);
    session->sessionId = root;
    enter(root, session);
    enter(event.sessionId, session);
    enter(event.alias, session);
    return session.get();
}

void CallTracker::enter(const QString &key, const std::shared_ptr<Session> &session)
{
    if (key.isEmpty())
        return;
    std::shared_ptr<Session> &entry = m_sessions[key];
    if (entry == session)
        return;
    entry = session;
    session->keys.append(key);
}

void CallTracker::forget(const std::shared_ptr<Session> &session)
{
    for (const QString &key : std::as_const(session->keys)) {
        if (m_sessions.value(key) != session)
            continue; // it is another's by now
        m_sessions.remove(key);
        m_movedFrom.remove(key);
        m_forgotten.insert(traceOf(key), m_clock.monotonic());
    }
}

void CallTracker::countIfOver(Session &session)
{
    if (session.over || !session.call || session.call->isLive())
        return;
    session.over = true;
    m_ended.push_back(session.sessionId);
    // A busy queue must not fill the memory before the clock does its work.
    while (m_ended.size() > kMostEnded) {
        const std::shared_ptr<Session> oldest = m_sessions.value(m_ended.front());
        m_ended.pop_front();
        if (oldest && oldest->call && !oldest->call->isLive())
            forget(oldest);
    }
}

void CallTracker::onEvent(const CallEvent &event)
{
    ++m_counters.events;
    if (event.sessionId.isEmpty()) {
        ++m_counters.dropped;
        return;
    }
    if (event.state == LegState::Unknown) {
        ++m_counters.unknownWords;
        qCInfo(lcTelephony) << "a word of" << event.source << "is unknown:" << event.providerStatus.left(40);
    }
    if (event.state == LegState::Moved && !event.movedTo.isEmpty())
        link(event.source, event.sessionId, event.movedTo);

    Session *session = sessionFor(event);
    if (!session)
        return;
    session->heardAt = m_clock.monotonic();
    if (!session->isNews(event)) {
        ++m_counters.repeated;
        return;
    }
    if (session->facts.size() >= kMostFacts + (isEnd(event) ? kMostEnds : 0)) {
        ++m_counters.dropped;
        return;
    }
    for (const CallEvent &guess : std::exchange(session->guessed, {})) {
        std::erase(session->facts, guess);
        session->over = false;
    }
    session->facts.push_back(event);
    // Presence and a session that was asked for tell when the call began, which is not when it came here.
    const bool tells = !m_asked && event.channel != "presence"_L1 && event.channel != "session"_L1;
    const QDateTime before = std::exchange(m_happenedAt, tells ? event.time : QDateTime());
    refold(*session);
    m_happenedAt = before;
}

void CallTracker::onPastEvent(const CallEvent &event)
{
    const bool before = std::exchange(m_past, true);
    onEvent(event);
    m_past = before;
}

void CallTracker::link(const QString &source, const QString &session, const QString &movedTo)
{
    if (rootOf(session) == movedTo || m_movedFrom.contains(movedTo))
        return; // a circle, or known
    m_movedFrom.insert(movedTo, session);

    const QString root = rootOf(session);
    const std::shared_ptr<Session> later = m_sessions.value(movedTo);
    std::shared_ptr<Session> earlier = m_sessions.value(root);
    if (!later || later == earlier)
        return;
    if (!earlier) {
        // The later part was heard of first. The call is named after its beginning all the same, or its name would depend on luck.
        earlier = std::make_shared<Session>();
        earlier->id = CallId(source + u':' + root);
        earlier->sessionId = root;
        enter(root, earlier);
    }
    for (const CallEvent &fact : later->facts) {
        if (earlier->isNews(fact))
            earlier->facts.push_back(fact);
    }
    const QStringList keys = later->keys;
    for (const QString &key : keys)
        enter(key, earlier);
    const bool wasShown = later->call.has_value();
    if (wasShown)
        Q_EMIT
    callMerging(later->id, earlier->id);
    refold(*earlier);
    if (wasShown)
        Q_EMIT
    callMerged(later->id, earlier->id);
}

void CallTracker::refold(Session &session)
{
    std::optional<Call> call = foldCall(session.id, session.sessionId, session.facts);
    if (call == session.call || !call)
        return;
    session.call = call;
    countIfOver(session);
    Q_EMIT
    callChanged(*call); // last: whoever listens may come back with another event
}

void CallTracker::onSnapshot(const QString &source, const QDateTime &takenAt, const QList<CallEvent> &live)
{
    QSet<const Session *> named;
    m_asked = true;
    for (const CallEvent &event : live) {
        onEvent(event);
        if (const auto session = m_sessions.value(event.sessionId))
            named.insert(session.get());
    }
    m_asked = false;
    QList<CallId> gone;
    for (const auto &session : std::as_const(m_sessions)) {
        if (!session->call || !session->call->isLive() || session->call->source != source || named.contains(session.get()))
            continue;
        // Servers tell the time in whole seconds: what happened in the same one may have come after.
        const bool newer =
            std::any_of(session->facts.begin(), session->facts.end(), [&](const CallEvent &fact) { return fact.time >= takenAt; });
        if (!newer && !gone.contains(session->id))
            gone.append(session->id);
    }
    for (const CallId &id : std::as_const(gone))
        settleAsGone(id);
}

void CallTracker::settleAsGone(const CallId &id)
{
    std::shared_ptr<Session> found;
    for (const auto &session : std::as_const(m_sessions)) {
        if (session->id == id)
            found = session;
    }
    if (!found || !found->call || !found->call->isLive())
        return;
    endOpenLegs(*found, EndReason::None);
    qCInfo(lcTelephony) << "a call that the provider no longer has was settled";
    refold(*found);
}

void CallTracker::settleAsLost(const CallId &id)
{
    std::shared_ptr<Session> found;
    for (const auto &session : std::as_const(m_sessions)) {
        if (session->id == id)
            found = session;
    }
    if (!found || !found->call || !found->call->isLive())
        return;
    const auto told = static_cast<std::ptrdiff_t>(found->facts.size());
    endOpenLegs(*found, EndReason::Unknown);
    found->guessed.assign(found->facts.begin() + told, found->facts.end());
    qCInfo(lcTelephony) << "a call that nobody can be asked about was settled";
    refold(*found);
}

/// Without a time: nobody knows when. It counts as the last moment that anybody heard of the leg, and brings no talk.
void CallTracker::endOpenLegs(Session &session, EndReason reason)
{
    std::vector<CallEvent> ends;
    for (const CallEvent &fact : session.facts) {
        CallEvent end = fact;
        end.state = LegState::Ended;
        end.reason = reason;
        end.eventId.clear();
        end.sequence = fact.sequence < 0 ? -1 : std::numeric_limits<qint64>::max();
        end.time = {};
        const bool known = std::any_of(ends.begin(), ends.end(), [&](const CallEvent &other) {
            return other.legId == end.legId && other.channel == end.channel && other.source == end.source;
        });
        if (!known)
            ends.push_back(std::move(end));
    }
    for (CallEvent &end : ends) {
        if (std::find(session.facts.begin(), session.facts.end(), end) == session.facts.end())
            session.facts.push_back(std::move(end));
    }
}

std::optional<Call> CallTracker::callOf(const CallEvent &event) const
{
    for (const QString &key : {rootOf(event.sessionId), event.sessionId, event.alias}) {
        if (const auto known = m_sessions.constFind(key); !key.isEmpty() && known != m_sessions.constEnd())
            return (*known)->call;
    }
    return std::nullopt;
}

std::optional<Call> CallTracker::call(const CallId &id) const
{
    for (const auto &session : m_sessions) {
        if (session->id == id)
            return session->call;
    }
    return std::nullopt;
}

QList<Call> CallTracker::liveCalls() const
{
    QHash<CallId, Call> live;
    for (const auto &session : m_sessions) {
        if (session->call && session->call->isLive())
            live.insert(session->id, *session->call);
    }
    QList<Call> calls = live.values();
    std::sort(calls.begin(), calls.end(),
              [](const Call &a, const Call &b) { return std::tie(a.startedAt, a.id) < std::tie(b.startedAt, b.id); });
    return calls;
}

QList<Call> CallTracker::quietCalls(CallState state, std::chrono::seconds silence) const
{
    QList<Call> quiet;
    QSet<CallId> seen;
    for (const auto &session : m_sessions) {
        const bool wanted = session->call && session->call->state == state;
        if (wanted && m_clock.monotonic() - session->heardAt >= silence && !seen.contains(session->id)) {
            seen.insert(session->id);
            quiet.append(*session->call);
        }
    }
    return quiet;
}

void CallTracker::prune()
{
    const auto now = m_clock.monotonic();
    QList<std::shared_ptr<Session>> old;
    for (const auto &session : std::as_const(m_sessions)) {
        const bool over = !session->call || !session->call->isLive();
        if (over && now - session->heardAt > kKeepEnded && !old.contains(session))
            old.append(session);
    }
    for (const std::shared_ptr<Session> &session : std::as_const(old))
        forget(session);
    m_forgotten.removeIf([now](const auto &entry) { return now - entry.value() > kRememberForgotten; });
}

} // namespace callcard

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
constexpr qsizetype kMostSessions = 20'000;
constexpr auto kKeepEnded = 10min;
constexpr auto kRememberForgotten = 1h;
constexpr int kLongestChain = 16;
} // namespace

struct CallTracker::Session {
    CallId id;
    QString sessionId;
    std::vector<CallEvent> facts;
    QSet<QString> eventIds;
    QSet<QString> numbered; // channel, leg and sequence: a repetition under a new event id
    std::optional<Call> call;
    std::chrono::milliseconds heardAt{};

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
            m_sessions.insert(event.sessionId, session);
            if (!event.alias.isEmpty())
                m_sessions.insert(event.alias, session);
            return session.get();
        }
    }
    if (m_forgotten.contains(event.sessionId) || m_sessions.size() >= kMostSessions) {
        ++m_counters.dropped;
        return nullptr;
    }
    auto session = std::make_shared<Session>();
    session->id = CallId(event.source + u':' + root);
    session->sessionId = root;
    m_sessions.insert(root, session);
    m_sessions.insert(event.sessionId, session);
    if (!event.alias.isEmpty())
        m_sessions.insert(event.alias, session);
    return session.get();
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
    if (session->facts.size() >= kMostFacts) {
        ++m_counters.dropped;
        return;
    }
    session->facts.push_back(event);
    refold(*session);
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
        m_sessions.insert(root, earlier);
    }
    for (const CallEvent &fact : later->facts) {
        if (earlier->isNews(fact))
            earlier->facts.push_back(fact);
    }
    for (auto &entry : m_sessions) {
        if (entry == later)
            entry = earlier;
    }
    const bool wasShown = later->call.has_value();
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
    Q_EMIT
    callChanged(*call); // last: whoever listens may come back with another event
}

void CallTracker::onSnapshot(const QString &source, const QDateTime &takenAt, const QList<CallEvent> &live)
{
    QSet<const Session *> named;
    for (const CallEvent &event : live) {
        onEvent(event);
        if (const auto session = m_sessions.value(event.sessionId))
            named.insert(session.get());
    }
    QList<CallId> gone;
    for (const auto &session : std::as_const(m_sessions)) {
        if (!session->call || !session->call->isLive() || session->call->source != source || named.contains(session.get()))
            continue;
        const bool newer =
            std::any_of(session->facts.begin(), session->facts.end(), [&](const CallEvent &fact) { return fact.time > takenAt; });
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
    // The end of every leg that is still open, at the last moment that anybody heard of it: nobody knows better.
    std::vector<CallEvent> ends;
    for (const CallEvent &fact : found->facts) {
        CallEvent end = fact;
        end.state = LegState::Ended;
        end.reason = EndReason::None;
        end.eventId.clear();
        end.sequence = fact.sequence < 0 ? -1 : std::numeric_limits<qint64>::max();
        end.time = m_clock.now();
        const bool known = std::any_of(ends.begin(), ends.end(), [&](const CallEvent &other) {
            return other.legId == end.legId && other.channel == end.channel && other.source == end.source;
        });
        if (!known)
            ends.push_back(std::move(end));
    }
    for (CallEvent &end : ends) {
        if (found->isNews(end))
            found->facts.push_back(std::move(end));
    }
    qCInfo(lcTelephony) << "a call that the provider no longer has was settled";
    refold(*found);
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

QList<Call> CallTracker::quietRingingCalls(std::chrono::seconds silence) const
{
    QList<Call> quiet;
    QSet<CallId> seen;
    for (const auto &session : m_sessions) {
        const bool ringing = session->call && session->call->state == CallState::Ringing;
        if (ringing && m_clock.monotonic() - session->heardAt >= silence && !seen.contains(session->id)) {
            seen.insert(session->id);
            quiet.append(*session->call);
        }
    }
    return quiet;
}

void CallTracker::prune()
{
    const auto now = m_clock.monotonic();
    for (auto it = m_sessions.begin(); it != m_sessions.end();) {
        const bool over = !(*it)->call || !(*it)->call->isLive();
        if (over && now - (*it)->heardAt > kKeepEnded) {
            m_forgotten.insert(it.key(), now);
            m_movedFrom.remove(it.key());
            it = m_sessions.erase(it);
        } else {
            ++it;
        }
    }
    m_forgotten.removeIf([now](const auto &entry) { return now - entry.value() > kRememberForgotten; });
}

} // namespace callcard

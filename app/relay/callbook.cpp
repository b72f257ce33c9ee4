#include "callbook.h"

#include <callcard/callstream.h>
#include <callcard/justcallhooks.h>
#include <callcard/ringcentralhooks.h>
#include <callcard/twilio.h>

#include <algorithm>

namespace callcard::relay {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr quint64 kEventsARecord = 100; ///< An id is the record's sequence and two digits.
constexpr std::size_t kMostEvents = 2000;
constexpr std::size_t kMostSessions = 50'000;
constexpr std::size_t kMostAiCalls = 10'000;
constexpr std::size_t kMostUnclaimed = 500;
constexpr qsizetype kMostFactsUnclaimed = 20;
constexpr qint64 kADay = 86'400;
constexpr auto kRingsAtMost = 3min;
constexpr auto kTalksAtMost = 4h;

/// For a rep whose phone rang as well when a colleague took the call.
CallEvent seenByOthers(CallEvent fact)
{
    const bool taken = fact.state == LegState::Active || fact.talkTime.value_or(0s) > 0s || fact.reason == EndReason::HungUp;
    fact.agentEmail.clear();
    fact.talkTime.reset();
    fact.holdTime.reset();
    if (taken) {
        fact.state = LegState::Ended;
        fact.reason = EndReason::AnsweredElsewhere;
        fact.settled = false;
    }
    return fact;
}

} // namespace

struct CallBook::Rep {
    Rep(const QString &email, Clock &clock) : email(email), tracker(clock) {}
    QString email;
    CallTracker tracker;
    QHash<CallId, QDateTime> changedAt;
    std::deque<StreamEvent> events;
    quint64 forgotten = 0; ///< The last id that fell out of `events`.
    QList<Call> changed;   ///< By the fact being taken.
};

CallBook::CallBook(const QList<RelayUser> &users, QString region, Clock &clock)
    : m_roster(users), m_region(std::move(region)), m_clock(clock)
{
}

CallBook::~CallBook() = default;

CallBook::Rep &CallBook::rep(const QString &email)
{
    std::unique_ptr<Rep> &found = m_reps[email];
    if (!found) {
        found = std::make_unique<Rep>(email, m_clock);
        Rep *const made = found.get();
        QObject::connect(&made->tracker, &CallTracker::callChanged, [made](const Call &call) { made->changed.append(call); });
    }
    return *found;
}

QStringList CallBook::take(const LoggedRecord &record)
{
    m_sequence = record.sequence;
    m_index = 0;
    m_position = record.sequence * kEventsARecord + kEventsARecord - 1;
    ++m_counters.records;
    const std::optional<Delivery> delivery = deliveryOf(record.record);
    if (!delivery) {
        ++m_counters.unreadable;
        return {};
    }
    QList<Addressed> facts;
    switch (delivery->provider) {
    case Provider::JustCall:
        facts = justCallFacts(*delivery);
        break;
    case Provider::RingCentral:
        facts = ringCentralFacts(*delivery);
        break;
    case Provider::Twilio:
        facts = twilioFacts(*delivery, record.record.receivedAt);
        break;
    case Provider::AiCall:
        facts = aiCallFacts(*delivery);
        break;
    }
    QStringList touched;
    const QDateTime at = delivery->sentAt.isValid() ? delivery->sentAt : record.record.receivedAt;
    for (const Addressed &one : std::as_const(facts)) {
        noteTold(one.fact.sessionId, one.email);
        Rep &concerned = rep(one.email);
        concerned.tracker.onEvent(one.fact);
        if (!concerned.changed.isEmpty() && !touched.contains(one.email))
            touched.append(one.email);
    }
    for (const QString &email : std::as_const(touched)) {
        Rep &concerned = rep(email);
        // Several facts of one record about one call are one event: how it stands now.
        QList<Call> latest;
        for (const Call &call : std::as_const(concerned.changed)) {
            latest.removeIf([&call](const Call &other) { return other.id == call.id; });
            latest.append(call);
        }
        concerned.changed.clear();
        m_index = 0;
        for (const Call &call : std::as_const(latest))
            publish(concerned, call, at);
    }
    return touched;
}

void CallBook::publish(Rep &rep, const Call &call, const QDateTime &at)
{
    if (m_index >= int(kEventsARecord))
        return;
    QDateTime &changedAt = rep.changedAt[call.id];
    if (!changedAt.isValid() || changedAt < at) // a late delivery does not put the clock back
        changedAt = at;
    const quint64 id = m_sequence * kEventsARecord + quint64(m_index++);
    const QByteArray frame =
        "id: " + QByteArray::number(id) + "\nevent: call\ndata: {\"type\":\"call\",\"call\":" + callToWire(call, changedAt) + "}\n\n";
    rep.events.push_back({.id = id, .frame = std::make_shared<const std::string>(frame.constData(), std::size_t(frame.size()))});
    ++m_counters.events;
    while (rep.events.size() > kMostEvents) {
        rep.forgotten = rep.events.front().id;
        rep.events.pop_front();
    }
}

QList<CallBook::Addressed> CallBook::justCallFacts(const Delivery &delivery)
{
    const auto news = justcall::eventsFromWebhook(delivery.payload, delivery.sentAt, m_region);
    if (!news) {
        ++m_counters.unreadable;
        return {};
    }
    QList<Addressed> addressed;
    for (const CallEvent &fact : news->facts) {
        const QString agent = m_roster.byJustCallAgent(news->agentId, fact.agentEmail);
        QStringList emails = told(fact.sessionId);
        if (emails.isEmpty() && !fact.alias.isEmpty())
            emails = told(fact.alias);
        if (!agent.isEmpty() && !emails.contains(agent))
            emails.append(agent);
        else if (agent.isEmpty() && emails.isEmpty() && fact.local.number)
            emails = m_roster.byNumber(fact.local.number->e164());
        if (emails.isEmpty())
            ++m_counters.unrouted;
        for (const QString &email : std::as_const(emails)) {
            CallEvent seen = agent.isEmpty() || agent == email ? fact : seenByOthers(fact);
            if (agent.isEmpty() || agent == email)
                seen.agentEmail = email;
            addressed.append({email, seen});
        }
    }
    return addressed;
}

QList<CallBook::Addressed> CallBook::ringCentralFacts(const Delivery &delivery)
{
    const auto envelope = ringcentral::envelopeOfWebhook(delivery.payload);
    if (!envelope) {
        ++m_counters.unreadable;
        return {};
    }
    QStringList emails;
    for (const QString &extension : envelope->extensions) {
        if (const QString email = m_roster.byExtension(extension); !email.isEmpty() && !emails.contains(email))
            emails.append(email);
    }
    // A colleague's party of a call that rang at mine, too. Presence is of one extension only.
    for (const QString &session : envelope->presence ? QStringList() : envelope->sessions) {
        for (const QString &email : told(session)) {
            if (!emails.contains(email))
                emails.append(email);
        }
    }
    if (emails.isEmpty() && !envelope->sessions.isEmpty())
        ++m_counters.unrouted;
    QList<Addressed> addressed;
    for (const QString &email : std::as_const(emails)) {
        const ringcentral::HookReader reader{
            .extensionId = m_roster.user(email).ringcentralExtensionId, .email = email, .region = m_region};
        const auto facts = ringcentral::eventsFromWebhook(delivery.payload, reader);
        if (!facts) {
            ++m_counters.unreadable;
            return {};
        }
        for (const CallEvent &fact : *facts)
            addressed.append({email, fact});
    }
    return addressed;
}

QList<CallBook::Addressed> CallBook::twilioFacts(const Delivery &delivery, const QDateTime &receivedAt)
{
    const auto callback = twilio::eventsFromWebhook(delivery.payload, receivedAt, m_region);
    if (!callback) {
        ++m_counters.unreadable;
        return {};
    }
    if (!callback->fact)
        return {};
    CallEvent fact = *callback->fact;
    QStringList emails = told(fact.sessionId);
    if (!delivery.rep.isEmpty() && !emails.contains(delivery.rep))
        emails.append(delivery.rep);
    if (emails.isEmpty() && fact.local.number)
        emails = m_roster.byNumber(fact.local.number->e164());
    // A number that several share does not tell who of them talks.
    const QString agent = !delivery.rep.isEmpty() ? delivery.rep : emails.size() == 1 ? emails.first() : QString();
    QList<Addressed> addressed;
    for (const QString &email : std::as_const(emails)) {
        fact.agentEmail = email == agent ? email : QString();
        addressed.append({email, agent.isEmpty() || agent == email ? fact : seenByOthers(fact)});
    }
    if (!addressed.isEmpty())
        return addressed;
    ++m_counters.unrouted;
    // Twilio may be faster than the answer that says whose call it is.
    if (!m_unclaimed.contains(fact.sessionId)) {
        m_unclaimedInOrder.push_back(fact.sessionId);
        if (m_unclaimedInOrder.size() > kMostUnclaimed) {
            m_unclaimed.remove(m_unclaimedInOrder.front());
            m_unclaimedInOrder.pop_front();
        }
    }
    if (QList<CallEvent> &waiting = m_unclaimed[fact.sessionId]; waiting.size() < kMostFactsUnclaimed)
        waiting.append(fact);
    return {};
}

QList<CallBook::Addressed> CallBook::aiCallFacts(const Delivery &delivery)
{
    const std::optional<AiCallStep> step = aiCallStepOf(delivery);
    if (!step || step->rep.isEmpty()) {
        ++m_counters.unreadable;
        return {};
    }
    if (!m_aiCalls.contains(step->id)) {
        m_aiCallsInOrder.push_back(step->id);
        if (m_aiCallsInOrder.size() > kMostAiCalls) {
            m_aiCalls.remove(m_aiCallsInOrder.front());
            m_aiCallsInOrder.pop_front();
        }
    }
    m_aiCalls.insert(step->id, *step);
    QList<Addressed> addressed{{step->rep, factOf(*step)}};
    if (step->callSid.isEmpty())
        return addressed;
    for (CallEvent fact : m_unclaimed.take(step->callSid)) {
        fact.agentEmail = step->rep;
        addressed.append({step->rep, fact});
    }
    return addressed;
}

void CallBook::noteTold(const QString &session, const QString &email)
{
    QStringList &emails = m_told[session];
    if (emails.contains(email))
        return;
    if (emails.isEmpty()) {
        m_toldInOrder.push_back(session);
        if (m_toldInOrder.size() > kMostSessions) {
            m_told.remove(m_toldInOrder.front());
            m_toldInOrder.pop_front();
        }
    }
    m_told[session].append(email);
}

const std::deque<StreamEvent> &CallBook::events(const QString &email) const
{
    static const std::deque<StreamEvent> none;
    const auto found = m_reps.find(email);
    return found == m_reps.end() ? none : found->second->events;
}

quint64 CallBook::oldest(const QString &email) const
{
    const auto found = m_reps.find(email);
    return found == m_reps.end() ? m_beginning : std::max(m_beginning, found->second->forgotten);
}

void CallBook::beginsAt(quint64 sequence)
{
    // Somebody who saw everything up to the last record before it has missed nothing; nobody saw anything before the first of all.
    m_beginning = sequence <= 1 ? 0 : (sequence - 1) * kEventsARecord;
    m_position = std::max(m_position, sequence == 0 ? 0 : (sequence - 1) * kEventsARecord + kEventsARecord - 1);
}

QByteArray CallBook::activeCalls(const QString &email) const
{
    QByteArray list;
    const auto found = m_reps.find(email);
    if (found != m_reps.end()) {
        const Rep &rep = *found->second;
        const QDateTime now = m_clock.now();
        for (const Call &call : rep.tracker.liveCalls()) {
            const QDateTime at = rep.changedAt.value(call.id);
            const std::chrono::seconds longest = call.state == CallState::Ringing ? std::chrono::seconds(kRingsAtMost) : kTalksAtMost;
            if (at.secsTo(now) > longest.count())
                continue;
            list += (list.isEmpty() ? "" : ",") + callToWire(call, at);
        }
    }
    return "{\"calls\":[" + list + "]}";
}

std::optional<QByteArray> CallBook::callOf(const QString &email, const QString &sessionId) const
{
    const auto found = m_reps.find(email);
    if (found == m_reps.end())
        return std::nullopt;
    const CallId id(u"twilio:"_s + sessionId);
    const std::optional<Call> call = found->second->tracker.call(id);
    return call ? std::optional(callToWire(*call, found->second->changedAt.value(id))) : std::nullopt;
}

std::optional<AiCallStep> CallBook::aiCall(const QString &id) const
{
    const auto found = m_aiCalls.constFind(id);
    return found == m_aiCalls.cend() ? std::nullopt : std::optional(*found);
}

QList<AiCallStep> CallBook::orphans(std::chrono::seconds age) const
{
    const QDateTime before = m_clock.now().addSecs(-age.count());
    QList<AiCallStep> orphans;
    for (const AiCallStep &step : m_aiCalls) {
        if (step.phase == AiCallStep::Phase::Asked && step.at <= before)
            orphans.append(step);
    }
    return orphans;
}

void CallBook::prune()
{
    for (const auto &[email, rep] : m_reps) {
        const QDateTime now = m_clock.now();
        const QList<Call> live = rep->tracker.liveCalls();
        for (const Call &call : live) {
            const std::chrono::seconds longest =
                call.state == CallState::Ringing ? std::chrono::seconds(5 * kRingsAtMost) : 3 * kTalksAtMost;
            if (rep->changedAt.value(call.id).secsTo(now) > longest.count())
                rep->tracker.settleAsGone(call.id);
        }
        rep->changed.clear(); // nobody is told: desktops settle what is not among the active calls by themselves
        rep->tracker.prune();
        // Whose end is a day ago needs no date any more; an id that comes again gets a new one.
        rep->changedAt.removeIf([&now](const auto &entry) { return entry.value().secsTo(now) > kADay; });
    }
}

} // namespace callcard::relay

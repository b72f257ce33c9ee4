// Whose is it? What a record says, and to whom.
#include "callbook.h"
#include "callbookrep.h"

#include <callcard/justcallhooks.h>
#include <callcard/ringcentralhooks.h>
#include <callcard/twilio.h>

#include <algorithm>

namespace callcard::relay {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr std::size_t kMostSessions = 50'000;
constexpr std::size_t kMostAiCalls = 10'000;
constexpr std::size_t kMostUnclaimed = 500;
constexpr qsizetype kMostFactsUnclaimed = 20;

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

QList<CallBook::Addressed> CallBook::justCallFacts(const Delivery &delivery)
{
    const auto news = justcall::eventsFromWebhook(delivery.payload, delivery.sentAt, m_region);
    if (!news) {
        ++m_counters.unreadable;
        return {};
    }
    if (news->text)
        return textFor(*news->text, news->agentId);
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

QList<CallBook::Addressed> CallBook::textFor(const Message &text, const QString &agentId)
{
    const QString agent = m_roster.byJustCallAgent(agentId, text.agentEmail);
    QStringList emails;
    if (!agent.isEmpty())
        emails.append(agent);
    else if (text.local.number)
        emails = m_roster.byNumber(text.local.number->e164());
    if (emails.isEmpty())
        ++m_counters.unrouted;
    QList<Addressed> addressed;
    for (const QString &email : std::as_const(emails)) {
        Message seen = text;
        seen.agentEmail = emails.size() == 1 ? email : QString(); // a number that several share does not tell who of them writes
        addressed.append({email, seen});
    }
    return addressed;
}

QList<CallBook::Addressed> CallBook::recordingFor(const twilio::Callback &callback, QStringList emails, const QDateTime &at)
{
    if (callback.recordingUrl.isEmpty() || callback.recordingSid.isEmpty())
        return {}; // there is none, or not yet
    emails.removeIf([&](const QString &email) { return !takesPart(email, callback.callSid); });
    const CallRecording recording{.id = u"twilio:"_s + callback.recordingSid,
                                  .sessionId = callback.callSid,
                                  .source = u"twilio"_s,
                                  .url = callback.recordingUrl,
                                  .at = at,
                                  .length = callback.recordingLength};
    QList<Addressed> addressed;
    for (const QString &email : std::as_const(emails)) {
        CallRecording seen = ofRep(recording, email);
        if (emails.size() > 1)
            seen.agentEmail.clear(); // who of them talked, nobody knows
        addressed.append({email, seen});
    }
    if (addressed.isEmpty()) {
        ++m_counters.unrouted;
        keepUnclaimed(callback.callSid, recording);
    }
    return addressed;
}

CallRecording CallBook::ofRep(CallRecording recording, const QString &email) const
{
    recording.call = twilioCall(email, recording.sessionId);
    recording.agentEmail = email;
    return recording;
}

QList<CallBook::Addressed> CallBook::twilioFacts(const Delivery &delivery, const QDateTime &receivedAt)
{
    const auto callback = twilio::eventsFromWebhook(delivery.payload, receivedAt, m_region);
    if (!callback) {
        ++m_counters.unreadable;
        return {};
    }
    if (callback->kind == twilio::Callback::Kind::Recording)
        return recordingFor(*callback, delivery.rep.isEmpty() ? told(callback->callSid) : QStringList{delivery.rep}, receivedAt);
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
    if (addressed.isEmpty()) {
        ++m_counters.unrouted;
        keepUnclaimed(fact.sessionId, fact); // Twilio may be faster than the answer that says whose call it is
        return addressed;
    }
    if (!agent.isEmpty())
        addressed += claimed(fact.sessionId, agent);
    addressed += recordingFor(*callback, agent.isEmpty() ? emails : QStringList{agent}, receivedAt); // some calls end with theirs
    return addressed;
}

void CallBook::keepUnclaimed(const QString &session, const News &news)
{
    if (!m_unclaimed.contains(session)) {
        m_unclaimedInOrder.push_back(session);
        if (m_unclaimedInOrder.size() > kMostUnclaimed) {
            m_unclaimed.remove(m_unclaimedInOrder.front());
            m_unclaimedInOrder.pop_front();
        }
    }
    if (QList<News> &waiting = m_unclaimed[session]; waiting.size() < kMostFactsUnclaimed)
        waiting.append(news);
}

QList<CallBook::Addressed> CallBook::claimed(const QString &session, const QString &email)
{
    QList<Addressed> addressed;
    const QList<News> waited = m_unclaimed.take(session);
    for (News news : waited) {
        if (auto *fact = std::get_if<CallEvent>(&news))
            fact->agentEmail = email;
        if (auto *recording = std::get_if<CallRecording>(&news))
            *recording = ofRep(*recording, email);
        addressed.append({email, news});
    }
    return addressed;
}

bool CallBook::takesPart(const QString &email, const QString &twilioSession) const
{
    const auto found = m_reps.find(email);
    const auto call = found == m_reps.end() ? std::nullopt : found->second->tracker.call(twilioCall(email, twilioSession));
    return !call || call->reason != EndReason::AnsweredElsewhere;
}

/// An AI call keeps the name that it had before Twilio gave it one.
CallId CallBook::twilioCall(const QString &email, const QString &session) const
{
    const CallId id(u"twilio:"_s + session);
    const auto found = m_reps.find(email);
    if (found == m_reps.end() || found->second->tracker.call(id))
        return id;
    const auto placed = std::find_if(m_aiCalls.cbegin(), m_aiCalls.cend(), [&](const AiCallStep &step) { return step.callSid == session; });
    return placed == m_aiCalls.cend() ? id : CallId(u"twilio:"_s + placed->id);
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
    if (!step->callSid.isEmpty())
        addressed += claimed(step->callSid, step->rep);
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

} // namespace callcard::relay

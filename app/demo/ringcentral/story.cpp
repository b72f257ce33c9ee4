#include "story.h"

#include "messagejson.h"
#include "telephonyjson.h"

namespace callcard::demo::ringcentral {

namespace {

constexpr std::chrono::seconds kTranscriptDelay{8};
constexpr std::size_t kMostLate = 100;

} // namespace

Story::Story(Context &context, Presence &presence, Subscriptions &subscriptions)
    : m_context(context), m_presence(presence), m_subscriptions(subscriptions)
{
    m_context.world().observe(this);
}

Story::~Story()
{
    m_context.world().unobserve(this);
}

void Story::onCallStep(const WorldCall &call, const CallStep &step)
{
    publishSession(call, step);
    const Party &party = call.parties.at(step.party);
    const Rep *rep = m_context.world().rep(party.repId);
    if (rep)
        m_presence.onMoved(*rep, call, party);
    if (call.isLive())
        return;
    // The world says Ended with the last step, and only with that.
    const Rep *owner = m_context.world().rep(call.repId);
    if (owner && call.end == CallEnd::Voicemail)
        publishVoicemail(call, *owner);
    if (owner && call.wasMissed() && m_context.settings.on("missedCallsFilter"))
        publishMissed(call, *owner);
    if (m_onEnded)
        m_onEnded(call);
}

Event Story::sessionMoved(const WorldCall &call, const CallStep &step) const
{
    const Party &party = call.parties.at(step.party);
    const Rep *rep = m_context.world().rep(party.repId);
    const Json body = sessionEvent(m_context, call, step);
    const Json &shown = body.at("parties").front();
    Event event{Topic::TelephonySessions, rep ? rep->extensionId : std::string(), rep == nullptr, {}, [body](const Filter &filter) {
                    Json one = body;
                    if (filter.value("sipData") == "true")
                        one["parties"][0]["sipData"] = {{"toTag", "to-1"},
                                                        {"fromTag", "from-1"},
                                                        {"remoteUri", "sip:remote@sip.example"},
                                                        {"localUri", "sip:local@sip.example"}};
                    return one;
                }};
    const Json &remote = shown.at(party.direction == Direction::Inbound ? "from" : "to");
    event.marks = {{"direction", shown.at("direction").get<std::string>()},
                   {"statusCode", shown.at("status").at("code").get<std::string>()},
                   {"missedCall", shown.at("missedCall").get<bool>() ? "true" : "false"},
                   {"phoneNumber", remote.value("phoneNumber", std::string())}};
    return event;
}

void Story::publishSession(const WorldCall &call, const CallStep &step)
{
    const Party &party = call.parties.at(step.party);
    // A queue member first hears of a call when it rings, unless the switch says that it is set up first, like any other.
    if (party.state == PartyState::Proceeding && isOfQueue(party) && m_context.settings.on("queueSetup")) {
        WorldCall before = call;
        before.parties.at(step.party).state = PartyState::Setup;
        m_subscriptions.publish(sessionMoved(before, step));
    }
    m_subscriptions.publish(sessionMoved(call, step));
}

void Story::messagesChanged(const std::string &repId, const std::string &type, const std::string &direction,
                            const std::vector<std::int64_t> &newIds, int updated)
{
    const Rep *rep = m_context.world().rep(repId);
    if (!rep)
        return;
    Json change = {{"type", type}, {"newCount", newIds.size()}, {"updatedCount", updated}};
    if (!newIds.empty())
        change["newMessageIds"] = newIds;
    const Json body = {{"accountId", std::stoll(m_context.world().accountId())},
                       {"extensionId", std::stoll(rep->extensionId)},
                       {"lastUpdated", offsetTime(m_context.now())},
                       {"changes", Json::array({change})}};
    m_subscriptions.publish(
        {Topic::MessageStore, rep->extensionId, false, {{"type", type}, {"direction", direction}}, [body](const Filter &) {
             return body;
         }});
}

void Story::onTextAdded(const WorldText &text)
{
    messagesChanged(text.repId, "SMS", word(text.direction), {messageId(text)}, 0);
    const Rep *rep = m_context.world().rep(text.repId);
    if (!rep || text.direction == Direction::Outbound)
        return;
    const Json body = instantBody(m_context, text, *rep);
    m_subscriptions.publish(
        {Topic::InstantMessage, rep->extensionId, false, {{"type", "SMS"}, {"direction", "Inbound"}}, [body](const Filter &) {
             return body;
         }});
}

void Story::onTextChanged(const WorldText &text)
{
    messagesChanged(text.repId, "SMS", word(text.direction), {}, 1);
}

void Story::publishVoicemail(const WorldCall &call, const Rep &rep)
{
    messagesChanged(rep.id, "VoiceMail", "Inbound", {voicemailId(call)}, 0);
    const Json body = voicemailJson(m_context, call, rep, {}, false);
    m_subscriptions.publish({Topic::Voicemail, rep.extensionId, false, {}, [body](const Filter &) { return body; }});
    if (call.voicemailText.empty() || !m_context.settings.is("voicemailTranscript", "late"))
        return;
    if (m_late.size() > kMostLate)
        m_late.erase(m_late.begin());
    m_late.push_back(
        m_context.stage.clock.after(kTranscriptDelay, [this, repId = rep.id] { messagesChanged(repId, "VoiceMail", "Inbound", {}, 1); }));
}

void Story::publishMissed(const WorldCall &call, const Rep &rep)
{
    const Json outside = outsideOf(m_context, call);
    const Line *line = m_context.world().line(call.lineId);
    const Json body = {{"extensionId", rep.extensionId},
                       {"action", "MissedCall"},
                       {"sessionId", call.sessionId()},
                       {"serverId", "10.0.0.7@tel"},
                       {"from", outside.value("phoneNumber", std::string())},
                       {"fromName", outside.value("name", std::string())},
                       {"to", line ? line->number : std::string()},
                       {"toName", rep.name()},
                       {"sid", call.telephonySessionId()}};
    m_subscriptions.publish({Topic::MissedCalls, rep.extensionId, false, {}, [body](const Filter &) { return body; }});
}

} // namespace callcard::demo::ringcentral

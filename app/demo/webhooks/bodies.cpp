// What happens in the world, as each provider writes it into a webhook.
#include "civil.h"
#include "justcall/rows.h"
#include "webhooks/webhooks.h"

#include <algorithm>

namespace callcard::demo {

using Json = nlohmann::json;

namespace {

const char *presenceWord(PartyState state)
{
    switch (state) {
    case PartyState::Setup:
    case PartyState::Proceeding:
        return "Ringing";
    case PartyState::Answered:
        return "CallConnected";
    case PartyState::Hold:
        return "OnHold";
    case PartyState::Parked:
        return "ParkedCall";
    default:
        return "NoCall";
    }
}

Json lowerCaseType(Json data)
{
    if (data.contains("call_info")) {
        std::string type = data["call_info"]["type"];
        std::transform(type.begin(), type.end(), type.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
        data["call_info"]["type"] = type;
    }
    return data;
}

} // namespace

Json Webhooks::justCallBody(const Hook &hook, const std::string &type, const Json &data)
{
    std::string request = std::to_string(++m_lastRequest);
    request.insert(0, 20 - std::min<std::size_t>(request.size(), 20), '0');
    return {{"request_id", "01JDEM" + request}, {"webhook_url", hook.url}, {"url_id", hook.id}, {"type", type}, {"data", data}};
}

Json Webhooks::ringCentralBody(const Hook &hook, const WorldCall &call, const Party &party, int sequence) const
{
    const Rep *rep = m_world.rep(party.repId);
    const std::string base = "/restapi/v1.0/account/" + m_world.accountId() + "/extension/" + (rep ? rep->extensionId : "");
    const Line *line = m_world.line(call.lineId);
    const bool inbound = party.direction == Direction::Inbound;
    Json outside = Json::object();
    if (!call.number.empty())
        outside["phoneNumber"] = call.number;
    if (!call.callerName.empty())
        outside["name"] = call.callerName;
    const Json ours{
        {"phoneNumber", line ? line->number : ""}, {"name", rep ? rep->name() : ""}, {"extensionId", rep ? rep->extensionId : ""}};
    Json body;
    if (hook.usesPresence) {
        const char *telephony = presenceWord(party.state);
        const std::string other = call.number, own = line ? line->number : "";
        body = {{"extensionId", rep ? Json(std::stoll(rep->extensionId)) : Json()},
                {"telephonyStatus", telephony},
                {"sequence", call.id * 100 + sequence},
                {"presenceStatus", "Busy"},
                {"userStatus", "Available"},
                {"dndStatus", "TakeAllCalls"},
                {"totalActiveCalls", 1},
                {"activeCalls", Json::array({Json{{"id", party.id},
                                                  {"direction", word(party.direction)},
                                                  {"from", inbound ? other : own},
                                                  {"fromName", inbound ? call.callerName
                                                               : rep   ? rep->name()
                                                                       : ""},
                                                  {"to", inbound ? own : other},
                                                  {"startTime", isoTime(call.startedAt)},
                                                  {"telephonyStatus", telephony},
                                                  {"sessionId", call.sessionId()},
                                                  {"telephonySessionId", call.telephonySessionId()},
                                                  {"partyId", party.id}}})}};
    } else {
        Json status{{"code", word(party.state)}, {"rcc", false}};
        if (!party.reason.empty())
            status["reason"] = party.reason;
        body = {{"sequence", sequence},
                {"sessionId", call.sessionId()},
                {"telephonySessionId", call.telephonySessionId()},
                {"serverId", "10.0.0.7@tel"},
                {"eventTime", isoTime(m_clock.now())},
                {"origin", {{"type", call.origin}}},
                {"parties", Json::array({Json{{"accountId", m_world.accountId()},
                                              {"extensionId", rep ? rep->extensionId : ""},
                                              {"id", party.id},
                                              {"direction", word(party.direction)},
                                              {"from", inbound ? outside : ours},
                                              {"to", inbound ? ours : outside},
                                              {"status", status},
                                              {"missedCall", party.missed},
                                              {"standAlone", false},
                                              {"muted", party.muted}}})}};
    }
    const std::string uuid = call.telephonySessionId() + "-" + std::to_string(sequence) + (hook.usesPresence ? "-presence" : "");
    return {{"uuid", uuid},
            {"event", base + (hook.usesPresence ? "/presence?detailedTelephonyState=true" : "/telephony/sessions")},
            {"timestamp", isoTime(m_clock.now())},
            {"subscriptionId", "sub-" + hook.id},
            {"ownerId", rep ? rep->extensionId : ""},
            {"body", body}};
}

std::vector<std::pair<std::string, std::string>> Webhooks::twilioForm(const WorldCall &call, const std::string &status) const
{
    const Line *line = m_world.line(call.lineId);
    const std::string own = line ? line->number : "", other = call.number.empty() ? "anonymous" : call.number;
    const bool inbound = call.direction == Direction::Inbound;
    std::vector<std::pair<std::string, std::string>> form{{"AccountSid", "ACdemo00000000000000000000000000001"},
                                                          {"ApiVersion", "2010-04-01"},
                                                          {"CallSid", call.callSid()},
                                                          {"CallStatus", status},
                                                          {"Called", inbound ? own : other},
                                                          {"Caller", inbound ? other : own},
                                                          {"Direction", inbound ? "inbound" : "outbound-api"},
                                                          {"From", inbound ? other : own},
                                                          {"SequenceNumber", std::to_string(call.lastSequence)},
                                                          {"Timestamp", isoTime(m_clock.now())},
                                                          {"To", inbound ? own : other}};
    if (!call.isLive())
        form.emplace_back("CallDuration", std::to_string(call.talkSeconds + call.holdSeconds));
    return form;
}

void Webhooks::justCallEvent(const std::string &type, const Json &data)
{
    const Json sent = typesAreLowerCase ? lowerCaseType(data) : data;
    const auto hooks = m_hooks;
    for (const Hook &hook : hooks) {
        const bool isWanted =
            hook.type == type || hook.type == "*" || (hook.type == "sms.sent_received" && (type == "sms.sent" || type == "sms.received"));
        if (hook.provider == "justcall" && isWanted && hook.status != "Blacklisted")
            send(hook, type, justCallBody(hook, type, sent));
    }
}

void Webhooks::twilioEvent(const WorldCall &call, const std::string &status)
{
    Json form = Json::object();
    for (const auto &[name, value] : twilioForm(call, status))
        form[name] = value;
    const auto hooks = m_hooks;
    for (const Hook &hook : hooks) {
        if (hook.provider == "twilio")
            send(hook, status, form);
    }
}

void Webhooks::onCallStep(const WorldCall &call, const CallStep &step)
{
    if (m_hooks.empty())
        return;
    const Party &party = call.parties[step.party];
    const auto hooks = m_hooks;
    for (const Hook &hook : hooks) {
        if (hook.provider == "ringcentral" && party.kind == Party::Kind::Rep && (hook.repId.empty() || hook.repId == party.repId) &&
            hook.status != "Blacklisted")
            send(hook, word(step.state), ringCentralBody(hook, call, party, step.sequence));
    }
    const Json early = earlyEventsAreFull ? justcall::callRow(m_world, call, {}, false, false) : justcall::earlyCallRow(m_world, call);
    const bool inbound = call.direction == Direction::Inbound;
    const bool isRep = party.kind == Party::Kind::Rep;
    const auto count = std::count_if(call.steps.begin(), call.steps.end(), [&](const CallStep &one) {
        return one.state == step.state && call.parties[one.party].kind == party.kind;
    });
    if (!call.isLive()) {
        const Json row = justcall::callRow(m_world, call, {}, false, false);
        justCallEvent("call.completed", row);
        if (call.end == CallEnd::Voicemail)
            justCallEvent("call.voicemail", row);
        else if (call.wasMissed())
            justCallEvent("call.missed", row);
        twilioEvent(call, call.end == CallEnd::Answered || call.end == CallEnd::Voicemail ? "completed"
                          : call.end == CallEnd::Busy                                     ? "busy"
                          : call.end == CallEnd::Cancelled                                ? "canceled"
                          : call.end == CallEnd::Failed                                   ? "failed"
                                                                                          : "no-answer");
    } else if (isRep && count == 1 && step.state == PartyState::Setup && !inbound) {
        justCallEvent("call.initiated", early);
        twilioEvent(call, "initiated");
    } else if (isRep && count == 1 && step.state == PartyState::Proceeding) {
        if (inbound)
            justCallEvent("call.incoming", early);
        twilioEvent(call, "ringing");
    } else if (isRep && count == 1 && step.state == PartyState::Answered) {
        justCallEvent("call.answered", early);
        twilioEvent(call, "in-progress");
    } else if (party.kind == Party::Kind::Queue && step.state == PartyState::Setup) {
        justCallEvent("call.enters_queue", early);
    } else if (party.kind == Party::Kind::Queue && step.state == PartyState::Disconnected) {
        justCallEvent("call.exits_queue", early);
    }
}

void Webhooks::onCallEdited(const WorldCall &call)
{
    if (!m_hooks.empty())
        justCallEvent("call.updated", justcall::callRow(m_world, call, {}, false, false));
}

void Webhooks::onTextAdded(const WorldText &text)
{
    if (!m_hooks.empty())
        justCallEvent(text.direction == Direction::Inbound ? "sms.received" : "sms.sent", justcall::textRow(m_world, text, {}));
}

void Webhooks::onTextChanged(const WorldText &text)
{
    if (!m_hooks.empty())
        justCallEvent("sms.status_updated", justcall::textRow(m_world, text, {}));
}

} // namespace callcard::demo

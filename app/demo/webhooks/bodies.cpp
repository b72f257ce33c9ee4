// What happens in the world, as each provider writes it into a webhook.
#include "civil.h"
#include "jsontext.h"
#include "justcall/rows.h"
#include "webhooks/webhooks.h"

#include <algorithm>

namespace callcard::demo {

using Json = nlohmann::json;

namespace {

const char *sipAnswer(CallEnd end)
{
    switch (end) {
    case CallEnd::Answered:
    case CallEnd::Voicemail:
        return "200";
    case CallEnd::Busy:
        return "486";
    case CallEnd::Cancelled:
        return "487";
    case CallEnd::Unanswered:
        return "480";
    case CallEnd::Failed:
        return "404";
    default:
        return "";
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

Json withMetadata(Json row, const WorldCall &call)
{
    if (!call.metadata.empty())
        row["metadata"] = parseJson(call.metadata).value_or(Json(call.metadata));
    return row;
}

} // namespace

Json Webhooks::justCallBody(const Hook &hook, const std::string &type, const Json &data)
{
    std::string request = std::to_string(++m_lastRequest);
    request.insert(0, 20 - std::min<std::size_t>(request.size(), 20), '0');
    Json body{{"request_id", "01JDEM" + request}, {"webhook_url", hook.url}, {"url_id", hook.id}, {"type", type}, {"data", data}};
    if (metadataIsOnTop && data.contains("metadata")) {
        body["metadata"] = data["metadata"];
        body["data"].erase("metadata");
    }
    return body;
}

std::vector<std::pair<std::string, std::string>> Webhooks::twilioForm(const WorldCall &call, const std::string &status)
{
    const Line *line = m_world.line(call.lineId);
    const std::string own = line ? line->number : "", other = call.number.empty() ? "anonymous" : call.number;
    const bool inbound = call.direction == Direction::Inbound;
    std::vector<std::pair<std::string, std::string>> form{{"AccountSid", "ACdemo00000000000000000000000000001"},
                                                          {"ApiVersion", "2010-04-01"},
                                                          {"CallSid", call.callSid()},
                                                          {"CallStatus", status},
                                                          {"CallbackSource", "call-progress-events"},
                                                          {"Called", inbound ? own : other},
                                                          {"Caller", inbound ? other : own},
                                                          {"Direction", inbound ? "inbound" : "outbound-api"},
                                                          {"From", inbound ? other : own},
                                                          {"SequenceNumber", std::to_string(m_twilioSequences[call.id]++)},
                                                          {"Timestamp", mailTime(m_clock.now())},
                                                          {"To", inbound ? own : other}};
    if (inbound && !call.callerName.empty())
        form.emplace_back("CallerName", call.callerName);
    if (call.isLive())
        return form;
    const int talk = call.talkSeconds + call.holdSeconds;
    form.emplace_back("CallDuration", std::to_string(talk));
    form.emplace_back("Duration", std::to_string((talk + 59) / 60)); // minutes, for the bill
    if (const char *sip = sipAnswer(call.end); *sip)
        form.emplace_back("SipResponseCode", sip);
    m_twilioSequences.erase(call.id);
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
    const auto hooks = m_hooks;
    if (std::none_of(hooks.begin(), hooks.end(), [](const Hook &hook) { return hook.provider == "twilio"; }))
        return;
    Json form = Json::object();
    for (const auto &[name, value] : twilioForm(call, status))
        form[name] = value;
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
    const Json early =
        withMetadata(earlyEventsAreFull ? justcall::callRow(m_world, call, {}, false, false) : justcall::earlyCallRow(m_world, call), call);
    const bool inbound = call.direction == Direction::Inbound;
    const bool isRep = party.kind == Party::Kind::Rep;
    const auto count = std::count_if(call.steps.begin(), call.steps.end(), [&](const CallStep &one) {
        return one.state == step.state && call.parties[one.party].kind == party.kind;
    });
    if (!call.isLive()) {
        const Json row = withMetadata(justcall::callRow(m_world, call, {}, false, false), call);
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
        justCallEvent("call.updated", withMetadata(justcall::callRow(m_world, call, {}, false, false), call));
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

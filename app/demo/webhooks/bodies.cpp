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

Json Webhooks::callData(const std::string &type, const WorldCall &call) const
{
    const bool isEarly = type == "call.incoming" || type == "call.initiated" || type == "call.answered" || type == "call.enters_queue" ||
                         type == "call.exits_queue";
    const Json row = withMetadata(
        isEarly && !earlyEventsAreFull ? justcall::earlyCallRow(m_world, call) : justcall::callRow(m_world, call, {}, false, false), call);
    return typesAreLowerCase ? lowerCaseType(row) : row;
}

std::string Webhooks::twilioStatus(const WorldCall &call)
{
    if (call.isLive())
        return call.answeredAt || call.state == CallState::Voicemail ? "in-progress" : "ringing";
    switch (call.end) {
    case CallEnd::Answered:
    case CallEnd::Voicemail:
        return "completed";
    case CallEnd::Busy:
        return "busy";
    case CallEnd::Cancelled:
        return "canceled";
    case CallEnd::Failed:
        return "failed";
    default:
        return "no-answer";
    }
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
    const auto hooks = m_hooks;
    for (const Hook &hook : hooks) {
        const bool isWanted =
            hook.type == type || hook.type == "*" || (hook.type == "sms.sent_received" && (type == "sms.sent" || type == "sms.received"));
        if (hook.provider == "justcall" && isWanted && hook.status != "Blacklisted")
            send(hook, type, justCallBody(hook, type, data));
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
    const bool inbound = call.direction == Direction::Inbound;
    const bool isRep = party.kind == Party::Kind::Rep;
    const auto count = std::count_if(call.steps.begin(), call.steps.end(), [&](const CallStep &one) {
        return one.state == step.state && call.parties[one.party].kind == party.kind;
    });
    if (!call.isLive()) {
        for (const char *type : {"call.completed", call.end == CallEnd::Voicemail ? "call.voicemail"
                                                   : call.wasMissed()             ? "call.missed"
                                                                                  : ""}) {
            if (*type)
                justCallEvent(type, callData(type, call));
        }
        twilioEvent(call, twilioStatus(call));
    } else if (isRep && count == 1 && step.state == PartyState::Setup && !inbound) {
        justCallEvent("call.initiated", callData("call.initiated", call));
        twilioEvent(call, "initiated");
    } else if (isRep && count == 1 && step.state == PartyState::Proceeding) {
        if (inbound)
            justCallEvent("call.incoming", callData("call.incoming", call));
        twilioEvent(call, "ringing");
    } else if (isRep && count == 1 && step.state == PartyState::Answered) {
        justCallEvent("call.answered", callData("call.answered", call));
        twilioEvent(call, "in-progress");
    } else if (party.kind == Party::Kind::Queue && step.state == PartyState::Setup) {
        justCallEvent("call.enters_queue", callData("call.enters_queue", call));
    } else if (party.kind == Party::Kind::Queue && step.state == PartyState::Disconnected) {
        justCallEvent("call.exits_queue", callData("call.exits_queue", call));
    }
}

void Webhooks::onCallEdited(const WorldCall &call)
{
    if (!m_hooks.empty())
        justCallEvent("call.updated", callData("call.updated", call));
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

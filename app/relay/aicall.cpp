#include "aicall.h"

#include <wire/wirejson.h>

#include <algorithm>
#include <array>

namespace callcard::relay {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::array kPhases{"asked", "placed", "failed", "unsure"};

} // namespace

Delivery deliveryOf(const AiCallStep &step)
{
    const wire::Json json{{"phase", kPhases[static_cast<std::size_t>(step.phase)]},
                          {"id", step.id.toStdString()},
                          {"to", step.to.toStdString()},
                          {"call_sid", step.callSid.toStdString()},
                          {"conversation_id", step.conversationId.toStdString()}};
    return {.provider = Provider::AiCall, .sentAt = step.at, .rep = step.rep, .payload = wire::dump(json)};
}

std::optional<AiCallStep> aiCallStepOf(const Delivery &delivery)
{
    const Result<wire::Json> json = wire::parse(delivery.payload, 4);
    const std::string phase = json ? wire::text(*json, "phase", 16).toStdString() : std::string();
    const auto known = std::find(kPhases.begin(), kPhases.end(), phase);
    if (known == kPhases.end())
        return std::nullopt;
    return AiCallStep{.phase = static_cast<AiCallStep::Phase>(known - kPhases.begin()),
                      .id = wire::text(*json, "id", 128),
                      .rep = delivery.rep,
                      .to = wire::text(*json, "to", 32),
                      .callSid = wire::text(*json, "call_sid", 128),
                      .conversationId = wire::text(*json, "conversation_id", 128),
                      .at = delivery.sentAt};
}

QString keyOf(const AiCallStep &step)
{
    return step.id + u'/' + QString::number(static_cast<int>(step.phase == AiCallStep::Phase::Asked ? 0 : 1));
}

CallEvent factOf(const AiCallStep &step)
{
    CallEvent fact;
    fact.source = u"twilio"_s; // whose callbacks go on with the same call
    fact.channel = u"placing"_s;
    fact.sessionId = step.callSid.isEmpty() ? step.id : step.callSid;
    if (!step.callSid.isEmpty())
        fact.alias = step.id;
    fact.sequence = step.phase == AiCallStep::Phase::Asked ? 0 : 1;
    fact.time = step.at;
    fact.direction = CallDirection::Outbound;
    fact.remote = {.number = PhoneNumber::fromE164(step.to), .rawNumber = step.to};
    fact.agentEmail = step.rep;
    fact.state = LegState::Ringing;
    if (step.phase == AiCallStep::Phase::Failed) {
        fact.state = LegState::Ended;
        fact.reason = EndReason::Failed;
        fact.settled = true;
    }
    return fact;
}

} // namespace callcard::relay

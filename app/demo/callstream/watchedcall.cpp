#include "callstream/callstreamservice.h"

#include "civil.h"

namespace callcard::demo::callstream {

namespace {

/// How it stands for this rep: another one may have picked up, or taken it over.
std::pair<const char *, const char *> statusFor(const WorldCall &call, const Rep &rep)
{
    const Party *own = call.partyOf(rep.id);
    if (call.isLive() && own && own->state == PartyState::Disconnected) {
        if (own->reason == "AgentAnswered")
            return {"ended", "answered-elsewhere"};
        if (own->reason == "BlindTransfer" || own->reason == "AttendedTransfer")
            return {"ended", "transferred"};
        return {"ended", own->reason == "Rejected" ? "declined" : "missed"};
    }
    switch (call.state) {
    case CallState::Ringing:
        return {"ringing", ""};
    case CallState::Active:
        return {"active", ""};
    case CallState::Held:
        return {"held", ""};
    case CallState::Voicemail:
        return {"ended", "voicemail"};
    case CallState::Ended:
        break;
    }
    if (own && own->reason == "AgentAnswered")
        return {"ended", "answered-elsewhere"};
    if (own && (own->reason == "BlindTransfer" || own->reason == "AttendedTransfer"))
        return {"ended", "transferred"};
    switch (call.end) {
    case CallEnd::Answered:
        return {"ended", "hung-up"};
    case CallEnd::Voicemail:
        return {"ended", "voicemail"};
    case CallEnd::Busy:
        return {"ended", "busy"};
    case CallEnd::Declined:
        return {"ended", "declined"};
    case CallEnd::Failed:
    case CallEnd::Blocked:
    case CallEnd::Restricted:
        return {"ended", "failed"};
    default: // nobody answered, whichever side dialled
        return {"ended", "missed"};
    }
}

} // namespace

nlohmann::json watchedCall(const World &world, const WorldCall &call, const Rep &rep, Instant now)
{
    const Customer *customer = world.customer(call.customerId);
    const Line *line = world.line(call.lineId);
    const bool inbound = call.direction == Direction::Inbound;
    const std::string own = line ? line->number : "";
    const auto [status, reason] = statusFor(call, rep);
    return {{"id", call.callSid()},
            {"session_id", call.telephonySessionId()},
            {"from_number", inbound ? call.number : own},
            {"from_name", inbound ? call.callerName : rep.name()},
            {"to_number", inbound ? own : call.number},
            {"direction", word(call.direction)},
            {"status", status},
            {"reason", reason},
            {"timestamp", isoTime(now)},
            {"customer_id", customer ? customer->id : ""},
            {"customer_name", customer ? customer->name() : ""},
            {"customer_email", customer && !customer->emails.empty() ? customer->emails.front() : ""},
            {"source", "demo"}};
}

} // namespace callcard::demo::callstream

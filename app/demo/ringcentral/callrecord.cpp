#include "callrecord.h"

#include "messagejson.h"
#include "numberparser.h"
#include "telephonyjson.h"

#include <algorithm>

namespace callcard::demo::ringcentral {

namespace {

std::string recordId(const WorldCall &call)
{
    return "I" + base64Url(sha256("record " + std::to_string(call.id))).substr(0, 14);
}

/// A colleague took it, so for this one it only rang.
bool wasTakenByColleague(const WorldCall &call, const Rep &rep)
{
    const Party *party = call.partyOf(rep.id);
    return party && party->reason == "AgentAnswered";
}

Party partyFor(const WorldCall &call, const Rep &rep)
{
    if (const Party *known = call.partyOf(rep.id))
        return *known;
    Party party; // calls of the generated past carry none
    party.kind = Party::Kind::Rep;
    party.repId = rep.id;
    party.direction = call.direction;
    party.queueId = call.queueId;
    party.id = "p" + call.telephonySessionId().substr(1) + "-2";
    return party;
}

void unformat(const Context &context, Json &side)
{
    if (!context.settings.is("callLogNumbers", "unformatted") || !side.contains("phoneNumber"))
        return;
    const std::string digits = digitsOf(side["phoneNumber"].get<std::string>());
    if (digits.size() > 6)
        side["phoneNumber"] = digits.substr(digits.size() > 10 ? digits.size() - 10 : 0);
}

std::string actionOf(const WorldCall &call)
{
    if (call.origin == "RingOut")
        return "RingOut PC";
    return call.direction == Direction::Inbound || call.origin == "Call" ? "Phone Call" : "VoIP Call";
}

} // namespace

std::optional<Instant> loggedAt(const Context &context, const WorldCall &call)
{
    if (call.isLive() || !call.endedAt)
        return std::nullopt;
    const Instant shown = *call.endedAt + context.settings.seconds("callLogLag");
    return shown > context.now() ? std::nullopt : std::optional(std::max(shown, call.modifiedAt));
}

bool isLoggedFor(const Context &context, const WorldCall &call, const Rep &rep)
{
    if (call.repId == rep.id || call.firstRepId == rep.id)
        return true;
    const Party *party = call.partyOf(rep.id);
    return party && (!wasTakenByColleague(call, rep) || context.settings.is("agentAnsweredRecords", "present"));
}

bool hasRecording(const Context &context, const WorldCall &call)
{
    return call.isRecorded && call.answeredAt && call.endedAt && *call.endedAt + context.settings.seconds("recordingLag") <= context.now();
}

std::string resultOf(const Context &context, const WorldCall &call, const Rep &rep)
{
    if (call.isLive())
        return "In Progress";
    const bool inbound = call.direction == Direction::Inbound;
    if (wasTakenByColleague(call, rep))
        return "Answered Elsewhere";
    switch (call.end) {
    case CallEnd::Answered:
        return inbound ? "Accepted" : "Call connected";
    case CallEnd::Missed:
        return "Missed";
    case CallEnd::Voicemail:
        return "Voicemail";
    case CallEnd::Abandoned:
        return "Abandoned";
    case CallEnd::Declined:
        return "Rejected";
    case CallEnd::Unanswered:
        return "No Answer";
    case CallEnd::Cancelled:
        return context.settings.text("hangUpSpelling");
    case CallEnd::Busy:
        return "Busy";
    case CallEnd::Failed:
        return "Call Failed";
    case CallEnd::Blocked:
        return "Blocked";
    case CallEnd::Restricted:
        return "Restricted Number";
    case CallEnd::None:
        break;
    }
    return "Unknown";
}

Json recordJson(const Context &context, const ApiCall &asked, const WorldCall &call, const Rep &rep, bool isDetailed, bool isActive)
{
    const World &world = context.world();
    const std::string id = recordId(call);
    const std::string extensionUri = asked.extensionUri(world, rep);
    if (call.isDeleted)
        return {{"id", id}, {"uri", extensionUri + "/call-log/" + id}, {"deleted", true}, {"sessionId", call.sessionId()}};

    const Party party = partyFor(call, rep);
    Sides sides = sidesOf(context, call, party);
    unformat(context, sides.from);
    unformat(context, sides.to);
    Json record = {{"uri", extensionUri + "/call-log/" + id},
                   {"id", id},
                   {"sessionId", call.sessionId()},
                   {"telephonySessionId", call.telephonySessionId()},
                   {"partyId", party.id},
                   {"startTime", zuluTime(call.startedAt)},
                   {"type", "Voice"},
                   {"internalType", "Local"},
                   {"direction", word(call.direction)},
                   {"action", actionOf(call)},
                   {"result", isActive ? "In Progress" : resultOf(context, call, rep)},
                   {"from", std::move(sides.from)},
                   {"to", std::move(sides.to)},
                   {"extension", {{"id", std::stoll(rep.extensionId)}, {"uri", extensionUri}}},
                   {"transport", "PSTN"},
                   {"lastModifiedTime", zuluTime(loggedAt(context, call).value_or(call.modifiedAt))}};
    if (!isActive) {
        const bool talked = call.answeredAt && !wasTakenByColleague(call, rep);
        const int seconds = talked                                              ? call.talkSeconds + call.holdSeconds
                            : context.settings.is("unansweredDuration", "ring") ? call.ringSeconds
                                                                                : 0;
        record["duration"] = seconds;
        record["durationMs"] = static_cast<std::int64_t>(seconds) * 1000;
        if (hasRecording(context, call)) {
            const std::string recording = asked.accountUri(world) + "/recording/" + recordingId(call);
            record["recording"] = {
                {"id", recordingId(call)}, {"type", "Automatic"}, {"uri", recording}, {"contentUri", recording + "/content"}};
        }
        if (call.end == CallEnd::Voicemail)
            record["message"] = {{"id", std::to_string(voicemailId(call))},
                                 {"type", "VoiceMail"},
                                 {"uri", extensionUri + "/message-store/" + std::to_string(voicemailId(call))}};
    }
    if (isDetailed) {
        Json leg = record;
        leg.erase("uri");
        leg.erase("id");
        leg["legType"] = "Accept";
        leg["master"] = true;
        record["legs"] = Json::array({std::move(leg)});
    }
    return record;
}

} // namespace callcard::demo::ringcentral

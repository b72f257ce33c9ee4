#include "telephonyjson.h"

#include <algorithm>

namespace callcard::demo::ringcentral {

namespace {

const Rep *colleagueAt(const World &world, const std::string &number)
{
    const auto found = std::ranges::find(world.reps(), number, &Rep::extensionNumber);
    return found == world.reps().end() ? nullptr : &*found;
}

Json ourSide(const Context &context, const WorldCall &call, const Party &party)
{
    const World &world = context.world();
    const Line *line = world.line(call.lineId);
    Json side = Json::object();
    if (line)
        side["phoneNumber"] = line->number;
    const Queue *queue = world.queue(party.queueId);
    const Rep *rep = world.rep(party.repId);
    if (queue) {
        side["name"] = queue->name;
        side["extensionId"] = queue->extensionId;
    } else if (rep) {
        side["name"] = rep->name();
        side["extensionId"] = rep->extensionId;
    } else if (line && !line->name.empty()) {
        side["name"] = line->name;
    }
    if (colleagueAt(world, call.number) && rep)
        side["phoneNumber"] = rep->extensionNumber; // colleagues see each other's short numbers
    return side;
}

bool showsMissed(const Context &context, const WorldCall &call, const Party &party)
{
    const std::string &frame = context.settings.text("missedCallFrame");
    if (frame == "never" || call.answeredAt)
        return false;
    return party.missed || (frame == "voicemail" && party.state == PartyState::VoiceMail);
}

} // namespace

std::string recordingId(const WorldCall &call)
{
    return std::to_string(77'000'000 + call.id);
}

std::string codeOf(const Context &context, PartyState state)
{
    return state == PartyState::VoiceMail ? context.settings.text("voicemailSpelling") : std::string(word(state));
}

Json outsideOf(const Context &context, const WorldCall &call)
{
    const Settings &settings = context.settings;
    if (const Rep *colleague = colleagueAt(context.world(), call.number))
        return {{"phoneNumber", colleague->extensionNumber}, {"name", colleague->name()}, {"extensionId", colleague->extensionId}};
    Json side = Json::object();
    if (call.number.empty()) {
        const std::string &word = settings.text("withheldCaller");
        if (word == "anonymous")
            side["phoneNumber"] = word;
        else if (word == "empty")
            side["phoneNumber"] = "";
        else if (word != "missing")
            side["name"] = word;
        return side;
    }
    if (!settings.is("callerNumbers", "absent"))
        side["phoneNumber"] = settings.is("callerNumbers", "masked") && call.number.size() > 8
                                  ? call.number.substr(0, call.number.size() - 4) + "XXXX"
                                  : call.number;
    if (!call.callerName.empty() && settings.is("callerNames", "present"))
        side["name"] = call.callerName;
    return side;
}

Sides sidesOf(const Context &context, const WorldCall &call, const Party &party)
{
    const Json outside = outsideOf(context, call);
    if (party.kind == Party::Kind::Outside) {
        Party owner; // a PSTN party sees our number, not who sits behind it
        const Json ours = ourSide(context, call, owner);
        return call.direction == Direction::Inbound ? Sides{outside, ours} : Sides{ours, outside};
    }
    if (party.direction == Direction::Outbound)
        return {ourSide(context, call, party), outside};
    Json from = outside;
    const Queue *queue = context.world().queue(party.queueId);
    if (queue && party.kind == Party::Kind::Rep)
        from["name"] = queue->name + (from.contains("name") ? " - " + from["name"].get<std::string>() : std::string());
    return {std::move(from), ourSide(context, call, party)};
}

Json partyJson(const Context &context, const WorldCall &call, const Party &party)
{
    const World &world = context.world();
    Sides sides = sidesOf(context, call, party);
    Json status = {{"code", codeOf(context, party.state)}, {"rcc", context.settings.on("rcc")}};
    if (!party.reason.empty())
        status["reason"] = party.reason;
    Json json = {{"accountId", world.accountId()},
                 {"id", party.id},
                 {"direction", word(party.direction)},
                 {"standAlone", false},
                 {"muted", party.muted},
                 {"missedCall", showsMissed(context, call, party)}};
    const Rep *rep = world.rep(party.repId);
    const Queue *queue = world.queue(party.queueId);
    if (rep)
        json["extensionId"] = rep->extensionId;
    else if (queue)
        json["extensionId"] = queue->extensionId;
    if (rep && queue) {
        json["queueCall"] = true;
        status["mobilePickupData"] = {
            {"ccMailboxes", Json::array({rep->extensionId})}, {"to", rep->extensionNumber}, {"sid", call.sessionId()}};
        json["uiCallInfo"] = {{"primary", {{"type", "QueueName"}, {"value", queue->name}}},
                              {"additional", {{"type", "CallerIdName"}, {"value", call.callerName}}}};
    }
    if (call.origin == "RingOut" && rep)
        json["ringOutRole"] = party.direction == Direction::Outbound ? "Target" : "Initiator";
    if (call.isRecorded && rep && (party.state == PartyState::Answered || party.state == PartyState::Hold))
        json["recordings"] = Json::array({{{"id", recordingId(call)}, {"active", !call.recordingPaused}}});
    if (context.settings.on("unknownWords")) {
        json["somethingNew"] = {{"level", 3}};
        if (party.state == PartyState::Setup)
            status["code"] = "Prelude";
    }
    json["status"] = std::move(status);
    json["from"] = std::move(sides.from);
    json["to"] = std::move(sides.to);
    return json;
}

bool isOfQueue(const Party &party)
{
    return party.kind == Party::Kind::Rep && !party.queueId.empty();
}

Json sessionEvent(const Context &context, const WorldCall &call, const CallStep &step)
{
    const bool ofEvent = context.settings.is("eventTime", "event");
    const Party &party = call.parties.at(step.party);
    std::int64_t sequence = step.sequence * (std::int64_t{1} + context.settings.number("sequenceGap"));
    if (context.settings.on("queueSetup")) // leaves room for a set-up the story itself does not know
        sequence = sequence * 2 - (isOfQueue(party) && party.state == PartyState::Setup ? 1 : 0);
    return {{"sequence", sequence},
            {"sessionId", call.sessionId()},
            {"telephonySessionId", call.telephonySessionId()},
            {"serverId", "10.0.0.7@tel"},
            {"eventTime", zuluTime(ofEvent ? step.at : call.startedAt)},
            {"origin", {{"type", call.origin}}},
            {"parties", Json::array({partyJson(context, call, party)})}};
}

Json sessionJson(const Context &context, const WorldCall &call)
{
    Json parties = Json::array();
    for (const Party &party : call.parties)
        parties.push_back(partyJson(context, call, party));
    const Rep *owner = context.world().rep(call.repId);
    Json json = {{"id", call.telephonySessionId()},
                 {"origin", {{"type", call.origin}}},
                 {"creationTime", zuluTime(call.startedAt)},
                 {"parties", std::move(parties)}};
    if (owner)
        json["owner"] = {{"accountId", context.world().accountId()}, {"extensionId", owner->extensionId}};
    return json;
}

} // namespace callcard::demo::ringcentral

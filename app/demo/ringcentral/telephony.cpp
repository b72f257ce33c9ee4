#include "telephony.h"

#include "numberparser.h"
#include "telephonyjson.h"

#include <algorithm>
#include <array>

namespace callcard::demo::ringcentral {

namespace {

constexpr int kVoicemailSeconds = 14;

bool isRinging(const Party &party)
{
    return party.state == PartyState::Setup || party.state == PartyState::Proceeding;
}

} // namespace

Telephony::Telephony(Context &context, const Calls &calls) : m_context(context), m_calls(calls) {}

void Telephony::registerRoutes(Api &api)
{
    const std::string base = "/restapi/v1.0/account/{account}/telephony/sessions/{session}";
    const std::string one = base + "/parties/{party}";
    const auto add = [&](const std::string &method, const std::string &path, Api::Handler handler) {
        api.add(method, path, Group::Light, "CallControl", std::move(handler));
    };
    add("GET", base, [this](ApiCall &call) { return ApiReply{200, sessionJson(m_context, session(call)), {}, {}}; });
    add("DELETE", base, [this](ApiCall &call) { return hangUp(call); });
    add("GET", one, [this](ApiCall &call) {
        const Target which = target(call);
        return ApiReply{200, partyJson(m_context, *which.call, which.party), {}, {}};
    });
    add("PATCH", one, [this](ApiCall &call) { return mute(call); });
    add("DELETE", one, [this](ApiCall &call) -> ApiReply {
        std::ignore = target(call);
        throw wrongState("Only parties of conferences, supervised and parked calls can be removed"); // not a hang-up
    });
    add("POST", one + "/hold", [this](ApiCall &call) {
        const Target which = own(call);
        check(which.party.state == PartyState::Answered ? m_context.world().hold(which.call->id) : Moved::WrongState);
        return party(200, which.call->id, which.party.id);
    });
    add("POST", one + "/unhold", [this](ApiCall &call) {
        const Target which = own(call);
        check(which.party.state == PartyState::Hold ? m_context.world().unhold(which.call->id) : Moved::WrongState);
        return party(200, which.call->id, which.party.id);
    });
    add("POST", one + "/transfer", [this](ApiCall &call) { return transfer(call); });
    add("POST", one + "/bridge", [this](ApiCall &call) { return bridge(call); });
    add("POST", one + "/forward", [this](ApiCall &call) { return forward(call); });
    add("POST", one + "/flip", [this](ApiCall &call) {
        const Target which = own(call);
        if (call.text(call.body, "callFlipId").empty())
            throw invalidParameter("callFlipId");
        const CallNumber id = which.call->id;
        const std::string partyId = which.party.id;
        check(which.party.state == PartyState::Answered ? m_context.world().flip(id) : Moved::WrongState);
        return party(200, id, partyId); // it has left with CallFlip, another has the call
    });
    add("POST", one + "/answer", [this](ApiCall &call) {
        const Target which = own(call);
        std::ignore = deviceOf(call);
        check(isRinging(which.party) ? m_context.world().answer(which.call->id, call.caller->id) : Moved::WrongState);
        return party(200, which.call->id, which.party.id);
    });
    add("POST", one + "/pickup", [this](ApiCall &call) {
        const Target which = target(call);
        std::ignore = deviceOf(call);
        check(isRinging(which.party) ? m_context.world().answer(which.call->id, call.caller->id) : Moved::WrongState);
        return party(m_context.settings.asNumber("pickupStatus"), which.call->id, which.party.id);
    });
    add("POST", one + "/park", [this](ApiCall &call) -> ApiReply {
        const Target which = own(call);
        check(which.party.state == PartyState::Answered ? Moved::Yes : Moved::WrongState);
        throw ApiError{403, "CMN-404", "Feature [CallPark] is not available for the extension", {{"featureName", "CallPark"}}};
    });
    add("POST", one + "/reject", [this](ApiCall &call) {
        const Target which = own(call);
        check(m_context.world().decline(which.call->id, call.caller->id, true));
        return ApiReply{204, Json(), {}, {}};
    });
    add("POST", one + "/ignore", [this](ApiCall &call) { return ignore(call); });
    add("POST", one + "/reply", [this](ApiCall &call) { return replyTo(call); });
    add("POST", one + "/recordings", [this](ApiCall &call) { return record(call, true); });
    add("PATCH", one + "/recordings/{recording}", [this](ApiCall &call) { return record(call, false); });
}

const WorldCall &Telephony::session(const ApiCall &call) const
{
    const WorldCall *found = m_calls.bySession(call.vars.at("session"));
    // Other people's calls do not exist for a rep; a manager sees the account's.
    if (!found || (!found->partyOf(call.caller->id) && call.caller->role == "sales"))
        throw notFound(m_context.settings, "telephonySessionId", call.vars.at("session"));
    return *found;
}

Telephony::Target Telephony::target(const ApiCall &call) const
{
    const WorldCall &found = session(call);
    const auto party = std::ranges::find(found.parties, call.vars.at("party"), &Party::id);
    if (party == found.parties.end())
        throw notFound(m_context.settings, "partyId", call.vars.at("party"));
    return {&found, *party};
}

Telephony::Target Telephony::own(const ApiCall &call) const
{
    const Target which = target(call);
    if (which.party.repId != call.caller->id)
        throw ApiError{403, "CMN-408", "The party belongs to somebody else", Json::object()};
    return which;
}

void Telephony::check(Moved moved) const
{
    // The session was found before the verb: without a call it is a leg of a RingOut, which such verbs do not reach.
    if (moved == Moved::NoSuchCall || moved == Moved::WrongState)
        throw wrongState("Incorrect State: the party's state does not allow this");
}

ApiReply Telephony::party(int status, CallNumber id, const std::string &partyId) const
{
    const WorldCall *call = m_context.world().call(id);
    if (!call) // a leg of a RingOut: it is ours alone, and such verbs do not reach it
        throw wrongState("The party is not in the right state");
    const auto party = std::ranges::find(call->parties, partyId, &Party::id);
    if (party == call->parties.end())
        throw wrongState("The party has left");
    return {status, partyJson(m_context, *call, *party), {}, {}};
}

ApiReply Telephony::hangUp(ApiCall &call)
{
    const WorldCall &found = session(call);
    const Party *party = found.partyOf(call.caller->id);
    if (!found.isLive())
        throw wrongState("The session is over");
    if (!m_context.world().call(found.id)) {
        m_endLeg(found.id);
        return {204, Json(), {}, {}};
    }
    const bool isRefusal = found.direction == Direction::Inbound && party && isRinging(*party);
    check(isRefusal ? m_context.world().decline(found.id, call.caller->id, false) : m_context.world().hangUp(found.id));
    return {204, Json(), {}, {}};
}

ApiReply Telephony::mute(ApiCall &call)
{
    const Target which = own(call);
    const std::string &form = m_context.settings.text("patchParty");
    const Json nested = call.body.is_object() ? call.body.value("party", Json::object()) : Json::object();
    const Json *muted = nullptr;
    if (form != "nested" && call.body.is_object() && call.body.contains("muted"))
        muted = &call.body["muted"];
    else if (form != "top" && nested.is_object() && nested.contains("muted"))
        muted = &nested["muted"];
    if (!muted || !muted->is_boolean())
        throw invalidParameter("muted");
    check(m_context.world().mute(which.call->id, muted->get<bool>()));
    return party(200, which.call->id, which.party.id);
}

std::pair<std::string, std::string> Telephony::destination(const ApiCall &call, bool mayPark) const
{
    std::pair<std::string, std::string> where;
    int named = 0;
    for (const char *name : {"phoneNumber", "extensionNumber", "extensionId", "voicemail", "parkOrbit"}) {
        const std::string value = call.text(call.body, name);
        if (value.empty())
            continue;
        where = {name, value};
        ++named;
    }
    if (named != 1 || (where.first == "parkOrbit" && !mayPark))
        throw invalidParameter(named == 1 ? where.first : "phoneNumber");
    return where;
}

const Rep *Telephony::colleague(const std::pair<std::string, std::string> &where) const
{
    const World &world = m_context.world();
    if (where.first == "extensionId")
        return world.repByExtensionId(where.second);
    const auto found =
        std::ranges::find(world.reps(), where.second, where.first == "extensionNumber" ? &Rep::extensionNumber : &Rep::directNumber);
    return found == world.reps().end() ? nullptr : &*found;
}

ApiReply Telephony::transfer(ApiCall &call)
{
    const Target which = own(call);
    const auto where = destination(call, true);
    if (which.party.state != PartyState::Answered && which.party.state != PartyState::Hold)
        check(Moved::WrongState);
    const Rep *to = colleague(where);
    if (where.first == "phoneNumber" && !to) {
        const std::string number = dialable(where.second);
        if (number.empty())
            throw invalidParameter("phoneNumber", where.second);
        check(m_context.world().transferOut(which.call->id, number));
    } else if (where.first == "voicemail" || where.first == "parkOrbit") {
        check(m_context.world().transferOut(which.call->id, where.second)); // leaves our part of the session
    } else if (!to) {
        throw notFound(m_context.settings, where.first, where.second);
    } else {
        check(m_context.world().transferBlind(which.call->id, to->id));
    }
    return party(200, which.call->id, which.party.id);
}

ApiReply Telephony::bridge(ApiCall &call)
{
    const Target which = own(call);
    const WorldCall *consult = m_calls.bySession(call.text(call.body, "telephonySessionId"));
    const Party *ours = consult ? consult->partyOf(call.caller->id) : nullptr;
    if (!ours || consult->id == which.call->id)
        throw notFound(m_context.settings, "telephonySessionId", call.text(call.body, "telephonySessionId"));
    if (ours->state != PartyState::Answered && ours->state != PartyState::Hold)
        check(Moved::WrongState);
    const Rep *to = colleague({"extensionNumber", consult->number});
    check(to ? m_context.world().transferAttended(which.call->id, to->id) : m_context.world().transferOut(which.call->id, consult->number));
    std::ignore = m_context.world().hangUp(consult->id, "AttendedTransfer");
    return party(200, which.call->id, which.party.id);
}

ApiReply Telephony::forward(ApiCall &call)
{
    const Target which = own(call);
    const auto where = destination(call, false);
    if (!isRinging(which.party))
        check(Moved::WrongState);
    const Rep *to = colleague(where);
    if (where.first == "voicemail")
        check(m_context.world().sendToVoicemail(which.call->id, kVoicemailSeconds));
    else if (!to && where.first != "phoneNumber")
        throw notFound(m_context.settings, where.first, where.second);
    else
        check(m_context.world().decline(which.call->id, call.caller->id, false));
    return party(200, which.call->id, which.party.id);
}

ApiReply Telephony::ignore(ApiCall &call)
{
    const Target which = own(call);
    std::ignore = deviceOf(call);
    if (which.party.queueId.empty())
        throw wrongState("Only queue calls can be ignored");
    check(m_context.world().decline(which.call->id, call.caller->id, false));
    return {204, Json(), {}, {}};
}

ApiReply Telephony::replyTo(ApiCall &call)
{
    static constexpr std::array kPatterns = {"WillCallYouBack",      "CallMeBack",      "OnMyWay",    "OnTheOtherLine",
                                             "WillCallYouBackLater", "CallMeBackLater", "InAMeeting", "OnTheOtherLineNoCall"};
    const Target which = own(call);
    const std::string text = call.text(call.body, "replyWithText");
    const Json pattern = call.body.is_object() ? call.body.value("replyWithPattern", Json::object()) : Json::object();
    const std::string word = call.text(pattern, "pattern");
    if (text.empty() == word.empty() || (!word.empty() && std::ranges::find(kPatterns, word) == kPatterns.end()))
        throw invalidParameter(text.empty() ? "replyWithPattern" : "replyWithText");
    check(m_context.world().decline(which.call->id, call.caller->id, false));
    return party(200, which.call->id, which.party.id);
}

ApiReply Telephony::record(ApiCall &call, bool isNew)
{
    const Target which = own(call);
    if (which.party.state != PartyState::Answered && which.party.state != PartyState::Hold)
        check(Moved::WrongState);
    const std::string id = recordingId(*which.call);
    bool active = true;
    if (!isNew) {
        if (call.vars.at("recording") != id || !which.call->isRecorded)
            throw notFound(m_context.settings, "recordingId", call.vars.at("recording"));
        if (!call.body.is_object() || !call.body.value("active", Json()).is_boolean())
            throw invalidParameter("active");
        active = call.body["active"].get<bool>();
    }
    // Paused or not, what was recorded stays a recording.
    m_context.world().editCall(which.call->id, [active](WorldCall &one) {
        one.isRecorded = true;
        one.recordingPaused = !active;
    });
    return {isNew ? m_context.settings.asNumber("recordingStatus") : 200, {{"id", id}, {"active", active}}, {}, {}};
}

std::string Telephony::deviceOf(const ApiCall &call) const
{
    const std::string device = call.text(call.body, "deviceId");
    if (device.empty())
        throw invalidParameter("deviceId");
    if (device != call.caller->deviceId)
        throw notFound(m_context.settings, "deviceId", device);
    return device;
}

} // namespace callcard::demo::ringcentral

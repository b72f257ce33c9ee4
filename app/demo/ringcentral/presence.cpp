#include "presence.h"

#include "telephonyjson.h"

#include <algorithm>
#include <array>

namespace callcard::demo::ringcentral {

namespace {

constexpr std::size_t kMostActiveCalls = 7;
constexpr std::array kUserStatus = {"Available", "Busy", "Offline"};
constexpr std::array kDndStatus = {"TakeAllCalls", "DoNotAcceptAnyCalls", "DoNotAcceptDepartmentCalls", "TakeDepartmentCallsOnly"};

std::string statusOf(const Party &party)
{
    switch (party.state) {
    case PartyState::Setup:
    case PartyState::Proceeding:
        return "Ringing";
    case PartyState::Answered:
        return "CallConnected";
    case PartyState::Hold:
        return "OnHold";
    case PartyState::Parked:
        return "ParkedCall";
    case PartyState::VoiceMail:
    case PartyState::Disconnected:
    case PartyState::Gone:
        break;
    }
    return "NoCall";
}

/// An inbound call in Setup is not yet anything a rep could see.
bool isVisible(const Party &party)
{
    return isActive(party) && !(party.state == PartyState::Setup && party.direction == Direction::Inbound);
}

std::string numberOf(const Settings &settings, const Json &side)
{
    std::string number = side.value("phoneNumber", std::string());
    if (settings.is("presenceNumbers", "bare") && number.starts_with('+'))
        number.erase(0, 1);
    return number;
}

void takeFlag(const Json &body, const char *name, bool &value)
{
    const auto found = body.find(name);
    if (found == body.end())
        return;
    if (!found->is_boolean())
        throw invalidParameter(name);
    value = found->get<bool>();
}

template <typename Words>
void takeWord(const ApiCall &call, const char *name, std::string &value, const Words &words)
{
    const std::string wanted = call.text(call.body, name);
    if (wanted.empty())
        return;
    if (std::ranges::find(words, wanted) == words.end())
        throw invalidParameter(name, wanted);
    value = wanted;
}

} // namespace

Presence::Presence(Context &context, const Calls &calls, Subscriptions &subscriptions)
    : m_context(context), m_calls(calls), m_subscriptions(subscriptions)
{
}

void Presence::registerRoutes(Api &api)
{
    const std::string account = "/restapi/v1.0/account/{account}";
    const std::string own = account + "/extension/{extension}/presence";
    api.add(
        "GET", own, Group::Light, "ReadPresence",
        [this](ApiCall &call) {
            return ApiReply{200, resource(call, *call.rep), {}, {}};
        },
        Api::Access::Everybody);
    api.add("PUT", own, Group::Medium, "EditPresence", [this](ApiCall &call) { return change(call); });
    api.add("GET", account + "/presence", Group::Heavy, "ReadPresence", [this](ApiCall &call) {
        std::vector<Json> records;
        for (const Rep &rep : m_context.world().reps())
            records.push_back(resource(call, rep));
        return ApiReply{
            200, pageOf(call, call.accountUri(m_context.world()) + "/presence", records, call.number("perPage", 100, 1, 1000)), {}, {}};
    });
}

Json Presence::activeCall(const WorldCall &call, const Party &party, const std::string &status) const
{
    const Sides sides = sidesOf(m_context, call, party);
    Json json = {{"id", party.id.substr(2)},
                 {"direction", word(party.direction)},
                 {"queueCall", !party.queueId.empty()},
                 {"from", numberOf(m_context.settings, sides.from)},
                 {"to", status == "NoCall" ? std::string() : numberOf(m_context.settings, sides.to)},
                 {"startTime", zuluTime(call.startedAt)},
                 {"telephonyStatus", status},
                 {"sessionId", call.sessionId()},
                 {"telephonySessionId", call.telephonySessionId()},
                 {"partyId", party.id}};
    if (sides.from.contains("name"))
        json["fromName"] = sides.from["name"];
    if (sides.to.contains("name"))
        json["toName"] = sides.to["name"];
    if (status == "NoCall")
        json["terminationType"] = "final";
    return json;
}

Json Presence::body(const Rep &rep, bool isDetailed, const Json &endedCall) const
{
    const State &state = m_states[rep.id];
    std::vector<std::pair<const WorldCall *, const Party *>> seen;
    for (const WorldCall *call : m_calls.liveOf(rep)) {
        const Party *party = call->partyOf(rep.id);
        if (isVisible(*party))
            seen.emplace_back(call, party);
    }
    std::string telephony = "NoCall";
    for (const char *status : {"CallConnected", "OnHold", "Ringing", "ParkedCall"}) {
        if (telephony == "NoCall" && std::ranges::any_of(seen, [&](const auto &one) { return statusOf(*one.second) == status; }))
            telephony = status;
    }
    const bool refuses = state.dndStatus == "DoNotAcceptAnyCalls";
    const std::string shown = state.userStatus == "Offline"                              ? "Offline"
                              : (!seen.empty() || refuses || state.userStatus == "Busy") ? "Busy"
                                                                                         : "Available";
    Json json = {{"extensionId", std::stoll(rep.extensionId)},
                 {"telephonyStatus", telephony},
                 {"sequence", state.sequence},
                 {"presenceStatus", shown},
                 {"userStatus", state.userStatus},
                 {"meetingStatus", "Disconnected"},
                 {"allowSeeMyPresence", state.allowSeeMyPresence},
                 {"ringOnMonitoredCall", state.ringOnMonitoredCall},
                 {"pickUpCallsOnHold", state.pickUpCallsOnHold},
                 {"acceptCallQueueCalls", state.acceptCallQueueCalls},
                 {"totalActiveCalls", seen.size()}};
    if (m_context.settings.is("dndEngine", "personal"))
        json["dndStatusPersonal"] = state.dndPersonal;
    else
        json["dndStatus"] = state.dndStatus;
    if (!isDetailed)
        return json;
    Json calls = Json::array();
    if (!endedCall.is_null())
        calls.push_back(endedCall);
    for (auto one = seen.rbegin(); one != seen.rend() && calls.size() < kMostActiveCalls; ++one) // the newest
        calls.push_back(activeCall(*one->first, *one->second, statusOf(*one->second)));
    json["activeCalls"] = std::move(calls);
    return json;
}

Json Presence::resource(const ApiCall &call, const Rep &rep) const
{
    Json json = body(rep, call.param("detailedTelephonyState") == "true" || call.param("sipData") == "true");
    json.erase("extensionId");
    json.erase("sequence");
    const std::string uri = call.extensionUri(m_context.world(), rep);
    json["uri"] = uri + "/presence";
    json["extension"] = {{"id", std::stoll(rep.extensionId)}, {"uri", uri}, {"extensionNumber", rep.extensionNumber}};
    json["message"] = m_states[rep.id].message;
    json["callerIdVisibility"] = "All";
    return json;
}

void Presence::onMoved(const Rep &rep, const WorldCall &call, const Party &party)
{
    const Party *newest = call.partyOf(rep.id);
    if (newest && newest->id != party.id)
        return; // the rep was transferred back in: the older party says nothing any more
    if (party.state == PartyState::Setup && party.direction == Direction::Inbound)
        return;
    m_subscriptions.publish(moved(rep, call, party));
}

Event Presence::moved(const Rep &rep, const WorldCall &call, const Party &party)
{
    return next(rep, isVisible(party) ? Json() : activeCall(call, party, "NoCall"));
}

void Presence::publish(const Rep &rep, const Json &endedCall)
{
    m_subscriptions.publish(next(rep, endedCall));
}

Event Presence::next(const Rep &rep, const Json &endedCall)
{
    ++m_states[rep.id].sequence;
    return {Topic::Presence, rep.extensionId, false, {}, [this, rep, endedCall](const Filter &filter) {
                return body(rep, filter.isDetailed(), endedCall);
            }};
}

ApiReply Presence::change(ApiCall &call)
{
    if (!call.body.is_object())
        throw ApiError{400, "CMN-103", "Cannot parse request body", Json::object()};
    State &state = m_states[call.rep->id];
    State wanted = state;
    takeWord(call, "userStatus", wanted.userStatus, kUserStatus);
    takeWord(call, "dndStatus", wanted.dndStatus, kDndStatus);
    takeWord(call, "dndStatusPersonal", wanted.dndPersonal, kDndStatus);
    if (m_context.settings.is("dndEngine", "personal") && call.body.contains("dndStatus"))
        throw invalidParameter("dndStatus", wanted.dndStatus); // not applicable on accounts of the newer engine
    if (call.body.contains("message"))
        wanted.message = call.text(call.body, "message");
    takeFlag(call.body, "allowSeeMyPresence", wanted.allowSeeMyPresence);
    takeFlag(call.body, "ringOnMonitoredCall", wanted.ringOnMonitoredCall);
    takeFlag(call.body, "pickUpCallsOnHold", wanted.pickUpCallsOnHold);
    takeFlag(call.body, "acceptCallQueueCalls", wanted.acceptCallQueueCalls);
    const bool dndChanged = wanted.dndStatus != state.dndStatus;
    state = wanted;
    publish(*call.rep);
    if (dndChanged)
        m_subscriptions.publish(
            {Topic::Dnd, call.rep->extensionId, false, {}, [id = call.rep->extensionId, status = wanted.dndStatus](const Filter &) {
                 return Json{{"extensionId", id}, {"dndStatus", status}};
             }});
    call.query.emplace_back("detailedTelephonyState", "true");
    return {200, resource(call, *call.rep), {}, {}};
}

} // namespace callcard::demo::ringcentral

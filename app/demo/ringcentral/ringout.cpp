#include "ringout.h"

#include "numberparser.h"
#include "telephonyjson.h"

#include <algorithm>

namespace callcard::demo::ringcentral {

namespace {

constexpr std::chrono::seconds kShownAfterEnd{2}; // a failed attempt can be read so long before it is 404
constexpr std::size_t kMostKept = 200;

/// Any word but those of an attempt that goes on or has come about.
bool hasFailed(const std::string &callStatus)
{
    return callStatus != "InProgress" && callStatus != "Success";
}

std::string numberIn(const ApiCall &call, const char *side)
{
    const Json object = call.body.is_object() ? call.body.value(side, Json::object()) : Json::object();
    return call.text(object, "phoneNumber");
}

} // namespace

RingOuts::RingOuts(Context &context, Calls &calls, Story &story) : m_context(context), m_calls(calls), m_story(story) {}

void RingOuts::registerRoutes(Api &api)
{
    const std::string base = "/restapi/v1.0/account/{account}/extension/{extension}/ring-out";
    api.add("POST", base, Group::Heavy, "RingOut", [this](ApiCall &call) { return create(call); });
    api.add("GET", base + "/{id}", Group::Light, "RingOut", [this](ApiCall &call) { return ApiReply{200, json(call, own(call)), {}, {}}; });
    api.add("DELETE", base + "/{id}", Group::Heavy, "RingOut", [this](ApiCall &call) { return cancel(call); });
    api.add("POST", "/restapi/v1.0/account/{account}/telephony/call-out", Group::Heavy, "CallControl",
            [this](ApiCall &call) { return callOut(call); });
}

void RingOuts::reset()
{
    m_ringOuts.clear();
    m_callOuts.clear();
    m_calls.reset();
}

Json RingOuts::json(const ApiCall &call, const RingOut &one) const
{
    return {{"uri", call.extensionUri(m_context.world(), *call.rep) + "/ring-out/" + one.id},
            {"id", one.id},
            {"status", {{"callStatus", one.callStatus}, {"callerStatus", one.callerStatus}, {"calleeStatus", one.calleeStatus}}}};
}

ApiReply RingOuts::create(ApiCall &call)
{
    const std::string to = dialable(numberIn(call, "to"));
    if (to.empty())
        throw invalidParameter("to.phoneNumber", numberIn(call, "to"));
    const std::string from = numberIn(call, "from");
    if (!from.empty() && dialable(from).empty())
        throw invalidParameter("from.phoneNumber", from);
    const std::string shown = dialable(numberIn(call, "callerId"));
    const World &world = m_context.world();
    const Line *line = shown.empty() ? &world.directLine(*call.rep) : world.lineByNumber(shown);
    if (!line)
        throw invalidParameter("callerId.phoneNumber", shown); // not one of the company's

    while (m_ringOuts.size() >= kMostKept)
        m_ringOuts.erase(m_ringOuts.begin());
    RingOut one;
    one.id = base64Url("call:" + std::to_string(m_context.names.next()));
    one.repId = call.rep->id;
    one.lineId = line->id;
    one.to = to;
    if (const auto fate = m_context.faults.take("ringOut")) {
        one.callerFate = fate->value("caller", one.callerFate);
        one.calleeFate = fate->value("callee", one.calleeFate);
        one.callFate = fate->value("call", one.callFate);
    }
    RingOut &kept = m_ringOuts[one.id] = one;
    ringPhone(kept);
    return {200, json(call, kept), {}, {}};
}

void RingOuts::ringPhone(RingOut &one)
{
    if (m_context.settings.is("ringOutSessions", "two")) {
        WorldCall leg;
        leg.direction = Direction::Inbound;
        leg.state = CallState::Ringing;
        leg.number = one.to; // from and to of this leg are those of the call, swapped
        leg.lineId = one.lineId;
        leg.repId = one.repId;
        leg.origin = "RingOut";
        leg.startedAt = leg.modifiedAt = m_context.now();
        WorldCall &kept = m_calls.addLeg(std::move(leg));
        one.leg = kept.id;
        Party party;
        party.kind = Party::Kind::Rep;
        party.direction = Direction::Inbound;
        party.repId = one.repId;
        party.id = "p" + kept.telephonySessionId().substr(1) + "-1";
        kept.parties.push_back(std::move(party));
        m_calls.moveLeg(kept, PartyState::Setup, {}, m_story);
        m_calls.moveLeg(kept, PartyState::Proceeding, {}, m_story);
    } else {
        NewCall call;
        call.direction = Direction::Outbound;
        call.number = one.to;
        call.lineId = one.lineId;
        call.repId = one.repId;
        call.origin = "RingOut";
        call.tag = one.id;
        call.ringAtOnce = false;
        one.call = m_context.world().startCall(call).id;
    }
    one.timer =
        m_context.stage.clock.after(m_context.settings.millis("ringOutAnswerMs"), [this, id = one.id] { phoneAnswered(std::string(id)); });
}

RingOuts::RingOut *RingOuts::find(const std::string &id)
{
    const auto found = m_ringOuts.find(id);
    return found == m_ringOuts.end() ? nullptr : &found->second;
}

void RingOuts::phoneAnswered(const std::string &id)
{
    RingOut *one = find(id);
    if (!one || one->isOver)
        return;
    one->callerStatus = one->callerFate;
    if (one->callerFate != "Success") {
        one->callStatus = one->callFate;
        finish(*one, one->callerFate == "Rejected" ? "Rejected" : "NoAnswer");
        return;
    }
    if (WorldCall *leg = m_calls.leg(one->leg))
        m_calls.moveLeg(*leg, PartyState::Answered, {}, m_story);
    if (one->call == 0) {
        NewCall call;
        call.direction = Direction::Outbound;
        call.number = one->to;
        call.lineId = one->lineId;
        call.repId = one->repId;
        call.origin = "RingOut";
        call.tag = one->id;
        one->call = m_context.world().startCall(call).id;
    } else {
        std::ignore = m_context.world().ring(one->call);
    }
    one->timer = m_context.stage.clock.after(m_context.settings.millis("ringOutConnectMs"),
                                             [this, name = one->id] { otherSide(std::string(name)); });
}

void RingOuts::otherSide(const std::string &id)
{
    RingOut *one = find(id);
    if (!one || one->isOver)
        return;
    one->calleeStatus = one->calleeFate;
    World &world = m_context.world();
    if (one->calleeFate == "Success") {
        one->callStatus = "Success";
        std::ignore = world.answer(one->call);
        return;
    }
    one->callStatus = one->callFate;
    if (one->calleeFate == "NoAnswer")
        std::ignore = world.rangOut(one->call);
    else
        std::ignore = world.fail(one->call, one->calleeFate == "Busy"                 ? CallEnd::Busy
                                            : one->calleeFate == "DestinationBlocked" ? CallEnd::Blocked
                                                                                      : CallEnd::Failed);
    // The end of the call has finished the attempt: onCallEnded().
}

void RingOuts::finish(RingOut &one, const std::string &legReason)
{
    if (one.isOver)
        return;
    one.isOver = true;
    if (WorldCall *leg = m_calls.leg(one.leg))
        m_calls.moveLeg(*leg, PartyState::Disconnected, legReason, m_story);
    if (one.call != 0 && m_context.world().call(one.call)->isLive())
        std::ignore = m_context.world().hangUp(one.call);
    one.timer = m_context.stage.clock.after(hasFailed(one.callStatus) ? kShownAfterEnd : std::chrono::seconds(0),
                                            [this, id = one.id] { m_ringOuts.erase(std::string(id)); });
}

void RingOuts::onCallEnded(const WorldCall &call)
{
    m_callOuts.erase(call.id);
    for (auto &[id, one] : m_ringOuts) {
        if (one.call != call.id || one.isOver)
            continue;
        if (call.end != CallEnd::Answered && one.callStatus == "InProgress") {
            one.callStatus = "CannotReach";
            one.calleeStatus = call.end == CallEnd::Busy ? "Busy" : "NoAnswer";
        }
        finish(one, {});
        return;
    }
}

void RingOuts::endLeg(CallNumber leg)
{
    for (auto &[id, one] : m_ringOuts) {
        if (one.leg == leg && leg != 0)
            finish(one, "Cancelled");
    }
}

RingOuts::RingOut &RingOuts::own(const ApiCall &call)
{
    RingOut *one = find(call.vars.at("id"));
    if (!one || one->repId != call.rep->id || (one->isOver && !hasFailed(one->callStatus)))
        throw ApiError{404, "CMN-102", "Resource for parameter [ringoutId] is not found", {{"parameterName", "ringoutId"}}}; // finished
    return *one;
}

ApiReply RingOuts::cancel(ApiCall &call)
{
    RingOut &one = own(call);
    if (one.callerStatus != "InProgress")
        throw wrongState("RingOut can be cancelled only before the first leg is answered");
    finish(one, "Cancelled");
    m_ringOuts.erase(std::string(one.id));
    return {204, Json(), {}, {}};
}

ApiReply RingOuts::callOut(ApiCall &call)
{
    const Json from = call.body.is_object() ? call.body.value("from", Json::object()) : Json::object();
    const Json to = call.body.is_object() ? call.body.value("to", Json::object()) : Json::object();
    const std::string device = call.text(from, "deviceId");
    const std::string extension = call.text(from, "extensionId");
    if (device.empty() && extension.empty())
        throw invalidParameter("from.deviceId");
    if ((!device.empty() && device != call.caller->deviceId) || (!extension.empty() && extension != call.caller->extensionId))
        throw notFound(m_context.settings, device.empty() ? "from.extensionId" : "from.deviceId", device.empty() ? extension : device);
    if (m_context.settings.is("device", "Offline"))
        throw wrongState("The device is offline");
    const std::string number =
        call.text(to, "extensionNumber").empty() ? dialable(call.text(to, "phoneNumber")) : call.text(to, "extensionNumber");
    if (number.empty())
        throw invalidParameter("to.phoneNumber", call.text(to, "phoneNumber"));

    NewCall wanted;
    wanted.direction = Direction::Outbound;
    wanted.number = number;
    wanted.repId = call.caller->id;
    wanted.origin = m_context.settings.text("callOutOrigin");
    wanted.ringAtOnce = false;
    const WorldCall &made = m_context.world().startCall(wanted);
    DemoClock &clock = m_context.stage.clock;
    m_callOuts[made.id] = clock.after(m_context.settings.millis("ringOutAnswerMs"), [this, id = made.id] {
        const CallNumber number = id; // this function ends when its timer is replaced
        std::ignore = m_context.world().ring(number);
        m_callOuts[number] = m_context.stage.clock.after(m_context.settings.millis("ringOutConnectMs"),
                                                         [this, number] { std::ignore = m_context.world().answer(number); });
    });
    return {201, {{"session", sessionJson(m_context, made)}}, {}, {}};
}

Json RingOuts::describe() const
{
    Json all = Json::array();
    for (const auto &[id, one] : m_ringOuts)
        all.push_back({{"id", id},
                       {"callStatus", one.callStatus},
                       {"callerStatus", one.callerStatus},
                       {"calleeStatus", one.calleeStatus},
                       {"over", one.isOver}});
    return all;
}

} // namespace callcard::demo::ringcentral

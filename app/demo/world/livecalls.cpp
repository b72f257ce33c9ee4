// How a live call begins and is taken. The orders of the steps are those of recorded streams: inbound direct (outside Setup,
// rep Setup, rep Proceeding …), through a queue (first seen by a rep: Proceeding), outbound (both sides).
#include "world/parties.h"
#include "world/world.h"

#include <algorithm>

namespace callcard::demo {

const WorldCall &World::startCall(const NewCall &wanted)
{
    const Customer *who = customer(wanted.customerId);
    const Line *dialled = line(wanted.lineId);
    const Rep *owner = rep(wanted.repId);
    if (!owner && dialled && !dialled->repId.empty())
        owner = rep(dialled->repId);
    const Queue *through = dialled && !owner && wanted.direction == Direction::Inbound ? queue(dialled->queueId) : nullptr;
    if (!owner && (!through || wanted.direction == Direction::Outbound)) // nobody calls out of a queue
        owner = &demoRep();

    WorldCall made;
    made.id = m_calls.empty() ? 90'210'001 : m_calls.back().id + 1;
    made.direction = wanted.direction;
    made.state = CallState::Ringing;
    made.number = wanted.number;
    if (made.number.empty() && who && !wanted.isWithheld) {
        const auto known = std::find_if(who->numbers.begin(), who->numbers.end(), [](const WrittenNumber &n) { return !n.e164.empty(); });
        made.number = known == who->numbers.end() ? std::string() : known->e164;
    }
    if (!who && !made.number.empty()) {
        const auto owners = customersWithNumber(made.number);
        who = owners.empty() ? nullptr : owners.front();
    }
    made.customerId = who && !wanted.isWithheld ? who->id : std::string();
    made.callerName = wanted.callerName;
    made.lineId = dialled ? dialled->id : directLine(owner ? *owner : demoRep()).id;
    made.queueId = through ? through->id : std::string();
    made.repId = owner ? owner->id : std::string();
    made.firstRepId = made.repId;
    made.origin = wanted.origin;
    made.metadata = wanted.metadata;
    made.tag = wanted.tag;
    made.startedAt = made.modifiedAt = m_clock.now();
    m_calls.push_back(std::move(made));
    WorldCall &call = m_calls.back();
    m_live.push_back(call.id);
    m_running[call.id].since = call.startedAt;

    Party outside;
    outside.kind = Party::Kind::Outside;
    outside.number = call.number;
    if (call.direction == Direction::Outbound) {
        Party ours;
        ours.kind = Party::Kind::Rep;
        ours.direction = Direction::Outbound;
        ours.repId = owner->id;
        const auto rep = addParty(call, std::move(ours));
        step(call, rep, PartyState::Setup);
        outside.direction = Direction::Inbound;
        (void)addParty(call, std::move(outside));
        if (wanted.ringAtOnce)
            (void)ring(call.id);
        return call;
    }
    outside.direction = Direction::Outbound;
    const auto caller = addParty(call, std::move(outside));
    step(call, caller, PartyState::Setup);
    if (!through) {
        (void)ringRep(call, *owner, {}, wanted.ringAtOnce);
        return call;
    }
    Party greeting;
    greeting.kind = Party::Kind::Queue;
    greeting.direction = Direction::Inbound;
    greeting.queueId = through->id;
    const auto queueParty = addParty(call, std::move(greeting));
    step(call, queueParty, PartyState::Setup);
    step(call, caller, PartyState::Answered); // the queue's greeting answers the line
    if (wanted.ringAtOnce)
        (void)ring(call.id);
    return call;
}

Moved World::ring(CallNumber id)
{
    WorldCall *call = mutableCall(id);
    if (!call)
        return Moved::NoSuchCall;
    if (call->state != CallState::Ringing)
        return Moved::WrongState;
    if (call->direction == Direction::Outbound) {
        const auto outside = outsideParty(*call);
        const auto ours = repParty(*call, [](const Party &party) { return party.state == PartyState::Setup; });
        if (!outside || !ours)
            return Moved::WrongState;
        step(*call, *outside, PartyState::Proceeding);
        step(*call, *ours, PartyState::Proceeding);
        return Moved::Yes;
    }
    bool moved = false;
    for (std::size_t i = 0; i < call->parties.size(); ++i) {
        if (call->parties[i].kind == Party::Kind::Rep && call->parties[i].state == PartyState::Setup) {
            step(*call, i, PartyState::Proceeding);
            moved = true;
        } else if (call->parties[i].kind == Party::Kind::Queue && call->parties[i].state == PartyState::Setup) {
            const Queue *through = queue(call->queueId);
            leave(*call, i, {}, false);
            for (const std::string &repId : through ? through->repIds : std::vector<std::string>()) {
                if (const Rep *member = rep(repId); member && member->available)
                    (void)ringRep(*call, *member, through->id, true);
            }
            moved = true;
        }
    }
    return moved ? Moved::Yes : Moved::WrongState;
}

Moved World::answer(CallNumber id, std::string_view repId)
{
    WorldCall *call = mutableCall(id);
    if (!call)
        return Moved::NoSuchCall;
    const auto ours = repParty(*call, rings, repId);
    if (call->state != CallState::Ringing || !ours)
        return Moved::WrongState;
    const auto now = m_clock.now();
    countTime(*call);
    call->state = CallState::Active;
    call->repId = call->parties[*ours].repId;
    if (!call->answeredAt) {
        call->answeredAt = now;
        call->ringSeconds = wholeSeconds(now - call->startedAt);
        call->firstRepId = call->repId;
    }
    const auto outside = outsideParty(*call);
    if (call->direction == Direction::Outbound && outside && rings(call->parties[*outside]))
        step(*call, *outside, PartyState::Answered);
    step(*call, *ours, PartyState::Answered);
    if (outside && rings(call->parties[*outside]))
        step(*call, *outside, PartyState::Answered);
    for (std::size_t i = 0; i < call->parties.size(); ++i) {
        if (i != *ours && call->parties[i].kind == Party::Kind::Rep && rings(call->parties[i]))
            leave(*call, i, "AgentAnswered", false);
    }
    return Moved::Yes;
}

Moved World::hold(CallNumber id)
{
    WorldCall *call = mutableCall(id);
    if (!call)
        return Moved::NoSuchCall;
    const auto ours = repParty(*call, talks);
    if (call->state != CallState::Active || !ours)
        return Moved::WrongState;
    countTime(*call);
    call->state = CallState::Held;
    step(*call, *ours, PartyState::Hold);
    return Moved::Yes;
}

Moved World::unhold(CallNumber id)
{
    WorldCall *call = mutableCall(id);
    if (!call)
        return Moved::NoSuchCall;
    const auto ours = repParty(*call, talks);
    if (call->state != CallState::Held || !ours)
        return Moved::WrongState;
    countTime(*call);
    call->state = CallState::Active;
    step(*call, *ours, PartyState::Answered);
    return Moved::Yes;
}

Moved World::mute(CallNumber id, bool muted)
{
    WorldCall *call = mutableCall(id);
    if (!call)
        return Moved::NoSuchCall;
    const auto ours = repParty(*call, talks);
    if (!ours)
        return Moved::WrongState;
    call->parties[*ours].muted = muted;
    step(*call, *ours, call->parties[*ours].state);
    return Moved::Yes;
}

} // namespace callcard::demo

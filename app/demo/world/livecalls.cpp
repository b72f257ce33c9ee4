// How the parties of a live call move. The orders of the steps are those of recorded streams: inbound direct
// (outside Setup, rep Setup, rep Proceeding …), through a queue (first seen by a rep: Proceeding), outbound (both sides).
#include "world/world.h"

#include <algorithm>
#include <array>

namespace callcard::demo {

using namespace std::chrono;

namespace {

bool rings(const Party &party)
{
    return party.state == PartyState::Setup || party.state == PartyState::Proceeding;
}
bool talks(const Party &party)
{
    return party.state == PartyState::Answered || party.state == PartyState::Hold;
}
bool isGone(const Party &party)
{
    return party.state == PartyState::Disconnected || party.state == PartyState::Gone;
}

std::optional<std::size_t> repParty(const WorldCall &call, bool (*matches)(const Party &), std::string_view repId = {})
{
    for (std::size_t i = 0; i < call.parties.size(); ++i) {
        const Party &party = call.parties[i];
        if (party.kind == Party::Kind::Rep && matches(party) && (repId.empty() || party.repId == repId))
            return i;
    }
    return {};
}

std::optional<std::size_t> outsideParty(const WorldCall &call)
{
    for (std::size_t i = 0; i < call.parties.size(); ++i) {
        if (call.parties[i].kind == Party::Kind::Outside && !isGone(call.parties[i]))
            return i;
    }
    return {};
}

int wholeSeconds(milliseconds span)
{
    return static_cast<int>(round<seconds>(std::max(span, milliseconds(0))).count());
}

} // namespace

std::size_t World::addParty(WorldCall &call, Party party)
{
    const std::string session = call.telephonySessionId();
    party.id = "p" + session.substr(1) + "-" + std::to_string(call.parties.size() + 1);
    call.parties.push_back(std::move(party));
    return call.parties.size() - 1;
}

void World::step(WorldCall &call, std::size_t index, PartyState state, const std::string &reason)
{
    Party &party = call.parties[index];
    party.state = state;
    party.reason = reason;
    party.sequence = ++call.lastSequence;
    party.since = m_clock.now();
    call.modifiedAt = party.since;
    call.steps.push_back({party.sequence, index, state, reason, party.since});
    const CallStep made = call.steps.back();
    tell([&](WorldObserver &observer) { observer.onCallStep(call, made); });
}

void World::leave(WorldCall &call, std::size_t index, const std::string &reason, bool missed)
{
    if (isGone(call.parties[index]))
        return;
    call.parties[index].missed = missed;
    step(call, index, PartyState::Disconnected, reason);
}

void World::finish(WorldCall &call, CallEnd end, const std::string &reason, bool missed)
{
    countTime(call);
    std::vector<std::size_t> staying;
    for (const bool reps : {true, false}) {
        for (std::size_t i = 0; i < call.parties.size(); ++i) {
            if ((call.parties[i].kind == Party::Kind::Rep) == reps && !isGone(call.parties[i]))
                staying.push_back(i);
        }
    }
    if (staying.empty()) {
        settle(call, end);
        return;
    }
    for (std::size_t i = 0; i < staying.size(); ++i) {
        if (i + 1 == staying.size())
            settle(call, end); // before the last step: whoever hears it sees an ended call
        const bool isRep = call.parties[staying[i]].kind == Party::Kind::Rep;
        leave(call, staying[i], isRep ? reason : std::string(), isRep && missed);
    }
}

void World::settle(WorldCall &call, CallEnd end)
{
    const auto now = m_clock.now();
    const Running running = m_running[call.id];
    m_running.erase(call.id);
    m_live.erase(std::remove(m_live.begin(), m_live.end(), call.id), m_live.end());
    call.state = CallState::Ended;
    call.end = call.answeredAt ? CallEnd::Answered : end;
    call.endedAt = now;
    call.talkSeconds = wholeSeconds(running.talk);
    call.holdSeconds = wholeSeconds(running.hold);
    if (!call.answeredAt && call.ringSeconds == 0)
        call.ringSeconds = wholeSeconds(now - call.startedAt);
    if (call.repId.empty()) { // nobody of the queue came: it stands with whom it rang first
        const auto first =
            std::find_if(call.parties.begin(), call.parties.end(), [](const Party &p) { return p.kind == Party::Kind::Rep; });
        call.repId = first == call.parties.end() ? std::string() : first->repId;
        call.firstRepId = call.repId;
    }
    call.modifiedAt = now;
}

void World::countTime(WorldCall &call)
{
    Running &running = m_running[call.id];
    const auto now = m_clock.now();
    if (call.state == CallState::Active)
        running.talk += now - running.since;
    else if (call.state == CallState::Held)
        running.hold += now - running.since;
    running.since = now;
}

std::size_t World::ringRep(WorldCall &call, const Rep &rep, const std::string &queueId, bool proceed)
{
    Party party;
    party.kind = Party::Kind::Rep;
    party.direction = Direction::Inbound;
    party.repId = rep.id;
    party.queueId = queueId;
    const auto index = addParty(call, std::move(party));
    if (queueId.empty())
        step(call, index, PartyState::Setup);
    if (proceed)
        step(call, index, PartyState::Proceeding);
    return index;
}

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

Moved World::hangUp(CallNumber id, std::string reason)
{
    WorldCall *call = mutableCall(id);
    if (!call)
        return Moved::NoSuchCall;
    if (call->state == CallState::Voicemail)
        return voicemailLeft(id);
    if (call->state == CallState::Ringing)
        return giveUp(id);
    if (!call->isLive())
        return Moved::WrongState;
    finish(*call, CallEnd::Answered, reason, false);
    return Moved::Yes;
}

Moved World::giveUp(CallNumber id)
{
    WorldCall *call = mutableCall(id);
    if (!call)
        return Moved::NoSuchCall;
    if (call->state != CallState::Ringing)
        return Moved::WrongState;
    const bool inbound = call->direction == Direction::Inbound;
    const bool rang =
        std::any_of(call->steps.begin(), call->steps.end(), [](const CallStep &s) { return s.state == PartyState::Proceeding; });
    const CallEnd end = !inbound ? CallEnd::Cancelled : rang ? CallEnd::Missed : CallEnd::Abandoned;
    finish(*call, end, "Cancelled", inbound && rang);
    return Moved::Yes;
}

Moved World::decline(CallNumber id, std::string_view repId, bool toVoicemail)
{
    WorldCall *call = mutableCall(id);
    if (!call)
        return Moved::NoSuchCall;
    const auto ours = repParty(*call, rings, repId);
    if (call->state != CallState::Ringing || call->direction != Direction::Inbound || !ours)
        return Moved::WrongState;
    const auto ringing = std::count_if(call->parties.begin(), call->parties.end(),
                                       [](const Party &party) { return party.kind == Party::Kind::Rep && rings(party); });
    if (ringing > 1) {
        leave(*call, *ours, "Rejected", false);
        return Moved::Yes;
    }
    if (toVoicemail)
        return sendToVoicemail(id, 12);
    finish(*call, CallEnd::Declined, "Rejected", true);
    return Moved::Yes;
}

Moved World::sendToVoicemail(CallNumber id, int messageSeconds, std::string transcription)
{
    WorldCall *call = mutableCall(id);
    if (!call)
        return Moved::NoSuchCall;
    const auto ours = repParty(*call, rings);
    if (call->state != CallState::Ringing || call->direction != Direction::Inbound || !ours)
        return Moved::WrongState;
    for (std::size_t i = 0; i < call->parties.size(); ++i) {
        if (i != *ours && call->parties[i].kind == Party::Kind::Rep && rings(call->parties[i]))
            leave(*call, i, "NoAnswer", false);
    }
    call->repId = call->parties[*ours].repId;
    call->state = CallState::Voicemail;
    call->ringSeconds = wholeSeconds(m_clock.now() - call->startedAt);
    call->voicemailText = std::move(transcription);
    call->voicemailSeconds = std::clamp(messageSeconds, 0, 600);
    step(*call, *ours, PartyState::VoiceMail);
    m_running[id].message = m_clock.after(seconds(call->voicemailSeconds), [this, id] { (void)voicemailLeft(id); });
    return Moved::Yes;
}

Moved World::voicemailLeft(CallNumber id)
{
    WorldCall *call = mutableCall(id);
    if (!call)
        return Moved::NoSuchCall;
    if (call->state != CallState::Voicemail)
        return Moved::WrongState;
    finish(*call, call->voicemailSeconds > 0 ? CallEnd::Voicemail : CallEnd::Missed, "Voicemail", true);
    return Moved::Yes;
}

Moved World::rangOut(CallNumber id)
{
    WorldCall *call = mutableCall(id);
    if (!call)
        return Moved::NoSuchCall;
    if (call->state != CallState::Ringing)
        return Moved::WrongState;
    const bool inbound = call->direction == Direction::Inbound;
    finish(*call, inbound ? CallEnd::Missed : CallEnd::Unanswered, "NoAnswer", inbound && !call->answeredAt);
    return Moved::Yes;
}

Moved World::fail(CallNumber id, CallEnd how)
{
    WorldCall *call = mutableCall(id);
    if (!call)
        return Moved::NoSuchCall;
    if (call->state != CallState::Ringing)
        return Moved::WrongState;
    const std::string reason = how == CallEnd::Busy ? "TargetBusy" : how == CallEnd::Failed ? "InternalError" : "DestinationBlocked";
    finish(*call, how, reason, false);
    return Moved::Yes;
}

Moved World::transferBlind(CallNumber id, std::string_view toRepId)
{
    WorldCall *call = mutableCall(id);
    const Rep *to = rep(toRepId);
    if (!call)
        return Moved::NoSuchCall;
    const auto ours = repParty(*call, talks);
    if (!ours || !to || call->parties[*ours].repId == to->id)
        return Moved::WrongState;
    countTime(*call);
    call->state = CallState::Ringing;
    call->isTransferred = true;
    call->repId = to->id;
    leave(*call, *ours, "BlindTransfer", false);
    (void)ringRep(*call, *to, {}, true);
    return Moved::Yes;
}

Moved World::transferAttended(CallNumber id, std::string_view toRepId)
{
    WorldCall *call = mutableCall(id);
    const Rep *to = rep(toRepId);
    if (!call)
        return Moved::NoSuchCall;
    const auto ours = repParty(*call, talks);
    if (!ours || !to || call->parties[*ours].repId == to->id)
        return Moved::WrongState;
    countTime(*call);
    call->state = CallState::Active;
    call->isTransferred = true;
    call->repId = to->id;
    leave(*call, *ours, "AttendedTransfer", false);
    const auto theirs = ringRep(*call, *to, {}, false);
    step(*call, theirs, PartyState::Answered);
    return Moved::Yes;
}

Moved World::transferOut(CallNumber id, const std::string &number)
{
    WorldCall *call = mutableCall(id);
    if (!call)
        return Moved::NoSuchCall;
    if (!repParty(*call, talks) || number.empty())
        return Moved::WrongState;
    call->isTransferred = true;
    finish(*call, CallEnd::Answered, "BlindTransfer", false);
    return Moved::Yes;
}

} // namespace callcard::demo

// What every movement of a live call is made of: parties that step from state to state, and the time that passes between.
#include "world/parties.h"
#include "world/world.h"

#include <algorithm>

namespace callcard::demo {

using namespace std::chrono;

std::optional<std::size_t> repParty(const WorldCall &call, bool (*matches)(const Party &), std::string_view repId)
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

} // namespace callcard::demo

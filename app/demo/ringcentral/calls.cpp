#include "calls.h"

#include <algorithm>

namespace callcard::demo::ringcentral {

namespace {

// Far from the story's numbers, near enough for ids of the same length.
constexpr CallNumber kFirstLeg = 99'000'001;
constexpr std::size_t kMostLegs = 500;

} // namespace

Calls::Calls(Context &context) : m_context(context), m_nextLeg(kFirstLeg) {}

bool isActive(const Party &party)
{
    return party.state != PartyState::Disconnected && party.state != PartyState::Gone && party.state != PartyState::VoiceMail;
}

const WorldCall *Calls::bySession(const std::string &id) const
{
    const auto number = callOfSession(id);
    if (!number)
        return nullptr;
    const auto leg = m_legs.find(*number);
    const WorldCall *call = leg == m_legs.end() ? m_context.world().call(*number) : &leg->second;
    if (!call || call->parties.empty())
        return nullptr;
    const bool isOver = call->endedAt && *call->endedAt + m_context.settings.seconds("endedLinger") <= m_context.now();
    return isOver ? nullptr : call;
}

std::vector<const WorldCall *> Calls::liveOf(const Rep &rep) const
{
    std::vector<const WorldCall *> live;
    const auto consider = [&](const WorldCall &call) {
        const Party *party = call.partyOf(rep.id);
        if (party && isActive(*party))
            live.push_back(&call);
    };
    for (const auto &[id, leg] : m_legs)
        consider(leg);
    for (const WorldCall *call : m_context.world().liveCalls())
        consider(*call);
    return live;
}

WorldCall &Calls::addLeg(WorldCall leg)
{
    while (m_legs.size() >= kMostLegs)
        m_legs.erase(m_legs.begin());
    leg.id = m_nextLeg++;
    return m_legs[leg.id] = std::move(leg);
}

WorldCall *Calls::leg(CallNumber id)
{
    const auto found = m_legs.find(id);
    return found == m_legs.end() ? nullptr : &found->second;
}

void Calls::moveLeg(WorldCall &leg, PartyState state, const std::string &reason, WorldObserver &tell)
{
    Party &party = leg.parties.front();
    if (!isActive(party))
        return;
    party.state = state;
    party.reason = reason;
    party.sequence = ++leg.lastSequence;
    party.since = m_context.now();
    if (state == PartyState::Answered) {
        leg.state = CallState::Active;
        leg.answeredAt = leg.answeredAt.value_or(party.since);
    } else if (state == PartyState::Disconnected) {
        leg.state = CallState::Ended;
        leg.endedAt = party.since;
    }
    leg.steps.push_back({party.sequence, 0, state, reason, party.since});
    const CallStep step = leg.steps.back();
    tell.onCallStep(leg, step);
}

} // namespace callcard::demo::ringcentral

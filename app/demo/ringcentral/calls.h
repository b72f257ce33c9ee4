#pragma once

#include "context.h"

#include <map>

namespace callcard::demo::ringcentral {

/// The calls as this provider knows them: those of the story, and the first legs of RingOuts, which are calls only here.
class Calls
{
public:
    explicit Calls(Context &context);

    /// By "s-…" or by the legacy session id; nothing for calls that never were live, or ended too long ago.
    [[nodiscard]] const WorldCall *bySession(const std::string &id) const;
    /// Live calls with a party of this rep, oldest first.
    [[nodiscard]] std::vector<const WorldCall *> liveOf(const Rep &rep) const;

    /// A leg that is no call of the story: the ring at the rep's own phone.
    WorldCall &addLeg(WorldCall leg);
    [[nodiscard]] WorldCall *leg(CallNumber id);
    [[nodiscard]] const std::map<CallNumber, WorldCall> &legs() const { return m_legs; }
    /// One step of a leg's only party; `tell` is told as the world would.
    void moveLeg(WorldCall &leg, PartyState state, const std::string &reason, WorldObserver &tell);
    void reset() { m_legs.clear(); }

private:
    Context &m_context;
    std::map<CallNumber, WorldCall> m_legs;
    CallNumber m_nextLeg;
};

[[nodiscard]] bool isActive(const Party &party); ///< Setup to Parked.

} // namespace callcard::demo::ringcentral

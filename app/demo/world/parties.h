#pragma once

#include "world/calls.h"

#include <chrono>
#include <optional>
#include <string_view>

namespace callcard::demo {

inline bool rings(const Party &party)
{
    return party.state == PartyState::Setup || party.state == PartyState::Proceeding;
}

inline bool talks(const Party &party)
{
    return party.state == PartyState::Answered || party.state == PartyState::Hold;
}

inline bool isGone(const Party &party)
{
    return party.state == PartyState::Disconnected || party.state == PartyState::Gone;
}

/// The index of the first party of a rep (of this one, when named) for which `matches` holds.
[[nodiscard]] std::optional<std::size_t> repParty(const WorldCall &call, bool (*matches)(const Party &), std::string_view repId = {});
/// The index of the outside party that is still there.
[[nodiscard]] std::optional<std::size_t> outsideParty(const WorldCall &call);
[[nodiscard]] int wholeSeconds(std::chrono::milliseconds span); ///< Rounded; never below zero.

} // namespace callcard::demo

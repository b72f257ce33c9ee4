#pragma once

#include "backend.h"
#include "world/world.h"

#include "clock.h"

namespace callcard::demo::firestore {

inline constexpr const char *kProjectId = "demo-callcard"; ///< "demo-": never reaches a real service.

/// The documents the older applications keep, told from the world: profiles, goals, settings, what a server job wrote of past
/// days, and the directory in both importers' shapes. Nothing is made before somebody reads it.
void seedCompany(Backend &backend, const World &world, const DemoClock &clock);
void seedMetrics(Backend &backend, const World &world, const DemoClock &clock);
void seedDirectory(Backend &backend, const World &world);

[[nodiscard]] inline Timestamp stamp(Instant at)
{
    return {at.time_since_epoch().count() * 1000};
}

} // namespace callcard::demo::firestore

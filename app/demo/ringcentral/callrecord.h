#pragma once

#include "api.h"

namespace callcard::demo::ringcentral {

/// When a finished call shows up in the call log, or last changed there; nothing while it is live or the log lags behind.
[[nodiscard]] std::optional<Instant> loggedAt(const Context &context, const WorldCall &call);
/// Whether the call is in this rep's own call log.
[[nodiscard]] bool isLoggedFor(const Context &context, const WorldCall &call, const Rep &rep);
/// A record of the call log, from where this rep stands; "In Progress" for a live one.
[[nodiscard]] Json recordJson(const Context &context, const ApiCall &asked, const WorldCall &call, const Rep &rep, bool isDetailed,
                              bool isActive = false);
[[nodiscard]] std::string resultOf(const Context &context, const WorldCall &call, const Rep &rep);
[[nodiscard]] bool hasRecording(const Context &context, const WorldCall &call);

} // namespace callcard::demo::ringcentral

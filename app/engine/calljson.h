#pragma once

#include <callcard/call.h>
#include <callcard/callerlookup.h>
#include <callcard/connection.h>

#include <nlohmann/json.hpp>

namespace callcard {

/// The call of `watch`, `call` and `calls`: field names that scripts rely on.
[[nodiscard]] nlohmann::json callToJson(const Call &call, const WhoIs &who);
/// A line of `watch`.
[[nodiscard]] nlohmann::json callLine(const Call &call, const WhoIs &who);
[[nodiscard]] nlohmann::json connectionLine(const Connection &connection);
[[nodiscard]] nlohmann::json heartbeatLine(const QDateTime &now);

/// ISO 8601 with milliseconds, UTC; empty for a moment that is not known.
[[nodiscard]] std::string isoTime(const QDateTime &moment);

} // namespace callcard

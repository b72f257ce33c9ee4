#pragma once

#include <callcard/connection.h>

#include <nlohmann/json.hpp>

namespace callcard {

/// The document of `callcard-cli check --json`: {"status","services":[{"name","state","message","data"}]}. Fails when a
/// configured service failed, or when none is configured at all.
[[nodiscard]] nlohmann::json checksToJson(const QList<ServiceCheck> &checks, const QDateTime &now);

} // namespace callcard

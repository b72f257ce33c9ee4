#pragma once

#include "customers.h"

#include <callcard/connection.h>

#include <nlohmann/json.hpp>

#include <optional>

namespace callcard {

/// The document of `callcard-cli check --json`: {"status","services":[{"name","state","message","data"}]}. Fails when a
/// configured service failed, or when none is configured at all.
[[nodiscard]] nlohmann::json checksToJson(const QList<ServiceCheck> &checks, const QDateTime &now);

/// What the doctor says of the directory on this disk; nothing: there is nothing to say.
[[nodiscard]] std::optional<nlohmann::json> directoryCheck(const Customers &customers, const QDateTime &now);

/// The same of the call log and of what waits to be sent: an entry for each that cannot be used.
[[nodiscard]] QList<nlohmann::json> ownFilesCheck(const std::optional<Error> &callLog, const std::optional<Error> &outbox,
                                                  const QDateTime &now);

} // namespace callcard

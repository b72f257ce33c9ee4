#pragma once

#include <callcard/outbox.h>

#include <QHash>

#include <nlohmann/json.hpp>

namespace callcard {

/// For `status`: what waits towards whom and why, and what was set aside with its reason. `pauses`: by destination.
[[nodiscard]] nlohmann::json outboxToJson(const Outbox &outbox, const QHash<QString, Error> &pauses, const QDateTime &now);

} // namespace callcard

#pragma once

#include "refusal.h"
#include "value.h"

#include <string>

namespace callcard::demo::firestore {

/// Reads one value as the wire spells it: exactly one key, the type. Refuses everything else, in the real service's manner.
[[nodiscard]] Value valueFrom(const Json &json, const std::string &where);
/// Reads {"name": value …}.
[[nodiscard]] Map fieldsFrom(const Json &json, const std::string &where);

[[nodiscard]] Json toJson(const Value &value);
[[nodiscard]] Json toJson(const Map &fields);

} // namespace callcard::demo::firestore

#pragma once

#include "refusal.h"

#include <string>
#include <string_view>

namespace callcard::demo::firestore {

/// Parses a request body; refuses what is not JSON, not UTF-8, or nested deeper than any valid document can be.
[[nodiscard]] Json parsedBody(std::string_view text);

/// As the real service prints: doubles always with a point and, from ten million on, an exponent ("1.0E7").
[[nodiscard]] std::string jsonText(const Json &json);

} // namespace callcard::demo::firestore

#pragma once

#include "clock.h"

#include <optional>
#include <string>
#include <string_view>

namespace callcard::demo::ringcentral {

/// "2026-03-04T17:20:11.532Z"; `fraction` is 0 to 3 digits.
[[nodiscard]] std::string zuluTime(Instant instant, int fraction = 3);
/// "2026-03-04T17:20:11.532+0000", the other spelling that occurs on the wire (no colon).
[[nodiscard]] std::string offsetTime(Instant instant, int fraction = 3);
/// ISO 8601 with any of the spellings clients send: date only, without seconds, fractions, Z, +hh:mm, +hhmm, or no zone (UTC).
[[nodiscard]] std::optional<Instant> parseTime(std::string_view text);

} // namespace callcard::demo::ringcentral

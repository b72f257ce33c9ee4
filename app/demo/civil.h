#pragma once

#include "clock.h"

#include <optional>
#include <string>
#include <string_view>

namespace callcard::demo {

/// Calendar and clock as read on a wall somewhere.
struct Civil {
    int year = 1970;
    int month = 1;
    int day = 1;
    int hour = 0;
    int minute = 0;
    int second = 0;

    [[nodiscard]] std::string date() const; ///< "2026-03-04"
    [[nodiscard]] std::string time() const; ///< "07:05:09"
    bool operator==(const Civil &) const = default;
};

/// Seconds east of Greenwich in an IANA zone ("America/Denver", "UTC") at that moment; 0 for a zone nobody knows.
[[nodiscard]] std::chrono::seconds zoneOffset(std::string_view zone, Instant at);
[[nodiscard]] bool isKnownZone(std::string_view zone);
[[nodiscard]] Civil civilTime(Instant at, std::string_view zone = "UTC");
/// The moment when a wall in that zone shows this; in the hour that a clock change skips or repeats, one of the two readings.
[[nodiscard]] Instant instantOf(const Civil &civil, std::string_view zone = "UTC");
/// "yyyy-mm-dd" or "yyyy-mm-dd hh:mm:ss", nothing else.
[[nodiscard]] std::optional<Civil> parseCivil(std::string_view text);

/// "2026-03-04T17:20:11.532Z"
[[nodiscard]] std::string isoTime(Instant at);
/// RFC 2822: "Fri, 20 Nov 2026 15:10:12 +0000"
[[nodiscard]] std::string mailTime(Instant at);
/// RFC 3339 with Z or an offset (also "+0000"), 0 to 9 digits of a second.
[[nodiscard]] std::optional<Instant> parseIsoTime(std::string_view text);

} // namespace callcard::demo

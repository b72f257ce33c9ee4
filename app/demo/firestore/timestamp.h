#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace callcard::demo::firestore {

/// An instant as Firestore stores it: whole microseconds, years 1 to 9999.
struct Timestamp {
    std::int64_t micros = 0; ///< Since 1970 in UTC.
    auto operator<=>(const Timestamp &) const = default;
};

/// RFC 3339 with up to nine fraction digits, of which six are kept; "Z" or an offset.
[[nodiscard]] std::optional<Timestamp> timestampFrom(std::string_view text);
/// With 0, 3 or 6 fraction digits, whichever is shortest, and "Z".
[[nodiscard]] std::string timestampText(Timestamp timestamp);
[[nodiscard]] Timestamp cutToMilliseconds(Timestamp timestamp);

} // namespace callcard::demo::firestore

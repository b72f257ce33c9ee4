#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace callcard::demo {

/// A town, and the block of its numbers that is kept for fiction.
struct Place {
    std::string_view areaCode; ///< Of North America, where 555-0100 to 555-0199 belong to nobody. Empty elsewhere.
    std::string_view city;
    std::string_view state;
    std::string_view zone;         ///< IANA
    std::string_view postalPrefix; ///< What a postal code there begins with.
    std::string_view country = "US";
    std::string_view block = {}; ///< Elsewhere: E.164 without its last digits.
    int digits = 2;              ///< How many the block leaves open.

    [[nodiscard]] std::string prefix() const;
    [[nodiscard]] std::size_t capacity() const;
};

/// The first homePlaces() are towns of the United States, enough for a company with some thousand customers. A larger one has
/// customers all over North America, Great Britain and Australia: nowhere else so many numbers are kept for fiction.
[[nodiscard]] std::span<const Place> places();
[[nodiscard]] std::size_t homePlaces();

} // namespace callcard::demo

#pragma once

#include <span>
#include <string_view>

namespace callcard::demo {

/// An area code with a town in it.
struct Place {
    std::string_view areaCode;
    std::string_view city;
    std::string_view state;
    std::string_view zone;         ///< IANA
    std::string_view postalPrefix; ///< First three digits of a postal code there.
};

[[nodiscard]] std::span<const Place> places();

} // namespace callcard::demo

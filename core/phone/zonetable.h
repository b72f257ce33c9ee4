#pragma once

#include <string_view>

namespace callcard::zonetable {

/// `keys` and `zones` are lists parted by spaces or bars: short rows that a person can check.
struct Row {
    std::string_view keys;
    std::string_view zones;
};

struct Rows {
    const Row *first;
    const Row *last;
    [[nodiscard]] const Row *begin() const { return first; }
    [[nodiscard]] const Row *end() const { return last; }
};

[[nodiscard]] Rows countries(); ///< ISO code → zones, the most peopled first; sorted
[[nodiscard]] Rows states();    ///< "CO|Colorado" as the geocoder names US states and Canadian provinces
[[nodiscard]] Rows prefixes(); ///< first digits of E.164, parted by spaces → zones: where an area code leaves its country's or state's zone

} // namespace callcard::zonetable

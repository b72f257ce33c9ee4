#pragma once

#include "value.h"

#include <string>
#include <string_view>
#include <vector>

namespace callcard::demo::firestore {

/// Where a field stands: "devices.`PC-7 (lab)`" is two segments.
struct FieldPath {
    std::vector<std::string> segments{};

    [[nodiscard]] bool isName() const { return segments.size() == 1 && segments.front() == "__name__"; }
    [[nodiscard]] std::string text() const; ///< Quoted where it must be.
    auto operator<=>(const FieldPath &) const = default;
};

/// Refuses bad syntax, over-long paths and reserved names; "__name__" only where it is allowed.
[[nodiscard]] FieldPath fieldPathFrom(std::string_view text, bool nameAllowed = false);

/// Splits at commas outside of backticks: the text form of orderBy.
[[nodiscard]] std::vector<std::string> splitOutsideQuotes(std::string_view text, char separator);

[[nodiscard]] const Value *valueAt(const Map &fields, const FieldPath &path);
/// Makes maps on the way where something else, or nothing, stands.
void setAt(Map &fields, const FieldPath &path, Value value);
/// Leaves emptied maps behind, as the real service does.
void eraseAt(Map &fields, const FieldPath &path);
/// Only these fields.
[[nodiscard]] Map masked(const Map &fields, const std::vector<FieldPath> &mask);

} // namespace callcard::demo::firestore

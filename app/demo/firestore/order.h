#pragma once

#include "value.h"

namespace callcard::demo::firestore {

/// Firestore's order over all kinds: null, booleans, not-a-number, numbers, timestamps, strings (by bytes), bytes, references,
/// geo points, arrays, maps. Integers and doubles are compared by their mathematical value.
[[nodiscard]] int compare(const Value &one, const Value &other);

/// Whether a range filter may compare them at all: a filter on a number never finds a string.
[[nodiscard]] bool areComparable(const Value &one, const Value &other);

/// Equality as filters mean it: 1 equals 1.0.
[[nodiscard]] inline bool isSame(const Value &one, const Value &other)
{
    return areComparable(one, other) && compare(one, other) == 0;
}

} // namespace callcard::demo::firestore

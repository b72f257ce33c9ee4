#pragma once

#include <QString>

namespace callcard {

/// Whether one slip of the hand makes the one word of the other: a letter more, less, wrong, or two changed about.
[[nodiscard]] bool isOneSlipAway(QStringView a, QStringView b);
/// The same words in any order, each with a slip at most; short ones must agree.
[[nodiscard]] bool areLikeNames(QStringView a, QStringView b);

} // namespace callcard

#pragma once

#include <callcard/callerlookup.h>

namespace callcard::ui {

/// "Exact match", "Other extension", "Same e-mail", "Same text", "Guess": the same words wherever a match is named.
[[nodiscard]] QString confidenceText(Confidence confidence);
/// "3 customers share this number"
[[nodiscard]] QString sharedNumberText(int customers);
/// "New caller, not in your directory"
[[nodiscard]] QString strangerText();

} // namespace callcard::ui

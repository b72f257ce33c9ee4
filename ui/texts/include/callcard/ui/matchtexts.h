#pragma once

#include <callcard/callerlookup.h>

namespace callcard::ui {

/// "Exact match", "Other extension", "Same e-mail", "Same text", "Guess": the same words wherever a match is named.
[[nodiscard]] QString confidenceText(Confidence confidence);
/// "3 customers share this number"
[[nodiscard]] QString sharedNumberText(int customers);
/// "New caller, not in your directory"
[[nodiscard]] QString strangerText();
/// "Your directory could not be read": nobody knows whether the caller is in it.
[[nodiscard]] QString unaskedText();
/// The one or the other, of a caller for whom nobody was found.
[[nodiscard]] QString nobodyText(const WhoIs &who);

} // namespace callcard::ui

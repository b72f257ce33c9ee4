#pragma once

#include <callcard/poprules.h>
#include <callcard/preferences.h>

namespace callcard {

/// The rules of cards as the settings have them.
[[nodiscard]] PopRules popRules(const Preferences &preferences);

} // namespace callcard

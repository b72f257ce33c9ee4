#pragma once

#include <callcard/ui/theme.h>

namespace callcard::ui {

/// The one place that Theme::current() reads; only ThemeKeeper writes it.
Theme &mutableTheme();

/// In a high-contrast theme nothing is ours: all roles from the system's palette.
Colors highContrastColors(const QPalette &system);

} // namespace callcard::ui

#pragma once

#include <QString>

#include <chrono>

namespace callcard::ui {

/// "38 calls · 96 min · 21 texts today"
[[nodiscard]] QString todayText(int calls, std::chrono::seconds talk, int texts);
/// "3 calls": how often somebody tried.
[[nodiscard]] QString timesText(int calls);

} // namespace callcard::ui

#pragma once

#include "civil.h"

namespace callcard::demo {

/// "2026-03-04"
[[nodiscard]] inline std::string dayText(std::chrono::sys_days day)
{
    return civilTime(std::chrono::time_point_cast<std::chrono::milliseconds>(day)).date();
}

} // namespace callcard::demo

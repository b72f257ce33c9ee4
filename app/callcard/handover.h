#pragma once

#include "commandline.h"

#include <ipc/profile.h>

namespace callcard {

/// A second start: raises the first one, or hands it the link. False when nobody answered within a few seconds.
[[nodiscard]] bool handOver(const Profile &profile, const CommandLine &line);

} // namespace callcard

#pragma once

#include "clock.h"

#include <string>

namespace callcard::demo {

/// "Wed, 04 Mar 2026 17:20:11 GMT", for an answer's Date: the cloud's clock need not be this computer's.
[[nodiscard]] std::string httpDate(Instant at);

} // namespace callcard::demo

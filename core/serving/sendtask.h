#pragma once

#include "loop.h"
#include <callcard/httpsender.h>

namespace callcard::serving {

/// Connects, asks, reads the answer and calls `done` with it, once.
[[nodiscard]] Task<> sendOne(Executor executor, Outgoing outgoing, std::function<void(Result<Answer>)> done);

} // namespace callcard::serving

#pragma once

#include <callcard/task.h>

namespace callcard {

/// Goes on in the next turn of the event loop: long work is cut into slices between events.
[[nodiscard]] QCoro::Task<> nextTurn();

} // namespace callcard

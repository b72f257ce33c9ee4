#pragma once

#include <callcard/task.h>

namespace callcard {

/// Goes on in the next turn of the event loop: nobody's signal is below us on the stack any more, and what waited in the loop has had
/// its turn. For long work cut into slices, and before something dies that may be telling us something just now.
[[nodiscard]] QCoro::Task<> nextTurn();

} // namespace callcard

#pragma once

#include <callcard/store.h>

namespace callcard {

/// What lies in a file is not what was written there: the same remedy as for a damaged page.
[[nodiscard]] tl::unexpected<Error> damagedRecord();

/// Said by whoever works upon the generation in force on another thread: it is that file which is damaged, and not the new one.
[[nodiscard]] Error ofInForce(Error error);
[[nodiscard]] bool isOfInForce(const Error &error);

} // namespace callcard

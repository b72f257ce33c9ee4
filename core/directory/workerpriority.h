#pragma once

namespace callcard {

/// Of the calling thread, for good: a call that rings meanwhile goes first.
void lowerPriority();

} // namespace callcard

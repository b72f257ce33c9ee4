#pragma once

#include <QString>

namespace callcard {

/// Said through the desktop's notifications by a program that ends without a window: who started it from a menu sees no terminal. Nothing
/// where there is no such service. Waits a moment for it, for nothing of us is there afterwards.
void sayLastWords(const QString &sentence);

} // namespace callcard

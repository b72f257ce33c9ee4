#pragma once

#include "registry.h"

#include <QStringList>

namespace callcard::gallery {

/// Walks through the state with Tab, the arrows and Shift+Tab. A line each for what a pointer can press and the keyboard cannot, for a
/// stop that nobody sees, one that holds the keyboard fast, and a way that jumps back against the direction of reading.
[[nodiscard]] QStringList unreachable(const QString &state, const Entry &entry);

} // namespace callcard::gallery

#pragma once

#include "registry.h"

#include <QStringList>

namespace callcard::gallery {

/// What a listener would miss in this state, a line each: controls without a role or a name, two that cannot be told apart, names that
/// are no words, and painted words that nobody says.
[[nodiscard]] QStringList unheard(const QString &state, const Entry &entry);

} // namespace callcard::gallery

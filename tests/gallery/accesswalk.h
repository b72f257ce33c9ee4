#pragma once

#include "registry.h"

#include <QStringList>

namespace callcard::gallery {

/// What shows in this state, can be used, and has no accessible name or no role: a line each.
[[nodiscard]] QStringList namelessControls(const QString &state, const Entry &entry);

} // namespace callcard::gallery

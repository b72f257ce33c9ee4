#pragma once

#include "registry.h"

#include <memory>

class QWidget;

namespace callcard::gallery {

/// Until layouts and what was posted have come to rest.
void settle();

/// Made, as large as it wants to be, visible, active and at rest.
[[nodiscard]] std::unique_ptr<QWidget> shown(const Entry &entry);

} // namespace callcard::gallery

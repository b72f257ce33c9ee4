#pragma once

#include "registry.h"

#include <QImage>

namespace callcard::gallery {

/// Shows the widget offscreen until it has settled and takes its picture, at the screen's device pixel ratio.
[[nodiscard]] QImage render(const Entry &entry);

} // namespace callcard::gallery

#pragma once

namespace callcard::ui {

/// Choice boxes say what is chosen and for what. Qt tells AT-SPI only the first, and leaves the second to labels of its own.
void installSpokenCombo();

} // namespace callcard::ui

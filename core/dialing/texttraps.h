#pragma once

#include <QString>

namespace callcard {

/// The same text with everything blanked out that has digits and is no phone number: positions stay what they were.
[[nodiscard]] QString withoutTraps(const QString &text);

} // namespace callcard

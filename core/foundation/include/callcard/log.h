#pragma once

#include <QLoggingCategory>
#include <QString>

namespace callcard {

/// Masks what must not be in a log: tokens, keys, e-mail addresses and runs of seven or more digits. A net below the
/// types, which mask themselves: it catches what other libraries print.
[[nodiscard]] QString redacted(QStringView text);

/// "••• 0142": enough to tell two numbers of one log apart, too little to call anybody.
[[nodiscard]] QString maskedNumber(QStringView number);

} // namespace callcard

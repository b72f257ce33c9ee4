#pragma once

#include <QLocale>
#include <QString>

#include <optional>

namespace callcard::ui {

[[nodiscard]] QString countText(qint64 count, const QLocale &locale = QLocale());   ///< "128,406"
[[nodiscard]] QString percentText(double share, const QLocale &locale = QLocale()); ///< 0.614 → "61%", by the locale "61 %"
[[nodiscard]] QString moneyText(qint64 cents,
                                const QLocale &locale = QLocale()); ///< "$48,200": whole units, as a card has no room for cents
[[nodiscard]] QString bytesText(qint64 bytes, const QLocale &locale = QLocale());               ///< "4.2 MB"
[[nodiscard]] QString millisecondsText(double milliseconds, const QLocale &locale = QLocale()); ///< "0.04 ms", "19 ms", "1.4 s"
/// A figure that may be missing: never zero for what was not read.
[[nodiscard]] QString figureText(std::optional<qint64> figure, const QLocale &locale = QLocale());
/// In a badge: "7", "9+" from `most` + 1 on.
[[nodiscard]] QString badgeCount(int count, int most = 9);

} // namespace callcard::ui

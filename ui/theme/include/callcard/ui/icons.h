#pragma once

#include <callcard/ui/tokens.h>

#include <QIcon>
#include <QPixmap>
#include <QString>

class QPainter;

namespace callcard::ui {

/// The line icons of the design, by their file name: "phone-ringing". Drawn once and kept by name, size, colour and device pixel ratio.
[[nodiscard]] QPixmap iconPixmap(const QString &name, int px, const QColor &color, qreal dpr, bool mirrored = false);

/// Centred in `rect`, at rect's smaller side. Mirrors those icons that point somewhere when the layout runs right to left.
void drawIcon(QPainter &painter, const QRectF &rect, const QString &name, const QColor &color,
              Qt::LayoutDirection direction = Qt::LeftToRight);

/// An icon for QAction, QPushButton … that follows theme, state and device. Our style tints it in the text's colour.
[[nodiscard]] QIcon lineIcon(const QString &name, ColorRole role = &Colors::textSecondary);
/// The name given to lineIcon(), empty for any other icon.
[[nodiscard]] QString lineIconName(const QIcon &icon);

[[nodiscard]] bool iconMirrors(const QString &name);
[[nodiscard]] bool iconExists(const QString &name);

} // namespace callcard::ui

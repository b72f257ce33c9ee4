#pragma once

#include <callcard/ui/theme.h>

#include <QRectF>
#include <QString>

class QPainter;

namespace callcard::ui {

/// Outside text in a few lines at most, the last one elided. Theme::lineHeight() apart, plain letters only.
[[nodiscard]] int wrappedLines(const QString &text, Type type, int width, int most);
void drawWrapped(QPainter &painter, const QRect &rect, const QString &text, Type type, const QColor &color, int most);

/// Left (right in right-to-left text) to right on one line; see drawRuns().
struct Run {
    QString text{};
    QString icon{};
    Type type{Type::Body};
    QColor color{};
    bool number{};   ///< Tabular, left to right, and never elided.
    bool mayElide{}; ///< The first one that may gives way.
};
[[nodiscard]] int runsWidth(const QList<Run> &runs); ///< What they take uncut.
/// Runs with " · " between them. Returns whether something was cut off.
bool drawRuns(QPainter &painter, const QRect &rect, const QList<Run> &runs, Qt::LayoutDirection direction, const QColor &dots);

} // namespace callcard::ui

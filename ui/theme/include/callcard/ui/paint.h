#pragma once

#include <callcard/ui/theme.h>

#include <QRectF>
#include <QString>

class QPainter;

namespace callcard::ui {

/// Small strokes that every screen shares. All take their colours from Theme::current() unless told otherwise.

/// The keyboard's ring around `rect`: 2 px, 1 px gap, radius + 3. Needs 3 px outside.
void drawFocus(QPainter &painter, const QRectF &rect, qreal radius = radius::control);
/// A text field's: 2 px halo outside, 1 px line inside.
void drawFieldFocus(QPainter &painter, const QRectF &rect, qreal radius = radius::control);
/// Filled and outlined on whole pixels, so that hairlines stay hairlines.
void drawPanel(QPainter &painter, const QRectF &rect, qreal radius, const QColor &fill, const QColor &border = {});

struct TextLook {
    Type type{Type::Body};
    ColorRole role{&Colors::text};
    Qt::Alignment alignment{Qt::AlignLeading | Qt::AlignVCenter};
    bool tabular{}; ///< Every digit as wide as the widest one.
    QColor color{}; ///< Instead of `role`.
};
/// Text from anywhere, one line, cleaned and isolated. Returns whether something was cut off: then show a tool tip.
bool drawElided(QPainter &painter, const QRectF &rect, const QString &text, const TextLook &look = {});
/// Digits in cells, so that a timer does not tremble and columns align. Numbers never elide.
void drawTabular(QPainter &painter, const QRectF &rect, const QString &text, const QFont &font, const QColor &color,
                 Qt::Alignment alignment);
[[nodiscard]] qreal tabularWidth(const QString &text, const QFont &font);
/// With the found letters on `mark`. `hits` are positions in `text` as given (from, length).
bool drawMarked(QPainter &painter, const QRectF &rect, const QString &text, const QList<std::pair<int, int>> &hits,
                const TextLook &look = {});

enum class ChipKind { Outlined, Dashed, Tinted, Filled };
struct ChipLook {
    ChipKind kind{ChipKind::Outlined};
    QString icon{};
    QString text{};
    std::optional<StateLook> state{}; ///< Tinted: whose tint. Absent: grey.
    int height{size::chip};
};
[[nodiscard]] QSize chipSize(const ChipLook &look);
void drawChip(QPainter &painter, const QRectF &rect, const ChipLook &look);

[[nodiscard]] QSize keycapSize(const QString &key);
void drawKeycap(QPainter &painter, const QRectF &rect, const QString &key, bool onAccent = false);

/// Count in a pill: "2" beside a page's name.
[[nodiscard]] QSize countPillSize(int count);
void drawCountPill(QPainter &painter, const QRectF &rect, int count, StateLook look = StateLook::Missed);

/// A card's band: the state's tint, upper corners round.
void drawBand(QPainter &painter, const QRectF &rect, StateLook look, qreal topRadius = radius::card);
/// The 8 px square before a line's name.
void drawLineMark(QPainter &painter, const QPointF &leftCenter, int line);
/// Missing data: 45°, 1.5 px every 4 px. Never zero.
void drawHatch(QPainter &painter, const QRectF &rect, qreal radius = radius::cell);
/// What floats: card, flyout, call box, menu. Two soft shadows in the 16 px margin around `body` where a compositor runs; otherwise a
/// plain rectangle with a stronger line. The shadow is painted once and then stretched.
void drawFloating(QPainter &painter, const QRect &body, const QColor &fill, qreal radius = radius::card);
/// The connected card of the tray, as application icon: accent with white marks.
void drawLogo(QPainter &painter, const QRectF &rect);

} // namespace callcard::ui

#pragma once

#include <callcard/ui/theme.h>

#include <QPixmap>
#include <QRectF>
#include <QString>

class QPainter;

namespace callcard::ui {

/// Who a circle stands for.
struct Person {
    QString id{};   ///< Chooses the colour; empty: nobody we know, grey.
    QString name{}; ///< From outside; gives the initials.
    QString icon{}; ///< Instead of initials: "people", "person-hidden" …
    QPixmap photo{};
};

void drawAvatar(QPainter &painter, const QRectF &circle, const Person &person);
/// The motif: a ring around the avatar whose shape alone tells the state. `avatar` is the circle inside.
void drawStateRing(QPainter &painter, const QRectF &avatar, StateLook look, qreal opacity = 1);
/// The round badge with the state's icon, centred on the avatar's edge at 135°, with a halo in `background`.
void drawBadge(QPainter &painter, const QRectF &avatar, StateLook look, const QColor &background);
/// What ring, badge and halo need beyond the avatar on each side.
inline constexpr int kRingMargin = size::stateRing + size::stateRingGap + 2;

[[nodiscard]] QString stateIcon(StateLook look);
/// "Ringing", "On hold" …: goes with every ring. Ended and missed have longer words of their own in ui/texts.
[[nodiscard]] bool hasRing(StateLook look);

} // namespace callcard::ui

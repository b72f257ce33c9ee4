#include <callcard/ui/icons.h>
#include <callcard/ui/outsidetext.h>
#include <callcard/ui/people.h>

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace callcard::ui {

namespace {
constexpr double kHalfTurn = 3.14159265358979;
constexpr int kDashes = 10;
constexpr double kDashOn = 18.7;

/// Clockwise from 12 o'clock, as the design speaks; QPainter counts the other way from 3.
void drawArc(QPainter &painter, const QRectF &rect, double from, double to)
{
    painter.drawArc(rect, static_cast<int>(std::lround((90 - from) * 16)), static_cast<int>(std::lround((from - to) * 16)));
}

void drawPhoto(QPainter &painter, const QRectF &circle, const QPixmap &photo)
{
    QPainterPath clip;
    clip.addEllipse(circle);
    painter.setClipPath(clip, Qt::IntersectClip);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    const qreal side = std::min(photo.width(), photo.height());
    painter.drawPixmap(circle, photo, QRectF((photo.width() - side) / 2, (photo.height() - side) / 2, side, side));
}
} // namespace

void drawAvatar(QPainter &painter, const QRectF &circle, const Person &person)
{
    const Theme &theme = Theme::current();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    if (!person.photo.isNull()) {
        drawPhoto(painter, circle, person.photo);
        painter.restore();
        return;
    }
    const QString letters = person.icon.isEmpty() ? initials(person.name) : QString();
    const bool nobody = person.id.isEmpty() || letters.isEmpty();
    const AvatarColors pair = nobody ? AvatarColors{theme.color.sunken, theme.color.textSecondary} : theme.avatar(avatarIndex(person.id));
    const bool outlined = nobody || theme.highContrast; // a coloured disc needs no line
    painter.setPen(outlined ? QPen(theme.color.border, 1) : QPen(Qt::NoPen));
    painter.setBrush(pair.background);
    painter.drawEllipse(outlined ? circle.adjusted(0.5, 0.5, -0.5, -0.5) : circle);
    if (letters.isEmpty()) {
        const qreal icon = std::round(circle.width() * 0.42);
        drawIcon(painter, QRectF(circle.center().x() - icon / 2, circle.center().y() - icon / 2, icon, icon),
                 person.icon.isEmpty() ? u"person"_s : person.icon, pair.text);
    } else {
        QFont font = theme.font(Type::BodyStrong);
        font.setPixelSize(std::max(8, static_cast<int>(std::lround(circle.width() * 0.36))));
        // Two wide capitals must stay within the circle.
        const qreal width = QFontMetricsF(font).horizontalAdvance(letters);
        if (width > circle.width() * 0.76)
            font.setPixelSize(std::max(7, static_cast<int>(font.pixelSize() * circle.width() * 0.76 / width)));
        painter.setFont(font);
        painter.setPen(pair.text);
        painter.drawText(circle, Qt::AlignCenter | Qt::TextSingleLine, letters);
    }
    painter.restore();
}

bool hasRing(StateLook look)
{
    return look <= StateLook::Missed;
}

void drawStateRing(QPainter &painter, const QRectF &avatar, StateLook look, qreal opacity)
{
    if (!hasRing(look))
        return;
    const qreal out = size::stateRingGap + size::stateRing / 2.0; // radius avatar/2 + 3, the pen's middle
    const QRectF ring = avatar.adjusted(-out, -out, out, out);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setOpacity(painter.opacity() * opacity);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(Theme::current().state(look).ring, size::stateRing, Qt::SolidLine, Qt::RoundCap));
    switch (look) {
    case StateLook::Ringing:
        for (int dash = 0; dash < kDashes; ++dash)
            drawArc(painter, ring, dash * 36.0 - kDashOn / 2, dash * 36.0 + kDashOn / 2);
        break;
    case StateLook::Dialling:
        drawArc(painter, ring, 0, 180);
        break;
    case StateLook::Active:
        painter.drawEllipse(ring);
        break;
    case StateLook::Held:
        drawArc(painter, ring, 18, 162);
        drawArc(painter, ring, 198, 342);
        break;
    case StateLook::Missed:
        drawArc(painter, ring, 178, 360 + 92);
        break;
    default:
        break;
    }
    painter.restore();
}

void drawBadge(QPainter &painter, const QRectF &avatar, StateLook look, const QColor &background)
{
    const StateColors state = Theme::current().state(look);
    const qreal radius = avatar.width() / 2;
    const double angle = 135 * kHalfTurn / 180; // clockwise from 12: lower right
    QPointF center(avatar.center().x() + radius * std::sin(angle), avatar.center().y() - radius * std::cos(angle));
    // Snapped, so that the disc's edge and the glyph's lines are equally sharp in every card.
    center = QPointF(std::round(center.x()), std::round(center.y()));
    const qreal badge = size::stateBadge / 2.0;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(background);
    painter.drawEllipse(center, badge + 2, badge + 2);
    painter.setBrush(state.fill);
    painter.drawEllipse(center, badge, badge);
    constexpr qreal glyph = 12;
    drawIcon(painter, QRectF(center.x() - glyph / 2, center.y() - glyph / 2, glyph, glyph), stateIcon(look), state.onFill,
             painter.layoutDirection());
    painter.restore();
}

QString stateIcon(StateLook look)
{
    switch (look) {
    case StateLook::Ringing:
        return u"phone-ringing"_s;
    case StateLook::Dialling:
        return u"phone-out"_s;
    case StateLook::Active:
        return u"phone"_s;
    case StateLook::Held:
        return u"pause"_s;
    case StateLook::Missed:
        return u"phone-missed"_s;
    case StateLook::Ended:
        return u"phone-end"_s;
    case StateLook::Ok:
        return u"check-circle"_s;
    case StateLook::Warning:
        return u"warning"_s;
    case StateLook::Error:
        return u"error"_s;
    }
    return {};
}

} // namespace callcard::ui

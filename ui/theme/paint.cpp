#include <callcard/ui/paint.h>

#include <QPainter>
#include <QPainterPath>

namespace callcard::ui {

namespace {
constexpr double kHaloOpacity = 0.28;
constexpr qreal kHatchStep = 4;
constexpr qreal kHatchPen = 1.5;
constexpr qreal kLineMark = 8;
constexpr qreal kLineMarkRadius = 2;
} // namespace

void drawFocus(QPainter &painter, const QRectF &rect, qreal radius)
{
    const qreal middle = size::focusGap + size::focusRing / 2.0;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(Theme::current().color.focus, size::focusRing));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(rect.adjusted(-middle, -middle, middle, middle), radius + middle, radius + middle);
    painter.restore();
}

void drawFieldFocus(QPainter &painter, const QRectF &rect, qreal radius)
{
    const Theme &theme = Theme::current();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    QColor halo = theme.color.focus;
    if (!theme.highContrast)
        halo.setAlphaF(static_cast<float>(kHaloOpacity));
    painter.setPen(QPen(halo, 2));
    painter.drawRoundedRect(rect.adjusted(-1, -1, 1, 1), radius + 1, radius + 1);
    painter.setPen(QPen(theme.color.focus, 1));
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius - 0.5, radius - 0.5);
    painter.restore();
}

void drawPanel(QPainter &painter, const QRectF &rect, qreal radius, const QColor &fill, const QColor &border)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const bool lined = border.isValid();
    painter.setPen(lined ? QPen(border, size::hairline) : QPen(Qt::NoPen));
    painter.setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    painter.drawRoundedRect(lined ? rect.adjusted(0.5, 0.5, -0.5, -0.5) : rect, lined ? radius - 0.5 : radius,
                            lined ? radius - 0.5 : radius);
    painter.restore();
}

void drawBand(QPainter &painter, const QRectF &rect, StateLook look, qreal topRadius)
{
    QPainterPath path;
    path.setFillRule(Qt::WindingFill);
    path.addRoundedRect(rect, topRadius, topRadius);
    path.addRect(rect.adjusted(0, topRadius, 0, 0));
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillPath(path.simplified(), Theme::current().state(look).tint);
    painter.restore();
}

void drawLineMark(QPainter &painter, const QPointF &leftCenter, int line)
{
    drawPanel(painter, QRectF(leftCenter.x(), leftCenter.y() - kLineMark / 2, kLineMark, kLineMark), kLineMarkRadius,
              Theme::current().line(line));
}

void drawHatch(QPainter &painter, const QRectF &rect, qreal radius)
{
    const QColor color = Theme::current().highContrast ? Theme::current().color.text : Theme::current().chart().hatch;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath clip;
    clip.addRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    painter.save();
    painter.setClipPath(clip, Qt::IntersectClip);
    painter.setPen(QPen(color, kHatchPen));
    // Anchored to the origin, not to the cell: neighbours read as one surface.
    const qreal height = rect.height();
    const qreal step = kHatchStep * 1.41421;
    for (qreal x = std::floor((rect.left() - height) / step) * step; x < rect.right(); x += step)
        painter.drawLine(QPointF(x, rect.bottom()), QPointF(x + height, rect.top()));
    painter.restore();
    painter.setPen(QPen(color, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(clip);
    painter.restore();
}

void drawLogo(QPainter &painter, const QRectF &rect)
{
    const Theme &theme = Theme::current();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    // The tray's 22 grid, of which the card covers 1.5 to 20.5.
    const qreal unit = rect.width() / 19;
    painter.translate(rect.left(), rect.center().y());
    painter.scale(unit, unit);
    painter.translate(-1.5, -11);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.color.accent);
    painter.drawRoundedRect(QRectF(1.5, 4, 19, 14), 3.6, 3.6);
    painter.setPen(QPen(theme.color.onAccent, 1.5, Qt::SolidLine, Qt::RoundCap));
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(QPointF(7.2, 11), 2.5, 2.5);
    painter.drawLine(QPointF(12.7, 9.2), QPointF(17, 9.2));
    painter.drawLine(QPointF(12.7, 12.8), QPointF(15.3, 12.8));
    painter.restore();
}

} // namespace callcard::ui

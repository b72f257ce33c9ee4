#include <callcard/ui/figures.h>
#include <callcard/ui/paint.h>

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace callcard::ui {

namespace {
constexpr qreal kPaceWidth = 2;
constexpr qreal kPaceOverhang = 3;

QColor paceColor()
{
    return Theme::current().color.text;
}
} // namespace

void drawGoalRing(QPainter &painter, const QRectF &rect, const GoalRingLook &look, const QColor &background)
{
    const Theme &theme = Theme::current();
    const qreal inset = look.stroke / 2;
    const QRectF ring = rect.adjusted(inset, inset, -inset, -inset);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    if (!look.read) {
        QPainterPath band;
        band.addEllipse(rect);
        band.addEllipse(rect.adjusted(look.stroke, look.stroke, -look.stroke, -look.stroke));
        painter.setClipPath(band, Qt::IntersectClip);
        drawHatch(painter, rect, rect.width() / 2);
        painter.setPen(QPen(theme.highContrast ? theme.color.text : theme.chart().hatch, 1));
        painter.drawEllipse(rect.adjusted(look.stroke - 0.5, look.stroke - 0.5, 0.5 - look.stroke, 0.5 - look.stroke));
        painter.restore();
        return;
    }
    painter.setPen(QPen(theme.highContrast ? theme.color.textDisabled : theme.chart().track, look.stroke));
    painter.drawEllipse(ring);
    const double share = std::clamp(look.share, 0.0, 1.0);
    painter.setPen(QPen(theme.color.accent, look.stroke, Qt::SolidLine, Qt::RoundCap));
    if (share >= 1)
        painter.drawEllipse(ring);
    else if (share > 0)
        painter.drawArc(ring, 90 * 16, -static_cast<int>(std::lround(share * 360 * 16)));
    if (look.pace) {
        painter.translate(rect.center());
        painter.rotate(std::clamp(*look.pace, 0.0, 1.0) * 360);
        const qreal outer = -rect.height() / 2 - (look.stroke >= size::goalRingStroke ? kPaceOverhang : 1);
        const qreal inner = -rect.height() / 2 + look.stroke + (look.stroke >= size::goalRingStroke ? kPaceOverhang : 1);
        painter.setPen(QPen(background, kPaceWidth + 4, Qt::SolidLine, Qt::FlatCap));
        painter.drawLine(QPointF(0, -rect.height() / 2 - 0.5), QPointF(0, -rect.height() / 2 + look.stroke + 0.5));
        painter.setPen(QPen(paceColor(), kPaceWidth, Qt::SolidLine, Qt::FlatCap));
        painter.drawLine(QPointF(0, outer), QPointF(0, inner));
    }
    painter.restore();
}

void drawBar(QPainter &painter, const QRectF &rect, double share, const QColor &color, Qt::LayoutDirection direction)
{
    const Theme &theme = Theme::current();
    const qreal radius = rect.height() / 2;
    drawPanel(painter, rect, radius, theme.highContrast ? theme.color.surface : theme.chart().track,
              theme.highContrast ? theme.color.border : QColor());
    const qreal width = rect.width() * std::clamp(share, 0.0, 1.0);
    if (width <= 0)
        return;
    QRectF bar = rect;
    bar.setWidth(std::max(width, std::min(rect.height() * 0.75, rect.width()))); // one of a thousand is still something to see
    if (direction == Qt::RightToLeft)
        bar.moveRight(rect.right());
    drawPanel(painter, bar, std::min(radius, bar.width() / 2), color);
}

void drawBullet(QPainter &painter, const QRectF &rect, double share, std::optional<double> pace, const QColor &background,
                Qt::LayoutDirection direction)
{
    drawBar(painter, rect, share, Theme::current().chart().outgoing, direction);
    if (!pace)
        return;
    const qreal along = rect.width() * std::clamp(*pace, 0.0, 1.0);
    const qreal x = std::round(direction == Qt::RightToLeft ? rect.right() - along : rect.left() + along);
    painter.fillRect(QRectF(x - 3, rect.top(), 6, rect.height()), background);
    painter.fillRect(QRectF(x - 1, rect.top() - kPaceOverhang, kPaceWidth, rect.height() + 2 * kPaceOverhang), paceColor());
}

Axis axisFor(double most)
{
    if (!(most > 0) || !std::isfinite(most))
        return {};
    const double rough = most / 4;
    const double power = std::pow(10, std::floor(std::log10(rough)));
    double step = power * 10;
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (factor * power >= rough) {
            step = factor * power;
            break;
        }
    }
    step = std::max(step, 1.0); // half a call is no line
    return {.top = std::ceil(most / step) * step, .step = step};
}

void drawStackedBars(QPainter &painter, const QRectF &rect, const QList<DayBar> &days, double top, qreal barWidth,
                     Qt::LayoutDirection direction)
{
    if (days.isEmpty() || top <= 0)
        return;
    const ChartColors &chart = Theme::current().chart();
    const qreal slot = rect.width() / static_cast<qreal>(days.size());
    const qreal width = std::min(barWidth, slot - 2);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    for (qsizetype i = 0; i < days.size(); ++i) {
        const DayBar &day = days[i];
        const qsizetype place = direction == Qt::RightToLeft ? days.size() - 1 - i : i;
        const qreal x = std::round(rect.left() + (static_cast<qreal>(place) + 0.5) * slot - width / 2);
        if (!day.read) {
            const qreal height = std::min(1.0, day.probable / top) * rect.height();
            drawHatch(painter, QRectF(x, rect.bottom() - height, width, height), radius::cell);
            continue;
        }
        const double total = double(day.outgoing) + day.incoming + day.missed + day.unconnected;
        if (total <= 0)
            continue;
        const qreal whole = std::min(1.0, total / top) * rect.height();
        QPainterPath clip; // only the upper corners are round, the foot stands on the axis
        clip.addRoundedRect(QRectF(x, rect.bottom() - whole, width, whole + 4), 2, 2);
        painter.save();
        painter.setClipRect(QRectF(x - 1, rect.bottom() - whole - 1, width + 2, whole + 1), Qt::IntersectClip);
        painter.setClipPath(clip, Qt::IntersectClip);
        qreal foot = rect.bottom();
        const std::array<std::pair<int, QColor>, 4> parts{{{day.outgoing, chart.outgoing},
                                                           {day.incoming, chart.incoming},
                                                           {day.missed, chart.missed},
                                                           {day.unconnected, chart.unconnected}}};
        for (const auto &[count, color] : parts) {
            if (count <= 0)
                continue;
            const qreal height = whole * count / total;
            const bool first = foot == rect.bottom();
            painter.fillRect(QRectF(x, foot - height, width, first ? height : std::max(1.0, height - 1)), color);
            foot -= height;
        }
        painter.restore();
    }
    painter.restore();
}

void drawSparkline(QPainter &painter, const QRectF &rect, const QList<std::optional<double>> &values, const QColor &color, bool endDot,
                   Qt::LayoutDirection direction)
{
    double low = 0;
    double high = 0;
    bool any = false;
    for (const auto &value : values) {
        if (!value)
            continue;
        low = any ? std::min(low, *value) : *value;
        high = any ? std::max(high, *value) : *value;
        any = true;
    }
    if (!any)
        return;
    constexpr qreal dot = 2.5;
    const QRectF box = rect.adjusted(dot, dot, -dot, -dot);
    const qreal step = values.size() > 1 ? box.width() / static_cast<qreal>(values.size() - 1) : 0;
    const auto point = [&](qsizetype i) {
        const qreal along = static_cast<qreal>(i) * step;
        const qreal up = high > low ? (*values[i] - low) / (high - low) : 0.5;
        return QPointF(direction == Qt::RightToLeft ? box.right() - along : box.left() + along, box.bottom() - up * box.height());
    };
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    QPainterPath path;
    for (qsizetype i = 0; i < values.size(); ++i) {
        if (!values[i])
            continue;
        const bool joined = i > 0 && values[i - 1];
        const bool goesOn = i + 1 < values.size() && values[i + 1];
        if (!joined)
            path.moveTo(point(i));
        else
            path.lineTo(point(i));
        if (!joined && !goesOn)
            painter.drawPoint(point(i)); // a day alone between two gaps
    }
    painter.drawPath(path);
    if (endDot && values.last()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(color);
        painter.drawEllipse(point(values.size() - 1), dot, dot);
    }
    painter.restore();
}

} // namespace callcard::ui

#include <callcard/ui/figures.h>
#include <callcard/ui/paint.h>

#include <QPainter>

namespace callcard::ui {

HeatLevel heatLevel(int calls, double goal)
{
    if (calls <= 0)
        return HeatLevel::None;
    if (goal <= 0)
        return HeatLevel::One;
    const double share = calls / goal;
    if (share <= 0.30)
        return HeatLevel::One;
    if (share <= 0.60)
        return HeatLevel::Two;
    if (share <= 0.80)
        return HeatLevel::Three;
    if (share <= 0.99)
        return HeatLevel::Four;
    return HeatLevel::Full;
}

void drawHeatCell(QPainter &painter, const QRectF &rect, HeatLevel level, bool today)
{
    const Theme &theme = Theme::current();
    if (level == HeatLevel::Absent)
        return;
    if (level == HeatLevel::NotRead)
        drawHatch(painter, rect, radius::cell);
    else
        drawPanel(painter, rect, radius::cell, theme.chart().heat[static_cast<size_t>(level)],
                  level == HeatLevel::None ? theme.color.border : QColor());
    if (today) {
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(theme.color.text, 1.5));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(rect.adjusted(-0.75, -0.75, 0.75, 0.75), radius::cell + 0.75, radius::cell + 0.75);
        painter.restore();
    }
}

void drawHeatMap(QPainter &painter, const QRectF &rect, const QList<HeatLevel> &days, int today, Qt::LayoutDirection direction)
{
    constexpr qreal pitch = size::heatCell + size::heatGap;
    for (qsizetype i = 0; i < days.size(); ++i) {
        const qreal along = static_cast<qreal>(i / 7) * pitch;
        const qreal x = direction == Qt::RightToLeft ? rect.right() - along - size::heatCell : rect.left() + along;
        drawHeatCell(painter, QRectF(x, rect.top() + static_cast<qreal>(i % 7) * pitch, size::heatCell, size::heatCell), days[i],
                     i == today);
    }
}

} // namespace callcard::ui

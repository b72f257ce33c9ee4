#include <callcard/ui/figures.h>
#include <callcard/ui/paint.h>

#include <QPainter>

#include <algorithm>

namespace callcard::ui {

HeatSteps heatSteps(double goal)
{
    return {goal * 0.30, goal * 0.60, goal * 0.80, goal * 0.99};
}

HeatSteps heatSteps(QList<int> counts)
{
    counts.removeIf([](int count) { return count <= 0; });
    std::sort(counts.begin(), counts.end());
    HeatSteps steps{1, 1, 1, 1};
    if (counts.isEmpty())
        return steps;
    for (size_t i = 0; i < steps.size(); ++i) {
        const qsizetype place = counts.size() * static_cast<qsizetype>(i + 1) / 5;
        steps[i] = counts.at(std::clamp<qsizetype>(place - 1, 0, counts.size() - 1));
    }
    return steps;
}

HeatLevel heatLevel(int calls, const HeatSteps &steps)
{
    if (calls <= 0)
        return HeatLevel::None;
    int level = 1;
    for (const double step : steps)
        level += calls > step ? 1 : 0;
    return static_cast<HeatLevel>(level);
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

} // namespace callcard::ui

#pragma once

#include <callcard/ui/theme.h>

#include <QList>
#include <QRectF>

#include <array>
#include <optional>

class QPainter;

namespace callcard::ui {

struct GoalRingLook {
    double share{};               ///< Of the goal; above 1 the ring is full.
    std::optional<double> pace{}; ///< Expected by now, as a share.
    qreal stroke{size::goalRingStroke};
    bool read{true}; ///< false: hatched track, no arc.
};
/// Clockwise from 12 o'clock, round caps; the pace tick crosses it. Not mirrored in right-to-left text.
void drawGoalRing(QPainter &painter, const QRectF &rect, const GoalRingLook &look, const QColor &background);

/// A bar against its track with the pace tick. Mirrors.
void drawBullet(QPainter &painter, const QRectF &rect, double share, std::optional<double> pace, const QColor &background,
                Qt::LayoutDirection direction = Qt::LeftToRight);
void drawBar(QPainter &painter, const QRectF &rect, double share, const QColor &color, Qt::LayoutDirection direction = Qt::LeftToRight);

struct DayBar {
    int outgoing{}, incoming{}, missed{}, unconnected{};
    bool read{true};
    int probable{}; ///< How high the hatch is when the day was not read.
};
/// A round number at or above `most`, and the distance of its lines: at most four of them.
struct Axis {
    double top{1};
    double step{1};
    bool operator==(const Axis &) const = default;
};
[[nodiscard]] Axis axisFor(double most);

/// One column a day, stacked in that order with 1 px of surface between; upper corners round.
void drawStackedBars(QPainter &painter, const QRectF &rect, const QList<DayBar> &days, double top, qreal barWidth = 22,
                     Qt::LayoutDirection direction = Qt::LeftToRight);

enum class HeatLevel { None, One, Two, Three, Four, Full, NotRead, Absent };
/// The counts up to which a day has levels one to four; above is full.
using HeatSteps = std::array<double, 4>;
/// By the share of the daily goal: 30, 60, 80, 99 percent.
[[nodiscard]] HeatSteps heatSteps(double goal);
/// Without a goal: quintiles of the days that had calls. The order of the days means nothing.
[[nodiscard]] HeatSteps heatSteps(QList<int> counts);
[[nodiscard]] HeatLevel heatLevel(int calls, const HeatSteps &steps);
void drawHeatCell(QPainter &painter, const QRectF &rect, HeatLevel level, bool today = false);
/// Gaps where a value is missing; a dot on the last one.
void drawSparkline(QPainter &painter, const QRectF &rect, const QList<std::optional<double>> &values, const QColor &color,
                   bool endDot = true, Qt::LayoutDirection direction = Qt::LeftToRight);

} // namespace callcard::ui

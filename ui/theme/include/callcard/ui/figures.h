#pragma once

#include <callcard/ui/theme.h>

#include <QList>
#include <QRectF>

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
/// One column a day, stacked in that order with 1 px of surface between; upper corners round.
void drawStackedBars(QPainter &painter, const QRectF &rect, const QList<DayBar> &days, double top, qreal barWidth = 22,
                     Qt::LayoutDirection direction = Qt::LeftToRight);

enum class HeatLevel { None, One, Two, Three, Four, Full, NotRead, Absent };
/// By the share of the daily goal: 30, 60, 80, 99 percent and above.
[[nodiscard]] HeatLevel heatLevel(int calls, double goal);
void drawHeatCell(QPainter &painter, const QRectF &rect, HeatLevel level, bool today = false);
/// Columns of seven days from the left (right in right-to-left text).
void drawHeatMap(QPainter &painter, const QRectF &rect, const QList<HeatLevel> &days, int today = -1,
                 Qt::LayoutDirection direction = Qt::LeftToRight);

/// Gaps where a value is missing; a dot on the last one.
void drawSparkline(QPainter &painter, const QRectF &rect, const QList<std::optional<double>> &values, const QColor &color,
                   bool endDot = true, Qt::LayoutDirection direction = Qt::LeftToRight);

} // namespace callcard::ui

#pragma once

#include <callcard/ui/factrows.h>
#include <callcard/ui/metricspage.h>

namespace callcard::ui {

/// What is behind a figure of the rep's own: calls and texts.
[[nodiscard]] QList<FactRow> rowsOf(const FigureDetails &details, const MetricsOptions &options, const QDateTime &now);
/// What is behind a figure of somebody else: their days.
[[nodiscard]] QList<FactRow> daysBehind(const PanelFacts &facts, Figure figure, const DayRange &range);

} // namespace callcard::ui

#pragma once

#include "panelreader.h"
#include "paper.h"

#include <callcard/clock.h>
#include <callcard/task.h>
#include <callcard/ui/metricspage.h>
#include <callcard/ui/teampage.h>

namespace callcard {

/// The calls of the span as rows, newest first, below the names of the columns. Read in slices, between which everything else goes on.
/// Log and clock outlive it.
[[nodiscard]] QCoro::Task<Result<QList<QStringList>>> callTable(PanelReader reader, const CallLog &log, DayRange range, Clock &clock,
                                                                std::stop_token stop);
/// The page outlives it.
[[nodiscard]] Paper paperOf(ui::MetricsPage &page);
[[nodiscard]] Paper paperOf(ui::TeamPage &page);

/// All but the calls and what is printed.
[[nodiscard]] Result<> writePanel(ui::MetricsPage &page, ui::PanelExport what, const QString &path);
[[nodiscard]] Result<> writeTeam(ui::TeamPage &page, ui::TeamExport what, const QString &path);
/// "callcard-2026-11-20.csv", "callcard-team-2026-11-20.csv"
[[nodiscard]] QString exportName(ui::PanelExport what, const DayRange &range);
[[nodiscard]] QString exportName(ui::TeamExport what, const DayRange &range);
/// Asks where to; `then` hears it unless the person gives up or `parent` goes.
void askForFile(QWidget *parent, const QString &name, const std::function<void(const QString &path)> &then);

} // namespace callcard

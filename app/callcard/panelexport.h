#pragma once

#include "panelreader.h"

#include <callcard/ui/metricspage.h>

namespace callcard {

/// The calls of the span as rows, the first of which names the columns.
[[nodiscard]] Result<QList<QStringList>> callTable(const PanelReader &reader, const CallLog &log, const DayRange &range);
/// What is shown, at twice the size of the screen; the same on pages of paper.
[[nodiscard]] QImage panelPicture(ui::MetricsPage &page);
[[nodiscard]] Result<> writePanelPdf(ui::MetricsPage &page, const QString &path);
/// Whole or not at all.
[[nodiscard]] Result<> writeWholeFile(const QString &path, const QByteArray &bytes);

/// Asks where to and writes it there; what fails is said on the page.
void exportPanel(ui::MetricsPage &page, ui::PanelExport what, const std::optional<PanelReader> &reader, const CallLog *log);

} // namespace callcard

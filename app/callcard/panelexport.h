#pragma once

#include "panelreader.h"

#include <callcard/clock.h>
#include <callcard/task.h>
#include <callcard/ui/metricspage.h>

namespace callcard {

/// The calls of the span as rows, newest first, below the names of the columns. Read in slices, between which everything else goes on.
/// Log and clock outlive it.
[[nodiscard]] QCoro::Task<Result<QList<QStringList>>> callTable(PanelReader reader, const CallLog &log, DayRange range, Clock &clock,
                                                                std::stop_token stop);
/// What is shown, at twice the size of the screen; the same on pages of paper.
[[nodiscard]] QImage panelPicture(ui::MetricsPage &page);

enum class FileFor { Anybody, OwnerAlone };
[[nodiscard]] Result<> writePanelPdf(ui::MetricsPage &page, const QString &path, FileFor whom = FileFor::Anybody);
/// Whole or not at all.
[[nodiscard]] Result<> writeWholeFile(const QString &path, const QByteArray &bytes, FileFor whom = FileFor::Anybody);
/// All but the calls.
[[nodiscard]] Result<> writePanel(ui::MetricsPage &page, ui::PanelExport what, const QString &path);
/// "callcard-2026-11-20.csv"
[[nodiscard]] QString exportName(ui::PanelExport what, const DayRange &range);
/// Asks where to; `then` hears it unless the person gives up or `parent` goes.
void askForFile(QWidget *parent, const QString &name, const std::function<void(const QString &path)> &then);

/// Where a page lies while the system's viewer prints it. It names customers: only this person may read it, and it goes with the next one
/// and with the program.
class PrintFolder
{
public:
    explicit PrintFolder(QString path) : m_path(std::move(path)) { clear(); }
    ~PrintFolder() { clear(); }
    PrintFolder(const PrintFolder &) = delete;
    PrintFolder &operator=(const PrintFolder &) = delete;

    /// Of a folder made anew, in which nothing else lies.
    [[nodiscard]] Result<QString> fileFor(const QString &name);

private:
    void clear();
    QString m_path;
};

} // namespace callcard

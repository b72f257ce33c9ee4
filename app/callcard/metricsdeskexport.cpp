// How what the panel shows leaves it.
#include "metricsdesk.h"

#include <engine/engine.h>

#include <callcard/ui/paneltexts.h>
#include <callcard/ui/tabletexts.h>

namespace callcard {

using namespace Qt::Literals::StringLiterals;

void MetricsDesk::onExportRequested(ui::PanelExport what)
{
    if (what == ui::PanelExport::Print)
        return print();
    const QString name = exportName(what, m_page->figures().counted);
    askForFile(m_page, name, [this, what](const QString &path) { exportTo(what, path); });
}

void MetricsDesk::exportTo(ui::PanelExport what, const QString &path)
{
    if (!m_page)
        return;
    tell(m_wishTrouble, std::nullopt);
    if (what == ui::PanelExport::CallsCsv)
        return m_scope.start(exportCalls(path));
    if (const Result<> written = writePanel(*m_page, what, path); !written)
        return tell(m_wishTrouble, written.error());
    Q_EMIT
    exported(path);
}

QCoro::Task<> MetricsDesk::exportCalls(QString path)
{
    const std::stop_token stop = m_scope.stopToken();
    const CallLog *log = m_engine.callBook().log();
    if (!m_reader || log == nullptr) {
        tell(m_wishTrouble, Error{.kind = ErrorKind::Storage, .detail = u"the call log is not open"_s, .retryAfter = {}});
        co_return;
    }
    const PanelReader reader = *m_reader;
    const DayRange range = m_page->figures().counted;
    const Result<QList<QStringList>> rows = co_await callTable(reader, *log, range, m_engine.clock(), stop);
    if (!rows) {
        if (rows.error().kind != ErrorKind::Cancelled)
            tell(m_wishTrouble, rows.error());
        co_return;
    }
    if (const Result<> written = writeWholeFile(path, ui::asCsv(*rows)); !written) {
        tell(m_wishTrouble, written.error());
        co_return;
    }
    Q_EMIT
    exported(path);
}

void MetricsDesk::print()
{
    tell(m_wishTrouble, std::nullopt);
    const Result<QString> path = m_prints.print(paperOf(*m_page), exportName(ui::PanelExport::Print, m_page->figures().counted));
    if (!path)
        return tell(m_wishTrouble, path.error());
    Q_EMIT
    exported(*path);
}

} // namespace callcard

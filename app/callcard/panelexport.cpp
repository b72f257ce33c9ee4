#include "panelexport.h"

#include <callcard/ui/paneltexts.h>
#include <callcard/ui/tabletexts.h>

#include <QFileDialog>
#include <QFileInfo>
#include <QPainter>

#include <algorithm>

namespace callcard {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int kExportedDays = 7;   // of one slice
constexpr int kExportedCalls = 50; // likewise
constexpr std::chrono::milliseconds kBreath = 1ms;

QString exportFileName(const QString &subject, const DayRange &range, const QString &suffix)
{
    QString name = subject + range.from.toString(Qt::ISODate);
    if (range.to != range.from)
        name += u'-' + range.to.toString(Qt::ISODate);
    return name + suffix;
}

QStringList callRow(const LogEntry &entry, const QTimeZone &zone)
{
    const Call &call = entry.call;
    return {call.startedAt.toTimeZone(zone).toString(Qt::ISODate),
            call.source,
            callDirectionName(call.direction),
            endReasonName(call.reason),
            QString::number(call.talkTime.value_or(std::chrono::seconds(0)).count()),
            entry.customer.name,
            entry.customer.company,
            call.remote.number ? call.remote.number->e164() : call.remote.rawNumber,
            call.lineName,
            entry.isPrivate ? QString() : entry.note};
}

bool isCounted(const CountedCall &call)
{
    return outcomeOf(call) != Outcome::InProgress;
}

} // namespace

QCoro::Task<Result<QList<QStringList>>> callTable(PanelReader reader, const CallLog &log, DayRange range, Clock &clock,
                                                  std::stop_token stop)
{
    QList<QStringList> rows{{u"started"_s, u"source"_s, u"direction"_s, u"outcome"_s, u"talkSeconds"_s, u"customer"_s, u"company"_s,
                             u"number"_s, u"line"_s, u"note"_s}};
    for (QDate last = range.to; last >= range.from; last = last.addDays(-kExportedDays)) {
        const DayRange slice{std::max(range.from, last.addDays(1 - kExportedDays)), last};
        const Result<QList<CallId>> calls = reader.callsBehind(slice, isCounted);
        if (!calls)
            co_return tl::unexpected(calls.error());
        for (qsizetype i = 0; i < calls->size(); ++i) {
            const Result<std::optional<LogEntry>> entry = log.entry(calls->at(i));
            if (!entry)
                co_return tl::unexpected(entry.error());
            if (*entry)
                rows.append(callRow(**entry, reader.rep().zone));
            if (i % kExportedCalls != kExportedCalls - 1)
                continue;
            const Result<> breath = co_await clock.sleep(kBreath, stop);
            if (!breath)
                co_return tl::unexpected(breath.error());
        }
        const Result<> breath = co_await clock.sleep(kBreath, stop);
        if (!breath)
            co_return tl::unexpected(breath.error());
    }
    co_return rows;
}

Paper paperOf(ui::MetricsPage &page)
{
    return {.title = ui::MetricsPage::title(), .size = page.paperSize(), .paint = [&page](QPainter &painter) { page.paintPaper(painter); }};
}

Paper paperOf(ui::TeamPage &page)
{
    return {.title = ui::TeamPage::title(),
            .size = page.paperSize(),
            .paint = [&page](QPainter &painter) { page.paintPaper(painter); },
            .cuts = page.paperCuts()};
}

Result<> writePanel(ui::MetricsPage &page, ui::PanelExport what, const QString &path)
{
    switch (what) {
    case ui::PanelExport::TableCsv:
        return writeWholeFile(path, ui::asCsv(ui::panelTable(page.facts(), page.figures().counted)));
    case ui::PanelExport::Picture:
        return writePicture(paperOf(page), path);
    case ui::PanelExport::Pdf:
        return writePdf(paperOf(page), path);
    case ui::PanelExport::CallsCsv:
    case ui::PanelExport::Print:
        break;
    }
    Q_UNREACHABLE();
}

Result<> writeTeam(ui::TeamPage &page, ui::TeamExport what, const QString &path)
{
    switch (what) {
    case ui::TeamExport::TableCsv:
        return writeWholeFile(path, ui::asCsv(page.table()));
    case ui::TeamExport::Picture:
        return writePicture(paperOf(page), path);
    case ui::TeamExport::Pdf:
        return writePdf(paperOf(page), path);
    case ui::TeamExport::Print:
        break;
    }
    Q_UNREACHABLE();
}

QString exportName(ui::PanelExport what, const DayRange &range)
{
    switch (what) {
    case ui::PanelExport::TableCsv:
    case ui::PanelExport::CallsCsv:
        return exportFileName(u"callcard-"_s, range, u".csv"_s);
    case ui::PanelExport::Picture:
        return exportFileName(u"callcard-"_s, range, u".png"_s);
    case ui::PanelExport::Pdf:
    case ui::PanelExport::Print:
        break;
    }
    return exportFileName(u"callcard-"_s, range, u".pdf"_s);
}

QString exportName(ui::TeamExport what, const DayRange &range)
{
    const QString suffix = what == ui::TeamExport::TableCsv ? u".csv"_s : what == ui::TeamExport::Picture ? u".png"_s : u".pdf"_s;
    return exportFileName(u"callcard-team-"_s, range, suffix);
}

void askForFile(QWidget *parent, const QString &name, const std::function<void(const QString &path)> &then)
{
    auto *dialog = new QFileDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QFileInfo(name).suffix());
    dialog->selectFile(name);
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, then);
    dialog->open();
}

} // namespace callcard

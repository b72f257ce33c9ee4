#include "panelexport.h"

#include <callcard/ui/paneltexts.h>

#include <QBuffer>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QImage>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>

#include <algorithm>

namespace callcard {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr double kPictureScale = 2;
constexpr int kPdfDpi = 300;
constexpr int kExportedDays = 7;   // of one slice
constexpr int kExportedCalls = 50; // likewise
constexpr std::chrono::milliseconds kBreath = 1ms;
constexpr QFile::Permissions kOwnersFile = QFile::ReadOwner | QFile::WriteOwner;

Error cannotWrite(const QString &why)
{
    return {.kind = ErrorKind::Storage, .detail = why, .retryAfter = {}};
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

Result<> writeWholeFile(const QString &path, const QByteArray &bytes, FileFor whom)
{
    QSaveFile file(path);
    const bool isOpen = file.open(QIODevice::WriteOnly) && (whom == FileFor::Anybody || file.setPermissions(kOwnersFile));
    if (!isOpen || file.write(bytes) != bytes.size() || !file.commit())
        return tl::unexpected(cannotWrite(file.errorString()));
    return {};
}

Result<> writePanel(ui::MetricsPage &page, ui::PanelExport what, const QString &path)
{
    switch (what) {
    case ui::PanelExport::TableCsv:
        return writeWholeFile(path, ui::asCsv(ui::panelTable(page.facts(), page.figures().counted)));
    case ui::PanelExport::Picture: {
        QByteArray png;
        QBuffer buffer(&png);
        buffer.open(QIODevice::WriteOnly);
        if (!panelPicture(page).save(&buffer, "PNG"))
            return tl::unexpected(cannotWrite(u"the picture cannot be made"_s));
        return writeWholeFile(path, png);
    }
    case ui::PanelExport::Pdf:
    case ui::PanelExport::Print:
        return writePanelPdf(page, path, what == ui::PanelExport::Print ? FileFor::OwnerAlone : FileFor::Anybody);
    case ui::PanelExport::CallsCsv:
        break;
    }
    Q_UNREACHABLE();
}

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

QImage panelPicture(ui::MetricsPage &page)
{
    QImage picture((QSizeF(page.paperSize()) * kPictureScale).toSize(), QImage::Format_RGB32);
    picture.setDevicePixelRatio(kPictureScale);
    QPainter painter(&picture);
    page.paintPaper(painter);
    return picture;
}

Result<> writePanelPdf(ui::MetricsPage &page, const QString &path, FileFor whom)
{
    QByteArray pdf;
    QBuffer buffer(&pdf);
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setTitle(ui::MetricsPage::title());
        writer.setResolution(kPdfDpi);
        writer.setPageLayout(
            QPageLayout(QPageSize(QPageSize::A4), QPageLayout::Portrait, QMarginsF(12, 12, 12, 12), QPageLayout::Millimeter));
        QPainter painter(&writer);
        if (!painter.isActive())
            return tl::unexpected(cannotWrite(u"the page cannot be made"_s));
        const QSize paper = page.paperSize();
        const double scale = std::min(double(writer.width()) / paper.width(), double(writer.height()) / paper.height());
        painter.scale(scale, scale);
        page.paintPaper(painter);
    }
    return writeWholeFile(path, pdf, whom);
}

QString exportName(ui::PanelExport what, const DayRange &range)
{
    QString name = u"callcard-"_s + range.from.toString(Qt::ISODate);
    if (range.to != range.from)
        name += u'-' + range.to.toString(Qt::ISODate);
    const QString suffix = what == ui::PanelExport::Picture                                 ? u".png"_s
                           : what == ui::PanelExport::Pdf || what == ui::PanelExport::Print ? u".pdf"_s
                                                                                            : u".csv"_s;
    return name + suffix;
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

Result<QString> PrintFolder::fileFor(const QString &name)
{
    clear();
    const QFileInfo folder(m_path);
    if (!folder.dir().mkdir(folder.fileName(), kOwnersFile | QFile::ExeOwner))
        return tl::unexpected(cannotWrite(u"the folder for printing cannot be made"_s));
    return QDir(m_path).filePath(name);
}

void PrintFolder::clear()
{
    QDir(m_path).removeRecursively();
}

} // namespace callcard

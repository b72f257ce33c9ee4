#include "panelexport.h"

#include <callcard/ui/paneltexts.h>

#include <QBuffer>
#include <QDesktopServices>
#include <QDir>
#include <QFileDialog>
#include <QImage>
#include <QPainter>
#include <QPdfWriter>
#include <QPointer>
#include <QSaveFile>
#include <QUrl>

namespace callcard {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr double kPictureScale = 2;
constexpr int kPdfDpi = 300;

Error cannotWrite(const QString &why)
{
    return {.kind = ErrorKind::Storage, .detail = why, .retryAfter = {}};
}

Result<> write(ui::MetricsPage &page, ui::PanelExport what, const std::optional<PanelReader> &reader, const CallLog *log,
               const QString &path)
{
    const DayRange range = page.figures().counted;
    switch (what) {
    case ui::PanelExport::TableCsv:
        return writeWholeFile(path, ui::asCsv(ui::panelTable(page.facts(), range)));
    case ui::PanelExport::CallsCsv: {
        if (!reader || log == nullptr)
            return tl::unexpected(cannotWrite(u"the call log is not open"_s));
        const Result<QList<QStringList>> rows = callTable(*reader, *log, range);
        if (!rows)
            return tl::unexpected(rows.error());
        return writeWholeFile(path, ui::asCsv(*rows));
    }
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
        return writePanelPdf(page, path);
    }
    Q_UNREACHABLE();
}

void writeOrTell(ui::MetricsPage &page, ui::PanelExport what, const std::optional<PanelReader> &reader, const CallLog *log,
                 const QString &path)
{
    if (const Result<> written = write(page, what, reader, log, path); !written)
        page.setProblem(ui::errorText(written.error(), {}, page.facts().now));
    else if (what == ui::PanelExport::Print)
        QDesktopServices::openUrl(QUrl::fromLocalFile(path)); // the viewer has the printers, their trays and their paper
}

} // namespace

Result<> writeWholeFile(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return tl::unexpected(cannotWrite(file.errorString()));
    return {};
}

Result<QList<QStringList>> callTable(const PanelReader &reader, const CallLog &log, const DayRange &range)
{
    const Result<QList<CallId>> calls =
        reader.callsBehind(range, [](const CountedCall &call) { return outcomeOf(call) != Outcome::InProgress; });
    if (!calls)
        return tl::unexpected(calls.error());
    QList<QStringList> rows{{u"started"_s, u"source"_s, u"direction"_s, u"outcome"_s, u"talkSeconds"_s, u"customer"_s, u"company"_s,
                             u"number"_s, u"line"_s, u"note"_s}};
    for (const CallId &id : *calls) {
        const Result<std::optional<LogEntry>> found = log.entry(id);
        if (!found)
            return tl::unexpected(found.error());
        if (!*found)
            continue;
        const LogEntry &entry = **found;
        const Call &call = entry.call;
        rows.append({call.startedAt.toTimeZone(reader.rep().zone).toString(Qt::ISODate), call.source, callDirectionName(call.direction),
                     endReasonName(call.reason), QString::number(call.talkTime.value_or(std::chrono::seconds(0)).count()),
                     entry.customer.name, entry.customer.company, call.remote.number ? call.remote.number->e164() : call.remote.rawNumber,
                     call.lineName, entry.isPrivate ? QString() : entry.note});
    }
    return rows;
}

QImage panelPicture(ui::MetricsPage &page)
{
    QImage picture((QSizeF(page.paperSize()) * kPictureScale).toSize(), QImage::Format_RGB32);
    picture.setDevicePixelRatio(kPictureScale);
    QPainter painter(&picture);
    page.paintPaper(painter);
    return picture;
}

Result<> writePanelPdf(ui::MetricsPage &page, const QString &path)
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
    return writeWholeFile(path, pdf);
}

void exportPanel(ui::MetricsPage &page, ui::PanelExport what, const std::optional<PanelReader> &reader, const CallLog *log)
{
    const DayRange range = page.figures().counted;
    QString name = u"callcard-"_s + range.from.toString(Qt::ISODate);
    if (range.to != range.from)
        name += u'-' + range.to.toString(Qt::ISODate);
    const QString suffix = what == ui::PanelExport::Picture                                 ? u"png"_s
                           : what == ui::PanelExport::Pdf || what == ui::PanelExport::Print ? u"pdf"_s
                                                                                            : u"csv"_s;
    if (what == ui::PanelExport::Print)
        return writeOrTell(page, what, reader, log, QDir::temp().filePath(QString(name + u".pdf"_s)));
    auto *dialog = new QFileDialog(&page);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(suffix);
    dialog->selectFile(QString(name + u'.' + suffix));
    QObject::connect(dialog, &QFileDialog::fileSelected, &page,
                     [&page, what, reader, log](const QString &path) { writeOrTell(page, what, reader, log, path); });
    dialog->open();
}

} // namespace callcard

#include "paper.h"

#include <QBuffer>
#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>
#include <QUrl>

#include <algorithm>
#include <cmath>

namespace callcard {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr double kPictureScale = 2;
constexpr double kMostPixels = 24e6; // of a picture: 200 people are a long one
constexpr int kPdfDpi = 300;
constexpr QFile::Permissions kOwnersFile = QFile::ReadOwner | QFile::WriteOwner;

Error cannotWrite(const QString &why)
{
    return {.kind = ErrorKind::Storage, .detail = why, .retryAfter = {}};
}

/// Where each sheet ends: at the last cut that it holds, or wherever it is full.
QList<int> sheetEnds(const Paper &paper, double sheetHigh)
{
    QList<int> ends;
    int from = 0;
    while (from < paper.size.height()) {
        const double full = from + sheetHigh;
        int end = 0;
        for (const int cut : paper.cuts)
            end = cut > from && cut <= full ? cut : end;
        if (end == 0)
            end = from + std::max(1, static_cast<int>(sheetHigh));
        ends.append(std::min(end, paper.size.height()));
        from = ends.last();
    }
    return ends;
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

QImage pictureOf(const Paper &paper)
{
    const double area = std::max(1.0, double(paper.size.width()) * paper.size.height());
    const double scale = std::min(kPictureScale, std::sqrt(kMostPixels / area));
    QImage picture((QSizeF(paper.size) * scale).toSize(), QImage::Format_RGB32);
    if (picture.isNull())
        return picture;
    picture.setDevicePixelRatio(scale);
    QPainter painter(&picture);
    paper.paint(painter);
    return picture;
}

Result<> writePicture(const Paper &paper, const QString &path)
{
    QByteArray png;
    QBuffer buffer(&png);
    buffer.open(QIODevice::WriteOnly);
    if (!pictureOf(paper).save(&buffer, "PNG"))
        return tl::unexpected(cannotWrite(u"the picture cannot be made"_s));
    return writeWholeFile(path, png);
}

Result<> writePdf(const Paper &paper, const QString &path, FileFor whom)
{
    QByteArray pdf;
    QBuffer buffer(&pdf);
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setTitle(paper.title);
        writer.setResolution(kPdfDpi);
        writer.setPageLayout(
            QPageLayout(QPageSize(QPageSize::A4), QPageLayout::Portrait, QMarginsF(12, 12, 12, 12), QPageLayout::Millimeter));
        QPainter painter(&writer);
        if (!painter.isActive())
            return tl::unexpected(cannotWrite(u"the page cannot be made"_s));
        double scale = double(writer.width()) / paper.size.width();
        if (paper.cuts.isEmpty())
            scale = std::min(scale, double(writer.height()) / paper.size.height());
        const QList<int> ends = paper.cuts.isEmpty() ? QList<int>{paper.size.height()} : sheetEnds(paper, writer.height() / scale);
        int from = 0;
        for (const int end : ends) {
            if (from > 0 && !writer.newPage())
                return tl::unexpected(cannotWrite(u"the next page cannot be made"_s));
            painter.save();
            painter.scale(scale, scale);
            painter.translate(0, -from);
            painter.setClipRect(0, from, paper.size.width(), end - from);
            paper.paint(painter);
            painter.restore();
            from = end;
        }
    }
    return writeWholeFile(path, pdf, whom);
}

Result<QString> PrintFolder::fileFor(const QString &name)
{
    clear();
    const QFileInfo folder(m_path);
    if (!folder.dir().mkdir(folder.fileName(), kOwnersFile | QFile::ExeOwner))
        return tl::unexpected(cannotWrite(u"the folder for printing cannot be made"_s));
    return QDir(m_path).filePath(name);
}

Result<QString> PrintFolder::print(const Paper &paper, const QString &name)
{
    const Result<QString> path = fileFor(name);
    if (!path)
        return path;
    if (const Result<> written = writePdf(paper, *path, FileFor::OwnerAlone); !written)
        return tl::unexpected(written.error());
    if (!QDesktopServices::openUrl(QUrl::fromLocalFile(*path)))
        return tl::unexpected(cannotWrite(u"no program opens a PDF"_s));
    return path;
}

void PrintFolder::clear()
{
    QDir(m_path).removeRecursively();
}

} // namespace callcard

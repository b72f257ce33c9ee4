#pragma once

#include <callcard/result.h>

#include <QImage>
#include <QList>
#include <QSize>
#include <QString>

#include <functional>

class QPainter;

namespace callcard {

/// What a page shows, as it would be on paper.
struct Paper {
    QString title{};
    QSize size{};
    std::function<void(QPainter &)> paint{};
    QList<int> cuts{}; ///< How far down a sheet may end, the last one at the very end; none: it is one sheet.
};

enum class FileFor { Anybody, OwnerAlone };
/// Whole or not at all.
[[nodiscard]] Result<> writeWholeFile(const QString &path, const QByteArray &bytes, FileFor whom = FileFor::Anybody);
/// At twice the size of the screen, or as large as a picture may be.
[[nodiscard]] QImage pictureOf(const Paper &paper);
[[nodiscard]] Result<> writePicture(const Paper &paper, const QString &path);
[[nodiscard]] Result<> writePdf(const Paper &paper, const QString &path, FileFor whom = FileFor::Anybody);

/// Where a page lies while the system's viewer prints it. It names people: only this person may read it, and it goes with the next one and
/// with the program.
class PrintFolder
{
public:
    explicit PrintFolder(QString path) : m_path(std::move(path)) { clear(); }
    ~PrintFolder() { clear(); }
    PrintFolder(const PrintFolder &) = delete;
    PrintFolder &operator=(const PrintFolder &) = delete;

    /// Of a folder made anew, in which nothing else lies.
    [[nodiscard]] Result<QString> fileFor(const QString &name);
    /// Hands it to the system's viewer, which has the printers, their trays and their paper. Where it lies.
    [[nodiscard]] Result<QString> print(const Paper &paper, const QString &name);

private:
    void clear();
    QString m_path;
};

} // namespace callcard

#include "generations.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <unistd.h>
#endif

namespace callcard {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kDaysAwaited = 7; ///< Half an import is as big as a whole one.
constexpr int kMostTries = 3;   ///< Somebody else may take the number that was free just now.

bool flushed(const QString &path)
{
#ifdef Q_OS_UNIX
    const int file = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return false;
    const bool ok = ::fsync(file) == 0;
    ::close(file);
    return ok;
#else
    QFile file(path);
    return file.open(QFile::ReadWrite); // SQLite's own last commit was flushed
#endif
}

} // namespace

void removeDatabase(const QString &path)
{
    for (const QString &ending : {u""_s, u"-wal"_s, u"-shm"_s, u"-journal"_s})
        QFile::remove(path + ending);
}

QString Generations::pathOf(int generation) const
{
    return u"%1/directory-%2.db"_s.arg(m_folder).arg(generation);
}

QString Generations::buildingPathOf(Turn turn) const
{
    switch (turn) {
    case Turn::Next:
        return QString(m_folder + u"/directory-next.db.building"_s);
    case Turn::First:
        return QString(m_folder + u"/directory-first.db.building"_s);
    case Turn::Import:
        return QString(m_folder + u"/directory-import.db.building"_s);
    }
    Q_UNREACHABLE();
}

bool Generations::isBuilding(Turn turn) const
{
    return QFileInfo::exists(buildingPathOf(turn));
}

QString Generations::choicesPath() const
{
    return QString(m_folder + u"/choices.db"_s);
}

QString Generations::localPath() const
{
    return QString(m_folder + u"/local.db"_s);
}

QString Generations::stagingPath() const
{
    return QString(m_folder + u"/incoming.db"_s);
}

QList<int> Generations::existing() const
{
    static const QRegularExpression name(u"^directory-(\\d{1,9})\\.db$"_s);
    QList<int> found;
    for (const QString &file : QDir(m_folder).entryList({u"directory-*.db"_s}, QDir::Files)) {
        if (const auto match = name.match(file); match.hasMatch())
            found.append(match.captured(1).toInt());
    }
    std::sort(found.begin(), found.end(), std::greater<>());
    return found;
}

int Generations::newest() const
{
    const QList<int> all = existing();
    return all.isEmpty() ? 0 : all.constFirst();
}

Result<> Generations::publish(Turn turn) const
{
    const QString built = buildingPathOf(turn);
    if (!flushed(built))
        return failure(ErrorKind::Storage, u"the new directory cannot be written to the disk"_s);
    for (int tries = 0; tries < kMostTries; ++tries) {
        const int free = newest() + 1;
        if (turn == Turn::First && free > 1)
            break;
        if (!QFile::rename(built, pathOf(free))) // never over a file that is there
            continue;
        (void)flushed(m_folder); // a file system that cannot flush a folder has renamed all the same
        return {};
    }
    return failure(ErrorKind::Storage, u"the new directory cannot be put in place"_s);
}

void Generations::cleanUp(int inForce) const
{
    for (const int generation : existing()) {
        if (generation < inForce)
            removeDatabase(pathOf(generation));
    }
}

void Generations::discardLeftovers(const QDateTime &now) const
{
    const QFileInfo import(buildingPathOf(Turn::Import));
    const bool isAwaited = import.exists() && import.lastModified().daysTo(now) < kDaysAwaited;
    for (const QString &file : QDir(m_folder).entryList({u"directory-*.building*"_s}, QDir::Files)) {
        if (!isAwaited || !file.startsWith(import.fileName()))
            QFile::remove(m_folder + u'/' + file);
    }
}

QStringList Generations::setAsideFiles() const
{
    QStringList files = QDir(m_folder).entryList({u"*.db.damaged-*"_s}, QDir::Files, QDir::Name);
    files.removeIf([](const QString &file) { return file.endsWith("-wal"_L1) || file.endsWith("-shm"_L1); });
    return files;
}

void Generations::discardStaging() const
{
    removeDatabase(stagingPath());
}

void Generations::discardBuilding(Turn turn) const
{
    removeDatabase(buildingPathOf(turn));
}

} // namespace callcard

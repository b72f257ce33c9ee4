#include "generations.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>

#include <algorithm>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <unistd.h>
#endif

namespace callcard {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kMostTries = 3; ///< Somebody else may take the number that was free just now.

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
    return QString(m_folder + (turn == Turn::First ? u"/directory-first.db.building"_s : u"/directory-next.db.building"_s));
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

void Generations::discardLeftovers() const
{
    for (const QString &file : QDir(m_folder).entryList({u"directory-*.building*"_s}, QDir::Files))
        QFile::remove(m_folder + u'/' + file);
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

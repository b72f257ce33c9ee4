#include "teamcache.h"

#include <QCryptographicHash>
#include <QDataStream>
#include <QDir>
#include <QFile>
#include <QIODevice>
#include <QSaveFile>

#include <algorithm>

namespace callcard {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr quint32 kCacheMagic = 0x43435443;
constexpr quint16 kCacheVersion = 5;
constexpr qint64 kLargestCache = 8 * 1024 * 1024;
constexpr quint32 kMostKept = 200'000;

QDataStream &begin(QDataStream &stream)
{
    stream.setVersion(QDataStream::Qt_6_4);
    return stream << kCacheMagic << kCacheVersion;
}

bool isOurs(QDataStream &stream)
{
    stream.setVersion(QDataStream::Qt_6_4);
    quint32 magic = 0;
    quint16 version = 0;
    stream >> magic >> version;
    return stream.status() == QDataStream::Ok && magic == kCacheMagic && version == kCacheVersion;
}

/// A list of at most kMostKept, read one by one: a damaged length asks for no memory.
template <typename Value, typename Read>
bool readList(QDataStream &stream, QList<Value> &list, Read read)
{
    quint32 count = 0;
    stream >> count;
    if (count > kMostKept)
        return false;
    for (quint32 i = 0; i < count && stream.status() == QDataStream::Ok; ++i)
        list.append(read(stream));
    return stream.status() == QDataStream::Ok;
}

qint32 orNone(const std::optional<int> &value)
{
    return value.value_or(-1);
}

std::optional<int> fromNone(qint32 value)
{
    return value < 0 ? std::nullopt : std::optional<int>(value);
}

} // namespace

TeamCache::TeamCache(QString folder) : m_folder(std::move(folder)) {}

QString TeamCache::fileOf(const QString &key) const
{
    // A user's id is somebody else's text: it names no file.
    return m_folder + u'/' + QString::fromLatin1(QCryptographicHash::hash(key.toUtf8(), QCryptographicHash::Sha256).toHex().first(32));
}

QByteArray TeamCache::read(const QString &key) const
{
    QFile file(fileOf(key));
    if (file.size() > kLargestCache || !file.open(QIODevice::ReadOnly))
        return {};
    return file.readAll();
}

void TeamCache::write(const QString &key, const QByteArray &bytes) const
{
    if (!QDir().mkpath(m_folder))
        return; // it is read from Firestore again
    QFile::setPermissions(m_folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    QSaveFile file(fileOf(key));
    if (file.open(QIODevice::WriteOnly)) {
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        file.write(bytes);
        file.commit();
    }
}

std::optional<TeamCache::Members> TeamCache::members() const
{
    const QByteArray bytes = read(u"team"_s);
    QDataStream stream(bytes);
    Members kept;
    if (bytes.isEmpty() || !isOurs(stream))
        return std::nullopt;
    stream >> kept.readAt;
    const bool whole = readList(stream, kept.members, [](QDataStream &in) {
        QString id;
        TeamMember member;
        in >> id >> member.email >> member.name >> member.role >> member.active >> member.team;
        member.id = UserId(id);
        return member;
    });
    return whole ? std::optional(kept) : std::nullopt;
}

void TeamCache::keep(const Members &members)
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    begin(stream) << members.readAt << static_cast<quint32>(members.members.size());
    for (const TeamMember &member : members.members)
        stream << member.id.text() << member.email << member.name << member.role << member.active << member.team;
    write(u"team"_s, bytes);
}

std::optional<TeamCache::Person> TeamCache::person(const UserId &user) const
{
    const QByteArray bytes = read(QString(u"person/"_s + user.text()));
    QDataStream stream(bytes);
    Person kept;
    if (bytes.isEmpty() || !isOurs(stream))
        return std::nullopt;
    stream >> kept.readAt >> kept.syncedAt >> kept.range.from >> kept.range.to;
    const bool figures = readList(stream, kept.figures, [&user](QDataStream &in) {
        StoredFigure figure{.user = user};
        qint32 inbound = -1;
        qint32 answered = -1;
        qint32 connected = -1;
        in >> figure.type >> figure.day >> figure.source >> figure.value >> figure.updatedAt >> inbound >> answered >> connected;
        figure.inbound = fromNone(inbound);
        figure.answered = fromNone(answered);
        figure.connected = fromNone(connected);
        return figure;
    });
    const bool goals = figures && readList(stream, kept.goals, [&user](QDataStream &in) {
                           Goal goal{.user = user};
                           qint32 period = 0;
                           in >> goal.type >> period >> goal.target;
                           goal.period = static_cast<GoalPeriod>(std::clamp(period, 0, 3));
                           return goal;
                       });
    return goals ? std::optional(kept) : std::nullopt;
}

void TeamCache::keep(const UserId &user, const Person &person)
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    begin(stream) << person.readAt << person.syncedAt << person.range.from << person.range.to
                  << static_cast<quint32>(person.figures.size());
    for (const StoredFigure &figure : person.figures)
        stream << figure.type << figure.day << figure.source << figure.value << figure.updatedAt << orNone(figure.inbound)
               << orNone(figure.answered) << orNone(figure.connected);
    stream << static_cast<quint32>(person.goals.size());
    for (const Goal &goal : person.goals)
        stream << goal.type << static_cast<qint32>(goal.period) << goal.target;
    write(QString(u"person/"_s + user.text()), bytes);
}

} // namespace callcard

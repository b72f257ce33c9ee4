#include "knowngoals.h"

#include <QDataStream>
#include <QIODevice>

namespace callcard {

namespace {
constexpr quint16 kGoalsVersion = 1;
constexpr quint32 kMostGoalsKept = 2000;
constexpr qint32 kWeekLength = 7;
} // namespace

QByteArray goalsToBytes(const KnownGoals &known)
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_4);
    stream << kGoalsVersion << known.readAt << known.hours.from << known.hours.to << static_cast<qint32>(known.hours.days.size());
    for (const int day : known.hours.days)
        stream << static_cast<qint32>(day);
    stream << static_cast<quint32>(known.goals.size());
    for (const Goal &goal : known.goals)
        stream << goal.user.text() << goal.type << static_cast<qint32>(goal.period) << goal.target;
    return bytes;
}

std::optional<KnownGoals> goalsFromBytes(const QByteArray &bytes)
{
    QDataStream stream(bytes);
    stream.setVersion(QDataStream::Qt_6_4);
    KnownGoals known;
    quint16 version = 0;
    qint32 days = 0;
    stream >> version;
    if (version != kGoalsVersion)
        return std::nullopt;
    stream >> known.readAt >> known.hours.from >> known.hours.to >> days;
    if (days < 0 || days > kWeekLength)
        return std::nullopt;
    known.hours.days.clear();
    for (qint32 i = 0; i < days; ++i) {
        qint32 day = 0;
        stream >> day;
        if (day >= 1 && day <= kWeekLength)
            known.hours.days.insert(day);
    }
    quint32 count = 0;
    stream >> count;
    if (count > kMostGoalsKept)
        return std::nullopt;
    for (quint32 i = 0; i < count && stream.status() == QDataStream::Ok; ++i) {
        QString user;
        qint32 period = 0;
        Goal goal;
        stream >> user >> goal.type >> period >> goal.target;
        if (period < 0 || period > static_cast<qint32>(GoalPeriod::Quarterly))
            return std::nullopt;
        goal.user = UserId(user);
        goal.period = static_cast<GoalPeriod>(period);
        known.goals.append(goal);
    }
    if (stream.status() != QDataStream::Ok || !known.readAt.isValid() || !known.hours.from.isValid() || !known.hours.to.isValid())
        return std::nullopt;
    return known;
}

} // namespace callcard

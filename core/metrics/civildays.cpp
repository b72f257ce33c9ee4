#include "civildays.h"

#include <callcard/metrics.h>

#include <limits>

namespace callcard {

QDate CivilDays::dayOf(const QDateTime &instant)
{
    if (!instant.isValid())
        return {};
    const qint64 moment = instant.toMSecsSinceEpoch();
    return QDateTime::fromMSecsSinceEpoch(moment + offsetAt(moment), Qt::UTC).date();
}

qint64 CivilDays::offsetAt(qint64 moment)
{
    if (const auto next = m_stretches.upper_bound(moment); next != m_stretches.begin()) {
        const Stretch &stretch = std::prev(next)->second;
        if (moment < stretch.end)
            return stretch.offset;
    }
    const QDateTime instant = QDateTime::fromMSecsSinceEpoch(moment, Qt::UTC);
    qint64 start = std::numeric_limits<qint64>::min();
    qint64 end = std::numeric_limits<qint64>::max();
    if (m_zone.hasTransitions()) {
        const auto before = m_zone.previousTransition(instant.addMSecs(1)); // at the change itself the new offset holds
        const auto after = m_zone.nextTransition(instant);
        if (before.atUtc.isValid())
            start = before.atUtc.toMSecsSinceEpoch();
        if (after.atUtc.isValid())
            end = after.atUtc.toMSecsSinceEpoch();
    }
    const qint64 offset = qint64(m_zone.offsetFromUtc(instant)) * 1000;
    m_stretches.insert_or_assign(start, Stretch{end, offset});
    return offset;
}

QDateTime dayStart(const QDate &day, const QTimeZone &zone)
{
    CivilDays calendar(zone);
    constexpr qint64 kWidest = 16 * 3600; // no zone is further from UTC
    qint64 before = -kWidest;
    qint64 there = kWidest;
    const QDateTime midnight(day, QTime(0, 0), Qt::UTC);
    while (there - before > 1) {
        const qint64 middle = before + (there - before) / 2;
        (calendar.dayOf(midnight.addSecs(middle)) >= day ? there : before) = middle;
    }
    return midnight.addSecs(there);
}

} // namespace callcard

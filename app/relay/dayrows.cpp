#include "dayrows.h"

#include <algorithm>

namespace callcard::relay {

using namespace std::chrono_literals;

namespace {

constexpr auto kFreshWhole = 30min; // notes and ratings are written later
constexpr auto kFreshNews = 60s;
constexpr qint64 kStillChanges = 2 * 3600; // seconds: so long ago a call may have begun of which there is news
constexpr qsizetype kMostRowsKept = 150'000;

QDateTime midnight(const QDate &day)
{
    return QDateTime(day, QTime(0, 0), Qt::UTC);
}

void sortByStart(DayRows::Rows &rows)
{
    std::stable_sort(rows.begin(), rows.end(),
                     [](const justcall::CarriedRow &a, const justcall::CarriedRow &b) { return a.start < b.start; });
}

} // namespace

DayNeed DayRows::needed(const DayWindow &window, std::chrono::milliseconds askedAt) const
{
    DayNeed need;
    for (QDate date = window.first; window.holds(date); date = date.addDays(1)) {
        const auto found = m_days.find(date);
        if (found == m_days.end() || askedAt - found->second.readAt >= kFreshWhole) {
            need.whole = {.first = need.whole.isEmpty() ? date : need.whole.first, .last = date};
            continue;
        }
        const Day &day = found->second;
        const bool goesOn = day.asOf < midnight(date.addDays(1)).addSecs(kStillChanges);
        if (goesOn && askedAt - day.newerAt >= kFreshNews) {
            const QDateTime since = day.asOf.addSecs(-kStillChanges);
            need.since = need.since.isValid() ? std::min(need.since, since) : since;
        }
    }
    return need;
}

QList<DayRows::Rows> DayRows::rows(const DayWindow &window) const
{
    QList<Rows> rows;
    for (auto day = m_days.lower_bound(window.first); day != m_days.end() && window.holds(day->first); ++day)
        rows.append(day->second.rows);
    return rows;
}

void DayRows::takeDays(const DayWindow &window, const Rows &rows, const QDateTime &begunAt)
{
    const auto now = m_clock.monotonic();
    for (QDate date = window.first; window.holds(date); date = date.addDays(1))
        m_days[date] = {.readAt = now, .newerAt = now, .asOf = begunAt};
    for (const justcall::CarriedRow &row : rows) {
        if (const auto day = m_days.find(row.start.toUTC().date()); day != m_days.end() && window.holds(day->first))
            day->second.rows.append(row);
    }
    for (QDate date = window.first; window.holds(date); date = date.addDays(1))
        sortByStart(m_days[date].rows);
    forgetTheOldest();
}

void DayRows::takeNewer(const QDateTime &since, const Rows &rows, const QDateTime &begunAt)
{
    for (const justcall::CarriedRow &row : rows) {
        const auto day = m_days.find(row.start.toUTC().date());
        if (day == m_days.end())
            continue; // a day that nobody asked for yet
        Rows &known = day->second.rows;
        const auto same = std::find_if(known.begin(), known.end(), [&](const justcall::CarriedRow &one) { return one.id == row.id; });
        if (same == known.end())
            known.append(row);
        else
            *same = row;
    }
    const auto now = m_clock.monotonic();
    for (auto day = m_days.lower_bound(since.toUTC().date()); day != m_days.end(); ++day) {
        if (day->second.asOf.addSecs(-kStillChanges) < since || day->second.asOf > begunAt)
            continue; // it needs more than this
        sortByStart(day->second.rows);
        day->second.newerAt = now;
        day->second.asOf = begunAt;
    }
    forgetTheOldest();
}

void DayRows::forgetTheOldest()
{
    qsizetype rows = 0;
    for (const auto &[date, day] : m_days)
        rows += day.rows.size();
    while (rows > kMostRowsKept && m_days.size() > 1) {
        const auto oldest =
            std::min_element(m_days.begin(), m_days.end(), [](const auto &a, const auto &b) { return a.second.readAt < b.second.readAt; });
        rows -= oldest->second.rows.size();
        m_days.erase(oldest);
    }
}

} // namespace callcard::relay

#pragma once

#include <callcard/justcallcarrying.h>

#include <map>

namespace callcard::relay {

/// Days of UTC, both included; none when last is before first.
struct DayWindow {
    QDate first{};
    QDate last{};
    [[nodiscard]] bool isEmpty() const { return !first.isValid() || last < first; }
    [[nodiscard]] bool holds(const QDate &day) const { return !isEmpty() && day >= first && day <= last; }
};

/// What is to be read: whole days, and of others what began since then.
struct DayNeed {
    DayWindow whole{};
    QDateTime since{}; ///< Invalid: nothing.
    [[nodiscard]] bool isNothing() const { return whole.isEmpty() && !since.isValid(); }
};

/// Everybody's rows of one list, by days of UTC, and how fresh each day is. Bounded.
class DayRows
{
public:
    using Rows = QList<justcall::CarriedRow>;

    explicit DayRows(const Clock &clock) : m_clock(clock) {}

    /// What is missing or stale for somebody who asked then.
    [[nodiscard]] DayNeed needed(const DayWindow &window, std::chrono::milliseconds askedAt) const;
    /// Days of the window that are not kept are left out; so see needed() first.
    [[nodiscard]] QList<Rows> rows(const DayWindow &window) const;
    /// All there is of these days, as of the moment when the reading began.
    void takeDays(const DayWindow &window, const Rows &rows, const QDateTime &begunAt);
    /// All that began since then.
    void takeNewer(const QDateTime &since, const Rows &rows, const QDateTime &begunAt);

private:
    struct Day {
        Rows rows{};
        std::chrono::milliseconds readAt{};  ///< As a whole.
        std::chrono::milliseconds newerAt{}; ///< Or what was new of it.
        QDateTime asOf{};                    ///< Everything that was there then is there.
    };
    void forgetTheOldest();

    const Clock &m_clock;
    std::map<QDate, Day> m_days;
};

} // namespace callcard::relay

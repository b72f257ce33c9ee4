#include <callcard/pace.h>

#include <algorithm>

namespace callcard {

namespace {

constexpr double kOnPaceMargin = 0.05;

double workingShareOfDay(const QTime &now, const BusinessHours &hours)
{
    const double length = hours.from.secsTo(hours.to);
    if (length <= 0)
        return now >= hours.from ? 1.0 : 0.0;
    return std::clamp(hours.from.secsTo(now) / length, 0.0, 1.0);
}

} // namespace

DayRange periodAround(GoalPeriod period, const QDate &day)
{
    switch (period) {
    case GoalPeriod::Daily:
        return {day, day};
    case GoalPeriod::Weekly: {
        const QDate monday = day.addDays(1 - day.dayOfWeek());
        return {monday, monday.addDays(6)};
    }
    case GoalPeriod::Monthly:
        return {QDate(day.year(), day.month(), 1), QDate(day.year(), day.month(), day.daysInMonth())};
    case GoalPeriod::Quarterly: {
        const QDate first(day.year(), (day.month() - 1) / 3 * 3 + 1, 1);
        return {first, first.addMonths(3).addDays(-1)};
    }
    }
    Q_UNREACHABLE();
}

std::optional<GoalPeriod> wholePeriod(const DayRange &range)
{
    if (!range.from.isValid())
        return std::nullopt;
    for (const GoalPeriod period : {GoalPeriod::Daily, GoalPeriod::Weekly, GoalPeriod::Monthly, GoalPeriod::Quarterly}) {
        if (periodAround(period, range.from) == range)
            return period;
    }
    return std::nullopt;
}

double elapsedShare(GoalPeriod period, const QDateTime &now, const QTimeZone &zone, const BusinessHours &hours)
{
    const QDateTime local = now.toTimeZone(zone);
    const DayRange range = periodAround(period, local.date());
    const auto works = [&](const QDate &day) { return hours.days.isEmpty() || hours.days.contains(day.dayOfWeek()); };
    double all = 0;
    double over = 0;
    for (QDate day = range.from; day <= range.to; day = day.addDays(1)) {
        if (!works(day))
            continue;
        all += 1;
        if (day < local.date())
            over += 1;
        else if (day == local.date())
            over += workingShareOfDay(local.time(), hours);
    }
    // A period without any working day (a daily goal on a Sunday) has nothing left to wait for.
    return all > 0 ? over / all : 1.0;
}

Pace paceOf(double value, double target, double elapsed)
{
    if (!(target > 0))
        return {.state = PaceState::NoGoal};
    Pace pace{.expected = target * elapsed, .share = value / target};
    pace.difference = value - pace.expected;
    if (pace.share >= 1 || pace.share > elapsed + kOnPaceMargin)
        pace.state = PaceState::Ahead;
    else if (pace.share < elapsed - kOnPaceMargin)
        pace.state = PaceState::Behind;
    else
        pace.state = PaceState::OnPace;
    return pace;
}

} // namespace callcard

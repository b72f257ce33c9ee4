#include <callcard/goalprogress.h>

namespace callcard {

const QList<QString> &figureTypes()
{
    static const QList<QString> types{kCallsType.toString(), kTalkType.toString(), kTextsType.toString()};
    return types;
}

std::optional<double> figureOf(const DailyMetrics &day, QStringView type)
{
    if (type == kCallsType)
        return day.calls;
    if (type == kTalkType)
        return day.talkMinutes();
    if (type == kTextsType)
        return day.textsSent;
    return std::nullopt;
}

QList<GoalProgress> goalProgress(const QList<Goal> &goals, const QList<DailyMetrics> &days, const QDateTime &now, const QTimeZone &zone,
                                 const BusinessHours &hours)
{
    const QDate today = now.toTimeZone(zone).date();
    QList<GoalProgress> result;
    for (const Goal &goal : goals) {
        if (!figureTypes().contains(goal.type))
            continue;
        GoalProgress progress{.goal = goal, .period = periodAround(goal.period, today)};
        for (const DailyMetrics &day : days) {
            if (day.day < progress.period.from || day.day > progress.period.to)
                continue;
            const double figure = figureOf(day, goal.type).value_or(0);
            progress.value += figure;
            progress.bySource[day.source] += figure;
        }
        progress.pace = paceOf(progress.value, goal.target, elapsedShare(goal.period, now, zone, hours));
        result.append(progress);
    }
    return result;
}

} // namespace callcard

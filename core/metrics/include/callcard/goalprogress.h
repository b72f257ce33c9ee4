#pragma once

#include <callcard/dailymetrics.h>
#include <callcard/pace.h>

#include <QList>
#include <QMap>

#include <optional>

namespace callcard {

/// The three kinds that a phone companion can count, as the team's documents name them.
inline constexpr QStringView kCallsType = u"phone_call_quantity";
inline constexpr QStringView kTalkType = u"talk_time_minutes";
inline constexpr QStringView kTextsType = u"sms_quantity";
[[nodiscard]] const QList<QString> &figureTypes();

/// The day's figure of that type as its document holds it; nothing for a type that calls and texts do not make.
[[nodiscard]] std::optional<double> figureOf(const DailyMetrics &day, QStringView type);

/// How far a rep has come with one goal in its current period.
struct GoalProgress {
    Goal goal{};
    DayRange period{};
    double value{};                   ///< What readers of the documents add up too: each day rounded, then summed.
    QMap<QString, double> bySource{}; ///< Sources are never added up silently: these are the parts.
    Pace pace{};
    bool operator==(const GoalProgress &) const = default;
};

/// Progress of every goal whose type we can count, in the rep's zone, from the same figures that are written. Days outside the
/// period are passed over, so any longer list will do; a list that does not reach over the whole period is the caller's to notice.
[[nodiscard]] QList<GoalProgress> goalProgress(const QList<Goal> &goals, const QList<DailyMetrics> &days, const QDateTime &now,
                                               const QTimeZone &zone, const BusinessHours &hours);

} // namespace callcard

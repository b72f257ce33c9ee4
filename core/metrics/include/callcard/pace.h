#pragma once

#include <callcard/goal.h>

#include <QDateTime>
#include <QSet>
#include <QTimeZone>

#include <optional>

namespace callcard {

/// When this business works; from `settings/business`.
struct BusinessHours {
    QTime from{8, 0};
    QTime to{17, 0};
    QSet<int> days{1, 2, 3, 4, 5}; ///< Qt's numbers: Monday 1 … Sunday 7.
    bool operator==(const BusinessHours &) const = default;
};

/// Both ends included.
struct DayRange {
    QDate from{};
    QDate to{};
    bool operator==(const DayRange &) const = default;
};

/// The period that holds the day; weeks start on Monday.
[[nodiscard]] DayRange periodAround(GoalPeriod period, const QDate &day);
/// The period that the range is from its first to its last day; nothing for any other range.
[[nodiscard]] std::optional<GoalPeriod> wholePeriod(const DayRange &range);

/// Which part of the period's working time is over, 0 to 1. Outside working days and hours it stands still.
[[nodiscard]] double elapsedShare(GoalPeriod period, const QDateTime &now, const QTimeZone &zone, const BusinessHours &hours);

enum class PaceState { Ahead, OnPace, Behind, NoGoal };

struct Pace {
    PaceState state{};
    double expected{};   ///< By now.
    double difference{}; ///< What is there, less what is expected.
    double share{};      ///< Of the target, may be above 1.
    bool operator==(const Pace &) const = default;
};

/// A goal of zero or less is no goal.
[[nodiscard]] Pace paceOf(double value, double target, double elapsed);

} // namespace callcard

#pragma once

#include <callcard/metrics.h>

#include <array>

namespace callcard {

inline constexpr int kUsualDays = 20;
/// How many days back the twenty last working days may lie: four weeks and some holidays.
inline constexpr int kUsualReach = 45;

/// How a rep's own usual working day grows by the clock: the mean of the last twenty days on which the rep called or wrote.
struct UsualDay {
    int days{};                     ///< How many there are; none: nothing is usual yet.
    std::array<double, 25> calls{}; ///< What is usually there at 0:00, 1:00 … 24:00.
    std::array<double, 25> talk{};  ///< Minutes.
    std::array<double, 25> texts{};
    bool operator==(const UsualDay &) const = default;

    /// What is usually there by that time, of a type of figureTypes(); between two full hours on the line from one to the other.
    [[nodiscard]] double by(QStringView type, const QTime &time) const;
    [[nodiscard]] double wholeDay(QStringView type) const;
};

/// From calls and texts of at least the last kUsualReach days before `today`, which itself is left out.
[[nodiscard]] UsualDay usualDay(const QList<CountedCall> &calls, const QList<CountedText> &texts, const Rep &rep, const QDate &today);

} // namespace callcard

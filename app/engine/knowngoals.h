#pragma once

#include <callcard/goal.h>
#include <callcard/pace.h>
#include <callcard/result.h>

#include <QByteArray>
#include <QDateTime>
#include <QList>

#include <optional>

namespace callcard {

/// A rep's goals and the hours of business as Firestore told them last, perhaps before this start of the program.
struct KnownGoals {
    QList<Goal> goals{};
    BusinessHours hours{};
    QDateTime readAt{};                  ///< Invalid: they never were.
    std::optional<Error> trouble{};      ///< Why the last try failed; what was read before it stays.
    std::optional<Error> hoursTrouble{}; ///< Likewise of the hours alone: older rules hide them from reps.

    [[nodiscard]] bool areKnown() const { return readAt.isValid(); }
};

/// For the log's keepsakes: without troubles, which are of the moment.
[[nodiscard]] QByteArray goalsToBytes(const KnownGoals &known);
/// Nothing where the bytes are of another version, or damaged.
[[nodiscard]] std::optional<KnownGoals> goalsFromBytes(const QByteArray &bytes);

} // namespace callcard

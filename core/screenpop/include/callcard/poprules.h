#pragma once

#include <callcard/call.h>

#include <QHash>
#include <QTimeZone>

#include <optional>

namespace callcard {

enum class PopMode { Card, Compact, Badge, Off };

/// When a call may show a card, and how.
struct PopRules {
    PopMode mode{PopMode::Card};
    QHash<QString, PopMode> byLine{}; ///< Line's name or number (E.164) → its own mode.
    bool quietHours{};
    QTime quietFrom{};
    QTime quietTo{}; ///< Before quietFrom: the next morning.
    QTimeZone zone{QTimeZone::utc()};
    bool outgoing{true};                             ///< Outgoing calls get a card too.
    bool internal{};                                 ///< Colleagues' calls.
    std::optional<std::chrono::seconds> hideAfter{}; ///< Default: while it rings.
    std::chrono::milliseconds endedStays{6'000};
    std::chrono::milliseconds missedStays{20'000};
    int lateAfterSeconds{30}; ///< An event that old when it arrives shows no ringing card.
    bool operator==(const PopRules &) const = default;
};

/// Why a call has a card, or none. One word an answer: "Why didn't it pop?" words them.
enum class PopReason {
    Shown,
    ModeOff,
    BadgeOnly,
    PausedByRep,
    QuietHours,
    DoNotDisturb,
    OutgoingOff,
    InternalOff,
    OwnPhone,    ///< My own phone ringing for a call that I placed.
    Late,        ///< It rang long before we heard of it.
    OverAlready, ///< Ended before it could be shown.
    SameCall,    ///< Another source reported it first, or it was folded into another call.
};

[[nodiscard]] QString popReasonName(PopReason reason);

/// What stands beside the rules at this moment.
struct PopSituation {
    QDateTime now{};
    std::optional<QDateTime> pausedUntil{};
    bool doNotDisturb{};
    QDateTime hoursLifted{}; ///< Until then the quiet hours are not kept.
};

struct PopVerdict {
    PopReason reason{};
    PopMode mode{}; ///< Card or Compact when shown.
    bool digest{};  ///< To be told after the quiet.
    bool operator==(const PopVerdict &) const = default;
};

[[nodiscard]] PopVerdict judge(const Call &call, const PopRules &rules, const PopSituation &situation);
/// By the clock: from when until when it is quiet, if it is quiet now.
struct QuietSpan {
    QDateTime from{};
    QDateTime until{};
    bool operator==(const QuietSpan &) const = default;
};
[[nodiscard]] std::optional<QuietSpan> quietSpan(const PopRules &rules, const QDateTime &now);
[[nodiscard]] std::optional<QDateTime> quietUntil(const PopRules &rules, const QDateTime &now);
/// Told so long after it happened that nothing rings any more. Both by the clock of whoever told it.
[[nodiscard]] bool isToldLate(const PopRules &rules, const QDateTime &happened, const QDateTime &now);

} // namespace callcard

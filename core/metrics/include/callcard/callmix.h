#pragma once

#include <callcard/metrics.h>

namespace callcard {

/// What a day's calls of one source are made of: every counted call is in exactly one of these, so that they add up to DailyMetrics::calls.
struct CallMix {
    QDate day{};
    QString source{};
    int outgoingReached{};
    int outgoingUnanswered{};
    int incomingAnswered{};
    int missed{}; ///< Without voicemail, unlike DailyMetrics::missed.
    int voicemail{};
    int elsewhere{};
    int failed{};
    int unknown{};
    bool operator==(const CallMix &) const = default;

    [[nodiscard]] int calls() const
    {
        return outgoingReached + outgoingUnanswered + incomingAnswered + missed + voicemail + elsewhere + failed + unknown;
    }
};

/// Which part of the mix a call is.
[[nodiscard]] int CallMix::*mixPartOf(const CountedCall &call);

/// Of every day and source of the range in which the rep has a settled call, by the same rules as dailyMetrics(), ordered the same way.
[[nodiscard]] QList<CallMix> callMixes(const QList<CountedCall> &calls, const Rep &rep, const QDate &from, const QDate &to);

} // namespace callcard

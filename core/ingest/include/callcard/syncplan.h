#pragma once

#include <callcard/backoff.h>
#include <callcard/pace.h>
#include <callcard/result.h>

#include <QDate>

#include <chrono>
#include <optional>

namespace callcard {

/// Why the provider's history is read.
enum class SyncTrigger {
    Start,     ///< What was missed while we were away.
    CallEnded, ///< Some seconds after a call, when the provider has filed it.
    Today,     ///< Every quarter of an hour.
    LastWeek,  ///< Every six hours: edits, dispositions and late records.
    OnDemand,  ///< A person asked.
};
[[nodiscard]] QString syncTriggerName(SyncTrigger trigger);

struct SyncJob {
    SyncTrigger trigger{};
    DayRange range{}; ///< Civil days of the rep.
    bool operator==(const SyncJob &) const = default;
};

/// When to read which days. Pure: it is told the time, by the monotonic clock, and the rep's civil day.
class SyncPlan
{
public:
    using Milliseconds = std::chrono::milliseconds;
    struct Pace {
        std::chrono::minutes today{15};
        std::chrono::hours lastWeek{6};
        std::chrono::seconds afterCall{25};         ///< A provider's log lags by up to thirty seconds, mostly less.
        std::chrono::seconds longestAfterCall{120}; ///< A call after the other does not put it off for ever.
        Backoff::Shape retry{.first = std::chrono::seconds(20), .cap = std::chrono::minutes(15)};
    };
    explicit SyncPlan(Pace pace);
    SyncPlan();

    /// `missedSince`: the first day of which we do not know that it is complete; absent: never synced.
    void begin(Milliseconds now, std::optional<QDate> missedSince);
    void callEnded(Milliseconds now);
    /// The network, a sign-in or a setting is back: what waits after a failure goes on. A penalty is sat out all the same.
    void nudge(Milliseconds now);

    [[nodiscard]] std::optional<SyncJob> due(Milliseconds now, QDate today) const;
    /// Until due() can say something new; absent: not before somebody helps.
    [[nodiscard]] std::optional<Milliseconds> untilNext(Milliseconds now) const;

    /// `unsettled`: calls were in progress and will be worth another look soon.
    void succeeded(const SyncJob &job, Milliseconds now, QDate today, bool unsettled);
    void failed(const Error &error, Milliseconds now);

private:
    [[nodiscard]] std::optional<Milliseconds> nextAt() const;

    Pace m_pace;
    Backoff m_backoff;
    bool m_begun = false;
    bool m_startDone = false;
    std::optional<QDate> m_missedSince;
    Milliseconds m_todayAt{};
    Milliseconds m_weekAt{};
    std::optional<Milliseconds> m_callAt;
    Milliseconds m_firstCallAt{}; ///< of those that wait together
    int m_followUps = 0;
    std::optional<Milliseconds> m_blockedUntil;
    bool m_penalty = false;
    bool m_needsPerson = false;
};

} // namespace callcard

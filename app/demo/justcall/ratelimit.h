#pragma once

#include "clock.h"

#include <callcard/httpserver.h>

#include <string>

namespace callcard::demo::justcall {

/// Two windows at once, an hour and a minute, shared by the whole account.
class RateLimit
{
public:
    explicit RateLimit(DemoClock &clock);

    /// "Team", "Pro" or "Business"; or "open": far more than any plan.
    void setPlan(const std::string &plan);
    void setLimits(int hourly, int burst);
    void setResetIsDelay(bool isDelay) { m_resetIsDelay = isDelay; } ///< Seconds left instead of an epoch.
    void setPenaltyRestarts(bool restarts) { m_penaltyRestarts = restarts; }
    enum class Taken { Yes, Refused, RefusedAgain }; ///< Again: asked although the one before was refused.
    /// Counts one request, unless the budget is spent.
    Taken take();
    /// As after the first request that a spent minute refused.
    void exhaust();
    [[nodiscard]] serving::Headers headers() const;

private:
    struct Window {
        std::chrono::seconds length{};
        int limit = 0;
        int used = 0;
        Instant reset{};
    };
    void roll();

    DemoClock &m_clock;
    Window m_hour{std::chrono::hours(1), 1800, 0, {}};
    Window m_minute{std::chrono::minutes(1), 30, 0, {}};
    bool m_resetIsDelay = false;
    bool m_penaltyRestarts = false;
    bool m_isRefusing = false;
};

} // namespace callcard::demo::justcall

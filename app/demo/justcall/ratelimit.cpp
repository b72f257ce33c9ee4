#include "justcall/ratelimit.h"

#include <algorithm>
#include <utility>

namespace callcard::demo::justcall {

RateLimit::RateLimit(DemoClock &clock) : m_clock(clock) {}

void RateLimit::setPlan(const std::string &plan)
{
    if (plan == "Team")
        setLimits(1800, 30);
    else if (plan == "Pro")
        setLimits(3600, 60);
    else if (plan == "Business")
        setLimits(5400, 90);
    else
        setLimits(1'000'000, 1'000'000);
}

void RateLimit::setLimits(int hourly, int burst)
{
    m_hour.limit = hourly;
    m_minute.limit = burst;
}

void RateLimit::roll()
{
    const auto now = m_clock.now();
    for (Window *window : {&m_hour, &m_minute}) {
        if (now >= window->reset || window->reset - now > window->length) { // the second: somebody set the clock back
            window->used = 0;
            window->reset = std::chrono::floor<std::chrono::seconds>(now) + window->length;
        }
    }
}

RateLimit::Taken RateLimit::take()
{
    roll();
    if (m_hour.used >= m_hour.limit || m_minute.used >= m_minute.limit) {
        if (m_penaltyRestarts)
            m_minute.reset = std::chrono::floor<std::chrono::seconds>(m_clock.now()) + m_minute.length;
        return std::exchange(m_isRefusing, true) ? Taken::RefusedAgain : Taken::Refused;
    }
    ++m_hour.used;
    ++m_minute.used;
    m_isRefusing = false;
    return Taken::Yes;
}

void RateLimit::exhaust()
{
    roll();
    m_minute.used = m_minute.limit;
    m_isRefusing = true;
}

serving::Headers RateLimit::headers() const
{
    serving::Headers headers;
    const auto add = [&](const std::string &prefix, const Window &window) {
        const auto left = std::chrono::ceil<std::chrono::seconds>(window.reset - m_clock.now()).count();
        const auto epoch = std::chrono::floor<std::chrono::seconds>(window.reset).time_since_epoch().count();
        headers.emplace_back(prefix + "Limit", std::to_string(window.limit));
        headers.emplace_back(prefix + "Remaining", std::to_string(std::max(window.limit - window.used, 0)));
        headers.emplace_back(prefix + "Reset", std::to_string(m_resetIsDelay ? std::max<std::int64_t>(left, 0) : epoch));
    };
    add("X-Rate-Limit-", m_hour);
    add("X-Rate-Limit-Burst-", m_minute);
    return headers;
}

} // namespace callcard::demo::justcall

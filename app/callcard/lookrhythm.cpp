#include "lookrhythm.h"

#include <algorithm>

namespace callcard {

using namespace std::chrono_literals;

namespace {
constexpr std::chrono::seconds kLookEvery = 60s;
constexpr std::chrono::seconds kLookAtLeast = 600s;
constexpr std::chrono::seconds kLookSoon = 3s;
} // namespace

std::chrono::milliseconds LookRhythm::ahead() const
{
    return m_next - m_clock.monotonic();
}

void LookRhythm::onLooked(const Result<TeamPresence> &presence)
{
    if (!presence)
        return putOff(); // the budget is needed elsewhere, and what is known grows old
    const std::optional<SyncProblem> &problem = presence->problem;
    m_pause = problem ? std::min(m_pause * 2, kLookAtLeast) : kLookEvery;
    if (problem)
        m_pause = std::max(m_pause, problem->error.retryAfter.value_or(0s));
    m_next = m_clock.monotonic() + m_pause;
}

void LookRhythm::putOff()
{
    m_next = m_clock.monotonic() + kLookSoon;
}

} // namespace callcard

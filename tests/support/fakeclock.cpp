#include <callcard/testing/fakeclock.h>

namespace callcard::testing {

FakeClock::FakeClock(QDateTime start) : m_now(std::move(start)) {}

QCoro::Task<Result<>> FakeClock::sleep(std::chrono::milliseconds duration, std::stop_token stop)
{
    Completion<> elapsed;
    const auto sleeper = m_sleepers.emplace(m_monotonic + std::max(duration, std::chrono::milliseconds(0)), &elapsed);
    Result<> result = co_await elapsed.wait(std::move(stop));
    if (!result) // a cancelled sleeper is still in the list; a woken one was taken out by advance()
        m_sleepers.erase(sleeper);
    co_return result;
}

std::optional<std::chrono::milliseconds> FakeClock::untilNext() const
{
    if (m_sleepers.empty())
        return std::nullopt;
    return m_sleepers.begin()->first - m_monotonic;
}

void FakeClock::advance(std::chrono::milliseconds duration)
{
    const auto target = m_monotonic + duration;
    while (!m_sleepers.empty() && m_sleepers.begin()->first <= target) {
        const auto [moment, sleeper] = *m_sleepers.begin();
        m_now = m_now.addMSecs((moment - m_monotonic).count());
        m_monotonic = moment;
        m_sleepers.erase(m_sleepers.begin());
        sleeper->complete();
    }
    m_now = m_now.addMSecs((target - m_monotonic).count());
    m_monotonic = target;
}

} // namespace callcard::testing

#include "clock.h"

#include <QLoggingCategory>

#include <algorithm>
#include <cmath>
#include <vector>

namespace callcard::demo {

using namespace std::chrono_literals;

namespace {

Q_LOGGING_CATEGORY(lcClock, "callcard.demo.clock", QtInfoMsg)

constexpr double kLongestWaitMs = 86'400'000.0; // then it looks again

/// One service's bug must not stop everybody's time.
void runGuarded(const std::function<void()> &function)
{
    try {
        function();
    } catch (const std::exception &error) {
        qCWarning(lcClock) << "what was due has failed:" << error.what();
    }
}

} // namespace

class DemoClock::Timer
{
public:
    std::function<void()> function;
};

DemoClock::DemoClock(serving::ServingThread &thread)
    : m_thread(thread), m_epoch(std::chrono::time_point_cast<std::chrono::milliseconds>(std::chrono::system_clock::now()))
{
}

DemoClock::~DemoClock() = default;

std::chrono::milliseconds DemoClock::elapsed() const
{
    if (m_speed == 0.0)
        return m_elapsed;
    const auto real = std::chrono::duration<double, std::milli>(Steady::now() - m_base);
    return m_elapsed + std::chrono::milliseconds(static_cast<std::int64_t>(real.count() * m_speed));
}

Instant DemoClock::now() const
{
    return m_epoch + elapsed();
}

std::int64_t DemoClock::epochSeconds() const
{
    return std::chrono::floor<std::chrono::seconds>(now()).time_since_epoch().count();
}

std::shared_ptr<DemoClock::Timer> DemoClock::after(std::chrono::milliseconds delay, std::function<void()> function)
{
    auto timer = std::make_shared<Timer>();
    timer->function = std::move(function);
    const auto due = elapsed() + std::max(delay, 0ms);
    const bool isFirst = m_timers.empty() || due < m_timers.begin()->first.first;
    m_timers.emplace(std::pair(due, ++m_order), timer);
    if (isFirst)
        arm();
    return timer;
}

void DemoClock::setNow(Instant now)
{
    m_epoch = now - elapsed();
}

void DemoClock::setSpeed(double speed)
{
    rebase();
    m_speed = speed > 0.0 ? std::clamp(speed, kSlowest, kFastest) : 0.0;
    arm();
}

void DemoClock::advance(std::chrono::milliseconds duration)
{
    rebase();
    const auto target = m_elapsed + std::max(duration, 0ms);
    // Bounded: a timer that always sets a next one at once would never let the hour end.
    for (int runs = 0; runs < 1'000'000 && !m_timers.empty() && m_timers.begin()->first.first <= target; ++runs) {
        const auto first = m_timers.begin();
        m_elapsed = std::max(m_elapsed, first->first.first);
        m_base = Steady::now();
        const auto timer = first->second.lock();
        m_timers.erase(first);
        if (timer)
            runGuarded(timer->function);
    }
    m_elapsed = std::max(m_elapsed, target);
    m_base = Steady::now();
    arm();
}

void DemoClock::rebase()
{
    m_elapsed = elapsed();
    m_base = Steady::now();
}

void DemoClock::arm()
{
    while (!m_timers.empty() && m_timers.begin()->second.expired())
        m_timers.erase(m_timers.begin());
    m_wake.reset();
    if (m_timers.empty() || m_speed == 0.0)
        return;
    const auto left = std::max(m_timers.begin()->first.first - elapsed(), 0ms);
    const double real = std::min(std::ceil(static_cast<double>(left.count()) / m_speed), kLongestWaitMs);
    m_wake = m_thread.after(std::chrono::milliseconds(static_cast<std::int64_t>(real)), [this] { runDue(); });
}

void DemoClock::runDue()
{
    // Taken out first: what runs may set new timers, which wait for the next turn of the loop.
    std::vector<std::weak_ptr<Timer>> due;
    const auto until = elapsed();
    while (!m_timers.empty() && m_timers.begin()->first.first <= until) {
        due.push_back(m_timers.begin()->second);
        m_timers.erase(m_timers.begin());
    }
    for (const auto &weak : due) {
        if (const auto timer = weak.lock())
            runGuarded(timer->function);
    }
    arm();
}

} // namespace callcard::demo

#pragma once

#include <callcard/servingthread.h>

#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>

namespace callcard::demo {

/// A point in the cloud's time, UTC.
using Instant = std::chrono::sys_time<std::chrono::milliseconds>;

/// The cloud's own time: real, shifted, faster, or moved by hand. Two notions, as on a real machine: `now()` is what the
/// services write into answers and may be set to anything; timers count elapsed time and do not care what the wall clock says.
/// Serving thread only.
class DemoClock
{
public:
    explicit DemoClock(serving::ServingThread &thread);
    ~DemoClock();
    DemoClock(const DemoClock &) = delete;
    DemoClock &operator=(const DemoClock &) = delete;

    [[nodiscard]] Instant now() const;
    [[nodiscard]] std::int64_t epochSeconds() const;
    /// Elapsed demo time since the start; never goes back.
    [[nodiscard]] std::chrono::milliseconds elapsed() const;

    /// A pending call. Dropping it cancels; so keep it.
    class Timer;
    [[nodiscard]] std::shared_ptr<Timer> after(std::chrono::milliseconds delay, std::function<void()> function);

    /// Sets the wall clock; timers are not touched.
    void setNow(Instant now);
    static constexpr double kSlowest = 1e-6;
    static constexpr double kFastest = 100'000.0;
    /// 1 is real time, 60 a minute in a second, 0 stands still until advance(). Bounded by the two above.
    void setSpeed(double speed);
    [[nodiscard]] double speed() const { return m_speed; }
    /// Moves on by hand, at any speed: timers that fall due run in order, each seeing its own time as now(). One
    /// that throws is logged, the others run.
    void advance(std::chrono::milliseconds duration);

private:
    using Steady = std::chrono::steady_clock;
    void rebase();
    void arm();
    void runDue();

    serving::ServingThread &m_thread;
    double m_speed = 1.0;
    Steady::time_point m_base = Steady::now(); ///< The real moment at which `m_elapsed` was true.
    std::chrono::milliseconds m_elapsed{0};
    Instant m_epoch; ///< Wall clock at elapsed 0.
    std::uint64_t m_order = 0;
    std::map<std::pair<std::chrono::milliseconds, std::uint64_t>, std::weak_ptr<Timer>> m_timers; ///< Same moment: first come, first run.
    std::shared_ptr<serving::ServingThread::Timer> m_wake;
};

} // namespace callcard::demo

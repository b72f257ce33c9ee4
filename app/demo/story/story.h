#pragma once

#include "world/random.h"
#include "world/world.h"

#include <map>

namespace callcard::demo {

/// A day at the company while somebody watches: every few seconds a call, with the timing of people. What somebody else does
/// to one of its calls (call control, `control`) wins; the story just goes on.
class Story
{
public:
    Story(DemoClock &clock, World &world, std::uint64_t seed);

    void start();
    void stop();
    [[nodiscard]] bool isRunning() const { return m_running; }
    /// Between two calls, on average.
    void setPace(std::chrono::milliseconds pace) { m_pace = pace; }
    [[nodiscard]] std::chrono::milliseconds pace() const { return m_pace; }
    void happen(); ///< One thing, now.

private:
    void begin();
    void next();
    void goOn();
    void later(double seconds, std::function<void()> function);
    void inbound(const Rep &rep);
    void ring(const NewCall &call);
    void outbound(const Rep &rep);
    void converse(CallNumber id, double seconds);
    void text();
    [[nodiscard]] bool isBusy(const Rep &rep) const;
    [[nodiscard]] const Customer *someCustomer();
    [[nodiscard]] NewCall someCall(const Rep &rep, Direction direction);

    DemoClock &m_clock;
    World &m_world;
    Random m_random;
    std::chrono::milliseconds m_pace{6'000};
    bool m_running = false;
    std::shared_ptr<DemoClock::Timer> m_next;
    std::map<std::uint64_t, std::shared_ptr<DemoClock::Timer>> m_timers;
    std::uint64_t m_lastTimer = 0;
};

} // namespace callcard::demo

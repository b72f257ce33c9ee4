#pragma once

#include <callcard/clock.h>

#include <functional>

namespace callcard {

/// Calls `ring` once when nobody has touched it for the given time. Touching is cheap: no timer is restarted, the sleeper looks when it
/// wakes. Must not be destroyed inside `ring`.
class Alarm
{
public:
    Alarm(Clock &clock, std::function<void()> ring);
    ~Alarm();
    void start(std::chrono::milliseconds after);
    void touch();
    void stop();
    [[nodiscard]] bool isRunning() const { return m_after.has_value(); }

private:
    QCoro::Task<> run(std::stop_token stop);
    Clock &m_clock;
    std::function<void()> m_ring;
    std::optional<std::chrono::milliseconds> m_after;
    std::chrono::milliseconds m_touched{};
    std::stop_source m_stop;
    TaskScope m_scope;
};

} // namespace callcard

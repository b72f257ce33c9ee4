#pragma once

#include <callcard/clock.h>

#include <functional>

namespace callcard {

/// Notices that the computer slept: a sleeper of ours took much longer on a clock that goes on while the computer sleeps.
/// Looks every twenty seconds and touches nothing in between. Must not be destroyed inside `slept`, but may be stopped.
class SleepWatch
{
public:
    SleepWatch(Clock &clock, std::function<void(std::chrono::milliseconds)> slept);
    ~SleepWatch();
    void start();
    void stop();

private:
    QCoro::Task<> run(std::stop_token stop);
    Clock &m_clock;
    std::function<void(std::chrono::milliseconds)> m_slept;
    std::stop_source m_stop;
    TaskScope m_scope;
};

} // namespace callcard

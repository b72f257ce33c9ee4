#pragma once

#include "loop.h"

namespace callcard::serving {

/// Lets one coroutine wait until somebody calls set(). A set() before the wait counts; a wait consumes it.
class Event
{
public:
    explicit Event(Executor executor) : m_timer(executor, std::chrono::steady_clock::time_point::max()) {}

    void set()
    {
        m_set = true;
        m_timer.cancel();
    }

    [[nodiscard]] Task<> wait()
    {
        while (!m_set) {
            error_code ignored;
            co_await m_timer.async_wait(into(ignored));
        }
        m_set = false;
    }

private:
    SteadyTimer m_timer;
    bool m_set = false;
};

} // namespace callcard::serving

#pragma once

#include "loop.h"

#include <functional>
#include <memory>

namespace callcard::serving {

/// A moment by which something must have happened, moved several times a request. Moving it later, or away, is a store: the
/// timer wakes at the old moment and looks again.
class Deadline
{
public:
    Deadline(Executor executor, std::function<void()> missed) : m_state(std::make_shared<State>(executor, std::move(missed))) {}
    Deadline(const Deadline &) = delete;
    Deadline &operator=(const Deadline &) = delete;
    ~Deadline()
    {
        m_state->due = kNever;
        m_state->missed = nullptr;
        m_state->timer.cancel();
    }

    void set(std::chrono::milliseconds span)
    {
        m_state->due = Time::now() + span;
        if (m_state->due < m_state->armed)
            arm(m_state);
    }

    void clear() { m_state->due = kNever; }

private:
    using Time = std::chrono::steady_clock;
    static constexpr Time::time_point kNever = Time::time_point::max();

    struct State {
        State(Executor executor, std::function<void()> function) : timer(executor), missed(std::move(function)) {}
        SteadyTimer timer;
        std::function<void()> missed;
        Time::time_point due = kNever;
        Time::time_point armed = kNever;
    };

    static void arm(const std::shared_ptr<State> &state)
    {
        state->armed = state->due;
        state->timer.expires_at(state->due); // ends an earlier wait
        state->timer.async_wait([state](error_code ec) {
            if (ec)
                return;
            state->armed = kNever;
            if (state->due == kNever)
                return;
            if (state->due > Time::now()) {
                arm(state);
                return;
            }
            state->due = kNever;
            if (const auto missed = state->missed) // a copy: it may destroy us
                missed();
        });
    }

    std::shared_ptr<State> m_state;
};

} // namespace callcard::serving

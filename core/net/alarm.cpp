#include "alarm.h"

namespace callcard {

using namespace std::chrono_literals;

Alarm::Alarm(Clock &clock, std::function<void()> ring) : m_clock(clock), m_ring(std::move(ring)) {}

Alarm::~Alarm()
{
    stop();
}

void Alarm::start(std::chrono::milliseconds after)
{
    stop();
    m_stop = {};
    m_after = after;
    m_touched = m_clock.monotonic();
    m_scope.start(run(m_stop.get_token()));
}

void Alarm::touch()
{
    m_touched = m_clock.monotonic();
}

void Alarm::stop()
{
    m_after.reset();
    m_stop.request_stop();
}

QCoro::Task<> Alarm::run(std::stop_token stop)
{
    while (m_after) {
        const auto left = m_touched + *m_after - m_clock.monotonic();
        if (left <= 0ms)
            break;
        const Result<> waited = co_await m_clock.sleep(left, stop);
        if (!waited)
            co_return; // stopped or started anew; perhaps we are gone
    }
    if (stop.stop_requested() || !m_after)
        co_return;
    m_after.reset();
    m_ring();
}

} // namespace callcard

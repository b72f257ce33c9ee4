#include "sleepwatch.h"

namespace callcard {

using namespace std::chrono_literals;

namespace {
constexpr std::chrono::milliseconds kEvery = 20s;
constexpr std::chrono::milliseconds kTolerated = 10s; // a busy or swapping computer is late as well
} // namespace

SleepWatch::SleepWatch(Clock &clock, std::function<void(std::chrono::milliseconds)> slept) : m_clock(clock), m_slept(std::move(slept)) {}

SleepWatch::~SleepWatch()
{
    stop();
}

void SleepWatch::start()
{
    stop();
    m_stop = {};
    m_scope.start(run(m_stop.get_token()));
}

void SleepWatch::stop()
{
    m_stop.request_stop();
}

QCoro::Task<> SleepWatch::run(std::stop_token stop)
{
    while (true) {
        const auto before = m_clock.monotonic();
        const Result<> waited = co_await m_clock.sleep(kEvery, stop);
        if (!waited)
            co_return; // perhaps we are gone
        const auto extra = m_clock.monotonic() - before - kEvery;
        if (extra > kTolerated)
            m_slept(extra);
        if (stop.stop_requested())
            co_return;
    }
}

} // namespace callcard

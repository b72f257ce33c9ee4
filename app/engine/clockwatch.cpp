#include "clockwatch.h"

#include <QLoggingCategory>

namespace callcard {

using namespace std::chrono_literals;

namespace {
Q_LOGGING_CATEGORY(lcClock, "callcard.engine.clock")
constexpr std::chrono::milliseconds kEvery = 60s;
constexpr std::chrono::milliseconds kTolerated = 20s; // a busy or swapping computer is late as well
} // namespace

ClockWatch::ClockWatch(Clock &clock, QObject *parent) : QObject(parent), m_clock(clock) {}

QCoro::Task<> ClockWatch::run(std::stop_token stop)
{
    while (true) {
        const QDateTime wallBefore = m_clock.now();
        const std::chrono::milliseconds before = m_clock.monotonic();
        const Result<> waited = co_await m_clock.sleep(kEvery, stop);
        if (!waited)
            break;
        const std::chrono::milliseconds passed = m_clock.monotonic() - before;
        const std::chrono::milliseconds onTheWall(wallBefore.msecsTo(m_clock.now()));
        if (passed - kEvery > kTolerated || std::chrono::abs(onTheWall - passed) > kTolerated) {
            qCInfo(lcClock) << "the clock jumped, or the computer slept";
            Q_EMIT
            jumped();
        }
    }
}

} // namespace callcard

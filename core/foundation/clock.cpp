#include <callcard/clock.h>

#include <QTimer>

#include <algorithm>
#include <ctime>

namespace callcard {

using namespace std::chrono_literals;

Clock::~Clock() = default;

QDateTime SystemClock::now() const
{
    return QDateTime::currentDateTimeUtc();
}

std::chrono::milliseconds SystemClock::monotonic() const
{
#ifdef CLOCK_BOOTTIME
    timespec time{};
    if (clock_gettime(CLOCK_BOOTTIME, &time) == 0)
        return std::chrono::seconds(time.tv_sec) + std::chrono::milliseconds(time.tv_nsec / 1'000'000);
#endif
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now().time_since_epoch());
}

QCoro::Task<Result<>> SystemClock::sleep(std::chrono::milliseconds duration, std::stop_token stop)
{
    constexpr std::chrono::milliseconds kLongestTimer = 24h; // QTimer counts in int
    while (true) {
        const auto part = std::clamp(duration, 0ms, kLongestTimer);
        Completion<> elapsed;
        QTimer timer;
        timer.setSingleShot(true);
        timer.setTimerType(part < 2s ? Qt::PreciseTimer : Qt::CoarseTimer);
        QObject::connect(&timer, &QTimer::timeout, &timer, [&elapsed] { elapsed.complete(); });
        timer.start(part);
        if (const Result<> waited = co_await elapsed.wait(stop); !waited)
            co_return waited;
        duration -= part;
        if (duration <= 0ms)
            co_return {};
    }
}

} // namespace callcard

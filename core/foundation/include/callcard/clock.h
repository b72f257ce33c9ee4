#pragma once

#include <callcard/result.h>
#include <callcard/task.h>

#include <QDateTime>

#include <chrono>
#include <stop_token>

namespace callcard {

/// The only way to know the time or to wait. Tests hand in testing::FakeClock.
class Clock
{
public:
    Clock() = default;
    Clock(const Clock &) = delete;
    Clock &operator=(const Clock &) = delete;
    virtual ~Clock();

    /// The wall clock, UTC. A person may set it, so never subtract two of them to learn how long something took.
    [[nodiscard]] virtual QDateTime now() const = 0;
    /// Since some fixed point; never goes back and goes on while the computer sleeps.
    [[nodiscard]] virtual std::chrono::milliseconds monotonic() const = 0;
    /// Completes after the duration, or at once with Cancelled when stopped. Does not count the computer's sleep.
    [[nodiscard]] virtual QCoro::Task<Result<>> sleep(std::chrono::milliseconds duration, std::stop_token stop) = 0;
};

class SystemClock final : public Clock
{
public:
    [[nodiscard]] QDateTime now() const override;
    [[nodiscard]] std::chrono::milliseconds monotonic() const override;
    [[nodiscard]] QCoro::Task<Result<>> sleep(std::chrono::milliseconds duration, std::stop_token stop) override;
};

} // namespace callcard

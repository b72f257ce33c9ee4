#pragma once

#include <callcard/clock.h>

#include <map>
#include <optional>

namespace callcard::testing {

/// Time that moves only when told to. advance() wakes sleepers in the order of their time, each at its own moment, before it returns.
class FakeClock final : public Clock
{
public:
    explicit FakeClock(QDateTime start = QDateTime(QDate(2026, 11, 20), QTime(9, 0), Qt::UTC));

    [[nodiscard]] QDateTime now() const override { return m_now; }
    [[nodiscard]] std::chrono::milliseconds monotonic() const override { return m_monotonic + m_suspended; }
    [[nodiscard]] QCoro::Task<Result<>> sleep(std::chrono::milliseconds duration, std::stop_token stop) override;

    void advance(std::chrono::milliseconds duration);
    /// Until the first sleeper wakes; empty: nobody sleeps.
    [[nodiscard]] std::optional<std::chrono::milliseconds> untilNext() const;
    /// The computer sleeps: all clocks go on, sleepers do not.
    void suspend(std::chrono::milliseconds duration)
    {
        m_suspended += duration;
        m_now = m_now.addMSecs(duration.count());
    }
    /// Somebody sets the wall clock: now() jumps, monotonic() does not.
    void setWallClock(const QDateTime &now) { m_now = now; }
    [[nodiscard]] int sleepers() const { return static_cast<int>(m_sleepers.size()); }

private:
    QDateTime m_now;
    std::chrono::milliseconds m_monotonic{1'000'000}; // awake time only
    std::chrono::milliseconds m_suspended{};
    std::multimap<std::chrono::milliseconds, Completion<> *> m_sleepers;
};

} // namespace callcard::testing

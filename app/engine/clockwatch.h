#pragma once

#include <callcard/clock.h>

#include <QObject>

namespace callcard {

/// Notices what no system service told: that the wall clock was set, or that time went by while we did not run. Looks once a minute.
class ClockWatch final : public QObject
{
    Q_OBJECT

public:
    explicit ClockWatch(Clock &clock, QObject *parent = nullptr); ///< The clock outlives us.

    void start() { m_scope.start(run(m_scope.stopToken())); }
    [[nodiscard]] QCoro::Task<> stop() { return m_scope.close(); }

Q_SIGNALS:
    void jumped();

private:
    QCoro::Task<> run(std::stop_token stop);
    Clock &m_clock;
    TaskScope m_scope;
};

} // namespace callcard

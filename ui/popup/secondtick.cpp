#include "secondtick.h"

#include <callcard/clock.h>
#include <callcard/ui/timetexts.h>

#include <QTimerEvent>

namespace callcard::ui {

namespace {
constexpr int kPastTheSecond = 5; // a timer may fire a little early
}

void SecondTick::setFrom(const QDateTime &from)
{
    m_from = from;
    m_text.clear();
    renew();
}

void SecondTick::setRunning(bool running)
{
    m_running = running;
    renew();
}

void SecondTick::renew()
{
    m_timer.stop();
    if (!m_from.isValid())
        return;
    const qint64 passed = std::max<qint64>(0, m_from.msecsTo(m_clock.now()));
    if (const QString text = callLength(std::chrono::seconds(passed / 1000)); text != m_text) {
        m_text = text;
        Q_EMIT
        changed();
    }
    if (m_running)
        m_timer.start(static_cast<int>(1000 - passed % 1000) + kPastTheSecond, Qt::PreciseTimer, this);
}

void SecondTick::timerEvent(QTimerEvent *event)
{
    if (event->timerId() == m_timer.timerId())
        renew();
}

} // namespace callcard::ui

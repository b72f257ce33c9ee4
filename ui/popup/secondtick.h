#pragma once

#include <QBasicTimer>
#include <QDateTime>
#include <QObject>

namespace callcard {
class Clock;
}

namespace callcard::ui {

/// A call's length as text, renewed at each full second while somebody looks.
class SecondTick final : public QObject
{
    Q_OBJECT

public:
    SecondTick(const Clock &clock, QObject *parent) : QObject(parent), m_clock(clock) {}
    void setFrom(const QDateTime &from); ///< Invalid: no timer.
    void setRunning(bool running);
    [[nodiscard]] const QString &text() const { return m_text; }
    [[nodiscard]] bool isRunning() const { return m_timer.isActive(); }

Q_SIGNALS:
    void changed();

protected:
    void timerEvent(QTimerEvent *event) override;

private:
    void renew();
    const Clock &m_clock;
    QDateTime m_from;
    QString m_text;
    QBasicTimer m_timer;
    bool m_running{};
};

} // namespace callcard::ui

#pragma once

#include <QCoreApplication>
#include <QEvent>
#include <QObject>

#include <functional>
#include <utility>

namespace callcard {

/// A worker rings when it has come to an end; the thread that made the bell answers. Nothing travels in the event itself: what is
/// handed over lies under a lock, which a thread sanitizer sees, while of Qt's queue it sees nothing.
/// The worker is joined before the bell goes.
class WorkerBell : public QObject
{
public:
    explicit WorkerBell(std::function<void()> answer) : m_answer(std::move(answer)) {}
    void ring() { QCoreApplication::postEvent(this, new QEvent(kRung)); }
    bool event(QEvent *event) override
    {
        if (event->type() != kRung)
            return QObject::event(event);
        m_answer();
        return true;
    }

private:
    static constexpr QEvent::Type kRung = QEvent::User;
    std::function<void()> m_answer;
};

} // namespace callcard

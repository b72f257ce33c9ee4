#include <callcard/task.h>

#include <QLoggingCategory>

#include <algorithm>
#include <vector>

namespace callcard {

namespace {
Q_LOGGING_CATEGORY(lcTask, "callcard.foundation")
}

struct TaskScope::State {
    std::stop_source stop;
    int running = 0;
    std::vector<Completion<> *> closers; // they live in the frames of close()

    void leave()
    {
        if (--running > 0)
            return;
        // A closer may destroy the scope, never this state: supervise() holds it.
        const auto waiting = std::exchange(closers, {});
        for (Completion<> *closer : waiting)
            closer->complete();
    }
};

TaskScope::TaskScope() : m_state(std::make_shared<State>()) {}

TaskScope::~TaskScope()
{
    m_state->stop.request_stop();
    if (m_state->running > 0)
        qCWarning(lcTask) << "a scope was destroyed with" << m_state->running << "coroutines that do not listen to their stop token";
}

QCoro::Task<> TaskScope::supervise(std::shared_ptr<State> state, QCoro::Task<> task)
{
    try {
        co_await task;
    } catch (const std::exception &exception) {
        qCCritical(lcTask) << "an exception left a coroutine:" << exception.what();
    } catch (...) {
        qCCritical(lcTask) << "an unknown exception left a coroutine";
    }
    state->leave();
}

void TaskScope::start(QCoro::Task<> task)
{
    ++m_state->running;
    supervise(m_state, std::move(task));
}

std::stop_token TaskScope::stopToken() const
{
    return m_state->stop.get_token();
}

int TaskScope::running() const
{
    return m_state->running;
}

QCoro::Task<> TaskScope::close()
{
    const std::shared_ptr<State> state = m_state;
    state->stop.request_stop();
    if (state->running == 0)
        co_return;
    Completion<> ended;
    state->closers.push_back(&ended);
    co_await ended.wait({});
}

} // namespace callcard

#pragma once

#include <callcard/result.h>

#include <QCoroTask>

#include <coroutine>
#include <memory>
#include <optional>
#include <stop_token>
#include <utility>

namespace callcard {

/// Something that happens once, awaited by at most one coroutine. Whoever is waiting goes on inside complete(), inside
/// request_stop() of its token (with ErrorKind::Cancelled), or when this is destroyed (the same): nobody sleeps for ever.
/// Only the first completion counts.
template <typename T = void>
class Completion
{
public:
    Completion() = default;
    Completion(const Completion &) = delete;
    Completion &operator=(const Completion &) = delete;
    ~Completion() { complete(failure(ErrorKind::Cancelled)); }

    /// Returns whether this was the completion that counts. The waiter may destroy this object before the call returns.
    bool complete(Result<T> value = {})
    {
        if (m_value)
            return false;
        m_value.emplace(std::move(value));
        if (const auto waiter = std::exchange(m_waiter, nullptr))
            waiter.resume();
        return true;
    }

    [[nodiscard]] bool isComplete() const { return m_value.has_value(); }

    /// `const Result<T> result = co_await completion.wait(stop);` A token that was stopped before wins over a value.
    [[nodiscard]] auto wait(std::stop_token stop) { return Wait{*this, std::move(stop)}; }

private:
    class Waiter;
    /// QCoro moves what it awaits, and a waiter whose address the token knows must not move: so this makes it in place.
    struct Wait {
        Completion &owner;
        std::stop_token stop;
        Waiter operator co_await() { return Waiter(owner, std::move(stop)); }
    };
    class Waiter
    {
    public:
        Waiter(Completion &owner, std::stop_token stop) : m_owner(owner), m_stop(std::move(stop)) {}
        bool await_ready()
        {
            if (m_stop.stop_requested())
                m_owner.m_value.emplace(failure(ErrorKind::Cancelled));
            return m_owner.isComplete();
        }
        void await_suspend(std::coroutine_handle<> waiter)
        {
            Q_ASSERT_X(!m_owner.m_waiter, "Completion", "awaited twice");
            m_owner.m_waiter = waiter;
            m_cancel.emplace(m_stop, Cancel{&m_owner});
        }
        Result<T> await_resume()
        {
            m_cancel.reset();
            return *std::move(m_owner.m_value);
        }

    private:
        struct Cancel {
            Completion *owner;
            void operator()() const noexcept { owner->complete(failure(ErrorKind::Cancelled)); }
        };
        Completion &m_owner;
        std::stop_token m_stop;
        std::optional<std::stop_callback<Cancel>> m_cancel;
    };

    std::optional<Result<T>> m_value;
    std::coroutine_handle<> m_waiter;
};

/// Where coroutines live. A dropped QCoro::Task runs on and cannot be cancelled from outside, so every coroutine of a
/// service belongs to the service's scope, its last member:
///
///     void Pump::start() { m_scope.start(run()); }
///     QCoro::Task<> Pump::stop() { return m_scope.close(); }
///
/// Cancelling is completing: close() stops the token, everything that awaits it returns Cancelled, locals die as usual,
/// and close() completes when the last coroutine has ended. Name what a task returned before you test it: g++ 12 lays out
/// the frame wrongly for `if (co_await task)`, which then resumes into nowhere (a rule of tests/architecture). An exception that leaves a
/// coroutine is a bug: it is logged.
class TaskScope
{
public:
    TaskScope();
    TaskScope(const TaskScope &) = delete;
    TaskScope &operator=(const TaskScope &) = delete;
    /// Stops what still runs. What does not listen to its token outlives the scope, which is logged as a warning.
    ~TaskScope();

    void start(QCoro::Task<> task);
    [[nodiscard]] std::stop_token stopToken() const;
    [[nodiscard]] int running() const;
    [[nodiscard]] bool isClosed() const { return stopToken().stop_requested(); }
    /// Asks for the end and waits for it. May be called more than once.
    [[nodiscard]] QCoro::Task<> close();

private:
    struct State;
    static QCoro::Task<> supervise(std::shared_ptr<State> state, QCoro::Task<> task);
    std::shared_ptr<State> m_state;
};

} // namespace callcard

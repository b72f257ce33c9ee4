#pragma once

#include <chrono>
#include <functional>
#include <future>
#include <memory>
#include <type_traits>
#include <utility>

namespace callcard::serving {

/// The one thread on which servers run and handlers are called. State that only handlers and posted functions touch needs no
/// locks. A std::thread, so that thread sanitizers see it. Joins in its destructor; servers must be gone by then.
class ServingThread
{
public:
    ServingThread();
    ~ServingThread();
    ServingThread(const ServingThread &) = delete;
    ServingThread &operator=(const ServingThread &) = delete;

    /// Runs the function on the thread, after everything posted before. From any thread.
    void post(std::function<void()> function);

    /// A pending after(). Made and dropped on the thread only; dropping it cancels it, even when it is due.
    class Timer;
    [[nodiscard]] std::shared_ptr<Timer> after(std::chrono::milliseconds delay, std::function<void()> function);

    [[nodiscard]] bool isCurrent() const;

    /// Runs the function on the thread and waits for its value. From other threads; directly when already there.
    template <typename Function>
    auto run(Function function) -> std::invoke_result_t<Function>
    {
        if (isCurrent())
            return function();
        // Shared: the thread may still be leaving the task when its value has already arrived here.
        const auto task = std::make_shared<std::packaged_task<std::invoke_result_t<Function>()>>(std::move(function));
        auto future = task->get_future();
        post([task] { (*task)(); });
        return future.get();
    }

    class Private;
    [[nodiscard]] Private &impl() const { return *d; }

private:
    std::unique_ptr<Private> d;
};

} // namespace callcard::serving

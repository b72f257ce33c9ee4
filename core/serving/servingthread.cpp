#include "loop.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/post.hpp>

namespace callcard::serving {

Q_LOGGING_CATEGORY(lcServing, "callcard.serving", QtInfoMsg)

namespace {

void logException(std::exception_ptr exception)
{
    try {
        std::rethrow_exception(std::move(exception));
    } catch (const std::exception &error) {
        qCCritical(lcServing) << "an exception reached the serving thread:" << error.what();
    } catch (...) {
        qCCritical(lcServing) << "an unknown exception reached the serving thread";
    }
}

} // namespace

void start(Executor executor, Task<> task)
{
    asio::co_spawn(executor, std::move(task), [](std::exception_ptr exception) {
        if (exception)
            logException(std::move(exception));
    });
}

ServingThread::ServingThread() : d(std::make_unique<Private>())
{
    d->thread = std::thread([&io = d->io] {
        const auto work = asio::make_work_guard(io);
        for (;;) {
            try {
                io.run();
                return;
            } catch (...) { // of a posted function: one service's bug must not take the others down
                logException(std::current_exception());
            }
        }
    });
}

ServingThread::~ServingThread()
{
    post([this] { d->io.stop(); });
    d->thread.join();
}

void ServingThread::post(std::function<void()> function)
{
    asio::post(d->io, std::move(function));
}

bool ServingThread::isCurrent() const
{
    return std::this_thread::get_id() == d->thread.get_id();
}

class ServingThread::Timer
{
public:
    explicit Timer(Executor executor, std::chrono::milliseconds delay) : timer(executor, delay) {}
    SteadyTimer timer; // its destructor cancels the wait
};

std::shared_ptr<ServingThread::Timer> ServingThread::after(std::chrono::milliseconds delay, std::function<void()> function)
{
    auto pending = std::make_shared<Timer>(d->executor(), delay);
    const std::weak_ptr<Timer> weak = pending;
    pending->timer.async_wait([weak, function = std::move(function)](error_code ec) {
        // A wait that was already due cannot be cancelled any more, so the drop is looked for here too.
        if (!ec && !weak.expired())
            function();
    });
    return pending;
}

} // namespace callcard::serving

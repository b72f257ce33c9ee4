#pragma once

#include <callcard/servingthread.h>

#include <utility> // Boost 1.74 with g++ 12 forgets it

#ifdef __clang__ // the tidy run and the fuzzers: Boost 1.74 knows only the coroutines Clang had before the standard
#define BOOST_ASIO_HAS_CO_AWAIT 1
#define BOOST_ASIO_HAS_STD_COROUTINE 1
#endif

#include <boost/asio/awaitable.hpp>
#include <boost/asio/basic_socket_acceptor.hpp>
#include <boost/asio/basic_stream_socket.hpp>
#include <boost/asio/basic_waitable_timer.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <QLoggingCategory>

#include <thread>

namespace callcard::serving {

Q_DECLARE_LOGGING_CATEGORY(lcServing)

namespace asio = boost::asio;
using boost::system::error_code;
using tcp = asio::ip::tcp;

// Bound to the one executor there is: the type-erased default costs an allocation an operation.
using Executor = asio::io_context::executor_type;
using Socket = asio::basic_stream_socket<tcp, Executor>;
using Acceptor = asio::basic_socket_acceptor<tcp, Executor>;
using SteadyTimer = asio::basic_waitable_timer<std::chrono::steady_clock, asio::wait_traits<std::chrono::steady_clock>, Executor>;
template <typename T = void>
using Task = asio::awaitable<T, Executor>;

/// `co_await x.async_y(…, into(ec));` Nothing throws.
inline auto into(error_code &ec)
{
    return asio::redirect_error(asio::use_awaitable_t<Executor>(), ec);
}

class ServingThread::Private
{
public:
    [[nodiscard]] Executor executor() { return io.get_executor(); }

    asio::io_context io{1};
    std::thread thread;
};

/// Starts a coroutine of the room. It holds what it needs by its parameters; an exception that leaves it is a bug: logged.
void start(Executor executor, Task<> task);

} // namespace callcard::serving

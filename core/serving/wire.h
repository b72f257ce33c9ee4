#pragma once

#include "loop.h"

#include <boost/asio/post.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/ssl/stream.hpp>

#include <optional>

namespace callcard::serving {

/// A TCP connection with or without TLS, for Asio and Beast: one type, so that everything above is compiled once.
class Wire
{
public:
    using executor_type = Executor;
    using Tls = asio::ssl::stream<Socket &>;

    Wire(Socket socket, asio::ssl::context *tls) : m_socket(std::move(socket))
    {
        if (tls)
            m_tls.emplace(m_socket, *tls);
    }
    Wire(const Wire &) = delete;
    Wire &operator=(const Wire &) = delete;

    [[nodiscard]] executor_type get_executor() { return m_socket.get_executor(); }
    [[nodiscard]] Socket &socket() { return m_socket; }
    [[nodiscard]] Tls *tls() { return m_tls ? &*m_tls : nullptr; }

    template <typename Token>
    using Result = typename asio::async_result<std::decay_t<Token>, void(error_code, std::size_t)>::return_type;

    template <typename Buffers, typename Token>
    Result<Token> async_read_some(const Buffers &buffers, Token &&token)
    {
        if (m_frozen)
            return refuse(std::forward<Token>(token));
        if (m_tls)
            return m_tls->async_read_some(buffers, std::forward<Token>(token));
        return m_socket.async_read_some(buffers, std::forward<Token>(token));
    }

    template <typename Buffers, typename Token>
    Result<Token> async_write_some(const Buffers &buffers, Token &&token)
    {
        if (m_frozen)
            return refuse(std::forward<Token>(token));
        if (m_tls)
            return m_tls->async_write_some(buffers, std::forward<Token>(token));
        return m_socket.async_write_some(buffers, std::forward<Token>(token));
    }

    /// What waits ends with an error, the connection stays.
    void cancel()
    {
        error_code ignored;
        m_socket.cancel(ignored);
    }

    /// From now on nothing is read or written, the connection stays.
    void freeze()
    {
        m_frozen = true;
        cancel();
    }

    void close()
    {
        error_code ignored;
        m_socket.close(ignored);
    }

    /// As if the other side's cable had a fault: TCP reset, nothing of what waits is sent.
    void reset()
    {
        error_code ignored;
        m_socket.set_option(asio::socket_base::linger(true, 0), ignored);
        m_socket.close(ignored);
    }

private:
    template <typename Token>
    Result<Token> refuse(Token &&token)
    {
        return asio::async_initiate<Token, void(error_code, std::size_t)>(
            [executor = get_executor()](auto &&handler) {
                asio::post(executor, [handler = std::forward<decltype(handler)>(handler)]() mutable {
                    handler(error_code(asio::error::operation_aborted), std::size_t(0));
                });
            },
            token);
    }

    Socket m_socket;
    std::optional<Tls> m_tls;
    bool m_frozen = false;
};

} // namespace callcard::serving

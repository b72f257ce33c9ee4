#include "websocket.h"

#include "connection.h"

#include <boost/asio/post.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/bind_handler.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/websocket/stream.hpp>

namespace callcard::serving {

namespace beast = boost::beast;
namespace http = beast::http;
namespace websocket = beast::websocket;

namespace {

// Beast wants to own its stream; the wire belongs to the connection.
class WireRef
{
public:
    using executor_type = Executor;
    explicit WireRef(Wire &wire) : m_wire(&wire) {}
    [[nodiscard]] executor_type get_executor() { return m_wire->get_executor(); }

    template <typename Buffers, typename Token>
    Wire::Result<Token> async_read_some(const Buffers &buffers, Token &&token)
    {
        return m_wire->async_read_some(buffers, std::forward<Token>(token));
    }

    template <typename Buffers, typename Token>
    Wire::Result<Token> async_write_some(const Buffers &buffers, Token &&token)
    {
        return m_wire->async_write_some(buffers, std::forward<Token>(token));
    }

    // Beast asks for these two by name. The connection says goodbye itself.
    template <typename Handler>
    friend void async_teardown(beast::role_type, WireRef &ref, Handler &&handler)
    {
        asio::post(ref.get_executor(), beast::bind_front_handler(std::forward<Handler>(handler), error_code()));
    }
    friend void beast_close_socket(WireRef &ref) { ref.m_wire->close(); }

private:
    Wire *m_wire;
};

// What an empty message costs while it waits.
constexpr std::size_t kFrameCost = 64;
constexpr std::size_t kMaxControlBytes = 125;

// A control frame carries 125 bytes; a close spends two on the code.
std::string_view shortened(std::string_view text, std::size_t size)
{
    return text.substr(0, size);
}

} // namespace

struct ServedWebSocket::Pipe {
    explicit Pipe(Wire &wire) : stream(WireRef(wire)), ended(wire.get_executor()), written(wire.get_executor()) {}
    websocket::stream<WireRef, false> stream; // without deflate: our frames are small
    Event ended;
    Event written;
};

ServedWebSocket::ServedWebSocket(std::shared_ptr<Connection> connection, bool possible)
    : m_connection(std::move(connection)), m_open(possible && m_connection->isOpen())
{
}

ServedWebSocket::~ServedWebSocket() = default;

void ServedWebSocket::attach()
{
    if (m_open)
        m_connection->onCut([weak = weak_from_this()] {
            if (const auto self = weak.lock()) {
                self->closed(kBroken, {});
                if (self->m_pipe)
                    self->m_pipe->ended.set();
            }
        });
}

Task<> ServedWebSocket::run(Upgrade upgrade)
{
    const std::shared_ptr<ServedWebSocket> self = shared_from_this();
    const std::shared_ptr<Connection> connection = m_connection;
    if (!connection->isOpen())
        co_return;
    m_pipe = std::make_unique<Pipe>(connection->wire());
    auto &stream = m_pipe->stream;
    stream.auto_fragment(false);
    stream.read_message_max(connection->limits().messageBytes);
    stream.set_option(websocket::stream_base::timeout{websocket::stream_base::none(), websocket::stream_base::none(), false});
    stream.set_option(websocket::stream_base::decorator([headers = std::move(upgrade.headers)](websocket::response_type &response) {
        for (const auto &[name, value] : headers)
            response.insert(name, value);
    }));
    stream.control_callback([this](websocket::frame_type kind, beast::string_view payload) {
        if (const auto function = m_onPong; kind == websocket::frame_type::pong && function && !m_silent)
            function(std::string(payload));
    });
    http::request<http::empty_body> head(http::verb::get, upgrade.request.target, 11);
    for (const auto &[name, value] : upgrade.request.headers)
        head.insert(name, value);

    error_code ec;
    connection->writeDeadline().set(connection->limits().writeTime);
    co_await stream.async_accept(head, into(ec));
    connection->writeDeadline().clear();
    if (!ec) {
        m_accepted = true;
        if (!m_queue.empty() && !m_writing) {
            m_writing = true;
            start(connection->executor(), writeQueue(self));
        }
        co_await read();
    }
    while (m_silent && connection->isOpen())
        co_await m_pipe->ended.wait();
    while (m_writing && m_closing) // the closing handshake tells the code
        co_await m_pipe->written.wait();
    closed(m_code, m_reason);
    while (m_writing)
        co_await m_pipe->written.wait();
    stream.control_callback();
    m_pipe.reset();
}

Task<> ServedWebSocket::read()
{
    auto &stream = m_pipe->stream;
    m_reading = true;
    while (m_open && !m_silent) {
        std::string text;
        auto buffer = asio::dynamic_buffer(text);
        error_code ec;
        co_await stream.async_read(buffer, into(ec));
        if (m_silent)
            break;
        if (ec == websocket::error::closed)
            notePeersClose();
        if (ec == websocket::error::message_too_big)
            m_connection->server().countRefused();
        if (ec)
            break;
        if (!stream.got_text()) {
            close(websocket::close_code::unknown_data, "text only");
            continue;
        }
        if (const auto function = m_onText; function && !m_closing)
            function(std::move(text));
    }
    m_reading = false;
}

bool ServedWebSocket::sendText(std::string_view text)
{
    return enqueue({Frame::Text, std::string(text)});
}

void ServedWebSocket::ping(std::string_view payload)
{
    enqueue({Frame::Ping, std::string(payload.substr(0, kMaxControlBytes))});
}

void ServedWebSocket::close(std::uint16_t code, std::string_view reason)
{
    if (enqueue({Frame::Close, std::string(shortened(reason, kMaxControlBytes - 2)), code}))
        m_closing = true;
}

void ServedWebSocket::sendRaw(std::string_view bytes)
{
    enqueue({Frame::Raw, std::string(bytes)});
}

void ServedWebSocket::abort()
{
    if (m_open)
        m_connection->reset();
}

void ServedWebSocket::goSilent()
{
    if (!m_open || m_silent)
        return;
    m_silent = true;
    m_queue.clear();
    m_queuedBytes = 0;
    m_connection->wire().freeze();
    start(m_connection->executor(), hush(shared_from_this()));
}

/// Ends what is being read or written. Again and again, for TLS works in steps, and cancelling reaches only one that waits.
Task<> ServedWebSocket::hush(std::shared_ptr<ServedWebSocket> self)
{
    const std::shared_ptr<Connection> connection = self->m_connection;
    while ((self->m_reading || self->m_writing) && connection->isOpen()) {
        connection->wire().cancel();
        co_await asio::post(connection->executor(), asio::use_awaitable_t<Executor>());
    }
}

bool ServedWebSocket::enqueue(Frame frame)
{
    if (!m_open || m_closing)
        return false;
    if (m_silent)
        return true; // as a dead peer's sender would believe
    const std::size_t size = frame.bytes.size() + kFrameCost;
    if (m_queuedBytes + size > m_connection->limits().queuedBytes) {
        m_connection->refuse();
        return false;
    }
    m_queuedBytes += size;
    m_queue.push_back(std::move(frame));
    if (m_accepted && !m_writing) {
        m_writing = true;
        start(m_connection->executor(), writeQueue(shared_from_this()));
    }
    return true;
}

Task<> ServedWebSocket::writeQueue(std::shared_ptr<ServedWebSocket> self)
{
    const std::shared_ptr<Connection> connection = self->m_connection;
    while (self->m_open && !self->m_silent && !self->m_queue.empty()) {
        Frame frame = std::move(self->m_queue.front());
        const std::size_t size = frame.bytes.size() + kFrameCost;
        self->m_queue.pop_front();
        connection->writeDeadline().set(connection->limits().writeTime);
        const error_code ec = co_await self->writeFrame(std::move(frame));
        connection->writeDeadline().clear();
        self->m_queuedBytes -= std::min(size, self->m_queuedBytes);
        if (ec)
            break; // the reading side finds out why
    }
    self->m_writing = false;
    if (self->m_pipe)
        self->m_pipe->written.set();
}

Task<error_code> ServedWebSocket::writeFrame(Frame frame)
{
    auto &stream = m_pipe->stream;
    error_code ec;
    switch (frame.kind) {
    case Frame::Text:
        stream.text(true);
        co_await stream.async_write(asio::buffer(frame.bytes), into(ec));
        break;
    case Frame::Ping:
        co_await stream.async_ping(websocket::ping_data(frame.bytes), into(ec));
        break;
    case Frame::Close:
        co_await stream.async_close(websocket::close_reason(static_cast<websocket::close_code>(frame.code), frame.bytes), into(ec));
        if (!ec)
            notePeersClose(); // Beast has read it for us
        break;
    case Frame::Raw:
        co_await asio::async_write(stream.next_layer(), asio::buffer(frame.bytes), into(ec));
        break;
    }
    co_return ec;
}

void ServedWebSocket::onClosed(std::function<void(std::uint16_t, std::string)> function)
{
    m_onClosed = std::move(function);
    if (!m_open)
        tell();
}

void ServedWebSocket::notePeersClose()
{
    const auto why = m_pipe->stream.reason();
    m_code = why.code == websocket::close_code::none ? static_cast<std::uint16_t>(websocket::close_code::no_status) : why.code;
    m_reason = std::string(why.reason.data(), why.reason.size());
}

void ServedWebSocket::closed(std::uint16_t code, std::string reason)
{
    if (!std::exchange(m_open, false))
        return;
    m_code = code;
    m_reason = std::move(reason);
    m_queue.clear();
    m_onText = nullptr; // whoever holds us in there would hold us for ever
    m_onPong = nullptr;
    tell();
}

void ServedWebSocket::tell()
{
    if (!m_onClosed)
        return;
    m_connection->server().later(
        [function = std::exchange(m_onClosed, nullptr), code = m_code, reason = m_reason] { function(code, reason); });
}

} // namespace callcard::serving

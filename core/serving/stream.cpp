#include "stream.h"

#include "connection.h"
#include "text.h"

#include <charconv>

namespace callcard::serving {

ServedStream::ServedStream(std::shared_ptr<Connection> connection, bool possible) : m_connection(std::move(connection))
{
    if (!possible || !m_connection->isOpen())
        return;
    m_open = true;
    m_wake = std::make_shared<Event>(m_connection->executor());
    m_chunked = m_connection->speaksChunked();
}

ServedStream::~ServedStream() = default;

void ServedStream::attach()
{
    if (m_open)
        m_connection->onCut([weak = weak_from_this()] {
            if (const auto self = weak.lock())
                self->closed();
        });
}

Task<bool> ServedStream::run(int status, Headers headers)
{
    const std::shared_ptr<ServedStream> self = shared_from_this();
    const std::shared_ptr<Connection> connection = m_connection;
    const bool sendsBody = mayHaveBody(status) && !connection->isHead();
    Framing framing;
    framing.chunked = m_chunked && mayHaveBody(status);
    framing.keepAlive = m_chunked && connection->keepsAlive();
    bool alive = co_await connection->write(responseHead(status, headers, framing));
    while (alive && sendsBody) {
        if (m_waiting.empty()) {
            if (m_finished || !m_open)
                break;
            m_writing.clear();
            m_writing.shrink_to_fit(); // a stream is idle most of its life
            co_await m_wake->wait();
            alive = connection->isOpen();
            continue;
        }
        m_writing.clear();
        m_writing.swap(m_waiting);
        alive = co_await connection->write(m_writing);
    }
    const bool whole = alive && (m_finished || !sendsBody);
    m_writing.clear();
    closed();
    co_return whole &&m_chunked;
}

bool ServedStream::send(std::string_view bytes)
{
    if (!m_open || m_finished)
        return false;
    if (bytes.empty())
        return true; // an empty chunk would be the end
    if (queuedBytes() + bytes.size() > m_connection->limits().queuedBytes) {
        m_connection->refuse();
        return false;
    }
    if (m_chunked) {
        char size[20];
        const auto end = std::to_chars(std::begin(size), std::end(size), bytes.size(), 16).ptr;
        m_waiting.append(std::begin(size), end).append("\r\n");
    }
    m_waiting.append(bytes);
    if (m_chunked)
        m_waiting.append("\r\n");
    m_wake->set();
    return true;
}

void ServedStream::finish()
{
    if (!m_open || m_finished)
        return;
    m_finished = true;
    if (m_chunked)
        m_waiting.append("0\r\n\r\n");
    m_wake->set();
}

void ServedStream::abort()
{
    if (m_open)
        m_connection->reset();
}

void ServedStream::onClosed(std::function<void()> function)
{
    m_onClosed = std::move(function);
    if (!m_open)
        closed();
}

void ServedStream::closed()
{
    m_open = false;
    m_waiting.clear();
    if (m_wake)
        m_wake->set();
    if (m_onClosed)
        m_connection->server().later(std::exchange(m_onClosed, nullptr));
}

} // namespace callcard::serving

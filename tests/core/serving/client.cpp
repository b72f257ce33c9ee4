#include "client.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <utility>

namespace callcard::testing {

using Clock = std::chrono::steady_clock;

RawClient::RawClient(std::uint16_t port, int receiveBuffer, const char *from)
{
    m_socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (receiveBuffer > 0)
        ::setsockopt(m_socket, SOL_SOCKET, SO_RCVBUF, &receiveBuffer, sizeof receiveBuffer);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    if (from) {
        ::inet_pton(AF_INET, from, &address.sin_addr);
        if (::bind(m_socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0) {
            close();
            return;
        }
    }
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(m_socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0)
        close();
}

RawClient::~RawClient()
{
    close();
}

bool RawClient::send(std::string_view bytes)
{
    while (!bytes.empty()) {
        const ssize_t sent = ::send(m_socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent <= 0)
            return false;
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
}

void RawClient::halfClose()
{
    ::shutdown(m_socket, SHUT_WR);
}

void RawClient::close()
{
    if (m_socket >= 0)
        ::close(m_socket);
    m_socket = -1;
}

void RawClient::abort()
{
    const linger hard{1, 0};
    ::setsockopt(m_socket, SOL_SOCKET, SO_LINGER, &hard, sizeof hard);
    close();
}

RawClient::Got RawClient::receive(Clock::time_point until)
{
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(until - Clock::now()).count();
    pollfd wait{m_socket, POLLIN, 0};
    if (m_socket < 0)
        return Got::End;
    if (::poll(&wait, 1, static_cast<int>(std::max<long long>(left, 0))) <= 0)
        return Got::Nothing;
    char bytes[65536];
    const ssize_t size = ::recv(m_socket, bytes, sizeof bytes, 0);
    if (size < 0)
        m_reset = errno == ECONNRESET;
    if (size <= 0)
        return Got::End;
    m_in.append(bytes, static_cast<std::size_t>(size));
    return Got::Data;
}

std::string RawClient::readUntil(std::string_view mark, std::chrono::milliseconds time)
{
    const auto until = Clock::now() + time;
    std::size_t at = std::string::npos;
    while ((at = m_in.find(mark)) == std::string::npos) {
        if (receive(until) != Got::Data)
            return {};
    }
    std::string text = m_in.substr(0, at + mark.size());
    m_in.erase(0, at + mark.size());
    return text;
}

std::optional<std::string> RawClient::readAll(std::chrono::milliseconds time)
{
    const auto until = Clock::now() + time;
    for (;;) {
        const Got got = receive(until);
        if (got == Got::Nothing)
            return std::nullopt;
        if (got == Got::End)
            return std::exchange(m_in, {});
    }
}

std::string RawClient::readBytes(std::size_t size, std::chrono::milliseconds time)
{
    const auto until = Clock::now() + time;
    while (m_in.size() < size && receive(until) == Got::Data) {
    }
    std::string bytes = m_in.substr(0, size);
    m_in.erase(0, size);
    return bytes;
}

bool RawClient::staysQuiet(std::chrono::milliseconds time)
{
    return m_in.empty() && receive(Clock::now() + time) == Got::Nothing;
}

} // namespace callcard::testing

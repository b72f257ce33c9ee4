#include "captured.h"

namespace callcard::demo {

bool CapturedSocket::sendText(std::string_view)
{
    heard += m_isOpen;
    return m_isOpen;
}

void CapturedSocket::close(std::uint16_t code, std::string_view reason)
{
    if (!std::exchange(m_isOpen, false) || !m_onClosed)
        return;
    const auto closed = std::exchange(m_onClosed, nullptr); // once
    closed(code, std::string(reason));
}

void CapturedSocket::say(std::string text)
{
    const auto listener = m_onText; // it may close us
    if (m_isOpen && listener)
        listener(std::move(text));
}

void CapturedSocket::pong()
{
    const auto listener = m_onPong;
    if (m_isOpen && listener)
        listener({});
}

void CapturedSocket::leave()
{
    close(1006, {});
}

std::shared_ptr<serving::BodyStream> CapturedExchange::stream(int status, serving::Headers headers)
{
    answer = serving::Response{status, std::move(headers), {}};
    return std::make_shared<CapturedStream>();
}

std::shared_ptr<serving::WebSocket> CapturedExchange::acceptWebSocket(serving::Headers)
{
    socket = std::make_shared<CapturedSocket>();
    return socket;
}

} // namespace callcard::demo

#pragma once

#include <callcard/httpserver.h>

#include <optional>

namespace callcard::demo {

/// The other end of a WebSocket, held by a test: what it says is handed over at once.
class CapturedSocket final : public serving::WebSocket
{
public:
    bool sendText(std::string_view text) override;
    void ping(std::string_view) override {}
    void close(std::uint16_t code, std::string_view) override;
    void abort() override { close(1006, {}); }
    void sendRaw(std::string_view) override {}
    void goSilent() override {}
    [[nodiscard]] bool isOpen() const override { return m_isOpen; }
    void onText(std::function<void(std::string)> function) override { m_onText = std::move(function); }
    void onPong(std::function<void(std::string)> function) override { m_onPong = std::move(function); }
    void onClosed(std::function<void(std::uint16_t, std::string)> function) override { m_onClosed = std::move(function); }

    void say(std::string text);
    void pong();
    void leave(); ///< The connection breaks.
    std::size_t heard = 0;

private:
    bool m_isOpen = true;
    std::function<void(std::string)> m_onText;
    std::function<void(std::string)> m_onPong;
    std::function<void(std::uint16_t, std::string)> m_onClosed;
};

class CapturedStream final : public serving::BodyStream
{
public:
    bool send(std::string_view) override { return m_isOpen; }
    void finish() override { m_isOpen = false; }
    void abort() override { m_isOpen = false; }
    [[nodiscard]] bool isOpen() const override { return m_isOpen; }
    [[nodiscard]] std::size_t queuedBytes() const override { return 0; }
    void onClosed(std::function<void()>) override {}

private:
    bool m_isOpen = true;
};

/// A request without a connection, and what was answered.
class CapturedExchange final : public serving::Exchange
{
public:
    CapturedExchange(serving::Request request, bool wantsSocket) : m_request(std::move(request)), m_wantsSocket(wantsSocket) {}

    [[nodiscard]] const serving::Request &request() const override { return m_request; }
    void reply(serving::Response response) override { answer = std::move(response); }
    [[nodiscard]] std::shared_ptr<serving::BodyStream> stream(int status, serving::Headers headers) override;
    [[nodiscard]] bool wantsWebSocket() const override { return m_wantsSocket; }
    [[nodiscard]] std::shared_ptr<serving::WebSocket> acceptWebSocket(serving::Headers headers) override;
    void hangUp(std::string_view) override {}
    [[nodiscard]] bool isOpen() const override { return true; }

    std::optional<serving::Response> answer{};
    std::shared_ptr<CapturedSocket> socket{};

private:
    serving::Request m_request;
    bool m_wantsSocket;
};

} // namespace callcard::demo

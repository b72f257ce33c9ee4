#pragma once

#include "event.h"
#include <callcard/httpserver.h>

#include <deque>

namespace callcard::serving {

class Connection;
struct Upgrade;

class ServedWebSocket final : public WebSocket, public std::enable_shared_from_this<ServedWebSocket>
{
public:
    /// When not possible it is closed from the start.
    ServedWebSocket(std::shared_ptr<Connection> connection, bool possible);
    ~ServedWebSocket() override;

    void attach();
    /// Shakes hands, then reads until the end.
    [[nodiscard]] Task<> run(Upgrade upgrade);
    /// It will not come to be.
    void fail() { closed(kBroken, {}); }

    bool sendText(std::string_view text) override;
    void ping(std::string_view payload) override;
    void close(std::uint16_t code, std::string_view reason) override;
    void abort() override;
    void sendRaw(std::string_view bytes) override;
    void goSilent() override;
    [[nodiscard]] bool isOpen() const override { return m_open && !m_closing; }
    void onText(std::function<void(std::string)> function) override { m_onText = std::move(function); }
    void onPong(std::function<void(std::string)> function) override { m_onPong = std::move(function); }
    void onClosed(std::function<void(std::uint16_t, std::string)> function) override;

private:
    static constexpr std::uint16_t kBroken = 1006;
    struct Pipe;
    struct Frame {
        enum Kind { Text, Ping, Close, Raw } kind = Text;
        std::string bytes{};
        std::uint16_t code = 0;
    };

    bool enqueue(Frame frame);
    static Task<> writeQueue(std::shared_ptr<ServedWebSocket> self);
    [[nodiscard]] Task<error_code> writeFrame(Frame frame);
    [[nodiscard]] Task<> read();
    [[nodiscard]] static Task<> hush(std::shared_ptr<ServedWebSocket> self);
    void notePeersClose();
    void closed(std::uint16_t code, std::string reason);
    void tell();

    std::shared_ptr<Connection> m_connection;
    std::unique_ptr<Pipe> m_pipe;
    std::deque<Frame> m_queue;
    std::size_t m_queuedBytes = 0;
    std::function<void(std::string)> m_onText;
    std::function<void(std::string)> m_onPong;
    std::function<void(std::uint16_t, std::string)> m_onClosed;
    std::uint16_t m_code = kBroken;
    std::string m_reason;
    bool m_open = false;
    bool m_accepted = false;
    bool m_closing = false; // our close frame is queued
    bool m_silent = false;
    bool m_reading = false;
    bool m_writing = false; // writeQueue() runs
};

} // namespace callcard::serving

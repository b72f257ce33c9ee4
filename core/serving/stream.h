#pragma once

#include "event.h"
#include <callcard/httpserver.h>

namespace callcard::serving {

class Connection;

class ServedStream final : public BodyStream, public std::enable_shared_from_this<ServedStream>
{
public:
    /// When not possible it is closed from the start.
    ServedStream(std::shared_ptr<Connection> connection, bool possible);
    ~ServedStream() override;

    void attach();
    /// Writes until the end. Whether the body was finished properly.
    [[nodiscard]] Task<bool> run(int status, Headers headers);

    bool send(std::string_view bytes) override;
    void finish() override;
    void abort() override;
    [[nodiscard]] bool isOpen() const override { return m_open; }
    [[nodiscard]] std::size_t queuedBytes() const override { return m_waiting.size() + m_writing.size(); }
    void onClosed(std::function<void()> function) override;

private:
    void closed();

    std::shared_ptr<Connection> m_connection;
    std::shared_ptr<Event> m_wake;
    std::string m_waiting;
    std::string m_writing;
    std::function<void()> m_onClosed;
    bool m_open = false;
    bool m_finished = false;
    bool m_chunked = true;
};

} // namespace callcard::serving

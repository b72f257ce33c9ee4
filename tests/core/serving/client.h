#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace callcard::testing {

/// A client as rude as a test wants: a plain blocking socket that sends exactly what it is told.
class RawClient
{
public:
    explicit RawClient(std::uint16_t port, int receiveBuffer = 0, const char *from = nullptr);
    ~RawClient();
    RawClient(const RawClient &) = delete;
    RawClient &operator=(const RawClient &) = delete;

    bool send(std::string_view bytes);
    /// Ends our sending side only.
    void halfClose();
    void close();
    /// With a reset.
    void abort();

    /// What arrives until `mark` is part of it. Empty when the connection ended or the time was up before.
    std::string readUntil(std::string_view mark, std::chrono::milliseconds time = std::chrono::seconds(10));
    /// Everything until the server closes; nothing when it does not in time.
    std::optional<std::string> readAll(std::chrono::milliseconds time = std::chrono::seconds(10));
    /// Exactly so many bytes, or fewer when the connection ended.
    std::string readBytes(std::size_t size, std::chrono::milliseconds time = std::chrono::seconds(10));
    /// Whether nothing arrives and nobody closes for so long.
    bool staysQuiet(std::chrono::milliseconds time);
    [[nodiscard]] bool wasReset() const { return m_reset; }

private:
    enum class Got { Data, End, Nothing };
    Got receive(std::chrono::steady_clock::time_point until);

    int m_socket = -1;
    std::string m_in;
    bool m_reset = false;
};

} // namespace callcard::testing

#pragma once

#include <callcard/httpserver.h>

namespace callcard::serving {

/// Sends one request from the serving thread: webhooks of the demo cloud, upstream questions of a relay. Plain http is for
/// loopback addresses only; https verifies the certificate. The answer's body is bounded by `bodyBytes`.
struct Outgoing {
    std::string method = "POST";
    std::string url{};
    Headers headers{};
    std::string body{};
    std::chrono::milliseconds timeout{10'000};
    std::size_t bodyBytes = 4 * 1024 * 1024;
};

struct Answer {
    int status = 0;
    Headers headers{};
    std::string body{};
    [[nodiscard]] std::string_view header(std::string_view name) const;
};

/// Calls `done` once, on the serving thread.
void send(ServingThread &thread, Outgoing outgoing, std::function<void(Result<Answer>)> done);

} // namespace callcard::serving

#pragma once

#include "config.h"
#include "delivery.h"

namespace callcard::relay {

/// What is to be done with one request to a webhook's address.
struct Intake {
    enum class Verdict {
        Keep,     ///< Genuine: to be written, then answered with 200.
        Answered, ///< Genuine, and nothing in it to keep: a handshake, or what nobody can read.
        Forged,
        NotSetUp, ///< This relay has no secret to check it with.
    };
    Verdict verdict{};
    std::optional<LogRecord> record{};
    serving::Headers headers{}; ///< Of the answer.
};

[[nodiscard]] Intake receiveWebhook(Provider provider, const serving::Request &request, const RelayConfig &config, const QDateTime &now);

} // namespace callcard::relay

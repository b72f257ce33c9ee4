#pragma once

#include "config.h"

#include <callcard/http.h>

namespace callcard::relay {

struct OutboundCall {
    QString to{};           ///< E.164
    QByteArray variables{}; ///< A JSON object of texts and numbers, or empty.
    QString rep{};
};
struct PlacedCall {
    QString callSid{}; ///< May be empty.
    QString conversationId{};
};

/// Asks ElevenLabs to dial, once. Refused, SignInNeeded and RateLimited: it does not ring. Any other error may hide a call that does.
[[nodiscard]] QCoro::Task<Result<PlacedCall>> placeOutboundCall(HttpClient &http, Clock &clock, ElevenLabsAccess access, OutboundCall call,
                                                                std::stop_token stop);

} // namespace callcard::relay

#pragma once

#include <callcard/connection.h>
#include <callcard/http.h>
#include <callcard/secrets.h>

namespace callcard {

/// A team's relay, or anything that speaks its stream. All references outlive what is made from them.
struct CallStreamContext {
    QUrl base{};    ///< "https://relay.example"
    Secret token{}; ///< The rep's own.
    QString region{};
    HttpClient &http;
    Clock &clock;
};

/// Asks for the active calls with the rep's token.
[[nodiscard]] QCoro::Task<ServiceCheck> checkCallStream(CallStreamContext context, std::stop_token stop);

} // namespace callcard

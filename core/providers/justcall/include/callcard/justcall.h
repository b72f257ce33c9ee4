#pragma once

#include <callcard/connection.h>
#include <callcard/http.h>
#include <callcard/ratebudget.h>
#include <callcard/secrets.h>

namespace callcard {

/// What JustCall's room needs to work. All references outlive what is made from them.
struct JustCallContext {
    QUrl base{};  ///< "https://api.justcall.io/v2.1"
    Secret key{}; ///< Opens the whole account.
    Secret secret{};
    QString userEmail{}; ///< The rep.
    RateBudget &budget;
    Clock &clock;
};

/// Asks for the rep's agent and the last calls.
[[nodiscard]] QCoro::Task<ServiceCheck> checkJustCall(JustCallContext context, std::stop_token stop);

} // namespace callcard

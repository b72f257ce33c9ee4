#pragma once

#include <callcard/auth.h>
#include <callcard/callprovider.h>
#include <callcard/connection.h>

namespace callcard {

/// What RingCentral's room needs to work. All references outlive what is made from them.
struct RingCentralContext {
    QUrl server{};
    QString accountId{QStringLiteral("~")};
    QString region{}; ///< Of the rep, where the account does not say.
    HttpClient &http;
    RateBudget &budget;
    TrafficLedger &traffic;
    TokenKeeper &tokens;
    Clock &clock;
};

/// Signs in, asks who we are and for the last calls.
[[nodiscard]] QCoro::Task<ServiceCheck> checkRingCentral(RingCentralContext context, std::stop_token stop);

} // namespace callcard

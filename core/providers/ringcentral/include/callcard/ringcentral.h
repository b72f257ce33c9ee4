#pragma once

#include <callcard/auth.h>
#include <callcard/callhistory.h>
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

/// Live calls and texts over the WebSocket gateway, RingOut, call control. What the app or the person lacks the right for is
/// not in info().actions; that is known once the feed is live. Ignoring a call of a queue leaves it ringing at the others';
/// ignoring any other sends the caller where the account's rules say, at once.
[[nodiscard]] std::unique_ptr<CallProvider> makeRingCentralProvider(RingCentralContext context);

/// The call log and the message store.
[[nodiscard]] std::unique_ptr<CallHistory> makeRingCentralHistory(RingCentralContext context);

/// Signs in, asks who we are and for the last calls.
[[nodiscard]] QCoro::Task<ServiceCheck> checkRingCentral(RingCentralContext context, std::stop_token stop);

} // namespace callcard

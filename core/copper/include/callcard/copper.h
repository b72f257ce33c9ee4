#pragma once

#include <callcard/connection.h>
#include <callcard/ratebudget.h>
#include <callcard/secrets.h>

namespace callcard {

/// The team's Copper account. All references outlive what is made from them.
struct CopperContext {
    QUrl base{}; ///< "https://api.copper.com/developer_api/v1"
    Secret apiKey{};
    QString userEmail{};
    RateBudget &budget;
    Clock &clock;
};

/// Asks who we are.
[[nodiscard]] QCoro::Task<ServiceCheck> checkCopper(CopperContext context, std::stop_token stop);

} // namespace callcard

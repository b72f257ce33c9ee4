#pragma once

#include "accounts.h"

#include <callcard/connection.h>

namespace callcard {

struct ChecksContext {
    std::shared_ptr<Accounts> accounts;
    HttpClient &http;
    TrafficLedger &traffic;
    RateBudget &ringcentralBudget;
    RateBudget &justcallBudget;
    RateBudget &copperBudget;
    Clock &clock;
};

/// Tests every configured service, one after another, like a doctor. What is not configured says what is missing. When a server
/// was reached and its clock differs from ours by more than two minutes, that is a finding of its own.
[[nodiscard]] QCoro::Task<QList<ServiceCheck>> runChecks(ChecksContext context, std::stop_token stop);

} // namespace callcard

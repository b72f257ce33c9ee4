#pragma once

#include "config.h"

#include <callcard/ringcentralauth.h>
#include <callcard/ringcentralsubscribing.h>

namespace callcard::relay {

/// Keeps RingCentral's webhooks coming: subscribes for every user with an extension, renews at half of a subscription's life, and makes
/// another one when the service has dropped it.
class Subscriber
{
public:
    /// Both outlive us.
    Subscriber(const RelayConfig &config, HttpClient &http, TrafficLedger &traffic, Clock &clock);
    ~Subscriber();

    void start();
    [[nodiscard]] QCoro::Task<> stop();

private:
    QCoro::Task<> run();

    Clock &m_clock;
    RateBudget m_budget;
    MemorySecrets m_secrets;
    RingCentralAuth m_issuer;
    TokenKeeper m_tokens;
    const RingCentralContext m_context;
    ringcentral::HookOrder m_order;
    TaskScope m_scope;
};

} // namespace callcard::relay

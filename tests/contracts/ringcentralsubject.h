#pragma once

#include "providercontract.h"

#include <callcard/ringcentral.h>
#include <callcard/ringcentralauth.h>
#include <callcard/secrets.h>

namespace callcard::testing {

/// RingCentral as the demo cloud plays it, signed in by JWT.
class RingCentralSubject final : public ContractSubject
{
public:
    explicit RingCentralSubject(ContractStage &stage);

    [[nodiscard]] CallProvider &provider() override { return *m_provider; }
    [[nodiscard]] std::string service() const override { return "ringcentral"; }
    [[nodiscard]] std::optional<ExpectedCall> expected(const QString &scenario, ExpectedCall asPlayed) const override;
    [[nodiscard]] bool expireCredentials(ContractStage &stage) override;
    void revokeCredentials(ContractStage &stage) override;
    void exhaustRateLimit(ContractStage &stage) override;
    [[nodiscard]] bool disturb(ContractStage &stage, const QString &kind) override;
    void doubleEverything(ContractStage &stage) override;
    void forget(ContractStage &stage) override;

    [[nodiscard]] RingCentralContext context();
    [[nodiscard]] CallHistory &history() { return *m_history; }

private:
    ContractStage &m_stage;
    TrafficLedger m_traffic;
    HttpClient m_http;
    RateBudget m_budget;
    MemorySecrets m_secrets;
    RingCentralAuth m_auth;
    TokenKeeper m_tokens;
    std::unique_ptr<CallProvider> m_provider;
    std::unique_ptr<CallHistory> m_history;
};

} // namespace callcard::testing

#pragma once

#include <callcard/callstream.h>
#include <callcard/justcallrows.h>

namespace callcard::callstream {

/// JustCall's calls and texts of the token's own rep, as the relay carries them. Asked by whole days of any calendar on earth,
/// filtered by instants here.
[[nodiscard]] QCoro::Task<Result<QList<HistoricCall>>> relayCalls(CallStreamContext context, Span span, QString timeZone,
                                                                  std::stop_token stop);
[[nodiscard]] QCoro::Task<Result<QList<Message>>> relayTexts(CallStreamContext context, Span span, QString timeZone, std::stop_token stop);

class StreamHistory final : public CallHistory
{
public:
    explicit StreamHistory(CallStreamContext context);

    [[nodiscard]] QCoro::Task<Result<QList<Agent>>> agents(QString email, std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<QList<HistoricCall>>> calls(Agent agent, Span span, std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<QList<Message>>> texts(Agent agent, Span span, std::stop_token stop) override;
    [[nodiscard]] std::chrono::days reach() const override { return justcall::kReach; }

private:
    const CallStreamContext m_context;
};

} // namespace callcard::callstream

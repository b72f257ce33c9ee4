#pragma once

#include <callcard/callstream.h>
#include <callcard/eventstream.h>

#include <QHash>

namespace callcard::callstream {

class StreamProvider final : public CallProvider
{
    Q_OBJECT

public:
    explicit StreamProvider(CallStreamContext context);

    [[nodiscard]] ProviderInfo info() const override;
    [[nodiscard]] QCoro::Task<Error> runFeed(std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<Snapshot>> snapshot(std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<QList<CallEvent>>> callsSince(QDateTime since, std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<QList<CallEvent>>> lookUp(Call call, std::stop_token stop) override;

    [[nodiscard]] QCoro::Task<Result<>> sendAgent(AgentRequest request, std::stop_token stop) override;

private:
    void onServerEvent(const ServerEvent &event);
    void beLive(bool continuous);
    void remember(const CallEvent &fact);

    const CallStreamContext m_context;
    QByteArray m_lastEventId;           ///< Where the next feed goes on.
    QHash<QString, QString> m_otherIds; ///< Session → the id that JustCall's rows have.
    bool m_sendsAgents = false;         ///< As the other side said when it greeted.
    bool m_live = false;                ///< This feed said "connected".
    std::optional<std::chrono::milliseconds> m_troubleAt;
};

} // namespace callcard::callstream

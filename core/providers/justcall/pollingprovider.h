#pragma once

#include "texting.h"

#include <QHash>
#include <QSet>

namespace callcard::justcall {

class PollingProvider final : public CallProvider
{
    Q_OBJECT

public:
    explicit PollingProvider(JustCallContext context);

    [[nodiscard]] ProviderInfo info() const override;
    [[nodiscard]] QCoro::Task<Error> runFeed(std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<Snapshot>> snapshot(std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<QList<CallEvent>>> callsSince(QDateTime since, std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<QList<CallEvent>>> lookUp(Call call, std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<Message>> sendText(Message message, std::stop_token stop) override;

private:
    /// Calls of the window, newest first, and whether the rep is on the phone.
    struct Look {
        QList<CallRow> rows{};
        bool anyInProgress{};
        bool onCall{};
        BudgetLeft budget{};
        std::optional<QDateTime> serverTime{};
    };
    [[nodiscard]] QCoro::Task<Result<>> learnWhoIAm(std::stop_token stop);
    [[nodiscard]] QCoro::Task<Result<Look>> look(QDateTime from, std::stop_token stop);
    [[nodiscard]] QCoro::Task<Result<>> pollCalls(std::stop_token stop);
    [[nodiscard]] QCoro::Task<Result<>> pollTexts(std::stop_token stop);
    [[nodiscard]] std::chrono::milliseconds interval() const;
    void tell(const QList<CallRow> &rows, bool onCall);
    void forgetOld(const QDateTime &before);

    const JustCallContext m_context;
    Texting m_texting;
    std::optional<UserRow> m_me;
    QHash<QString, CallEvent> m_told; ///< By row: what was said of it last.
    QSet<MessageId> m_knownTexts;
    QDateTime m_callsSeenUntil; ///< Invalid: what is there now is history, not news.
    QDateTime m_textsSeenUntil;
    std::chrono::milliseconds m_textsAt{};
    bool m_anyInProgress = false;
    BudgetLeft m_budget;
};

} // namespace callcard::justcall

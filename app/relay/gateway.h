#pragma once

#include "config.h"

#include <callcard/justcallcarrying.h>

#include <QObject>

#include <atomic>

namespace callcard::relay {

/// What a rep's desktop asks of JustCall, by way of us.
struct GatewayQuestion {
    enum class Kind { Calls, Texts, Test };
    Kind kind{};
    QString email{};
    QString agentId{}; ///< Where the configuration names it.
    QDate first{};     ///< Calls, Texts: whole days, by the agent's calendar or by UTC.
    QDate last{};
};

struct GatewayFigures {
    quint64 questions{};
    quint64 fromMemory{};
    quint64 readings{}; ///< Lists read from JustCall.
    quint64 failures{};
};

/// The account's one way to JustCall: one key, one budget, and one reading for all who ask the same at the same time. Lives on the thread
/// that made it.
class JustCallGateway final : public QObject
{
    Q_OBJECT

public:
    /// A body for the desktop, or why there is none. On the gateway's thread.
    using Done = std::function<void(const Result<QByteArray> &)>;

    /// How long somebody waits before he is asked to come again; the reading goes on for the next one.
    JustCallGateway(JustCallContext context, std::chrono::milliseconds patience = std::chrono::seconds(15));
    ~JustCallGateway() override;

    void ask(const GatewayQuestion &question, const Done &done);
    [[nodiscard]] QCoro::Task<> stop() { return m_scope.close(); }
    [[nodiscard]] GatewayFigures figures() const; ///< From any thread.

private:
    using Rows = std::shared_ptr<const QList<justcall::CarriedRow>>;
    using RowsDone = std::function<void(const Result<Rows> &)>;
    struct Window {
        GatewayQuestion::Kind kind{};
        QDate first{};
        QDate last{};
        std::chrono::milliseconds readAt{};
        Rows rows{};
        [[nodiscard]] bool covers(const Window &other) const { return kind == other.kind && first <= other.first && last >= other.last; }
    };
    struct Waiter {
        quint64 id{};
        RowsDone done{};
    };
    struct Reading {
        Window window{};
        QList<Waiter> waiters{};
    };

    void wantRows(const Window &window, const RowsDone &done);
    void giveUp(quint64 waiter);
    void keep(const Window &window);
    [[nodiscard]] bool isFresh(const Window &window) const;
    QCoro::Task<> read(std::shared_ptr<Reading> reading);
    QCoro::Task<> test(GatewayQuestion question, Done done);

    const JustCallContext m_context;
    const std::chrono::milliseconds m_patience;
    const std::unique_ptr<CallHistory> m_history;
    QList<Window> m_windows; ///< Newest last.
    QList<std::shared_ptr<Reading>> m_readings;
    std::optional<std::pair<std::chrono::milliseconds, int>> m_users; ///< When they were counted.
    quint64 m_lastWaiter = 0;
    std::atomic<quint64> m_questions{0};
    std::atomic<quint64> m_fromMemory{0};
    std::atomic<quint64> m_readingsBegun{0};
    std::atomic<quint64> m_failures{0};
    TaskScope m_scope;
};

} // namespace callcard::relay

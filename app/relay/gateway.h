#pragma once

#include "dayrows.h"

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

/// The account's one way to JustCall: one key, one budget. Rows are kept by days of UTC, so that whatever windows desktops ask for, each
/// day is read once for all of them, and of a day that goes on only what is newer. Lives on the thread that made it.
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
    using Kind = GatewayQuestion::Kind;
    using Rows = QList<DayRows::Rows>; ///< Of one day after the other.
    using RowsDone = std::function<void(const Result<Rows> &)>;
    struct Waiter {
        quint64 id{};
        Kind kind{};
        DayWindow window{};
        std::chrono::milliseconds askedAt{}; ///< What was fresh then, or is newer, will do.
        RowsDone done{};
    };
    struct Reading {
        Kind kind{};
        QString email{}; ///< Who began it.
        DayNeed need{};
    };

    void wantRows(Kind kind, const GatewayQuestion &question, const RowsDone &done);
    /// What no reading that is under way will bring.
    [[nodiscard]] DayNeed notBeingRead(Kind kind, DayNeed need) const;
    [[nodiscard]] bool mayRead(Kind kind, const QString &email) const;
    void giveUp(quint64 waiter);
    void settle(Kind kind, const DayNeed &read, const Result<> &outcome);
    [[nodiscard]] DayRows &days(Kind kind) { return kind == Kind::Texts ? m_texts : m_calls; }
    QCoro::Task<> read(std::shared_ptr<Reading> reading);
    QCoro::Task<Result<>> readNeeded(Kind kind, DayNeed need, std::stop_token stop);
    QCoro::Task<> test(GatewayQuestion question, Done done);

    const JustCallContext m_context;
    const std::chrono::milliseconds m_patience;
    const std::unique_ptr<CallHistory> m_history;
    DayRows m_calls;
    DayRows m_texts;
    QList<Waiter> m_waiters;
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

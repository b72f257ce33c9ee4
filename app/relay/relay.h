#pragma once

#include "config.h"
#include "elevenlabs.h"
#include "figures.h"
#include "gateway.h"

#include <callcard/ratebudget.h>

#include <QObject>
#include <QTimer>

#include <unordered_map>

namespace callcard::relay {

class Floor;
class Subscriber;
struct AiCallStep;

/// The relay as a whole. Requests, folding and streams live on a serving thread; the log writes on its own; JustCall, ElevenLabs and the
/// tokens belong to the thread that made us.
class Relay final : public QObject
{
    Q_OBJECT

public:
    /// The clock outlives us; its now() is read from other threads.
    Relay(RelayConfig config, std::unique_ptr<EventLog> log, Clock &clock);
    ~Relay() override;

    /// Listens and takes webhooks, however long the log's past is; reps are asked to come back until it is read. Returns the port.
    [[nodiscard]] Result<std::uint16_t> start();
    /// Completes when reps are served, or with why they never will be.
    [[nodiscard]] QCoro::Task<Result<>> caughtUp(std::stop_token stop);
    /// No new connections, every reader is told when to come back, what is being written is answered.
    [[nodiscard]] QCoro::Task<> shutDown();
    /// Looks at the file of tokens again; done every few seconds anyway. False: it cannot be read, and nothing changed.
    bool reloadTokens();

Q_SIGNALS:
    /// Another log took the place of ours. Nothing is acknowledged any more; what readers remember is of the former one: begin anew.
    void logReplaced();

private:
    void follow();
    void askGateway(const GatewayQuestion &question, quint64 request);
    void dial(const AiCallStep &asked, const QByteArray &variables, quint64 request);
    QCoro::Task<> dialOnce(AiCallStep asked, QByteArray variables, quint64 request);
    void checkTokens();

    const RelayConfig m_config;
    Clock &m_clock;
    TrafficLedger m_traffic;
    HttpClient m_http;
    RateBudget m_budget;
    std::unique_ptr<JustCallGateway> m_gateway;
    std::unique_ptr<Subscriber> m_subscriber;
    serving::ServingThread m_thread;
    std::unique_ptr<Floor> m_floor; ///< Of the serving thread.
    std::unique_ptr<EventLog> m_log;
    std::unique_ptr<serving::HttpServer> m_server;
    Completion<quint64> m_caughtUp;
    std::atomic<bool> m_replaying{true};
    QTimer m_tokenTimer;
    QPair<QDateTime, qint64> m_tokenStamp;
    TaskScope m_scope;
};

} // namespace callcard::relay

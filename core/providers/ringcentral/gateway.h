#pragma once

#include "gatewaywire.h"

#include <callcard/websocket.h>

#include <QHash>
#include <QObject>

namespace callcard::ringcentral {

/// One connection to the WebSocket gateway, from its first frame to its end: requests and their answers, notifications, signs of
/// life, and the mark from which a later connection can go on.
class Gateway final : public QObject
{
    Q_OBJECT

public:
    /// Both outlive us.
    Gateway(Clock &clock, TrafficLedger &traffic);
    ~Gateway() override;

    void open(const QUrl &url);
    /// Silently. Nothing is emitted and nobody waits any more.
    void shut();

    /// The gateway's first word. Send nothing before it.
    [[nodiscard]] QCoro::Task<Result<GatewayDetails>> details(std::stop_token stop);
    /// Sent once; TimedOut when no answer came, which does not mean that nothing was done.
    [[nodiscard]] QCoro::Task<Result<Frame>> request(QString method, QString path, Json body, std::stop_token stop);
    void sendHeartbeat();
    /// Why the connection ended; Cancelled when stopped.
    [[nodiscard]] QCoro::Task<Error> ended(std::stop_token stop);

    [[nodiscard]] std::optional<SessionMark> mark() const { return m_mark; }
    /// What the gateway said before it hung up: "WSG-903". Empty: nothing.
    [[nodiscard]] QString lastErrorCode() const { return m_lastErrorCode; }

Q_SIGNALS:
    void notified(const callcard::ringcentral::Json &envelope);
    void alive();

private:
    using Waiting = Completion<Frame>;

    void onText(const QString &text);
    void onDetails(Frame frame);
    void onEnd(const Error &error);
    QCoro::Task<> expire(QString messageId, std::chrono::milliseconds patience);

    Clock &m_clock;
    WebSocketConnection m_socket;
    QHash<QString, Waiting *> m_waiting; // they live in the frames of request() and details()
    std::optional<Frame> m_details;      // came before anybody waited for it
    std::optional<Error> m_end;
    Completion<> *m_endWaiter = nullptr;
    std::optional<SessionMark> m_mark;
    QString m_lastErrorCode;
    quint64 m_lastId = 0;
    bool m_shut = false;
    TaskScope m_scope;
};

/// A gateway may be let go while it is emitting, so its end is a turn of the loop later; it is silent at once.
struct GatewayRelease {
    void operator()(Gateway *gateway) const
    {
        gateway->shut();
        gateway->deleteLater();
    }
};
using GatewayPointer = std::unique_ptr<Gateway, GatewayRelease>;

} // namespace callcard::ringcentral

#pragma once

#include "wire.h"

#include <wire/wirejson.h>

#include <QUrl>

/// The texts of the WebSocket gateway: JSON arrays of [meta] or [meta, body]. Pure.
namespace callcard::ringcentral {

/// Where a session of the gateway stands, for going on with it over another socket.
struct SessionMark {
    QString token{};
    qint64 sequence{};
    bool operator==(const SessionMark &) const = default;
};

struct Frame {
    enum class Kind { Details, Reply, Notification, Heartbeat, Error, Other };
    Kind kind{Kind::Other};
    QString messageId{};
    int status{};
    std::optional<SessionMark> mark{}; ///< Can ride on any frame.
    Json body{};
    QString errorCode{};
};
[[nodiscard]] Result<Frame> frameFrom(const QString &text);

struct GatewayDetails {
    enum class Recovery { NotTried, Successful, Failed };
    Recovery recovery{Recovery::NotTried};
    QString failure{};                         ///< "WSG-1005"
    std::chrono::seconds recoveryTimeout{180}; ///< After a drop.
    int recoveryBuffer{100};                   ///< So many notifications it keeps.
    QDateTime opened{};                        ///< By their clock.
};
[[nodiscard]] GatewayDetails detailsFrom(const Json &body);

/// A request as it goes out. No body at all rather than a null.
[[nodiscard]] QString requestText(const QString &messageId, const QString &method, const QString &path, const Json &body = {});
[[nodiscard]] QString heartbeatText(const QString &messageId);

struct SocketTicket {
    QUrl url{}; ///< With its token in the query: not for logs.
};
[[nodiscard]] Result<SocketTicket> ticketFrom(const Json &answer);
/// Going on with an earlier session.
[[nodiscard]] QUrl continuing(QUrl url, const SessionMark &mark);

/// What we want to hear of, in one subscription: a second one on the same socket would replace the first.
[[nodiscard]] Json subscriptionBody();
struct Subscribed {
    QString id{};
    bool telephony{}; ///< Not refused for want of a right.
    bool presence{};
    bool texts{};
};
[[nodiscard]] Result<Subscribed> subscribedFrom(const Json &answer);

} // namespace callcard::ringcentral

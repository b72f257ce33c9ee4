#include "gatewaywire.h"

#include <QUrlQuery>

#include <algorithm>
#include <array>

namespace callcard::ringcentral {

using namespace Qt::Literals::StringLiterals;
using wire::array;
using wire::integer;
using wire::member;
using wire::text;

namespace {

constexpr const char *kTelephony = "/restapi/v1.0/account/~/extension/~/telephony/sessions";
constexpr const char *kPresence = "/restapi/v1.0/account/~/extension/~/presence?detailedTelephonyState=true";
constexpr const char *kStore = "/restapi/v1.0/account/~/extension/~/message-store";
constexpr const char *kInstant = "/restapi/v1.0/account/~/extension/~/message-store/instant?type=SMS";

Frame::Kind frameKind(const QString &type)
{
    if (type == "ServerNotification"_L1)
        return Frame::Kind::Notification;
    if (type == "ClientRequest"_L1)
        return Frame::Kind::Reply; // there is no other word for it
    if (type == "ConnectionDetails"_L1)
        return Frame::Kind::Details;
    if (type == "Heartbeat"_L1)
        return Frame::Kind::Heartbeat;
    if (type == "Error"_L1)
        return Frame::Kind::Error;
    return Frame::Kind::Other;
}

/// Filters come back with ids in place of "~", so only their ends can be compared.
bool names(const Json &filters, QLatin1StringView tail)
{
    return std::any_of(filters.begin(), filters.end(),
                       [&](const Json &filter) { return wire::asText(filter, 512).section(u'?', 0, 0).endsWith(tail); });
}

} // namespace

Result<Frame> frameFrom(const QString &bytes)
{
    Result<Json> json = wire::parse(bytes.toUtf8());
    if (!json)
        return tl::unexpected(json.error());
    if (!json->is_array() || json->empty() || !json->front().is_object())
        return failure(ErrorKind::BadPayload, u"a frame that is no list beginning with an object"_s);
    const Json &meta = json->front();
    Frame frame{.kind = frameKind(text(meta, "type", 64)),
                .messageId = text(meta, "messageId", 128),
                .status = static_cast<int>(integer(meta, "status").value_or(0))};
    const Json &mark = member(meta, "wsc");
    if (const QString token = text(mark, "token", 4096); !token.isEmpty())
        frame.mark = SessionMark{.token = token, .sequence = integer(mark, "sequence").value_or(0)};
    if (json->size() > 1)
        frame.body = std::move((*json)[1]);
    if (frame.kind == Frame::Kind::Error || frame.status >= 400)
        frame.errorCode = errorCodeIn(frame.body);
    return frame;
}

GatewayDetails detailsFrom(const Json &body)
{
    GatewayDetails details{.failure = text(body, "recoveryErrorCode", 64), .opened = wire::instant(text(body, "creationTime", 40))};
    const QString state = text(body, "recoveryState", 32);
    if (state.compare("Successful"_L1, Qt::CaseInsensitive) == 0)
        details.recovery = GatewayDetails::Recovery::Successful;
    else if (!state.isEmpty())
        details.recovery = GatewayDetails::Recovery::Failed;
    if (const auto seconds = integer(body, "recoveryTimeout"))
        details.recoveryTimeout = std::chrono::seconds(std::clamp<qint64>(*seconds, 0, 86'400));
    if (const auto kept = integer(body, "recoveryBufferSize"))
        details.recoveryBuffer = static_cast<int>(std::clamp<qint64>(*kept, 0, 100'000));
    return details;
}

QString requestText(const QString &messageId, const QString &method, const QString &path, const Json &body)
{
    Json frame = Json::array({{{"type", "ClientRequest"},
                               {"messageId", messageId.toStdString()},
                               {"method", method.toStdString()},
                               {"path", path.toStdString()}}});
    if (!body.is_null())
        frame.push_back(body);
    return QString::fromUtf8(wire::dump(frame));
}

QString heartbeatText(const QString &messageId)
{
    return QString::fromUtf8(wire::dump(Json::array({{{"type", "Heartbeat"}, {"messageId", messageId.toStdString()}}})));
}

Result<SocketTicket> ticketFrom(const Json &answer)
{
    QUrl url(text(answer, "uri", 2048), QUrl::StrictMode);
    const QString token = text(answer, "ws_access_token", 8192);
    if (!url.isValid() || url.host().isEmpty() || token.isEmpty())
        return failure(ErrorKind::BadPayload, u"a socket ticket without address or token"_s);
    QUrlQuery query(url);
    query.addQueryItem(u"access_token"_s, QString::fromUtf8(QUrl::toPercentEncoding(token)));
    url.setQuery(query);
    return SocketTicket{.url = url};
}

QUrl continuing(QUrl url, const SessionMark &mark)
{
    QUrlQuery query(url);
    query.addQueryItem(u"wsc"_s, QString::fromUtf8(QUrl::toPercentEncoding(mark.token)));
    url.setQuery(query);
    return url;
}

Json subscriptionBody()
{
    return {{"eventFilters", {kTelephony, kPresence, kStore, kInstant}}, {"deliveryMode", {{"transportType", "WebSocket"}}}};
}

Result<Subscribed> subscribedFrom(const Json &answer)
{
    Subscribed subscribed{.id = text(answer, "id", 256)};
    if (subscribed.id.isEmpty())
        return failure(ErrorKind::BadPayload, u"a subscription without an id"_s);
    const Json &filters = array(answer, "eventFilters");
    subscribed.telephony = names(filters, "/telephony/sessions"_L1);
    subscribed.presence = names(filters, "/presence"_L1);
    subscribed.texts = names(filters, "/message-store/instant"_L1) || names(filters, "/message-store"_L1);
    if (!subscribed.telephony && !subscribed.presence)
        return failure(ErrorKind::Refused, u"neither telephony events nor presence are allowed"_s);
    return subscribed;
}

} // namespace callcard::ringcentral

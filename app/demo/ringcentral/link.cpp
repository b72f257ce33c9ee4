#include "link.h"

#include <algorithm>

namespace callcard::demo::ringcentral {

namespace {

std::string text(const Json &json)
{
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

} // namespace

Link::Link(Context &context, std::string theId, std::string theOauthSession, std::string theExtension)
    : id(std::move(theId))
    , oauthSession(std::move(theOauthSession))
    , extensionId(std::move(theExtension))
    , m_context(context)
    , m_openedAt(context.now())
{
}

Link::~Link()
{
    cut();
}

void Link::attach(std::shared_ptr<serving::WebSocket> socket)
{
    cut();
    m_socket = std::move(socket);
    m_isSilent = false;
    m_openedAt = m_context.now();
    m_droppedAt.reset();
    recoveryTimer.reset();
}

void Link::detach()
{
    m_socket.reset();
    m_droppedAt = m_context.now();
    idleTimer.reset();
    absoluteTimer.reset();
    accessTimer.reset();
    pingTimer.reset();
    pongTimer.reset();
    delayed.clear();
    m_holdTimer.reset();
    m_held.clear(); // still among the recent ones, for the next recovery
    activeRequests = 0;
}

void Link::cut()
{
    if (const auto socket = std::exchange(m_socket, nullptr))
        socket->abort();
}

void Link::close(std::uint16_t code, const std::string &reason)
{
    if (m_socket)
        m_socket->close(code, reason);
}

void Link::goSilent()
{
    // Our own pings would go unanswered now; a dead peer does not hang up either.
    pingTimer.reset();
    pongTimer.reset();
    idleTimer.reset();
    m_isSilent = true;
    if (m_socket)
        m_socket->goSilent();
}

std::vector<Json> Link::recover(const WscToken &from)
{
    std::vector<Json> missed;
    for (const Kept &kept : m_recent) {
        if (kept.at > from)
            missed.push_back(kept.envelope);
    }
    const auto most = static_cast<std::size_t>(m_context.settings.number("recoveryBuffer"));
    if (missed.size() > most)
        missed.erase(missed.begin(), missed.end() - static_cast<std::ptrdiff_t>(most));
    m_recent.clear();
    ++m_life;
    m_sequence = 0;
    return missed;
}

Json Link::meta(const std::string &type, const std::string &messageId, std::optional<int> status, bool withWsc)
{
    Json meta = {{"type", type}, {"messageId", messageId}, {"headers", {{"RCRequestId", m_context.names.uuid()}}}};
    if (status)
        meta["status"] = *status;
    if (withWsc && (type == "ConnectionDetails" || m_context.settings.is("wscFrames", "all")))
        meta["wsc"] = {{"token", WscToken{id, m_life, ++m_sequence}.text()}, {"sequence", m_sequence}};
    return meta;
}

void Link::send(const Json &meta, const Json &body)
{
    Json frame = Json::array({meta});
    if (!body.is_null())
        frame.push_back(body);
    sendText(text(frame));
}

void Link::sendText(const std::string &text)
{
    if (m_socket && !m_isSilent)
        m_socket->sendText(text);
}

void Link::sendDetails(Json body)
{
    const std::string messageId = m_context.names.uuid();
    send(meta("ConnectionDetails", messageId, 200), body);
}

void Link::sendReply(const std::string &messageId, int status, std::map<std::string, std::string> headers, const Json &body,
                     const std::string &raw)
{
    Json frame = meta("ClientRequest", messageId, status);
    frame["headers"]["Server"] = "nginx";
    frame["headers"]["RoutingKey"] = "SJC01P01";
    for (auto &[name, value] : headers)
        frame["headers"][name] = value;
    if (!body.is_null())
        frame["headers"]["Content-Type"] = "application/json;charset=utf-8";
    if (raw.empty())
        send(frame, body);
    else
        sendText("[" + text(frame) + "," + raw + "]"); // a multipart reply breaks the JSON, as the real one does
}

void Link::sendError(const std::string &messageId, int status, const std::string &code, const std::string &message)
{
    send(meta("Error", messageId, status > 0 ? std::optional(status) : std::nullopt, false), {{"errorCode", code}, {"message", message}});
}

void Link::notify(const Json &envelope)
{
    // Counted even when the switch keeps the wsc out of the frame: recovery goes by it.
    Json frame = meta("ServerNotification", envelope.at("uuid").get<std::string>(), 200, false);
    ++m_sequence;
    const WscToken at{id, m_life, m_sequence};
    if (m_context.settings.is("wscFrames", "all"))
        frame["wsc"] = {{"token", at.text()}, {"sequence", m_sequence}};
    if (m_context.settings.on("subscriptionHeader"))
        frame["headers"]["WSG-SubscriptionId"] = envelope.at("subscriptionId");
    m_recent.push_back({at, envelope});
    while (m_recent.size() > std::max<std::size_t>(1, static_cast<std::size_t>(m_context.settings.number("recoveryBuffer"))))
        m_recent.pop_front();
    if (m_holdTimer)
        m_held.push_back(text(Json::array({frame, envelope})));
    else
        send(frame, envelope);
}

void Link::holdNotifications(std::chrono::milliseconds how)
{
    m_holdTimer = m_context.stage.thread.after(how, [this] {
        const auto running = std::exchange(m_holdTimer, nullptr); // this very function is its property
        for (const std::string &frame : std::exchange(m_held, {}))
            sendText(frame);
    });
}

Json Link::describe() const
{
    Json one = {{"id", id},
                {"extensionId", extensionId},
                {"oauthSession", oauthSession},
                {"connected", isConnected()},
                {"silent", m_isSilent},
                {"sequence", m_sequence},
                {"life", m_life},
                {"openedAt", zuluTime(m_openedAt)},
                {"kept", m_recent.size()}};
    if (m_droppedAt)
        one["droppedAt"] = zuluTime(*m_droppedAt);
    return one;
}

} // namespace callcard::demo::ringcentral

#include "gateway.h"

#include <algorithm>

namespace callcard::demo::ringcentral {

namespace {

constexpr std::size_t kConnectionsPerSession = 50;
// SDKs listen only once they have read the details, on a busy machine a good while later: what came at once would be lost on them.
constexpr std::chrono::milliseconds kUntilHeard{100};

} // namespace

Gateway::Gateway(Context &context, OAuth &oauth, Api &api, Subscriptions &subscriptions)
    : m_context(context), m_oauth(oauth), m_api(api), m_subscriptions(subscriptions)
{
}

Gateway::~Gateway()
{
    *m_alive = false;
}

void Gateway::accept(const std::shared_ptr<serving::Exchange> &exchange)
{
    const serving::Request &request = exchange->request();
    std::string token = request.queryValue("access_token").value_or("");
    if (token.empty())
        token = bearerOf(request);
    const std::string wsc = request.queryValue("wsc").value_or("");
    const std::string base = baseOf(request);
    const std::string session = token.empty() ? std::string() : m_oauth.sessionOfSocketToken(token);
    const std::string badToken = m_context.settings.text("badTokenCode");
    m_context.count("socketsOpened");
    if (!token.empty() && session.empty() && badToken == "http401") {
        exchange->reply(httpResponse(replyOf({401, "OAU-213", "Token not found", Json::object()}, m_context.settings)));
        return;
    }
    const Socket socket = exchange->acceptWebSocket();
    if (token.empty())
        socket->close(static_cast<std::uint16_t>(m_context.settings.asNumber("noCredentialCode")), "Bad Request");
    else if (session.empty())
        socket->close(static_cast<std::uint16_t>(std::stoi(badToken)), "Unauthorized");
    else
        open(socket, session, wsc, base);
}

void Gateway::refuse(const Socket &socket, const std::string &code, const std::string &message, std::uint16_t closeCode)
{
    const Json meta = {{"type", "Error"}, {"messageId", m_context.names.uuid()}, {"status", 400}};
    socket->sendText(Json::array({meta, {{"errorCode", code}, {"message", message}}}).dump());
    socket->close(closeCode, code);
}

Json Gateway::details() const
{
    const Settings &settings = m_context.settings;
    return {{"creationTime", offsetTime(m_context.now())},
            {"maxConnectionsPerSession", kConnectionsPerSession},
            {"recoveryBufferSize", settings.number("recoveryBuffer")},
            {"recoveryTimeout", settings.number("recoveryTimeout")},
            {"idleTimeout", settings.number("idleTimeout")},
            {"absoluteTimeout", settings.number("absoluteTimeout")},
            {"maxActiveRequests", settings.number("maxActiveRequests")}};
}

void Gateway::open(const Socket &socket, const std::string &oauthSession, const std::string &wsc, const std::string &base)
{
    Json body = details();
    std::shared_ptr<Link> link;
    std::vector<Json> missed;
    if (!wsc.empty()) {
        const auto token = WscToken::parse(wsc);
        if (!token) {
            refuse(socket, "WSG-400", "Malformed WebSocket session context token",
                   static_cast<std::uint16_t>(m_context.settings.asNumber("closeCode")));
            return;
        }
        const auto found = m_links.find(token->session);
        std::string failure;
        if (const auto fault = m_context.faults.take("recovery"))
            failure = fault->value("code", "WSG-1005");
        else if (found == m_links.end())
            failure = m_context.settings.text("lateRecovery");
        else if (found->second->oauthSession != oauthSession)
            failure = "WSG-1003";
        else if (!found->second->hasSubscribed)
            failure = "WSG-1005";
        if (failure.empty()) {
            link = found->second;
            missed = link->recover(*token);
            m_context.count("recovered");
        } else {
            body["recoveryErrorCode"] = failure;
            m_context.count("recoveryFailed");
            if (found != m_links.end() && found->second->oauthSession == oauthSession)
                forget(std::string(found->first)); // its events are lost, nobody may hear them twice
        }
        body["recoveryState"] = failure.empty() ? "Successful" : "Failed";
    }
    if (!link) {
        const auto same = std::ranges::count_if(
            m_links, [&](const auto &entry) { return entry.second->oauthSession == oauthSession && entry.second->isConnected(); });
        if (static_cast<std::size_t>(same) >= kConnectionsPerSession) {
            refuse(socket, "WSG-400", "Too many connections", static_cast<std::uint16_t>(m_context.settings.asNumber("closeCode")));
            return;
        }
        link = std::make_shared<Link>(m_context, m_context.names.token("", 16), oauthSession,
                                      m_context.tokens.session(oauthSession)->extensionId);
        m_links[link->id] = link;
    }
    link->base = base;
    connect(link, socket);
    const bool eventsFirst = m_context.settings.is("bufferedEvents", "before");
    if (!eventsFirst) {
        link->sendDetails(body);
        if (body.value("recoveryState", std::string()) == "Successful")
            link->holdNotifications(kUntilHeard);
    }
    for (const Json &envelope : missed)
        link->notify(envelope);
    if (eventsFirst)
        link->sendDetails(body);
}

void Gateway::connect(const std::shared_ptr<Link> &link, const Socket &socket)
{
    link->attach(socket);
    const std::weak_ptr<Link> weak = link;
    const std::weak_ptr<bool> alive = m_alive;
    const auto guarded = [this, weak, alive](auto what) {
        const auto strong = weak.lock();
        const auto here = alive.lock();
        if (strong && here && *here)
            what(strong);
    };
    socket->onText([this, guarded](const std::string &text) { guarded([&](const auto &one) { onText(one, text); }); });
    socket->onPong([guarded](const std::string &) { guarded([](const auto &one) { one->pongTimer.reset(); }); });
    socket->onClosed(
        [this, guarded, raw = socket.get()](std::uint16_t, const std::string &) { guarded([&](const auto &one) { onClosed(one, raw); }); });
    restartIdle(link);
    link->absoluteTimer = m_context.stage.clock.after(m_context.settings.seconds("absoluteTimeout"),
                                                      [this, guarded] { guarded([this](const auto &one) { timeOut(*one, true); }); });
    if (const OAuthSession *session = m_context.tokens.session(link->oauthSession))
        link->accessTimer =
            m_context.stage.clock.after(session->access.expires - m_context.now(), [this] { m_context.tokens.sweep(m_context.now()); });
    schedulePing(link);
}

void Gateway::restartIdle(const std::shared_ptr<Link> &link)
{
    const std::weak_ptr<Link> weak = link;
    link->idleTimer = m_context.stage.clock.after(m_context.settings.seconds("idleTimeout"), [this, weak] {
        if (const auto one = weak.lock())
            timeOut(*one, false);
    });
}

void Gateway::timeOut(Link &link, bool isAbsolute)
{
    const std::string status = m_context.settings.text("timeoutStatus");
    link.sendError(m_context.names.uuid(), status == "none" ? 0 : std::stoi(status), isAbsolute ? "WSG-903" : "WSG-902",
                   isAbsolute ? "Absolute timeout expired" : "Idle timeout expired");
    link.close(static_cast<std::uint16_t>(m_context.settings.asNumber("closeCode")), isAbsolute ? "WSG-903" : "WSG-902");
}

void Gateway::schedulePing(const std::shared_ptr<Link> &link)
{
    // In real time: this is about a living peer, not about the story's clock.
    const auto interval = m_context.settings.millis("pingIntervalMs");
    if (interval.count() == 0)
        return;
    const std::weak_ptr<Link> weak = link;
    link->pingTimer = m_context.stage.thread.after(interval, [this, weak] {
        if (const auto one = weak.lock()) {
            ping(one);
            schedulePing(one);
        }
    });
}

void Gateway::ping(const std::shared_ptr<Link> &link)
{
    if (!link->isConnected() || link->isSilent())
        return;
    m_context.count("pings");
    link->socket()->ping("rc");
    if (link->pongTimer)
        return;
    const std::weak_ptr<Link> weak = link;
    link->pongTimer = m_context.stage.thread.after(m_context.settings.millis("pongDeadlineMs"), [this, weak] {
        const auto one = weak.lock();
        if (!one || !one->isConnected())
            return;
        m_context.count("latePongs");
        const auto socket = one->socket();
        one->cut();
        onClosed(one, socket.get());
    });
}

void Gateway::onClosed(const std::shared_ptr<Link> &link, const serving::WebSocket *socket)
{
    if (link->socket() && link->socket().get() != socket)
        return; // an older socket, replaced long ago
    link->detach();
    m_heldBack.erase(link->id);
    if (!m_links.contains(link->id))
        return;
    link->recoveryTimer =
        m_context.stage.clock.after(m_context.settings.seconds("recoveryTimeout"), [this, id = link->id] { forget(std::string(id)); });
}

void Gateway::forget(const std::string &linkId)
{
    m_subscriptions.dropSession(linkId);
    m_heldBack.erase(linkId);
    const auto node = m_links.extract(linkId); // its destructor cuts the socket
}

void Gateway::closeSession(const std::string &oauthSession, const std::string &reason)
{
    const auto code = static_cast<std::uint16_t>(m_context.settings.asNumber("closeCode"));
    forEach({}, [&](Link &link) {
        if (link.oauthSession == oauthSession)
            link.close(code, reason);
    });
}

void Gateway::endOAuthSession(const std::string &oauthSession)
{
    std::vector<std::shared_ptr<Link>> ended;
    for (const auto &[id, link] : m_links) {
        if (link->oauthSession == oauthSession)
            ended.push_back(link);
    }
    for (const auto &link : ended) {
        const auto socket = link->socket();
        if (socket)
            socket->close(static_cast<std::uint16_t>(m_context.settings.asNumber("closeCode")), "OAuth session ended");
        link->detach();
        forget(link->id);
    }
}

void Gateway::dropAll()
{
    forEach({}, [](Link &link) { link.cut(); });
}

void Gateway::reset()
{
    while (!m_links.empty())
        forget(std::string(m_links.begin()->first));
    m_late.clear();
}

int Gateway::forEach(const std::string &id, const std::function<void(Link &)> &what)
{
    std::vector<std::shared_ptr<Link>> chosen;
    for (const auto &[name, link] : m_links) {
        if ((id.empty() || id == name) && link->isConnected())
            chosen.push_back(link);
    }
    for (const auto &link : chosen) {
        const auto socket = link->socket();
        what(*link);
        if (!link->isConnected() && socket)
            onClosed(link, socket.get()); // cut by us: no close will be reported for it
    }
    return static_cast<int>(chosen.size());
}

Json Gateway::describe() const
{
    Json all = Json::array();
    for (const auto &[id, link] : m_links) {
        Json one = link->describe();
        const Subscription *subscription = m_subscriptions.ofSession(id);
        one["subscriptionId"] = subscription ? Json(subscription->id) : Json();
        all.push_back(std::move(one));
    }
    return all;
}

} // namespace callcard::demo::ringcentral

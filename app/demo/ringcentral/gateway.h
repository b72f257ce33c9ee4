#pragma once

#include "link.h"
#include "oauth.h"
#include "subscriptions.h"

namespace callcard::demo::ringcentral {

/// The WebSocket gateway: connections, recovery, requests over the socket, liveness, notifications.
class Gateway
{
public:
    Gateway(Context &context, OAuth &oauth, Api &api, Subscriptions &subscriptions);
    ~Gateway();

    void accept(const std::shared_ptr<serving::Exchange> &exchange);
    void notify(const Subscription &subscription, const Json &envelope);
    void endOAuthSession(const std::string &oauthSession);
    /// Its sockets only; they may come back and go on.
    void closeSession(const std::string &oauthSession, const std::string &reason);
    void dropAll();
    void reset();

    /// Control: those sockets, all when `id` is empty. Returns how many.
    int forEach(const std::string &id, const std::function<void(Link &)> &what);
    void timeOut(Link &link, bool isAbsolute);
    void ping(const std::shared_ptr<Link> &link);
    [[nodiscard]] Json describe() const;

private:
    using Socket = std::shared_ptr<serving::WebSocket>;

    void refuse(const Socket &socket, const std::string &code, const std::string &message, std::uint16_t closeCode);
    void open(const Socket &socket, const std::string &oauthSession, const std::string &wsc, const std::string &base);
    void connect(const std::shared_ptr<Link> &link, const Socket &socket);
    void onText(const std::shared_ptr<Link> &link, const std::string &text);
    void onRequest(const std::shared_ptr<Link> &link, const Json &frame);
    void onClosed(const std::shared_ptr<Link> &link, const serving::WebSocket *socket);
    void reply(const std::shared_ptr<Link> &link, const std::string &messageId, ApiReply answer);
    void restartIdle(const std::shared_ptr<Link> &link);
    void schedulePing(const std::shared_ptr<Link> &link);
    void forget(const std::string &linkId);
    [[nodiscard]] Json details() const;

    Context &m_context;
    OAuth &m_oauth;
    Api &m_api;
    Subscriptions &m_subscriptions;
    std::map<std::string, std::shared_ptr<Link>> m_links;
    std::map<std::string, Json> m_heldBack; ///< One notification a link, waiting to be overtaken.
    std::vector<std::shared_ptr<DemoClock::Timer>> m_late;
    std::shared_ptr<bool> m_alive = std::make_shared<bool>(true);
};

} // namespace callcard::demo::ringcentral

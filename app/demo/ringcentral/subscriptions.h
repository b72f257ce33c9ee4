#pragma once

#include "api.h"
#include "filters.h"

#include <functional>
#include <map>

namespace callcard::demo::ringcentral {

/// Something that happened, before anybody has subscribed to it.
struct Event {
    Topic topic{};
    std::string extensionId{};                  ///< Whose event; for account-wide filters of any extension.
    bool isAccountOnly = false;                 ///< An outside party: no extension's subscription sees it.
    std::map<std::string, std::string> marks{}; ///< What filters select by: direction, statusCode, type …
    std::function<Json(const Filter &)> body{}; ///< Detailed or not, the filter says.
};

struct Subscription {
    std::string id{};
    std::string ownerId{};
    std::string clientId{};
    std::string socketSession{}; ///< The gateway session it lives and dies with.
    std::vector<Filter> filters{};
    Json disabled = Json::array();
    Instant createdAt{};
};

/// POST, PUT, GET, DELETE of subscriptions, and who is told what.
class Subscriptions
{
public:
    explicit Subscriptions(Context &context);
    void registerRoutes(Api &api);

    /// Notifies every subscription with a matching filter, and posts to the webhooks that `control` added.
    void publish(const Event &event);
    /// What a webhook gets of an event: the socket's envelope. Null when it does not want it.
    [[nodiscard]] Json posted(const Hook &hook, const Event &event) const;
    /// The socket session is gone for good.
    void dropSession(const std::string &socketSession);
    [[nodiscard]] const Subscription *ofSession(const std::string &socketSession) const;
    [[nodiscard]] Json list() const;

    /// Hands a finished envelope to the gateway.
    void onNotification(std::function<void(const Subscription &, Json envelope)> function) { m_notify = std::move(function); }

private:
    ApiReply create(ApiCall &call);
    ApiReply update(ApiCall &call);
    ApiReply renew(ApiCall &call);
    ApiReply remove(ApiCall &call);
    void takeFilters(const ApiCall &call, Subscription &subscription) const;
    [[nodiscard]] Subscription &own(const ApiCall &call);
    [[nodiscard]] Json json(const Subscription &subscription) const;
    [[nodiscard]] Json envelope(const Subscription &subscription, const Filter &filter, const Event &event) const;

    Context &m_context;
    std::map<std::string, Subscription> m_subscriptions;
    std::function<void(const Subscription &, Json)> m_notify;
};

} // namespace callcard::demo::ringcentral

#include "subscriptions.h"

#include "webhooks/webhooks.h"

#include <algorithm>

namespace callcard::demo::ringcentral {

namespace {

constexpr std::chrono::seconds kLife{86400};
constexpr std::size_t kMostFilters = 1000;

bool selects(const Filter &filter, const Event &event)
{
    if (filter.topic != event.topic)
        return false;
    if (filter.extensionId.empty() ? false : (event.isAccountOnly || filter.extensionId != event.extensionId))
        return false;
    // Whatever the query names and the event has must agree; unknown parameters are ignored.
    for (const auto &[name, mark] : event.marks) {
        const auto wanted = filter.values(name);
        if (!wanted.empty() && std::ranges::find(wanted, mark) == wanted.end())
            return false;
    }
    return true;
}

/// Of a simple and a detailed presence filter only the detailed one is served.
std::vector<const Filter *> selecting(const std::vector<Filter> &filters, const Event &event)
{
    std::vector<const Filter *> all;
    for (const Filter &filter : filters) {
        if (selects(filter, event))
            all.push_back(&filter);
    }
    if (event.topic == Topic::Presence && std::ranges::any_of(all, [](const Filter *filter) { return filter->isDetailed(); }))
        std::erase_if(all, [](const Filter *filter) { return !filter->isDetailed(); });
    return all;
}

} // namespace

Subscriptions::Subscriptions(Context &context) : m_context(context) {}

void Subscriptions::registerRoutes(Api &api)
{
    const std::string base = "/restapi/v1.0/subscription";
    api.add("POST", base, Group::Medium, {}, [this](ApiCall &call) { return create(call); });
    api.add("GET", base, Group::Light, {}, [this](ApiCall &call) {
        Json records = Json::array();
        for (const auto &[id, one] : m_subscriptions) {
            if (one.ownerId == call.caller->extensionId)
                records.push_back(json(one));
        }
        return ApiReply{200, {{"uri", call.base + "/restapi/v1.0/subscription"}, {"records", std::move(records)}}, {}, {}};
    });
    api.add("GET", base + "/{id}", Group::Light, {}, [this](ApiCall &call) { return ApiReply{200, json(own(call)), {}, {}}; });
    api.add("PUT", base + "/{id}", Group::Medium, {}, [this](ApiCall &call) { return update(call); });
    api.add("POST", base + "/{id}/renew", Group::Light, {}, [this](ApiCall &call) { return renew(call); });
    api.add("DELETE", base + "/{id}", Group::Medium, {}, [this](ApiCall &call) { return remove(call); });
}

Subscription &Subscriptions::own(const ApiCall &call)
{
    const auto found = m_subscriptions.find(call.vars.at("id"));
    if (found == m_subscriptions.end() || found->second.ownerId != call.caller->extensionId)
        throw ApiError{404, "SUB-507", "Subscription is not found", {{"parameterName", "subscriptionId"}}};
    return found->second;
}

void Subscriptions::takeFilters(const ApiCall &call, Subscription &subscription) const
{
    const auto wanted = call.body.is_object() ? call.body.find("eventFilters") : call.body.end();
    if (!call.body.is_object() || wanted == call.body.end() || !wanted->is_array() || wanted->empty() || wanted->size() > kMostFilters)
        throw invalidParameter("eventFilters");
    std::vector<Filter> filters;
    Json disabled = Json::array();
    for (const Json &one : *wanted) {
        const auto filter = one.is_string() ? parseFilter(one.get<std::string>(), m_context.world(), *call.caller) : std::nullopt;
        if (!filter)
            throw ApiError{400,
                           "SUB-508",
                           "Event filter [" + (one.is_string() ? one.get<std::string>() : std::string("?")) + "] is not valid",
                           {{"parameterName", "eventFilters"}}};
        const bool lacksScope = !m_context.hasScope(scopeOf(filter->topic));
        if (lacksScope || (filter->topic == Topic::TelephonySessions && m_context.settings.is("userFilters", "noCallControl")))
            disabled.push_back({{"filter", filter->text},
                                {"reason", lacksScope ? "CMN-401" : "CMN-408"},
                                {"message", lacksScope ? "Application permission missing" : "User permission missing"}});
        else if (std::ranges::find(filters, filter->text, &Filter::text) == filters.end())
            filters.push_back(*filter);
    }
    subscription.filters = std::move(filters);
    subscription.disabled = std::move(disabled);
}

ApiReply Subscriptions::create(ApiCall &call)
{
    if (!m_context.hasScope("WebSocket"))
        throw ApiError{403, "SUB-528", "SubscriptionWebSocket permission is required", {{"permissionName", "SubscriptionWebSocket"}}};
    const Json delivery = call.body.is_object() ? call.body.value("deliveryMode", Json::object()) : Json::object();
    const std::string transport = call.text(delivery, "transportType");
    if (transport != "WebSocket")
        throw invalidParameter("deliveryMode.transportType", transport); // webhooks are sent by the cloud's control, PubNub is history
    if (call.socketSession.empty())
        throw ApiError{400, "SUB-526", "WebSocket subscriptions are created through the WebSocket", Json::object()};

    Subscription subscription;
    takeFilters(call, subscription);
    dropSession(call.socketSession); // one a socket: the second replaces the first
    const std::string clientId = m_context.tokens.session(call.oauthSession)->clientId;
    const auto same = std::ranges::count_if(m_subscriptions, [&](const auto &entry) {
        return entry.second.ownerId == call.caller->extensionId && entry.second.clientId == clientId;
    });
    if (same >= m_context.settings.asNumber("subscriptionLimit"))
        throw ApiError{403, "SUB-505", "Subscriptions limit exceeded", Json::object()};

    subscription.id = m_context.names.uuid();
    subscription.ownerId = call.caller->extensionId;
    subscription.clientId = clientId;
    subscription.socketSession = call.socketSession;
    subscription.createdAt = m_context.now();
    m_context.count("subscriptionsCreated");
    const Subscription &kept = m_subscriptions.emplace(subscription.id, subscription).first->second;
    return {200, json(kept), {}, {}};
}

ApiReply Subscriptions::update(ApiCall &call)
{
    Subscription &subscription = own(call);
    if (call.socketSession != subscription.socketSession)
        throw ApiError{404, "SUB-507", "Subscription is not found in this WebSocket session", Json::object()};
    if (call.hasBody)
        takeFilters(call, subscription); // without a body: merely renewed
    return {200, json(subscription), {}, {}};
}

ApiReply Subscriptions::renew(ApiCall &call)
{
    return {200, json(own(call)), {}, {}};
}

ApiReply Subscriptions::remove(ApiCall &call)
{
    m_subscriptions.erase(own(call).id);
    return {204, Json(), {}, {}};
}

Json Subscriptions::json(const Subscription &subscription) const
{
    Json filters = Json::array();
    for (const Filter &filter : subscription.filters)
        filters.push_back(filter.text);
    Json body = {{"uri", "/restapi/v1.0/subscription/" + subscription.id},
                 {"id", subscription.id},
                 {"creationTime", zuluTime(subscription.createdAt)},
                 {"status", "Active"},
                 {"eventFilters", std::move(filters)},
                 {"expirationTime", zuluTime(m_context.now() + kLife)},
                 {"expiresIn", kLife.count() - 1},
                 {"deliveryMode", {{"transportType", "WebSocket"}, {"encryption", false}}}};
    if (!subscription.disabled.empty())
        body["disabledFilters"] = subscription.disabled;
    return body;
}

void Subscriptions::publish(const Event &event)
{
    for (const auto &[id, subscription] : m_subscriptions) {
        for (const Filter *filter : selecting(subscription.filters, event)) {
            if (m_notify)
                m_notify(subscription, envelope(subscription, *filter, event));
        }
    }
    Webhooks &webhooks = m_context.stage.webhooks;
    const auto hooks = webhooks.hooks(); // a delivery may change them
    for (const Hook &hook : hooks) {
        if (hook.provider != "ringcentral" || !hook.isServed())
            continue;
        if (const Json body = posted(hook, event); !body.is_null())
            webhooks.send(hook, event.topic == Topic::Presence ? "presence" : "telephony", body);
    }
}

Json Subscriptions::posted(const Hook &hook, const Event &event) const
{
    const World &world = m_context.world();
    const Rep *rep = world.rep(hook.repId);
    Subscription subscription;
    subscription.id = "sub-" + hook.id;
    subscription.ownerId = (rep ? *rep : world.demoRep()).extensionId;
    const std::string tail = hook.usesPresence ? "/presence?detailedTelephonyState=true" : "/telephony/sessions";
    const std::string account = "/restapi/v1.0/account/~";
    const auto want = [&](const std::string &text, const Rep &whose) {
        if (auto filter = parseFilter(text, world, whose))
            subscription.filters.push_back(std::move(*filter));
    };
    if (hook.isAccountWide)
        want(account + tail, world.demoRep());
    for (const Rep &one : world.reps()) {
        if (!hook.isAccountWide && (!rep || rep->id == one.id))
            want(account + "/extension/~" + tail, one);
    }
    const auto wanted = selecting(subscription.filters, event);
    return wanted.empty() ? Json() : envelope(subscription, *wanted.front(), event);
}

Json Subscriptions::envelope(const Subscription &subscription, const Filter &filter, const Event &event) const
{
    std::string path = filter.path;
    if (m_context.settings.is("eventPath", "tilde") && !filter.extensionId.empty())
        path.replace(path.find(filter.extensionId), filter.extensionId.size(), "~");
    Json body = event.body(filter);
    restyle(body, m_context.settings);
    return {{"uuid", m_context.names.uuid()},         {"event", path},
            {"timestamp", zuluTime(m_context.now())}, {"subscriptionId", subscription.id},
            {"ownerId", subscription.ownerId},        {"body", std::move(body)}};
}

void Subscriptions::dropSession(const std::string &socketSession)
{
    std::erase_if(m_subscriptions, [&](const auto &entry) { return entry.second.socketSession == socketSession; });
}

const Subscription *Subscriptions::ofSession(const std::string &socketSession) const
{
    const auto found =
        std::ranges::find_if(m_subscriptions, [&](const auto &entry) { return entry.second.socketSession == socketSession; });
    return found == m_subscriptions.end() ? nullptr : &found->second;
}

Json Subscriptions::list() const
{
    Json all = Json::array();
    for (const auto &[id, one] : m_subscriptions) {
        Json item = json(one);
        item["socket"] = one.socketSession;
        item["ownerId"] = one.ownerId;
        all.push_back(std::move(item));
    }
    return all;
}

} // namespace callcard::demo::ringcentral

#include "ringcentralservice.h"

#include "company.h"
#include "httpdate.h"
#include "numberparser.h"
#include "services.h"
#include "webhooks/webhooks.h"

#include <stdexcept>

namespace callcard::demo {

std::unique_ptr<Service> makeRingCentral(Stage &stage)
{
    return std::make_unique<ringcentral::RingCentral>(stage);
}

} // namespace callcard::demo

namespace callcard::demo::ringcentral {

RingCentral::RingCentral(Stage &stage)
    : m_context(stage)
    , m_oauth(m_context)
    , m_api(m_context)
    , m_calls(m_context)
    , m_subscriptions(m_context)
    , m_presence(m_context, m_calls, m_subscriptions)
    , m_story(m_context, m_presence, m_subscriptions)
    , m_telephony(m_context, m_calls)
    , m_ringOuts(m_context, m_calls, m_story)
    , m_callLog(m_context, m_calls)
    , m_messages(m_context, m_story)
    , m_contacts(m_context)
    , m_gateway(m_context, m_oauth, m_api, m_subscriptions)
{
    registerCompany(m_api, m_context);
    m_presence.registerRoutes(m_api);
    m_callLog.registerRoutes(m_api);
    m_messages.registerRoutes(m_api);
    m_ringOuts.registerRoutes(m_api);
    m_telephony.registerRoutes(m_api);
    m_contacts.registerRoutes(m_api);
    m_subscriptions.registerRoutes(m_api);
    registerNumberParser(m_api);

    m_context.tokens.onEnded([this](const std::string &session) { m_gateway.endOAuthSession(session); });
    m_context.tokens.onAccessExpired([this](const std::string &session) { m_gateway.closeSession(session, "Access token expired"); });
    m_subscriptions.onNotification([this](const Subscription &subscription, Json envelope) { m_gateway.notify(subscription, envelope); });
    m_story.onEnded([this](const WorldCall &call) { m_ringOuts.onCallEnded(call); });
    m_telephony.onLegEnded([this](CallNumber leg) { m_ringOuts.endLeg(leg); });
    m_context.stage.webhooks.ringCentralEvent = [this](const Hook &hook, const WorldCall &call, const CallStep &step) {
        return webhookEvent(hook, call, step);
    };
    registerVerbs();
    registerSocketVerbs();
}

RingCentral::~RingCentral()
{
    m_context.stage.webhooks.ringCentralEvent = nullptr;
}

Json RingCentral::webhookEvent(const Hook &hook, const WorldCall &call, const CallStep &step)
{
    const Party &party = call.parties.at(step.party);
    const Rep *rep = m_context.world().rep(party.repId);
    const bool isPresence = hook.usesPresence && rep;
    Json event = m_subscriptions.posted(hook, isPresence ? m_presence.moved(*rep, call, party) : m_story.sessionMoved(call, step));
    if (event.is_null())
        throw std::invalid_argument("nothing of that call is for this webhook");
    return event;
}

void RingCentral::applySwitches()
{
    Webhooks &webhooks = m_context.stage.webhooks;
    webhooks.verificationHeader = m_context.settings.text("verificationHeader");
    webhooks.ringCentralRetries = m_context.settings.on("webhookRetries");
    webhooks.blacklistIsForEver = m_context.settings.is("blacklisting", "permanent");
}

void RingCentral::handle(std::shared_ptr<serving::Exchange> exchange)
{
    const serving::Request &request = exchange->request();
    m_context.tokens.sweep(m_context.now());
    if (exchange->wantsWebSocket()) {
        m_gateway.accept(exchange);
        return;
    }
    if (OAuth::owns(request.path)) {
        exchange->reply(m_oauth.answer(request));
        return;
    }
    ApiReply reply;
    auto asked = m_api.read(request);
    if (const auto *error = std::get_if<ApiError>(&asked))
        reply = replyOf(*error, m_context.settings);
    else
        reply = m_api.answer(std::get<ApiCall>(asked));
    reply.headers["Date"] = httpDate(m_context.stage.clock.now());
    reply.headers["RCRequestId"] = m_context.names.uuid();
    reply.headers["RoutingKey"] = "SJC01P01";
    exchange->reply(httpResponse(std::move(reply)));
}

std::map<std::string, std::string> RingCentral::environment(const std::string &base) const
{
    const App app = defaultApps().front();
    const World &world = m_context.world();
    return {{"RINGCENTRAL_SERVER_URL", base},
            {"RINGCENTRAL_CLIENT_ID", app.clientId},
            {"RINGCENTRAL_CLIENT_SECRET", app.secret},
            {"RINGCENTRAL_JWT_TOKEN", OAuth::jwtFor(world.demoRep().extensionId)},
            {"RINGCENTRAL_ACCOUNT_ID", world.accountId()},
            {"RINGCENTRAL_REDIRECT_URI", app.redirectUris.front()}};
}

Json RingCentral::control(const std::string &verb, const Json &arguments)
{
    const auto found = m_verbs.find(verb);
    if (found == m_verbs.end()) {
        std::string known;
        for (const auto &[name, function] : m_verbs)
            known += (known.empty() ? "" : ", ") + name;
        throw std::invalid_argument("ringcentral has no verb " + verb + "; it knows " + known);
    }
    return found->second(arguments.is_object() ? arguments : Json::object());
}

std::vector<std::string> RingCentral::verbs() const
{
    std::vector<std::string> names;
    for (const auto &[name, function] : m_verbs)
        names.push_back(name);
    return names;
}

serving::Response RingCentral::refusal(int status)
{
    ApiReply reply;
    if (status == 429) { // without X-Rate-Limit-*: of another limiter than the user's
        RateLimits::Verdict verdict;
        verdict.retryAfter = 60;
        reply = tooMany(verdict, Group::None, m_context.settings);
    } else {
        const char *code = status == 401   ? "OAU-213"
                           : status == 403 ? "CMN-408"
                           : status == 404 ? "CMN-102"
                           : status >= 500 ? "CMN-201"
                                           : "CMN-101";
        reply = replyOf({status, code, "The request was not carried out", Json::object()}, m_context.settings);
    }
    reply.headers["RCRequestId"] = m_context.names.uuid();
    return httpResponse(std::move(reply));
}

void RingCentral::reset()
{
    m_context.settings.reset();
    applySwitches();
    m_context.faults.reset();
    m_context.limits.reset();
    m_context.tokens.endAll();
    m_gateway.reset();
    m_oauth.reset();
    m_ringOuts.reset();
    m_messages.reset();
    m_contacts.reset();
    m_presence.reset();
    m_story.reset();
}

} // namespace callcard::demo::ringcentral

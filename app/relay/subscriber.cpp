#include "subscriber.h"

#include <callcard/backoff.h>

#include <QLoggingCategory>

#include <algorithm>

namespace callcard::relay {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

Q_LOGGING_CATEGORY(lcSubscriber, "callcard.relay.ringcentral", QtInfoMsg)

RingCentralApp appOf(const RingCentralAccess &access)
{
    return {.server = access.serverUrl, .clientId = access.clientId, .clientSecret = access.clientSecret, .jwt = access.jwt};
}

} // namespace

Subscriber::Subscriber(const RelayConfig &config, HttpClient &http, TrafficLedger &traffic, Clock &clock)
    : m_clock(clock)
    , m_budget(http, clock, {.reader = readRingCentralRates})
    , m_issuer(appOf(config.ringcentral), sendWithin(m_budget, u"Auth"_s), clock)
    , m_tokens(m_issuer, m_secrets, u"ringcentral-session"_s, clock)
    , m_context{.server = config.ringcentral.serverUrl,
                .http = http,
                .budget = m_budget,
                .traffic = traffic,
                .tokens = m_tokens,
                .clock = clock}
    , m_order{.address = config.publicUrl + u"/api/webhooks/ringcentral"_s, .verificationToken = config.ringcentral.verificationToken}
{
    for (const RelayUser &user : config.users) {
        if (!user.ringcentralExtensionId.isEmpty())
            m_order.extensions.append(user.ringcentralExtensionId);
    }
}

Subscriber::~Subscriber() = default;

void Subscriber::start()
{
    if (!m_order.extensions.isEmpty())
        m_scope.start(run());
}

QCoro::Task<> Subscriber::stop()
{
    co_await m_scope.close();
    co_await m_tokens.stop();
}

QCoro::Task<> Subscriber::run()
{
    const std::stop_token stop = m_scope.stopToken();
    Backoff backoff({.first = 5s, .cap = 10min});
    QString known;
    while (!stop.stop_requested()) {
        const Result<ringcentral::HookSubscription> subscription = co_await ringcentral::subscribeHook(m_context, m_order, known, stop);
        std::chrono::milliseconds pause{};
        if (subscription) {
            backoff.reset();
            known = subscription->id;
            const std::chrono::seconds life(m_clock.now().secsTo(subscription->expiresAt));
            pause = std::clamp<std::chrono::milliseconds>(life / 2, 1min, 24h);
            qCInfo(lcSubscriber) << "subscribed for" << m_order.extensions.size() << "extensions";
        } else {
            pause = std::max<std::chrono::milliseconds>(backoff.next(), subscription.error().retryAfter.value_or(0s));
            if (!stop.stop_requested())
                qCWarning(lcSubscriber) << "not subscribed:" << subscription.error();
        }
        const Result<> slept = co_await m_clock.sleep(pause, stop);
        if (!slept)
            break;
    }
}

} // namespace callcard::relay

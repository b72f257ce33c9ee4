#include "floor.h"

#include "answers.h"

#include <algorithm>

namespace callcard::relay {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto kPruneEvery = 60s;
constexpr auto kComeBack = "3";
constexpr std::chrono::seconds kDialsAtMost{180};

struct WebhookRoute {
    std::string_view path;
    Provider provider;
};
constexpr std::array kWebhooks{
    WebhookRoute{"/api/webhooks/justcall", Provider::JustCall},       WebhookRoute{"/api/webhooks/ringcentral", Provider::RingCentral},
    WebhookRoute{"/api/webhooks/twilio", Provider::Twilio},           WebhookRoute{"/api/twilio/status-callback", Provider::Twilio},
    WebhookRoute{"/api/twilio/recording-callback", Provider::Twilio},
};

/// Nobody who speaks to us compresses, and what is not unpacked cannot burst.
bool isPacked(const serving::Request &request)
{
    const std::string_view encoding = request.header("Content-Encoding");
    return !encoding.empty() && encoding != "identity";
}

serving::Response wrongMethod(const char *allowed)
{
    serving::Response response = refusal(405, std::string("only ") + allowed);
    response.headers.emplace_back("Allow", allowed);
    return response;
}

} // namespace

Floor::Floor(const RelayConfig &config, serving::ServingThread &thread, EventLog &log, Clock &clock, FloorErrands errands)
    : m_config(config)
    , m_thread(thread)
    , m_log(log)
    , m_clock(clock)
    , m_errands(std::move(errands))
    , m_roster(config.users)
    , m_book(config.users, config.region, clock)
    , m_hub(thread, m_book, clock, config.limits.heartbeat, bool(m_errands.dial))
    , m_doors(config.limits.requestsPerSecond)
{
}

Floor::~Floor() = default;

void Floor::start()
{
    if (m_leaving)
        return;
    m_knowsThePast = true;
    m_hub.start();
    // Who alone writes the log knows that nobody is still dialling; among several another one may be.
    nameOrphans(m_config.nats.isSet() ? kDialsAtMost : 0s);
    prune();
}

void Floor::prune()
{
    const LogFigures log = m_log.figures();
    m_book.forgetBefore(log.first == 0 ? log.last + 1 : log.first);
    m_book.prune();
    nameOrphans(kDialsAtMost);
    m_pruning = m_thread.after(kPruneEvery, [this] { prune(); });
}

void Floor::leave()
{
    m_leaving = true;
    m_pruning.reset();
    m_hub.sayGoodbye();
}

void Floor::setTokens(const QHash<QByteArray, QString> &emailOfHash)
{
    m_doors.setTokens(emailOfHash);
    m_hub.keepOnly([this](const QByteArray &hash) { return m_doors.isValid(hash); });
}

void Floor::takeRecords(const QList<LoggedRecord> &records)
{
    QStringList touched;
    for (const LoggedRecord &record : records)
        touched += m_book.take(record);
    touched.removeDuplicates();
    m_hub.publish(touched);
}

quint64 Floor::wait(const std::shared_ptr<serving::Exchange> &exchange, Provider provider)
{
    m_waiting.emplace(++m_lastRequest, Waiting{.exchange = exchange, .provider = provider, .begun = std::chrono::steady_clock::now()});
    return m_lastRequest;
}

std::optional<Floor::Waiting> Floor::waited(quint64 request)
{
    auto found = m_waiting.extract(request);
    return found ? std::optional(std::move(found.mapped())) : std::nullopt;
}

void Floor::handle(const std::shared_ptr<serving::Exchange> &exchange)
{
    const serving::Request &request = exchange->request();
    const bool isGet = request.method == "GET";
    if (m_leaving) {
        serving::Response response = refusal(503, "the relay is restarting");
        response.headers.emplace_back("Retry-After", kComeBack);
        response.headers.emplace_back("Connection", "close");
        exchange->reply(std::move(response));
        return;
    }
    for (const WebhookRoute &route : kWebhooks) {
        if (route.path != request.path)
            continue;
        if (request.method == "POST")
            onWebhook(route.provider, exchange);
        else
            exchange->reply(wrongMethod("POST"));
        return;
    }
    const bool isOpen = request.path == "/healthz" || request.path == "/metrics";
    if (isOpen) {
        if (!isGet && request.method != "HEAD")
            exchange->reply(wrongMethod("GET, HEAD"));
        else if (request.path == "/healthz")
            health(exchange);
        else
            metrics(exchange);
        return;
    }
    struct RepRoute {
        std::string_view path;
        const char *method;
        void (Floor::*serve)(const std::shared_ptr<serving::Exchange> &, const Visitor &);
    };
    static constexpr std::array kRoutes{
        RepRoute{"/api/call-stream", "GET", &Floor::openStream},
        RepRoute{"/api/ringcentral/call-stream", "GET", &Floor::openStream},
        RepRoute{"/api/active-calls", "GET", &Floor::activeCalls},
        RepRoute{"/api/ringcentral/active-calls", "GET", &Floor::activeCalls},
        RepRoute{"/api/justcall/calls", "GET", &Floor::justCallCalls},
        RepRoute{"/api/justcall/sms", "GET", &Floor::justCallTexts},
        RepRoute{"/api/test-justcall", "GET", &Floor::testJustCall},
        RepRoute{"/api/ai-calls", "POST", &Floor::aiCall},
    };
    const auto route = std::find_if(kRoutes.begin(), kRoutes.end(), [&](const RepRoute &one) { return one.path == request.path; });
    if (route == kRoutes.end())
        exchange->reply(refusal(404, "no such route"));
    else if (request.method != route->method)
        exchange->reply(wrongMethod(route->method));
    else
        forRep(exchange, route->serve);
}

bool Floor::turnsAway(const std::shared_ptr<serving::Exchange> &exchange)
{
    if (!m_doors.isTiresome(addressOf(exchange->request(), m_config.behindProxy), m_clock.monotonic()))
        return false;
    ++m_figures.rateLimited;
    serving::Response response = refusal(429, "too many failures from this address");
    response.headers.emplace_back("Retry-After", "5");
    exchange->reply(std::move(response));
    return true;
}

void Floor::noteFailure(const serving::Request &request)
{
    m_doors.noteFailure(addressOf(request, m_config.behindProxy), m_clock.monotonic());
}

void Floor::onWebhook(Provider provider, const std::shared_ptr<serving::Exchange> &exchange)
{
    const auto index = static_cast<std::size_t>(provider);
    if (turnsAway(exchange))
        return;
    if (isPacked(exchange->request())) {
        exchange->reply(refusal(415, "a compressed body"));
        return;
    }
    Intake intake = receiveWebhook(provider, exchange->request(), m_config, m_clock.now());
    switch (intake.verdict) {
    case Intake::Verdict::NotSetUp:
        exchange->reply(refusal(404, "this relay does not serve that provider"));
        return;
    case Intake::Verdict::Forged:
        ++m_figures.forged[index];
        noteFailure(exchange->request());
        exchange->reply(refusal(401, "the signature is not right"));
        return;
    case Intake::Verdict::Answered: {
        ++m_figures.answered[index];
        serving::Response response = serving::Response::json(200, "{}");
        response.headers.insert(response.headers.end(), intake.headers.begin(), intake.headers.end());
        exchange->reply(std::move(response));
        return;
    }
    case Intake::Verdict::Keep:
        break;
    }
    const quint64 request = wait(exchange, provider);
    m_log.append(*std::move(intake.record),
                 [this, request](const Result<LogPlace> &place) { m_thread.post([this, request, place] { onKept(request, place); }); });
}

void Floor::onKept(quint64 request, const Result<LogPlace> &place)
{
    const std::optional<Waiting> waiting = waited(request);
    if (!waiting)
        return;
    const auto index = static_cast<std::size_t>(waiting->provider);
    m_figures.acknowledged.add(std::chrono::steady_clock::now() - waiting->begun);
    if (!place) {
        ++m_figures.failed[index];
        // Nothing was acknowledged: providers try again on 503.
        serving::Response response = refusal(503, "it could not be written down");
        response.headers.emplace_back("Retry-After", "30");
        waiting->exchange->reply(std::move(response));
        return;
    }
    ++(place->repeated ? m_figures.repeated : m_figures.kept)[index];
    if (waiting->provider == Provider::Twilio)
        waiting->exchange->reply({200, {{"Content-Type", "text/xml"}}, "<Response/>"});
    else
        waiting->exchange->reply(serving::Response::json(200, "{}"));
}

void Floor::health(const std::shared_ptr<serving::Exchange> &exchange)
{
    const LogFigures log = m_log.figures();
    if (log.trouble)
        exchange->reply(jsonAnswer(503, R"({"status":"failing","reason":"the log of events cannot be written"})"));
    else
        exchange->reply(jsonAnswer(200, m_knowsThePast ? R"({"status":"ok","version":")" CALLCARD_VERSION R"("})"
                                                       : R"({"status":"ok","streams":"later","version":")" CALLCARD_VERSION R"("})"));
}

void Floor::metrics(const std::shared_ptr<serving::Exchange> &exchange)
{
    FiguresAround around = m_errands.figures();
    around.log = m_log.figures();
    around.streams = m_hub.readers();
    around.slowStreams = m_hub.slowReaders();
    around.events = m_book.counters().events;
    around.unrouted = m_book.counters().unrouted;
    exchange->reply(
        {200, {{"Content-Type", "text/plain; version=0.0.4"}, {"Cache-Control", "no-store"}}, prometheusText(m_figures, around)});
}

} // namespace callcard::relay

#include "webhooks/webhooks.h"

#include "civil.h"
#include "jsontext.h"
#include "justcall/rows.h"
#include "webhooks/signatures.h"

#include <QUrl>

#include <algorithm>
#include <array>
#include <stdexcept>

namespace callcard::demo {

using Json = nlohmann::json;

namespace {

constexpr std::size_t kMostHooks = 200;
constexpr std::size_t kMostNoted = 2000;
constexpr std::chrono::minutes kBlacklistTime{15};
constexpr std::chrono::milliseconds kPatience{3000}; // RingCentral's, for a handshake
constexpr std::size_t kHandshakeBytes = 1024;

std::string stamp(Instant at)
{
    const Civil civil = civilTime(at);
    return civil.date() + " " + civil.time();
}

bool isRetried(int status)
{
    return status == 429 || status == 500 || status == 502 || status == 503 || status == 504;
}

/// Head and body of an answer, as RingCentral counts them against its 1024 bytes.
std::size_t sizeOf(const serving::Answer &answer)
{
    std::size_t size = std::string_view("HTTP/1.1 200 OK\r\n\r\n").size() + answer.body.size();
    for (const auto &[name, value] : answer.headers)
        size += name.size() + value.size() + std::string_view(": \r\n").size();
    return size;
}

} // namespace

bool isJustCallType(std::string_view type)
{
    static constexpr std::array kTypes = std::to_array<std::string_view>({"call.incoming",
                                                                          "call.initiated",
                                                                          "call.answered",
                                                                          "call.completed",
                                                                          "call.missed",
                                                                          "call.voicemail",
                                                                          "call.updated",
                                                                          "call.enters_queue",
                                                                          "call.exits_queue",
                                                                          "jc.call_ai_generated",
                                                                          "call.ai_voice_agent",
                                                                          "sms.sent",
                                                                          "sms.received",
                                                                          "sms.sent_received",
                                                                          "sms.status_updated",
                                                                          "sd.call_completed",
                                                                          "sd.call_updated",
                                                                          "sd.call_ai_generated",
                                                                          "whatsapp.message_sent",
                                                                          "whatsapp.message_received",
                                                                          "whatsapp.status_updated",
                                                                          "jc.contact_status_updated",
                                                                          "appointment.scheduled"});
    return std::find(kTypes.begin(), kTypes.end(), type) != kTypes.end();
}

bool isLoopback(const std::string &url)
{
    const QUrl parsed(QString::fromStdString(url), QUrl::StrictMode);
    const QString host = parsed.host();
    return parsed.isValid() && parsed.scheme() == QLatin1String("http") && parsed.userInfo().isEmpty() &&
           (host == QLatin1String("127.0.0.1") || host == QLatin1String("localhost") || host == QLatin1String("::1"));
}

Webhooks::Webhooks(serving::ServingThread &thread, DemoClock &clock, World &world) : m_thread(thread), m_clock(clock), m_world(world)
{
    sender = [this](serving::Outgoing outgoing, std::function<void(const Result<serving::Answer> &)> done) {
        serving::send(m_thread, std::move(outgoing), std::move(done));
    };
    m_world.observe(this);
}

Webhooks::~Webhooks()
{
    *m_isAlive = false;
    m_world.unobserve(this);
}

std::string Webhooks::add(Hook hook)
{
    if (!isLoopback(hook.url))
        throw std::invalid_argument("webhooks go to http addresses on loopback only");
    if (m_hooks.size() >= kMostHooks)
        throw std::invalid_argument("200 webhooks are registered already");
    hook.id = "hook" + std::to_string(++m_last);
    hook.createdAt = m_clock.now();
    hook.copies = std::clamp(hook.copies, 1, 10);
    if (hook.provider == "ringcentral")
        hook.status = "Pending";
    m_hooks.push_back(hook);
    validate(hook);
    return hook.id;
}

bool Webhooks::remove(const std::string &id)
{
    return std::erase_if(m_hooks, [&](const Hook &hook) { return hook.id == id; }) > 0;
}

void Webhooks::validate(const Hook &hook)
{
    Delivery delivery;
    delivery.provider = hook.provider;
    delivery.url = hook.url;
    delivery.type = "validation";
    delivery.mostAttempts = 1;
    if (hook.provider == "justcall") {
        delivery.headers = {{"Content-Type", "application/json"}};
        delivery.body = dumped({{"type", hook.type}, {"webhook_url", hook.url}}); // no data
    } else if (hook.provider == "ringcentral") {
        delivery.headers = {{"Validation-Token", "validate-" + hook.id}, {"User-Agent", "RingCentral-Webhook/8.3"}};
    } else {
        return; // Twilio has no handshake
    }
    post(std::move(delivery), hook.id);
}

void Webhooks::send(const Hook &hook, const std::string &type, const Json &body)
{
    Delivery delivery;
    delivery.provider = hook.provider;
    delivery.url = hook.url;
    delivery.type = type;
    delivery.retryAfter = hook.retryAfter;
    const std::string secret = hook.signature == "wrong" ? "not-" + hook.secret : hook.secret;
    const bool isSigned = hook.signature != "none";
    if (hook.provider == "justcall") {
        delivery.body = dumped(body);
        const std::string time = stamp(m_clock.now());
        delivery.headers = {{"Content-Type", "application/json"}};
        if (isSigned) {
            delivery.headers.emplace_back("x-justcall-signature", justCallSignature(secret, hook.url, type, time));
            delivery.headers.emplace_back("x-justcall-signature-version", "v1");
            delivery.headers.emplace_back("x-justcall-request-timestamp", time);
        }
    } else if (hook.provider == "ringcentral") {
        delivery.body = dumped(body);
        delivery.headers = {{"Content-Type", "application/json"}, {"User-Agent", "RingCentral-Webhook/8.3"}};
        if (isSigned)
            delivery.headers.emplace_back(verificationHeader, secret);
        delivery.mostAttempts = ringCentralRetries ? 3 : 1;
    } else {
        std::vector<std::pair<std::string, std::string>> form;
        for (const auto &[name, value] : body.items())
            form.emplace_back(name, value.is_string() ? value.get<std::string>() : value.dump());
        delivery.body = formEncoded(form);
        delivery.headers = {{"Content-Type", "application/x-www-form-urlencoded"}, {"User-Agent", "TwilioProxy/1.1"}};
        if (isSigned)
            delivery.headers.emplace_back("X-Twilio-Signature", twilioSignature(secret, hook.url, form));
        delivery.mostAttempts = 1; // Twilio repeats a status callback only when told to in the address
    }
    for (int copy = 0; copy < hook.copies; ++copy)
        post(delivery, hook.id);
}

void Webhooks::post(Delivery delivery, const std::string &hookId)
{
    attempt(std::make_shared<Delivery>(std::move(delivery)), hookId);
}

void Webhooks::attempt(const std::shared_ptr<Delivery> &delivery, const std::string &hookId)
{
    ++delivery->attempts;
    serving::Outgoing outgoing;
    outgoing.url = delivery->url;
    outgoing.headers = delivery->headers;
    outgoing.body = delivery->body;
    outgoing.timeout = kPatience;
    outgoing.bodyBytes = 64 * 1024;
    sender(std::move(outgoing), [this, alive = m_isAlive, delivery, hookId](const Result<serving::Answer> &answer) {
        if (*alive)
            onAnswer(delivery, hookId, answer);
    });
}

void Webhooks::onAnswer(const std::shared_ptr<Delivery> &delivery, const std::string &hookId, const Result<serving::Answer> &answer)
{
    const int status = answer ? answer->status : 0;
    const auto hook = std::find_if(m_hooks.begin(), m_hooks.end(), [&](const Hook &one) { return one.id == hookId; });
    if (delivery->type == "validation" && delivery->provider == "ringcentral") {
        if (hook != m_hooks.end())
            onHandshake(*hook, answer, *delivery);
        return;
    }
    note(*delivery, status);
    if (status >= 200 && status < 300) {
        if (hook == m_hooks.end())
            return;
        hook->failures = 0;
        if (hook->status == "Warning")
            hook->status = "Active";
        return;
    }
    const bool isUnanswered = status == 0 && (delivery->provider == "ringcentral" || retriesUnanswered);
    if ((isUnanswered || isRetried(status)) && delivery->attempts < delivery->mostAttempts) {
        const auto id = ++m_last;
        m_retries[id] = m_clock.after(delivery->retryAfter, [this, id, delivery, hookId] {
            const auto again = delivery;
            const auto hookOf = hookId;
            m_retries.erase(id); // destroys this very function, hence the copies
            attempt(again, hookOf);
        });
        return;
    }
    if (hook == m_hooks.end() || !hook->isServed() || hook->provider == "twilio")
        return;
    if (++hook->failures >= 3)
        blacklist(*hook);
    else if (hook->provider == "justcall")
        hook->status = "Warning";
}

void Webhooks::onHandshake(Hook &hook, const Result<serving::Answer> &answer, const Delivery &delivery)
{
    const bool isRight = answer && answer->status == 200 && answer->header("Validation-Token") == "validate-" + hook.id &&
                         sizeOf(*answer) <= kHandshakeBytes;
    hook.status = isRight ? "Active" : "Refused";
    note(delivery, !answer ? 0 : isRight || answer->status != 200 ? answer->status : -1); // -1: SUB-520, SUB-525
}

void Webhooks::blacklist(Hook &hook)
{
    hook.status = "Blacklisted";
    if (blacklistIsForEver || hook.provider != "ringcentral")
        return;
    const auto id = ++m_last;
    m_retries[id] = m_clock.after(kBlacklistTime, [this, id, hookId = hook.id] {
        const auto own = id;
        const auto again = std::find_if(m_hooks.begin(), m_hooks.end(), [&](const Hook &one) { return one.id == hookId; });
        if (again != m_hooks.end()) {
            again->status = "Active";
            again->failures = 0;
        }
        m_retries.erase(own); // destroys this very function: nothing after it
    });
}

void Webhooks::note(const Delivery &delivery, int status)
{
    m_log.push_back({{"at", isoTime(m_clock.now())},
                     {"provider", delivery.provider},
                     {"url", delivery.url},
                     {"type", delivery.type},
                     {"attempt", delivery.attempts},
                     {"status", status}});
    if (m_log.size() > kMostNoted)
        m_log.pop_front();
}

Json Webhooks::deliveries(std::size_t limit) const
{
    Json rows = Json::array();
    for (std::size_t i = m_log.size() > limit ? m_log.size() - limit : 0; i < m_log.size(); ++i)
        rows.push_back(m_log[i]);
    return rows;
}

} // namespace callcard::demo

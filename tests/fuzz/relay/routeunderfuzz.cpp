#include "routeunderfuzz.h"

#include <relay/delivery.h>
#include <relay/floor.h>
#include <relay/tokens.h>

#include <wire/wirejson.h>

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>
#include <QRandomGenerator>
#include <QUrl>

#include <algorithm>
#include <array>

namespace callcard::relay {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString &fuzzedRep()
{
    static const QString email = u"dana@example.com"_s;
    return email;
}

class HeldStream final : public serving::BodyStream
{
public:
    bool send(std::string_view bytes) override
    {
        sent += bytes;
        return isOpenNow;
    }
    void finish() override { isOpenNow = false; }
    void abort() override { isOpenNow = false; }
    [[nodiscard]] bool isOpen() const override { return isOpenNow; }
    [[nodiscard]] std::size_t queuedBytes() const override { return 0; }
    void onClosed(std::function<void()> function) override { closed = std::move(function); }

    std::string sent;
    bool isOpenNow = true;
    std::function<void()> closed;
};

class HeldExchange final : public serving::Exchange
{
public:
    explicit HeldExchange(serving::Request request) : m_request(std::move(request)) {}
    [[nodiscard]] const serving::Request &request() const override { return m_request; }
    void reply(serving::Response response) override
    {
        ++answers;
        answer = std::move(response);
    }
    [[nodiscard]] std::shared_ptr<serving::BodyStream> stream(int status, serving::Headers headers) override
    {
        ++answers;
        answer = serving::Response{status, std::move(headers), {}};
        held = std::make_shared<HeldStream>();
        return held;
    }
    [[nodiscard]] bool wantsWebSocket() const override { return false; }
    [[nodiscard]] std::shared_ptr<serving::WebSocket> acceptWebSocket(serving::Headers) override { return nullptr; }
    void hangUp(std::string_view) override {}
    [[nodiscard]] bool isOpen() const override { return true; }

    int answers = 0;
    serving::Response answer{};
    std::shared_ptr<HeldStream> held{};

private:
    serving::Request m_request;
};

Provider providerAt(std::string_view path)
{
    return path.find("justcall") != std::string_view::npos      ? Provider::JustCall
           : path.find("ringcentral") != std::string_view::npos ? Provider::RingCentral
                                                                : Provider::Twilio;
}

bool isWebhook(std::string_view path)
{
    constexpr std::array<std::string_view, 5> kPaths{"/api/webhooks/justcall", "/api/webhooks/ringcentral", "/api/webhooks/twilio",
                                                     "/api/twilio/status-callback", "/api/twilio/recording-callback"};
    return std::find(kPaths.begin(), kPaths.end(), path) != kPaths.end();
}

QByteArray bytesOf(std::string_view text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

/// A log that is as durable as this process.
class HeldLog final : public EventLog
{
public:
    void append(LogRecord record, Done done) override
    {
        for (const LoggedRecord &known : std::as_const(records)) {
            if (known.record.key == record.key)
                return done(LogPlace{.sequence = known.sequence, .repeated = true});
        }
        records.append({.sequence = static_cast<quint64>(records.size()) + 1, .record = std::move(record)});
        done(LogPlace{.sequence = records.last().sequence});
        if (tell)
            tell({records.last()});
    }
    void follow(Follower) override {}
    [[nodiscard]] LogFigures figures() const override { return {.records = quint64(records.size()), .last = quint64(records.size())}; }
    [[nodiscard]] LogIdentity identity() const override { return {.name = "f0"}; }

    QList<LoggedRecord> records;
    std::function<void(const QList<LoggedRecord> &)> tell;
};

struct AskedRoute {
    serving::Request request{};
    bool isSigned = false;
    bool hasToken = false;
};

} // namespace

class RouteUnderFuzz::Private
{
public:
    Private();
    ~Private();
    Outcome ask(std::string_view text);

private:
    [[nodiscard]] AskedRoute parsed(std::string_view text) const;
    void sign(serving::Request &request) const;
    [[nodiscard]] std::string complaintAbout(const AskedRoute &asked, const serving::Response &answer, std::size_t kept) const;

    const QString m_secret; ///< Random: nobody finds it in us.
    SystemClock m_clock;
    RelayConfig m_config;
    serving::ServingThread m_thread;
    HeldLog m_log;
    std::unique_ptr<Floor> m_floor;
};

RouteUnderFuzz::RouteUnderFuzz() : d(std::make_unique<Private>()) {}

RouteUnderFuzz::~RouteUnderFuzz() = default;

RouteUnderFuzz::Outcome RouteUnderFuzz::ask(std::string_view text)
{
    return d->ask(text);
}

RouteUnderFuzz::Private::Private()
    : m_secret(QString::number(QRandomGenerator::system()->generate64(), 36) +
               QString::number(QRandomGenerator::system()->generate64(), 36))
{
    m_config.publicUrl = u"https://relay.example.com"_s;
    m_config.twilioUrl = m_config.publicUrl;
    m_config.justcall.webhookUrl = m_config.publicUrl + u"/api/webhooks/justcall?t=1"_s;
    m_config.justcall.secret = Secret(m_secret);
    m_config.ringcentral.verificationToken = Secret(m_secret);
    m_config.twilioAuthToken = Secret(m_secret);
    m_config.limits.requestsPerSecond = 1e6;
    m_config.users = {
        {.email = fuzzedRep(), .justcallAgentId = u"417000"_s, .ringcentralExtensionId = u"8100002004"_s, .numbers = {u"+12025550114"_s}}};
    m_thread.run([this] {
        FloorErrands errands;
        errands.askJustCall = [this](const GatewayQuestion &, quint64 request) {
            m_thread.post([this, request] { m_floor->onJustCall(request, failure(ErrorKind::ServerFault)); });
        };
        errands.dial = [this](AiCallStep step, const QByteArray &, quint64 request) {
            step.phase = AiCallStep::Phase::Failed;
            m_thread.post([this, request, step] { m_floor->onDialled(request, step, Error{.kind = ErrorKind::Refused}); });
        };
        errands.figures = [] { return FiguresAround{}; };
        m_floor = std::make_unique<Floor>(m_config, m_thread, m_log, m_clock, std::move(errands));
        m_log.tell = [this](const QList<LoggedRecord> &records) { m_thread.post([this, records] { m_floor->takeRecords(records); }); };
        m_floor->beginsAt(1, m_log.identity());
        m_floor->setTokens({{hashOfToken(m_secret.toUtf8()), fuzzedRep()}});
        m_floor->start();
    });
}

RouteUnderFuzz::Private::~Private()
{
    m_thread.run([this] { m_floor.reset(); });
}

AskedRoute RouteUnderFuzz::Private::parsed(std::string_view text) const
{
    AskedRoute asked;
    const std::size_t headEnd = text.find("\n\n");
    std::string_view head = text.substr(0, headEnd);
    if (headEnd != std::string_view::npos)
        asked.request.body = text.substr(headEnd + 2);
    for (; !head.empty() && (head.front() == '*' || head.front() == '@'); head.remove_prefix(1))
        (head.front() == '*' ? asked.isSigned : asked.hasToken) = true;
    bool isFirst = true;
    while (!head.empty()) {
        const std::size_t end = head.find('\n');
        const std::string_view line = head.substr(0, end);
        head = end == std::string_view::npos ? std::string_view() : head.substr(end + 1);
        const std::size_t split = line.find(isFirst ? ' ' : ':');
        std::string_view value = split == std::string_view::npos ? std::string_view() : line.substr(split + 1);
        while (value.starts_with(' '))
            value.remove_prefix(1);
        if (isFirst) {
            asked.request.method = line.substr(0, split);
            asked.request.target = value;
        } else {
            asked.request.headers.emplace_back(line.substr(0, split), value);
        }
        isFirst = false;
    }
    const std::size_t question = asked.request.target.find('?');
    asked.request.path = asked.request.target.substr(0, question);
    if (question != std::string::npos)
        asked.request.query = asked.request.target.substr(question + 1);
    asked.request.remoteAddress = "127.0.0.1"; // a proxy's: then X-Forwarded-For is read, and nobody is tiresome without it
    if (asked.hasToken)
        asked.request.headers.insert(asked.request.headers.begin(), {"Authorization", "Bearer " + m_secret.toStdString()});
    if (asked.isSigned)
        sign(asked.request);
    return asked;
}

void RouteUnderFuzz::Private::sign(serving::Request &request) const
{
    const QByteArray key = m_secret.toUtf8();
    const auto put = [&request](const char *name, const QByteArray &value) {
        request.headers.insert(request.headers.begin(), {name, value.toStdString()});
    };
    switch (providerAt(request.path)) {
    case Provider::JustCall: {
        const auto json = wire::parse(bytesOf(request.body), 32);
        const QByteArray type = json ? wire::text(*json, "type", 128).toUtf8() : QByteArray();
        const QByteArray stamp = m_clock.now().toUTC().toString(u"yyyy-MM-dd HH:mm:ss"_s).toLatin1();
        const QByteArray text = key + '|' + QUrl::toPercentEncoding(m_config.justcall.webhookUrl, "!*'()") + '|' + type + '|' + stamp;
        put("x-justcall-signature", QMessageAuthenticationCode::hash(text, key, QCryptographicHash::Sha256).toHex());
        put("x-justcall-signature-version", "v1");
        put("x-justcall-request-timestamp", stamp);
        request.query = "t=1";
        break;
    }
    case Provider::RingCentral:
        put("Verification-Token", key);
        break;
    default: {
        const bool isJson = request.header("Content-Type").starts_with("application/json");
        QByteArray fields;
        if (isJson) {
            const QByteArray hash = QCryptographicHash::hash(bytesOf(request.body), QCryptographicHash::Sha256).toHex();
            request.query = "bodySHA256=" + hash.toStdString();
            request.target = request.path + '?' + request.query;
        } else {
            serving::Headers items = request.formItems();
            std::sort(items.begin(), items.end());
            items.erase(std::unique(items.begin(), items.end()), items.end());
            for (const auto &[name, value] : items)
                fields += QByteArray::fromStdString(name) + QByteArray::fromStdString(value);
        }
        const QByteArray url = QString(m_config.twilioUrl + QString::fromStdString(request.target)).toUtf8();
        put("X-Twilio-Signature", QMessageAuthenticationCode::hash(url + fields, key, QCryptographicHash::Sha1).toBase64());
        break;
    }
    }
}

RouteUnderFuzz::Outcome RouteUnderFuzz::Private::ask(std::string_view text)
{
    const AskedRoute asked = parsed(text);
    const auto before = static_cast<std::size_t>(m_log.records.size());
    const auto exchange = std::make_shared<HeldExchange>(asked.request);
    m_thread.run([&] { m_floor->handle(exchange); });
    for (int turn = 0; turn < 4; ++turn) // what was posted, and what that posted
        m_thread.run([] {});
    Outcome outcome;
    m_thread.run([&] {
        outcome = {.status = exchange->answer.status, .kept = static_cast<std::size_t>(m_log.records.size()) - before};
        if (exchange->answers != 1)
            outcome.complaint = "answered " + std::to_string(exchange->answers) + " times";
        else
            outcome.complaint = complaintAbout(asked, exchange->answer, outcome.kept);
        if (exchange->held && exchange->held->closed)
            exchange->held->closed();
    });
    return outcome;
}

std::string RouteUnderFuzz::Private::complaintAbout(const AskedRoute &asked, const serving::Response &answer, std::size_t kept) const
{
    constexpr std::array kStatuses{200, 400, 401, 404, 405, 409, 415, 429, 502, 503};
    if (std::find(kStatuses.begin(), kStatuses.end(), answer.status) == kStatuses.end())
        return "a status of " + std::to_string(answer.status);
    for (const auto &[name, value] : answer.headers) {
        if ((name + value).find_first_of(std::string_view("\r\n\0", 3)) != std::string::npos)
            return "a header of several lines";
    }
    const std::string secret = m_secret.toStdString();
    if (answer.body.find(secret) != std::string::npos)
        return "told a secret";
    if (isWebhook(asked.request.path)) {
        if (kept > 0 && (!asked.isSigned || answer.status != 200))
            return "kept what was not proven or not acknowledged";
        if (kept == 1) {
            const std::optional<Delivery> delivery = deliveryOf(m_log.records.last().record);
            if (!delivery || delivery->payload != bytesOf(asked.request.body))
                return "kept something else than was sent";
        }
        if (asked.request.method != "POST" && answer.status != 405)
            return "another method than POST";
        const std::string_view packing = asked.request.header("Content-Encoding");
        if (asked.request.method == "POST" && !packing.empty() && packing != "identity" && answer.status != 415)
            return "looked into a compressed body";
    } else if (kept > 0 && !asked.hasToken) {
        return "kept something of a stranger";
    }
    if (!asked.hasToken && asked.request.path.starts_with("/api/") && !isWebhook(asked.request.path) && answer.status == 200)
        return "served a stranger";
    return {};
}

} // namespace callcard::relay

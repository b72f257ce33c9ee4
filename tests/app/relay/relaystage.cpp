#include "relaystage.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>

namespace callcard::testing {

using namespace Qt::Literals::StringLiterals;

const QByteArray RelayStage::kToken = "ccr_test-token-of-the-first-rep";
const QByteArray RelayStage::kOtherToken = "ccr_test-token-of-the-second-rep";

namespace {

QCoro::Task<> catchUpThen(relay::Relay &relay, std::optional<Result<>> &ready)
{
    ready = co_await relay.caughtUp({});
}

QCoro::Task<> shutDownThen(relay::Relay &relay, bool &done)
{
    co_await relay.shutDown();
    done = true;
}

QCoro::Task<> askThen(HttpClient &http, HttpRequest request, std::optional<HttpAnswer> &answer)
{
    const Result<HttpAnswer> got = co_await http.send(std::move(request), {});
    answer = got ? *got : HttpAnswer{};
}

} // namespace

StreamReader::StreamReader(HttpClient &http, const QString &base, const QByteArray &token, const QByteArray &lastEventId)
    : m_stream(http, {})
{
    connect(&m_stream, &EventStream::eventReceived, this, [this](const ServerEvent &event) { m_events.append(event); });
    connect(&m_stream, &EventStream::closed, this, [this] { m_closed = true; });
    HttpRequest request = HttpRequest::get(QUrl(QString(base + u"/api/call-stream"_s)));
    request.headers.set("Authorization", QByteArray("Bearer " + token));
    m_stream.open(std::move(request), lastEventId);
}

Json StreamReader::data(const QByteArray &type, qsizetype index) const
{
    for (const ServerEvent &event : m_events) {
        if (event.type == type && index-- == 0)
            return Json::parse(event.data.toStdString(), nullptr, false);
    }
    return {};
}

QList<Json> StreamReader::told(const char *type) const
{
    QList<Json> things;
    for (const ServerEvent &event : m_events) {
        if (event.type == type)
            things.append(Json::parse(event.data.toStdString(), nullptr, false).value(type, Json()));
    }
    return things;
}

QStringList StreamReader::statuses() const
{
    QStringList statuses;
    for (const Json &call : calls())
        statuses.append(QString::fromStdString(call.value("status", "") + " " + call.value("reason", "")).trimmed());
    return statuses;
}

RelayStage::RelayStage() : m_cloud(demo::DemoOptions{.customers = 50, .days = 3}), m_http(m_clock, m_traffic)
{
    const Result<> started = m_cloud.start();
    if (!started)
        qFatal("the demo cloud did not start");
}

RelayStage::~RelayStage()
{
    stopHard();
}

Json RelayStage::rep(int index) const
{
    return const_cast<demo::DemoCloud &>(m_cloud).control({{"do", "company"}})["reps"][static_cast<std::size_t>(index)];
}

std::string RelayStage::email(int index) const
{
    return QString::fromStdString(rep(index)["email"].get<std::string>()).toLower().toStdString();
}

relay::RelayConfig RelayStage::config(const Json &more) const
{
    const auto environment = m_cloud.environment();
    Json users = Json::array();
    for (int i = 0; i < 2; ++i) {
        const Json person = rep(i);
        users.push_back({{"email", person["email"]},
                         {"token", (i == 0 ? kToken : kOtherToken).toStdString()},
                         {"justcallAgentId",
                          person["justCallAgentId"].is_string() ? person["justCallAgentId"] : Json(person["justCallAgentId"].dump())},
                         {"ringcentralExtensionId", person["extensionId"]},
                         {"numbers", Json::array({person["directNumber"]})}});
    }
    Json json{{"listen", "127.0.0.1:" + std::to_string(m_port)},
              {"publicUrl", base().toStdString()},
              {"data", QString(m_folder.path() + u"/data"_s).toStdString()},
              {"justcall",
               {{"apiKey", environment.at("JUSTCALL_API_KEY")},
                {"secret", environment.at("JUSTCALL_API_SECRET")},
                {"url", environment.at("JUSTCALL_BASE_URL")}}},
              {"ringcentral", {{"verificationToken", "demo-ringcentral-secret"}}},
              {"twilio", {{"authToken", "demo-twilio-secret"}}},
              {"elevenlabs",
               {{"apiKey", environment.at("ELEVENLABS_API_KEY")},
                {"agentId", environment.at("ELEVENLABS_AGENT_ID")},
                {"agentPhoneNumberId", environment.at("ELEVENLABS_PHONE_NUMBER_ID")},
                {"url", environment.at("ELEVENLABS_BASE_URL")}}},
              {"users", users}};
    json.merge_patch(more);
    const relay::ConfigReading reading = relay::readConfig(QByteArray::fromStdString(json.dump()), {});
    if (!reading.problems.isEmpty())
        qFatal("%s", qPrintable(reading.problems.join(u'\n')));
    relay::RelayConfig config = reading.config;
    if (adjust)
        adjust(config);
    return config;
}

void RelayStage::start(const Json &more, std::unique_ptr<EventLog> log)
{
    if (m_port == 0) { // the public address must be known before: so take a free port first
        serving::ServingThread thread;
        serving::HttpServer server(thread, [](const std::shared_ptr<serving::Exchange> &) {});
        m_port = server.listen().value_or(0);
    }
    relay::RelayConfig settings = config(more);
    if (!log) {
        auto opened = makeSqliteEventLog(settings.logFile(), m_clock, settings.retention);
        if (!opened)
            qFatal("%s", qPrintable(opened.error().detail));
        log = std::move(*opened);
    }
    m_relay = std::make_unique<relay::Relay>(std::move(settings), std::move(log), m_clock);
    const Result<std::uint16_t> listening = m_relay->start();
    QVERIFY2(listening, listening ? "" : qPrintable(listening.error().detail));
    if (!waitsForThePast)
        return;
    std::optional<Result<>> ready;
    m_scope.start(catchUpThen(*m_relay, ready));
    QVERIFY(QTest::qWaitFor([&] { return ready.has_value(); }, kSoon));
    QVERIFY2(ready->has_value(), ready->has_value() ? "" : qPrintable(ready->error().detail));
}

void RelayStage::shutDown()
{
    bool done = false;
    m_scope.start(shutDownThen(*m_relay, done));
    QVERIFY(QTest::qWaitFor([&] { return done; }, kSoon));
    m_relay.reset();
}

void RelayStage::stopHard()
{
    m_relay.reset();
}

HttpAnswer RelayStage::ask(HttpMethod method, const QString &path, const HttpHeaders &headers, const QByteArray &body)
{
    HttpRequest request{.method = method, .url = QUrl(QString(base() + path)), .headers = headers, .body = body};
    std::optional<HttpAnswer> answer;
    m_scope.start(askThen(m_http, std::move(request), answer));
    (void)QTest::qWaitFor([&] { return answer.has_value(); }, 2 * kSoon);
    return answer.value_or(HttpAnswer{});
}

HttpAnswer RelayStage::get(const QString &path, const QByteArray &token)
{
    return ask(HttpMethod::Get, path, token.isEmpty() ? HttpHeaders() : HttpHeaders{{"Authorization", "Bearer " + token}});
}

Json RelayStage::json(const QString &path, const QByteArray &token)
{
    return Json::parse(get(path, token).body.toStdString(), nullptr, false);
}

double RelayStage::metric(const QByteArray &line)
{
    const QByteArray text = '\n' + get(u"/metrics"_s, {}).body;
    const qsizetype at = text.indexOf(QByteArray('\n' + line + ' '));
    return at < 0 ? -1 : text.mid(at + line.size() + 2).split('\n').first().toDouble();
}

std::string RelayStage::signedCall(int number)
{
    if (m_email.empty())
        m_email = email(0);
    const std::string id = std::to_string(number);
    const QByteArray stamp = QDateTime::currentDateTimeUtc().toString(u"yyyy-MM-dd HH:mm:ss"_s).toLatin1();
    const QByteArray secret = QByteArray::fromStdString(m_cloud.environment().at("JUSTCALL_API_SECRET"));
    const QByteArray address = QUrl::toPercentEncoding(QString(base() + u"/api/webhooks/justcall"_s), "!*'()");
    const QByteArray signature =
        QMessageAuthenticationCode::hash(secret + '|' + address + "|call.incoming|" + stamp, secret, QCryptographicHash::Sha256).toHex();
    const std::string body = Json{{"request_id", "R" + id},
                                  {"type", "call.incoming"},
                                  {"data",
                                   {{"call_sid", "CA" + id},
                                    {"contact_number", "13035550187"},
                                    {"justcall_number", "13035550142"},
                                    {"agent_email", m_email},
                                    {"call_info", {{"direction", "Incoming"}, {"type", "In Progress"}}}}}}
                                 .dump();
    return "POST /api/webhooks/justcall HTTP/1.1\r\nHost: x\r\nx-justcall-signature: " + signature.toStdString() +
           "\r\nx-justcall-signature-version: v1\r\nx-justcall-request-timestamp: " + stamp.toStdString() +
           "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
}

void RelayStage::hook(const std::string &provider, Json more)
{
    more["do"] = "webhook.add";
    more["provider"] = provider;
    if (provider == "justcall" && !more.contains("secret"))
        more["secret"] = m_cloud.environment().at("JUSTCALL_API_SECRET");
    more["url"] = base().toStdString() + "/api/webhooks/" + provider + more.value("query", "");
    const Json added = m_cloud.control(more);
    QVERIFY2(added.value("ok", false), added.dump().c_str());
    if (provider != "ringcentral")
        return;
    // Nothing is sent before the relay has answered the handshake.
    const auto isActive = [this] {
        return m_cloud.control({{"do", "webhook.list"}}).at("webhooks").back().value("status", "") == "Active";
    };
    QTRY_VERIFY_WITH_TIMEOUT(isActive(), 10'000);
}

} // namespace callcard::testing

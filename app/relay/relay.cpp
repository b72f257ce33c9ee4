#include "relay.h"

#include "floor.h"
#include "subscriber.h"

#include <QFileInfo>
#include <QLoggingCategory>

namespace callcard::relay {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

Q_LOGGING_CATEGORY(lcRelay, "callcard.relay.life", QtInfoMsg)

constexpr auto kLookForTokens = 2s;
constexpr auto kGoodbye = 1s;

} // namespace

Relay::Relay(RelayConfig config, std::unique_ptr<EventLog> log, Clock &clock)
    : m_config(std::move(config))
    , m_clock(clock)
    , m_http(clock, m_traffic)
    , m_budget(m_http, clock, {.reader = readJustCallRates})
    , m_log(std::move(log))
{
    FloorErrands errands;
    if (!m_config.justcall.apiKey.isEmpty()) {
        m_gateway = std::make_unique<JustCallGateway>(JustCallContext{.base = m_config.justcall.url,
                                                                      .key = m_config.justcall.apiKey,
                                                                      .secret = m_config.justcall.secret,
                                                                      .region = m_config.region,
                                                                      .budget = m_budget,
                                                                      .clock = m_clock});
        errands.askJustCall = [this](const GatewayQuestion &question, quint64 request) {
            QMetaObject::invokeMethod(
                this, [this, question, request] { askGateway(question, request); }, Qt::QueuedConnection);
        };
    }
    if (m_config.elevenlabs.isUsable()) {
        errands.dial = [this](const AiCallStep &asked, const QByteArray &variables, quint64 request) {
            QMetaObject::invokeMethod(
                this, [this, asked, variables, request] { dial(asked, variables, request); }, Qt::QueuedConnection);
        };
    }
    if (m_config.ringcentral.canSubscribe() && !m_config.ringcentral.verificationToken.isEmpty())
        m_subscriber = std::make_unique<Subscriber>(m_config, m_http, m_traffic, m_clock);
    errands.figures = [this] {
        return FiguresAround{.gateway = m_gateway ? m_gateway->figures() : GatewayFigures{}, .server = m_server->statistics()};
    };
    m_thread.run([&] { m_floor = std::make_unique<Floor>(m_config, m_thread, *m_log, m_clock, std::move(errands)); });
    connect(&m_tokenTimer, &QTimer::timeout, this, &Relay::checkTokens);
}

Relay::~Relay()
{
    m_server.reset(); // nobody asks any more
    m_gateway.reset();
    m_log.reset(); // what was handed in is written
    m_thread.run([this] { m_floor.reset(); });
}

Result<std::uint16_t> Relay::start()
{
    if (!reloadTokens())
        return failure(ErrorKind::Storage, u"the file of tokens cannot be read"_s);
    serving::Handler handler = [this](const std::shared_ptr<serving::Exchange> &exchange) { m_floor->handle(exchange); };
    m_server = std::make_unique<serving::HttpServer>(m_thread, std::move(handler), m_config.limits.server, m_config.tls);
    const Result<std::uint16_t> port = m_server->listen(m_config.listen);
    if (!port)
        return port;
    follow();
    m_tokenTimer.start(kLookForTokens);
    if (m_subscriber) // the service calls back before it answers, so we must be listening
        m_subscriber->start();
    qCInfo(lcRelay) << "listening on port" << *port << "with" << m_log->figures().records << "records";
    return port;
}

QCoro::Task<Result<>> Relay::caughtUp(std::stop_token stop)
{
    const Result<quint64> read = co_await m_caughtUp.wait(stop);
    if (!read)
        co_return tl::unexpected(read.error());
    co_return {};
}

void Relay::follow()
{
    const LogFigures figures = m_log->figures();
    m_thread.run([this, first = figures.first == 0 ? figures.last + 1 : figures.first] { m_floor->beginsAt(first, m_log->identity()); });
    EventLog::Follower follower;
    follower.records = [this](const QList<LoggedRecord> &records) {
        // The past is read faster than it is understood, so the log waits for us; with news it must not.
        if (m_replaying)
            m_thread.run([this, &records] { m_floor->takeRecords(records); });
        else
            m_thread.post([this, records] { m_floor->takeRecords(records); });
    };
    follower.caughtUp = [this](const Result<quint64> &last) {
        m_replaying = false;
        if (last)
            m_thread.post([this] { m_floor->start(); });
        QMetaObject::invokeMethod(
            this, [this, last] { m_caughtUp.complete(last); }, Qt::QueuedConnection);
    };
    follower.replaced = [this] { QMetaObject::invokeMethod(this, &Relay::logReplaced, Qt::QueuedConnection); };
    m_log->follow(std::move(follower));
}

QCoro::Task<> Relay::shutDown()
{
    qCInfo(lcRelay) << "shutting down";
    m_tokenTimer.stop();
    if (m_server) {
        m_server->stopListening();
        m_thread.run([this] { m_floor->leave(); });
    }
    if (m_subscriber)
        co_await m_subscriber->stop();
    if (m_gateway)
        co_await m_gateway->stop();
    // Goodbyes are short; who does not take them in time is cut off.
    const std::stop_token never;
    const auto began = m_clock.monotonic();
    while (m_server && m_server->statistics().connections > 0 && m_clock.monotonic() - began < kGoodbye) {
        const Result<> slept = co_await m_clock.sleep(20ms, never);
        if (!slept)
            break;
    }
    co_await m_scope.close();
}

bool Relay::reloadTokens()
{
    QHash<QByteArray, QString> emailOfHash;
    for (const RelayUser &user : m_config.users) {
        if (!user.tokenHash.isEmpty())
            emailOfHash.insert(user.tokenHash, user.email);
    }
    const QFileInfo file(m_config.tokenFile());
    m_tokenStamp = {file.lastModified(), file.exists() ? file.size() : -1};
    const Result<QList<TokenEntry>> entries = readTokens(m_config.tokenFile());
    if (!entries) {
        qCWarning(lcRelay) << "tokens stay as they were:" << entries.error();
        return false;
    }
    for (const TokenEntry &entry : *entries)
        emailOfHash.insert(entry.hash, entry.email);
    m_thread.run([this, &emailOfHash] { m_floor->setTokens(emailOfHash); });
    return true;
}

void Relay::checkTokens()
{
    QFileInfo file(m_config.tokenFile());
    file.setCaching(false);
    if (m_tokenStamp != QPair<QDateTime, qint64>{file.lastModified(), file.exists() ? file.size() : -1})
        (void)reloadTokens();
}

void Relay::askGateway(const GatewayQuestion &question, quint64 request)
{
    m_gateway->ask(question, [this, request](const Result<QByteArray> &body) {
        m_thread.post([this, request, body] {
            if (m_floor)
                m_floor->onJustCall(request, body);
        });
    });
}

void Relay::dial(const AiCallStep &asked, const QByteArray &variables, quint64 request)
{
    m_scope.start(dialOnce(asked, variables, request));
}

QCoro::Task<> Relay::dialOnce(AiCallStep asked, QByteArray variables, quint64 request)
{
    const OutboundCall call{.to = asked.to, .variables = variables, .rep = asked.rep};
    const Result<PlacedCall> placed = co_await placeOutboundCall(m_http, m_clock, m_config.elevenlabs, call, m_scope.stopToken());
    AiCallStep step = asked;
    step.at = m_clock.now();
    std::optional<Error> problem;
    if (placed) {
        step.phase = AiCallStep::Phase::Placed;
        step.callSid = placed->callSid;
        step.conversationId = placed->conversationId;
    } else {
        problem = placed.error();
        const bool saidNo = problem->kind == ErrorKind::Refused || problem->kind == ErrorKind::SignInNeeded ||
                            problem->kind == ErrorKind::RateLimited || problem->kind == ErrorKind::Offline;
        step.phase = saidNo ? AiCallStep::Phase::Failed : AiCallStep::Phase::Unsure;
        qCWarning(lcRelay) << "an AI call was not placed:" << *problem;
    }
    m_thread.post([this, request, step, problem] {
        if (m_floor)
            m_floor->onDialled(request, step, problem);
    });
}

} // namespace callcard::relay

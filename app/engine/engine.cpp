#include "engine.h"

#include "checkjson.h"
#include "checks.h"

#include <QLoggingCategory>

namespace callcard {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {
Q_LOGGING_CATEGORY(lcEngine, "callcard.engine")
} // namespace

Engine::Engine(const Profile &profile, Attendance attendance, QObject *parent)
    : QObject(parent)
    , m_profile(profile)
    , m_attendance(attendance)
    , m_preferences({.file = profile.settingsFile, .policy = profile.policyFile})
    , m_keychain(makeSystemKeychain(), profile.name, m_clock)
    , m_sessionSecrets(m_keychain)
    , m_secrets(m_profile.throwAway ? static_cast<SecretStore &>(m_demoSecrets) : m_sessionSecrets, EnvironmentSecrets::systemEnvironment())
    , m_http(m_clock, m_traffic)
    , m_ringcentralBudget(m_http, m_clock, {.reader = readRingCentralRates})
    , m_justcallBudget(m_http, m_clock, {.reader = readJustCallRates})
    , m_copperBudget(m_http, m_clock, {})
{
    connect(&m_network, &NetworkWatch::returned, this, [this] { m_scope.start(probe()); });
}

Engine::~Engine() = default;

void Engine::start()
{
    for (const QString &problem : m_preferences.problems())
        qCWarning(lcEngine).noquote() << problem;
    m_scope.start(probe());
}

QCoro::Task<> Engine::shutDown()
{
    co_await m_scope.close();
}

QCoro::Task<Json> Engine::check(std::stop_token stop)
{
    if (m_attendance == Attendance::Headless && !m_profile.throwAway && !m_sessionSecrets.isSessionOnly()) {
        const Result<QStringList> names = co_await m_keychain.names(stop);
        if (!names && m_keychain.state() == KeychainState::Absent)
            m_sessionSecrets.keepForSession();
    }
    // Settings may have changed since: accounts are opened anew for every check.
    const AccountsContext accountsContext{
        .preferences = m_preferences, .secrets = m_secrets, .http = m_http, .ringcentralBudget = m_ringcentralBudget, .clock = m_clock};
    const std::shared_ptr<Accounts> accounts = co_await openAccounts(accountsContext, stop);
    const ChecksContext checksContext{.accounts = accounts,
                                      .http = m_http,
                                      .traffic = m_traffic,
                                      .ringcentralBudget = m_ringcentralBudget,
                                      .justcallBudget = m_justcallBudget,
                                      .copperBudget = m_copperBudget,
                                      .clock = m_clock};
    const QList<ServiceCheck> checks = co_await runChecks(checksContext, stop);
    QList<Connection> connections;
    for (const ServiceCheck &check : checks) {
        if (check.outcome == ServiceCheck::Outcome::NotConfigured || check.name == "clock"_L1)
            continue;
        Connection connection{.name = check.name, .state = ConnectionState::Connected, .since = m_clock.now(), .lastEvent = m_clock.now()};
        connection.testServer = check.testServer;
        if (check.outcome == ServiceCheck::Outcome::Failed) {
            connection.problem = check.problem;
            connection.state =
                check.problem && check.problem->kind == ErrorKind::SignInNeeded ? ConnectionState::SignInNeeded : ConnectionState::Offline;
        }
        connections.append(connection);
    }
    setConnections(std::move(connections));
    Json document = checksToJson(checks, m_clock.now());
    // A setting that was refused is passed over, which must not look like a service that nobody set up.
    for (const QString &problem : m_preferences.problems()) {
        document["status"] = "failed";
        document["services"].push_back(
            {{"name", "settings"}, {"state", "failed"}, {"message", problem.toStdString()}, {"data", Json::object()}});
    }
    co_return document;
}

QCoro::Task<> Engine::probe()
{
    const Json document = co_await check(m_scope.stopToken());
    qCInfo(lcEngine) << "connections checked:" << QString::fromStdString(document.value("status", std::string()));
}

void Engine::setConnections(QList<Connection> connections)
{
    if (connections == m_connections)
        return;
    m_connections = std::move(connections);
    Q_EMIT
    connectionsChanged();
}

Json Engine::status() const
{
    Json connections = Json::array();
    for (const Connection &connection : m_connections) {
        connections.push_back({{"name", connection.name.toStdString()},
                               {"state", connectionStateName(connection.state).toStdString()},
                               {"since", connection.since.toString(Qt::ISODate).toStdString()},
                               {"lastEvent", connection.lastEvent.toString(Qt::ISODate).toStdString()},
                               {"testServer", connection.testServer}});
    }
    return {{"version", CALLCARD_VERSION}, {"connections", connections}};
}

QCoro::Task<> Engine::answerCheck(IpcReply reply)
{
    const Json document = co_await check(m_scope.stopToken());
    reply.result(document);
}

void Engine::answer(const IpcQuestion &question, const IpcReply &reply)
{
    if (question.command == "show") {
        Q_EMIT
        showRequested();
        reply.result(Json::object());
    } else if (question.command == "link") {
        Q_EMIT
        linkReceived(QString::fromStdString(question.arguments.value("link", std::string())));
        reply.result(Json::object());
    } else if (question.command == "status") {
        reply.result(status());
    } else if (question.command == "check") {
        m_scope.start(answerCheck(reply));
    } else {
        reply.error({.kind = ErrorKind::Refused, .detail = u"This version of Callcard does not know that command."_s});
    }
}

} // namespace callcard

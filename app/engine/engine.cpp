#include "engine.h"

#include "checkjson.h"
#include "checks.h"
#include "popsettings.h"
#include "providers.h"

#include <callcard/nextturn.h>

#include <QLoggingCategory>

namespace callcard {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {
Q_LOGGING_CATEGORY(lcEngine, "callcard.engine")
constexpr auto kSettled = 50ms; // several settings of one page change together
} // namespace

Engine::Engine(const Profile &profile, Attendance attendance, std::unique_ptr<KeychainService> keychain, Clock *clock, QObject *parent)
    : QObject(parent)
    , m_profile(profile)
    , m_attendance(attendance)
    , m_clock(clock ? *clock : m_systemClock)
    , m_preferences({.file = profile.settingsFile, .policy = profile.policyFile})
    , m_keychain(std::move(keychain), profile.name, m_clock)
    , m_sessionSecrets(m_keychain)
    , m_secrets(m_profile.throwAway ? static_cast<SecretStore &>(m_demoSecrets) : m_sessionSecrets, EnvironmentSecrets::systemEnvironment())
    , m_http(m_clock, m_traffic)
    , m_clockWatch(m_clock)
    , m_ringcentralBudget(m_http, m_clock, {.reader = readRingCentralRates})
    , m_justcallBudget(m_http, m_clock, {.reader = readJustCallRates})
    , m_copperBudget(m_http, m_clock, {})
    , m_customers(profile.directoryFolder(), m_clock)
    , m_callBook(profile.callLogFile(), m_clock)
    , m_callNames(m_callBook, m_customers, m_clock)
    , m_tracker(m_clock)
    , m_screenPop(m_customers, m_callBook, m_clock)
    , m_liveCalls(m_tracker, m_clock)
{
    m_reopenSoon.setSingleShot(true);
    m_reopenSoon.setInterval(kSettled);
    openMetrics();
    wire();
}

Engine::~Engine() = default;

void Engine::start()
{
    for (const QString &problem : m_preferences.problems())
        qCWarning(lcEngine).noquote() << problem;
    m_started = true;
    CustomersPreview::removeLeftovers(m_profile.dataFolder);
    m_liveCalls.settleLeftovers(m_callBook.leftovers());
    m_clockWatch.start();
    if (m_metrics)
        m_metrics->start();
    m_callNames.onDirectoryChanged(); // it may have been another one while nobody ran
    m_scope.start(reopenAccounts());
    m_scope.start(keepTidy());
}

QCoro::Task<> Engine::shutDown()
{
    m_reopenSoon.stop();
    co_await m_scope.close(); // first of all what could start the others again
    co_await m_clockWatch.stop();
    co_await m_screenPop.stop();
    co_await m_liveCalls.stop();
    co_await m_customers.stop();
    co_await m_callNames.stop();
    if (m_newCustomers)
        co_await m_newCustomers->stop();
    if (m_metrics)
        co_await m_metrics->stop();
    if (m_deliveries)
        co_await m_deliveries->stop();
    co_await m_callBook.stop(); // last: whatever the others still said is on the disk
    co_await nextTurn();        // what ends here may have been told by one of them, and they die next
}

void Engine::onWokeUp()
{
    qCInfo(lcEngine) << "woke up, or the network is another one: every feed begins anew";
    m_liveCalls.restart();
    if (m_metrics)
        m_metrics->nudge();
    if (m_newCustomers)
        m_newCustomers->nudge();
    if (m_deliveries)
        m_deliveries->nudge();
}

void Engine::reload()
{
    m_preferences.reload();
    m_reopenSoon.start();
}

QCoro::Task<> Engine::reopenAccounts()
{
    if (std::exchange(m_reopening, true)) {
        m_reopenAgain = true;
        co_return;
    }
    const std::stop_token stop = m_scope.stopToken();
    if (m_attendance == Attendance::Headless && !m_profile.throwAway && !m_sessionSecrets.isSessionOnly()) {
        const Result<QStringList> names = co_await m_keychain.names(stop);
        if (!names && m_keychain.state() == KeychainState::Absent)
            m_sessionSecrets.keepForSession();
    }
    do {
        m_reopenAgain = false;
        const AccountsContext accountsContext = this->accountsContext();
        const std::shared_ptr<Accounts> opened = co_await openAccounts(accountsContext, stop);
        if (opened->keychainClosed && !std::exchange(m_waitingForKeychain, true))
            m_scope.start(waitForKeychain());
        const bool unchanged =
            m_accounts && m_accounts->secretsKnown == opened->secretsKnown && m_accounts->inputs.isSameAs(opened->inputs);
        if (stop.stop_requested() || unchanged)
            continue;
        Q_EMIT
        sourcesEnding();
        co_await m_liveCalls.stop();
        co_await m_customers.stop();
        if (stop.stop_requested())
            continue;
        m_accounts = opened;
        m_checked.clear();
        if (m_started)
            startSources();
        if (m_started && m_metrics)
            m_scope.start(openDeliveries(m_accounts, stop));
        if (m_started && m_newCustomers)
            m_scope.start(m_newCustomers->setAccounts(m_preferences.value(settings::kDirectoryWriteNew) ? m_accounts : nullptr, stop));
        updateConnections();
        Q_EMIT
        accountsOpened();
    } while (m_reopenAgain && !stop.stop_requested());
    m_reopening = false;
}

AccountsContext Engine::accountsContext()
{
    AccountsContext context{
        .preferences = m_preferences, .secrets = m_secrets, .http = m_http, .ringcentralBudget = m_ringcentralBudget, .clock = m_clock};
    if (!m_profile.throwAway)
        context.keychain = &m_keychain;
    if (m_accounts && m_accounts->secretsKnown) {
        context.known = m_accounts->inputs.secrets;
        for (const QString &name : std::as_const(m_accounts->withdrawn))
            context.known->remove(name);
    }
    return context;
}

/// Somebody's keychain is locked when they log in and we start with them; they unlock it when they get to it.
QCoro::Task<> Engine::waitForKeychain()
{
    qCInfo(lcEngine) << "the keychain is locked; what lies in it is waited for";
    const Result<bool> open = co_await m_keychain.waitUntilOpen(m_scope.stopToken());
    m_waitingForKeychain = false;
    if (open && *open)
        co_await reopenAccounts();
}

QCoro::Task<Result<FetchedSound>> Engine::recording(QUrl url, std::stop_token stop)
{
    if (!m_accounts)
        co_return failure(ErrorKind::SignInNeeded, u"the accounts are not open yet"_s);
    Result<FetchedSound> sound = co_await recordingOf(m_accounts, providersContext(), url, stop);
    co_return sound;
}

ProvidersContext Engine::providersContext()
{
    return {.accounts = *m_accounts,
            .region = m_preferences.value(settings::kUserRegion),
            .http = m_http,
            .traffic = m_traffic,
            .ringcentralBudget = m_ringcentralBudget,
            .justcallBudget = m_justcallBudget,
            .copperBudget = m_copperBudget,
            .clock = m_clock};
}

void Engine::startCustomers(const ProvidersContext &context)
{
    m_customers.setMe({.email = m_accounts->userEmail});
    m_customers.setRegion(context.region);
    // What nobody chose is looked at first, where somebody is there to look.
    const bool isChosen = m_preferences.state(settings::kDirectorySources.name()).origin != SettingOrigin::Default;
    const bool asksFirst = !isChosen && m_attendance == Attendance::Attended && !m_profile.throwAway;
    m_customers.start(customerSources(context, m_preferences.value(settings::kDirectorySources)),
                      scopesOf(m_preferences.value(settings::kDirectoryScope)),
                      std::chrono::minutes(m_preferences.value(settings::kDirectorySyncMinutes)),
                      asksFirst ? Customers::FirstSync::WhenAsked : Customers::FirstSync::AtOnce);
}

std::vector<std::unique_ptr<CustomerSource>> Engine::customerSources(const ProvidersContext &context, const QStringList &services) const
{
    return makeCustomerSources(context, {.services = services,
                                         .collections = m_preferences.value(settings::kDirectoryCollections),
                                         .rules = fieldRules(m_preferences.value(settings::kDirectoryFields))});
}

void Engine::startSources()
{
    const ProvidersContext context = providersContext();
    startCustomers(context);
    const QStringList chosen = m_preferences.value(settings::kCallSources);
    std::vector<SourceOfCalls> providers = makeProviders(context, m_accounts->callSources(chosen));
    for (const SourceOfCalls &source : providers) {
        const ProviderInfo info = source.provider->info();
        if (!info.showsRinging)
            m_screenPop.setTellsWithin(info.id, std::chrono::duration_cast<std::chrono::seconds>(info.proofLasts));
    }
    m_liveCalls.start(std::move(providers));
    // What is set up and cannot run is trouble that somebody has to see; calls from where nobody wants them are none.
    static const QStringList callSources{u"ringcentral"_s, u"relay"_s, u"justcall"_s};
    for (const auto &[service, fault] : m_accounts->faulty.asKeyValueRange()) {
        if (!callSources.contains(service) || chosen.isEmpty() || chosen.contains(service))
            m_checked.append({.name = service,
                              .state = fault.kind == ErrorKind::SecretsLocked ? ConnectionState::Offline : ConnectionState::SignInNeeded,
                              .since = m_clock.now(),
                              .problem = fault});
    }
}

QCoro::Task<> Engine::openAnew(std::stop_token stop)
{
    m_preferences.reload(); // settings and secrets may have changed since
    co_await reopenAccounts();
    while (m_reopening) { // somebody else's, at the start
        const Result<> waited = co_await m_clock.sleep(kSettled, stop);
        if (!waited)
            break;
    }
}

QCoro::Task<Result<SyncReport>> Engine::syncCustomers(std::stop_token stop)
{
    co_await openAnew(stop);
    if (!m_accounts)
        co_return failure(ErrorKind::Cancelled);
    if (!m_customers.isStarted())
        startCustomers(providersContext());
    co_return co_await m_customers.syncNow(stop);
}

QCoro::Task<QList<ServiceCheck>> Engine::checkServices(std::stop_token stop)
{
    co_await openAnew(stop);
    if (!m_accounts) // stopped before there were any
        co_return QList<ServiceCheck>{};
    const std::shared_ptr<Accounts> accounts = m_accounts;
    const ChecksContext checksContext{.accounts = accounts,
                                      .http = m_http,
                                      .traffic = m_traffic,
                                      .ringcentralBudget = m_ringcentralBudget,
                                      .justcallBudget = m_justcallBudget,
                                      .copperBudget = m_copperBudget,
                                      .clock = m_clock};
    const QList<ServiceCheck> checks = co_await runChecks(checksContext, stop);
    m_checked.clear();
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
        m_checked.append(connection);
    }
    updateConnections();
    co_return checks;
}

QCoro::Task<Json> Engine::check(std::stop_token stop)
{
    const QList<ServiceCheck> checks = co_await checkServices(stop);
    if (checks.isEmpty())
        co_return Json{{"status", "failed"}, {"services", Json::array()}};
    Json document = checksToJson(checks, m_clock.now());
    // A setting that was refused is passed over, which must not look like a service that nobody set up.
    for (const QString &problem : m_preferences.problems()) {
        document["status"] = "failed";
        document["services"].push_back(
            {{"name", "settings"}, {"state", "failed"}, {"message", problem.toStdString()}, {"data", Json::object()}});
    }
    if (const std::optional<Json> directory = directoryCheck(m_customers, m_clock.now())) {
        if (directory->at("state") == "failed")
            document["status"] = "failed";
        document["services"].push_back(*directory);
    }
    for (const Json &failed : ownFilesCheck(m_callBook.problem(), m_outboxProblem, m_clock.now())) {
        document["status"] = "failed";
        document["services"].push_back(failed);
    }
    co_return document;
}

QCoro::Task<> Engine::checkQuietly()
{
    const Json document = co_await check(m_scope.stopToken());
    qCInfo(lcEngine) << "connections checked:" << QString::fromStdString(document.value("status", std::string()));
}

void Engine::checkNow()
{
    m_scope.start(checkQuietly());
}

/// What happened since the last change of state is a matter of the feeds.
QList<Connection> Engine::connections() const
{
    QList<Connection> connections = m_connections;
    const QList<Connection> live = m_liveCalls.connections();
    for (Connection &connection : connections) {
        for (const Connection &feed : live) {
            if (feed.name == connection.name)
                connection.lastEvent = feed.lastEvent;
        }
    }
    return connections;
}

void Engine::updateConnections()
{
    // A feed's own proof says more than any test; a test says more than nothing.
    QList<Connection> connections = m_liveCalls.connections();
    for (const QList<Connection> &more : {m_customers.connections(), std::as_const(m_checked)}) {
        for (const Connection &connection : more) {
            const bool known =
                std::any_of(connections.begin(), connections.end(), [&](const Connection &c) { return c.name == connection.name; });
            if (!known)
                connections.append(connection);
        }
    }
    for (Connection &connection : connections)
        connection.testServer = connection.testServer || (m_accounts && m_accounts->isTestServer(connection.name));
    if (connections == m_connections)
        return;
    m_connections = std::move(connections);
    Q_EMIT
    connectionsChanged();
}

} // namespace callcard

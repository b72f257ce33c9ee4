#pragma once

#include "accounts.h"
#include "callbook.h"
#include "callnames.h"
#include "clockwatch.h"
#include "customers.h"
#include "customerspreview.h"
#include "deliveries.h"
#include "livecalls.h"
#include "metricsservice.h"
#include "newcustomersservice.h"

#include <ipc/ipcserver.h>
#include <ipc/profilelock.h>

#include <callcard/browsersignin.h>
#include <callcard/calltracker.h>
#include <callcard/clock.h>
#include <callcard/connection.h>
#include <callcard/keychain.h>
#include <callcard/networkwatch.h>
#include <callcard/preferences.h>
#include <callcard/ratebudget.h>
#include <callcard/screenpop.h>

#include <QObject>
#include <QTimer>

namespace callcard {

struct FetchedSound;
struct ProvidersContext;

/// How a person signs in to a service.
struct SignInWish {
    QString service{};    ///< "ringcentral", "firestore"
    BrowserOpener open{}; ///< For sign-ins that need a browser.
    RedirectPages pages{};
    bool withPassword{}; ///< Firebase, with …
    QString email{};
    Secret password{};
};

/// Every core service as a member: what is above is built before and outlives what is below. One a profile, for the process
/// that holds the profile's lock. The arrows between them are drawn in wiring.cpp.
class Engine final : public QObject
{
    Q_OBJECT

public:
    /// The profile's folders exist and its lock is held by the caller.
    /// `attended`: somebody can be asked. Without, an absent keychain means that tokens are kept in memory only.
    enum class Attendance { Attended, Headless };
    /// `keychain` and `clock`: the system's, unless a test has others. The clock outlives us.
    Engine(const Profile &profile, Attendance attendance, std::unique_ptr<KeychainService> keychain = makeSystemKeychain(),
           Clock *clock = nullptr, QObject *parent = nullptr);
    ~Engine() override;

    void start();
    /// Ends everything that runs, three seconds at most; what is not sent stays on disk.
    [[nodiscard]] QCoro::Task<> shutDown();

    /// The computer woke up, or the network is another one: no open socket is to be trusted.
    void onWokeUp();
    /// Settings or secrets may have been changed by another program.
    void reload();

    [[nodiscard]] const Profile &profile() const { return m_profile; }
    [[nodiscard]] Preferences &preferences() { return m_preferences; }
    [[nodiscard]] SecretStore &secrets() { return m_secrets; }
    [[nodiscard]] Clock &clock() { return m_clock; }
    [[nodiscard]] Customers &customers() { return m_customers; }
    [[nodiscard]] CallBook &callBook() { return m_callBook; }
    [[nodiscard]] CallTracker &tracker() { return m_tracker; }
    [[nodiscard]] LiveCalls &liveCalls() { return m_liveCalls; }
    [[nodiscard]] ScreenPop &screenPop() { return m_screenPop; }
    [[nodiscard]] QList<Connection> connections() const;
    [[nodiscard]] const Outbox *outbox() const { return m_outbox.get(); }
    [[nodiscard]] std::optional<Error> outboxProblem() const { return m_outboxProblem; }
    /// Where what waited before lies: it was damaged. Empty: it was not.
    [[nodiscard]] QString outboxSetAsideAs() const { return m_outboxSetAsideAs; }
    [[nodiscard]] QList<HostTraffic> traffic() const { return m_traffic.hosts(); }
    [[nodiscard]] HttpClient &http() { return m_http; }
    [[nodiscard]] KeychainState keychainState() const { return m_profile.throwAway ? KeychainState::Works : m_keychain.state(); }
    [[nodiscard]] bool keepsSecretsForSession() const { return m_profile.throwAway || m_sessionSecrets.isSessionOnly(); }
    /// The person agreed: there is no keychain.
    void keepSecretsForSession() { m_sessionSecrets.keepForSession(); }
    /// What lives in this process only, by name, to be handed to the engine that comes after this one in it. Absent: a keychain has it.
    using SecretsInHand = std::optional<QHash<QString, Secret>>;
    [[nodiscard]] QCoro::Task<SecretsInHand> sessionSecrets(std::stop_token stop);
    /// Before start(): the person agreed when the engine before this one had them.
    void adoptSessionSecrets(const SecretsInHand &secrets);
    /// Every key and session of this profile, from wherever it lies. The error: some may be left.
    [[nodiscard]] QCoro::Task<Result<>> removeSecrets(std::stop_token stop);
    [[nodiscard]] bool isFromEnvironment(const QString &secret) const { return m_secrets.isFromEnvironment(secret); }
    /// Null: not opened yet, or nothing of it is set up.
    [[nodiscard]] const Accounts *accounts() const { return m_accounts.get(); }
    [[nodiscard]] QDateTime lastEventAt() const { return m_lastEventAt; }
    [[nodiscard]] std::stop_token stopToken() const { return m_scope.stopToken(); }

    /// A person signs in; the feeds that waited for it go on.
    [[nodiscard]] QCoro::Task<Result<>> signIn(SignInWish wish, std::stop_token stop);
    /// Revokes what can be revoked, and removes the service's keys and session from the keychain. SecretsLocked, Storage: some of them
    /// are there still; other errors: the service was not told, and its session lives on until it ends by itself.
    [[nodiscard]] QCoro::Task<Result<>> signOut(QString service, std::stop_token stop);
    /// Every service that is set up is asked, which connectionsChanged() tells too.
    [[nodiscard]] QCoro::Task<QList<ServiceCheck>> checkServices(std::stop_token stop);
    /// The document of `check`: every configured service is asked, which connectionsChanged() tells too.
    [[nodiscard]] QCoro::Task<Json> check(std::stop_token stop);
    /// Fetches the news of every source of customers, also in an engine that was not started.
    [[nodiscard]] QCoro::Task<Result<SyncReport>> syncCustomers(std::stop_token stop);
    /// What that service would bring, if somebody chose it: its beginning, in a directory that is gone with what is returned. Nothing of it
    /// is kept.
    [[nodiscard]] QCoro::Task<Result<std::shared_ptr<CustomersPreview>>> previewCustomers(QString service, std::stop_token stop);
    [[nodiscard]] QCoro::Task<Result<std::shared_ptr<CustomersPreview>>> previewFile(QString file, std::stop_token stop);
    /// With whom a preview is compared: this computer's calls, and those the phone services remember.
    [[nodiscard]] QCoro::Task<PastCallers> callersOfLastMonth(std::stop_token stop);
    /// `sync` and `reconcile`: what they print. Progress goes to `tell`.
    [[nodiscard]] QCoro::Task<Result<Json>> ask(std::string command, Json arguments, MetricsService::Tell tell, std::stop_token stop);
    /// Null: the call log or the outbox could not be opened.
    [[nodiscard]] MetricsService *metrics() { return m_metrics.get(); }
    /// Null: the directory or the outbox could not be opened.
    [[nodiscard]] NewCustomersService *newCustomers() { return m_newCustomers.get(); }
    /// Null likewise.
    [[nodiscard]] Deliveries *deliveries() { return m_deliveries.get(); }
    /// Of a source that fetchesRecordings().
    [[nodiscard]] QCoro::Task<Result<FetchedSound>> recording(QUrl url, std::stop_token stop);
    /// Tests the connections again; connectionsChanged() tells.
    void checkNow();

Q_SIGNALS:
    /// It is in the log and not on a card yet: whoever knows the call by another name says so now.
    void callNoted(const callcard::Call &call);
    void connectionsChanged();
    /// The sources of calls are about to be replaced: whoever asked one of them something stops asking now.
    void sourcesEnding();
    void accountsOpened(); ///< Settings and secrets were read, for the first time or anew.
    /// After a gap: so many calls came while nobody listened.
    void missedWhileAway(int calls);

private:
    void wire();
    [[nodiscard]] bool ringsLate(const Call &call) const;
    void startSources();
    void startCustomers(const ProvidersContext &context);
    [[nodiscard]] std::vector<std::unique_ptr<CustomerSource>> customerSources(const ProvidersContext &context,
                                                                               const QStringList &services) const;
    [[nodiscard]] ProvidersContext providersContext();
    void openMetrics();
    [[nodiscard]] QCoro::Task<Result<Json>> sync(Json arguments, MetricsService::Tell tell, std::stop_token stop);
    [[nodiscard]] QCoro::Task<> openDeliveries(std::shared_ptr<Accounts> accounts, std::stop_token stop);
    void updateConnections();
    [[nodiscard]] AccountsContext accountsContext();
    QCoro::Task<> reopenAccounts();
    QCoro::Task<> waitForKeychain();
    QCoro::Task<> openAnew(std::stop_token stop);
    QCoro::Task<> checkQuietly();
    QCoro::Task<> keepTidy();
    void prune();
    QCoro::Task<> keepAdopted(QHash<QString, Secret> secrets);

    const Profile m_profile;
    const Attendance m_attendance;
    SystemClock m_systemClock;
    Clock &m_clock;
    Preferences m_preferences;
    KeychainSecrets m_keychain;
    SessionSecrets m_sessionSecrets;
    MemorySecrets m_demoSecrets; ///< A demo asks no keychain and leaves no trace in one.
    EnvironmentSecrets m_secrets;
    TrafficLedger m_traffic;
    HttpClient m_http;
    NetworkWatch m_network;
    ClockWatch m_clockWatch;
    RateBudget m_ringcentralBudget;
    RateBudget m_justcallBudget;
    RateBudget m_copperBudget;
    Customers m_customers;
    CallBook m_callBook;
    CallNames m_callNames;
    CallTracker m_tracker;
    ScreenPop m_screenPop;
    std::shared_ptr<Accounts> m_accounts; ///< Null until they were opened for the first time.
    LiveCalls m_liveCalls;
    std::unique_ptr<Outbox> m_outbox; ///< Null: it could not be opened.
    std::optional<Error> m_outboxProblem;
    QString m_outboxSetAsideAs;
    std::unique_ptr<MetricsService> m_metrics;
    std::unique_ptr<NewCustomersService> m_newCustomers;
    std::unique_ptr<Deliveries> m_deliveries;
    QList<Connection> m_checked; ///< By the last test, of services that have no feed.
    QList<Connection> m_connections;
    QDateTime m_lastEventAt;
    QTimer m_reopenSoon;
    bool m_started = false;
    bool m_reopening = false;
    bool m_reopenAgain = false;
    bool m_waitingForKeychain = false;
    TaskScope m_scope;
};

} // namespace callcard

#pragma once

#include "accounts.h"

#include <ipc/ipcserver.h>
#include <ipc/profilelock.h>

#include <callcard/clock.h>
#include <callcard/connection.h>
#include <callcard/keychain.h>
#include <callcard/networkwatch.h>
#include <callcard/preferences.h>
#include <callcard/ratebudget.h>

#include <QObject>

namespace callcard {

/// Every core service as a member: what is above is built before and outlives what is below. One a profile, for the process
/// that holds the profile's lock.
class Engine final : public QObject
{
    Q_OBJECT

public:
    /// The profile's folders exist and its lock is held by the caller.
    /// `attended`: somebody can be asked. Without, an absent keychain means that tokens are kept in memory only.
    enum class Attendance { Attended, Headless };
    explicit Engine(const Profile &profile, Attendance attendance, QObject *parent = nullptr);
    ~Engine() override;

    void start();
    /// Tests the connections again; connectionsChanged() tells.
    void checkNow() { m_scope.start(probe()); }
    /// Ends everything that runs, three seconds at most; what is not sent stays on disk.
    [[nodiscard]] QCoro::Task<> shutDown();

    [[nodiscard]] const Profile &profile() const { return m_profile; }
    [[nodiscard]] Preferences &preferences() { return m_preferences; }
    [[nodiscard]] SecretStore &secrets() { return m_secrets; }
    [[nodiscard]] Clock &clock() { return m_clock; }
    [[nodiscard]] QList<Connection> connections() const { return m_connections; }
    [[nodiscard]] std::stop_token stopToken() const { return m_scope.stopToken(); }

    /// The document of `check`.
    [[nodiscard]] QCoro::Task<Json> check(std::stop_token stop);
    /// The document of `status`.
    [[nodiscard]] Json status() const;

    /// Answers questions from the local socket; what it does not know it hands to `unknown`.
    void answer(const IpcQuestion &question, const IpcReply &reply);

Q_SIGNALS:
    void connectionsChanged();
    void showRequested();                   ///< A second start.
    void linkReceived(const QString &link); ///< callcard tel:…

private:
    QCoro::Task<> answerCheck(IpcReply reply);
    QCoro::Task<> probe();
    void setConnections(QList<Connection> connections);

    const Profile m_profile;
    const Attendance m_attendance;
    SystemClock m_clock;
    Preferences m_preferences;
    KeychainSecrets m_keychain;
    SessionSecrets m_sessionSecrets;
    MemorySecrets m_demoSecrets; ///< A demo asks no keychain and leaves no trace in one.
    EnvironmentSecrets m_secrets;
    TrafficLedger m_traffic;
    HttpClient m_http;
    NetworkWatch m_network;
    RateBudget m_ringcentralBudget;
    RateBudget m_justcallBudget;
    RateBudget m_copperBudget;
    std::shared_ptr<Accounts> m_accounts;
    QList<Connection> m_connections;
    TaskScope m_scope;
};

} // namespace callcard

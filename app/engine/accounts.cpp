#include "accounts.h"

#include <callcard/firestore.h>
#include <callcard/netfault.h>

#include <algorithm>

namespace callcard {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Secrets by name; what could not be read is an error of whoever needs it.
struct Drawer {
    QHash<QString, Secret> secrets;
    std::optional<Error> problem;
    bool isLocked = false; ///< It may hold what was not read; else there is no keychain, and so nothing in it.
    [[nodiscard]] Secret value(const QString &name) const { return secrets.value(name); }
    [[nodiscard]] bool has(const QString &name) const { return !secrets.value(name).isEmpty(); }
};

QCoro::Task<Drawer> readSecrets(AccountsContext context, std::stop_token stop)
{
    Drawer drawer;
    for (const KnownSecret &known : knownSecrets()) {
        const QString name = known.name;
        // Once it did not answer it is asked for nothing more: unlocked half-way it would give half of what belongs together.
        if (!drawer.problem || context.secrets.isFromEnvironment(name)) {
            const Result<std::optional<Secret>> secret = co_await context.secrets.read(name, stop);
            if (!secret)
                drawer.problem = secret.error();
            else if (*secret)
                drawer.secrets.insert(name, **secret);
        }
    }
    if (drawer.problem) {
        drawer.isLocked = context.keychain && context.keychain->state() == KeychainState::Locked;
        const QHash<QString, Secret> known = context.known.value_or(QHash<QString, Secret>());
        for (const auto &[name, secret] : known.asKeyValueRange()) {
            if (!drawer.has(name))
                drawer.secrets.insert(name, secret);
        }
    }
    co_return drawer;
}

class Opening
{
public:
    Opening(const AccountsContext &context, Drawer drawer)
        : m_context(context), m_drawer(std::move(drawer)), m_accounts(std::make_shared<Accounts>())
    {
        for (const SettingState &state : context.preferences.states()) {
            if (AccountInputs::concern(state.key))
                m_accounts->inputs.settings.insert(state.key, settingToText(state.value));
        }
        m_accounts->inputs.secrets = m_drawer.secrets;
        m_accounts->keychainClosed = m_drawer.isLocked;
        m_accounts->secretsKnown = !m_drawer.isLocked || m_context.known.has_value();
        m_accounts->userEmail = setting(settings::kUserEmail);
    }

    std::shared_ptr<Accounts> open()
    {
        openRingCentral();
        openJustCall();
        openRelay();
        openFirebase();
        openCopper();
        return m_accounts;
    }

private:
    [[nodiscard]] QString setting(Setting<QString> key) const { return m_context.preferences.value(key).trimmed(); }

    /// Whether everything needed is there. Nothing at all is not-configured; a part of it names the rest.
    bool has(const QString &service, const QStringList &settings, const QStringList &secrets)
    {
        QStringList missing;
        for (const QString &key : settings) {
            if (m_context.preferences.state(key).value.toString().trimmed().isEmpty())
                missing.append(findSetting(key)->variable);
        }
        for (const QString &name : secrets) {
            if (m_drawer.has(name))
                continue;
            if (m_drawer.problem) {
                m_accounts->faulty.insert(service, *m_drawer.problem);
                return false;
            }
            for (const KnownSecret &known : knownSecrets()) {
                if (known.name == name)
                    missing.append(known.variable);
            }
        }
        if (!missing.isEmpty())
            m_accounts->missing.insert(service, missing.join(u", "_s));
        return missing.isEmpty();
    }

    /// What a service can do without, and would be wronged without: a locked keychain may hold it.
    bool isKnown(const QString &service, const QStringList &secrets)
    {
        const bool known =
            m_accounts->secretsKnown || std::ranges::all_of(secrets, [this](const QString &name) { return m_drawer.has(name); });
        if (!known)
            m_accounts->faulty.insert(service, *m_drawer.problem);
        return known;
    }

    /// The session of whom the environment names is not the one that the keychain keeps.
    SecretStore &sessionStore(const QString &silently)
    {
        if (m_context.secrets.isFromEnvironment(silently))
            return m_accounts->sessions;
        return m_context.secrets;
    }

    bool isAllowed(const QString &service, const QUrl &url)
    {
        const Result<> checked = checkedAddress(url);
        if (!checked)
            m_accounts->faulty.insert(service, checked.error());
        return checked.has_value();
    }

    void openRingCentral()
    {
        const QString service = u"ringcentral"_s;
        if (!has(service, {settings::kRingCentralClientId.name()}, {}))
            return;
        const QUrl server(setting(settings::kRingCentralServerUrl));
        if (!isKnown(service, {u"ringcentral-client-secret"_s, u"ringcentral-jwt-token"_s}) || !isAllowed(service, server))
            return;
        RingCentralApp app{.server = server,
                           .clientId = setting(settings::kRingCentralClientId),
                           .clientSecret = m_drawer.value(u"ringcentral-client-secret"_s),
                           .jwt = m_drawer.value(u"ringcentral-jwt-token"_s)};
        Accounts::RingCentral account{.server = server, .accountId = setting(settings::kRingCentralAccountId), .issuer = {}, .tokens = {}};
        if (account.accountId.isEmpty())
            account.accountId = u"~"_s;
        account.issuer =
            std::make_unique<RingCentralAuth>(std::move(app), sendWithin(m_context.ringcentralBudget, u"Auth"_s), m_context.clock);
        account.tokens = std::make_unique<TokenKeeper>(*account.issuer, sessionStore(u"ringcentral-jwt-token"_s), u"ringcentral-session"_s,
                                                       m_context.clock);
        m_accounts->ringcentral = std::move(account);
    }

    void openJustCall()
    {
        const QString service = u"justcall"_s;
        if (!has(service, {}, {u"justcall-api-key"_s, u"justcall-api-secret"_s}))
            return;
        const QUrl base(setting(settings::kJustCallBaseUrl));
        if (isAllowed(service, base))
            m_accounts->justcall =
                Accounts::JustCall{base, m_drawer.value(u"justcall-api-key"_s), m_drawer.value(u"justcall-api-secret"_s)};
    }

    void openRelay()
    {
        const QString service = u"relay"_s;
        if (!has(service, {settings::kRelayUrl.name()}, {u"relay-token"_s}))
            return;
        const QUrl base(setting(settings::kRelayUrl));
        if (isAllowed(service, base))
            m_accounts->relay = Accounts::Relay{base, m_drawer.value(u"relay-token"_s)};
    }

    void openFirebase()
    {
        const QString service = u"firestore"_s;
        if (!has(service, {settings::kFirebaseProjectId.name(), settings::kFirebaseApiKey.name()}, {}))
            return;
        if (!isKnown(service, {u"firebase-password"_s}))
            return;
        const QString apiKey = setting(settings::kFirebaseApiKey);
        const QString emulator = setting(settings::kFirestoreEmulatorHost);
        Result<FirebaseApp> app = withAuthEmulator(
            FirebaseApp{.apiKey = apiKey, .email = m_accounts->userEmail, .password = m_drawer.value(u"firebase-password"_s)},
            setting(settings::kAuthEmulatorHost));
        const Result<QUrl> base = firestoreBase(emulator);
        if (!app || !base) {
            m_accounts->faulty.insert(service, app ? base.error() : app.error());
            return;
        }
        Accounts::Firebase account{.firestore = *base,
                                   .projectId = setting(settings::kFirebaseProjectId),
                                   .apiKey = apiKey,
                                   .isEmulator = !emulator.isEmpty() || app->isEmulator,
                                   .issuer = {},
                                   .tokens = {}};
        account.issuer = std::make_unique<FirebaseAuth>(*std::move(app), sendDirectly(m_context.http), m_context.clock);
        account.tokens = std::make_unique<TokenKeeper>(*account.issuer, sessionStore(u"firebase-password"_s), u"firebase-session"_s,
                                                       m_context.clock, firebaseTokenPolicy());
        m_accounts->firebase = std::move(account);
    }

    void openCopper()
    {
        const QString service = u"copper"_s;
        if (!has(service, {settings::kCopperUserEmail.name()}, {u"copper-api-key"_s}))
            return;
        const QUrl base(setting(settings::kCopperBaseUrl));
        if (isAllowed(service, base))
            m_accounts->copper = Accounts::Copper{base, m_drawer.value(u"copper-api-key"_s), setting(settings::kCopperUserEmail)};
    }

    const AccountsContext &m_context;
    const Drawer m_drawer;
    std::shared_ptr<Accounts> m_accounts;
};

} // namespace

bool AccountInputs::concern(const QString &key)
{
    static const QStringList sections{u"user"_s,     u"calls"_s,  u"ringcentral"_s, u"justcall"_s, u"relay"_s,
                                      u"firebase"_s, u"google"_s, u"copper"_s,      u"directory"_s};
    return sections.contains(key.section(u'/', 0, 0));
}

bool AccountInputs::isSameAs(const AccountInputs &other) const
{
    if (settings != other.settings || secrets.size() != other.secrets.size())
        return false;
    for (const auto &[name, secret] : secrets.asKeyValueRange()) {
        const auto theirs = other.secrets.constFind(name);
        if (theirs == other.secrets.constEnd() || !theirs->matches(secret.reveal()))
            return false;
    }
    return true;
}

QStringList Accounts::callSources(const QStringList &chosen) const
{
    if (!chosen.isEmpty())
        return chosen;
    QStringList sources;
    if (ringcentral)
        sources.append(u"ringcentral"_s);
    if (relay)
        sources.append(u"relay"_s);
    if (justcall && !relay) // a relay tells JustCall's calls while they ring; asking JustCall too would spend everybody's rate limit
        sources.append(u"justcall"_s);
    return sources;
}

bool Accounts::isTestServer(const QString &service) const
{
    if (service == "ringcentral"_L1)
        return ringcentral && isLoopbackHost(ringcentral->server.host());
    if (service == "justcall"_L1)
        return justcall && isLoopbackHost(justcall->base.host());
    if (service == "relay"_L1)
        return relay && isLoopbackHost(relay->base.host());
    if (service == "firestore"_L1)
        return firebase && firebase->isEmulator;
    return service == "copper"_L1 && copper && isLoopbackHost(copper->base.host());
}

QCoro::Task<std::shared_ptr<Accounts>> openAccounts(AccountsContext context, std::stop_token stop)
{
    Drawer drawer = co_await readSecrets(context, stop);
    co_return Opening(context, std::move(drawer)).open();
}

} // namespace callcard

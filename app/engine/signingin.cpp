// What Engine does for a person who signs in or out, and what it throws away in time.
#include "engine.h"

#include <QLoggingCategory>

namespace callcard {

using namespace Qt::Literals::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(lcSigning, "callcard.engine")
constexpr auto kTidyEvery = std::chrono::hours(6);

/// What opens a service and lies in the keychain: keys, and the session of whoever signed in.
QStringList keysOf(const QString &service)
{
    if (service == "ringcentral"_L1)
        return {u"ringcentral-session"_s, u"ringcentral-jwt-token"_s, u"ringcentral-client-secret"_s};
    if (service == "justcall"_L1)
        return {u"justcall-api-key"_s, u"justcall-api-secret"_s};
    if (service == "relay"_L1)
        return {u"relay-token"_s};
    if (service == "firestore"_L1)
        return {u"firebase-session"_s, u"firebase-password"_s};
    if (service == "copper"_L1)
        return {u"copper-api-key"_s};
    return {};
}

bool isLeftBehind(const Error &error)
{
    return error.kind == ErrorKind::SecretsLocked || error.kind == ErrorKind::Storage;
}

QCoro::Task<Result<>> removeAll(SecretStore &store, std::stop_token stop)
{
    const Result<QStringList> found = co_await store.names(stop);
    if (!found)
        co_return tl::unexpected(found.error());
    const QStringList names = *found;
    for (const QString &name : names) {
        Result<> removed = co_await store.remove(name, stop);
        if (!removed)
            co_return removed;
    }
    co_return {};
}

} // namespace

QCoro::Task<Result<>> Engine::signIn(SignInWish wish, std::stop_token stop)
{
    co_await openAnew(stop);
    const std::shared_ptr<Accounts> accounts = m_accounts; // they may be replaced while the browser is open
    const Error notSetUp{.kind = ErrorKind::Refused, .detail = u"not set up"_s};
    if (!accounts)
        co_return failure(ErrorKind::Cancelled);
    const auto fault = accounts->faulty.constFind(wish.service);
    if (fault != accounts->faulty.constEnd())
        co_return tl::unexpected(*fault);
    Result<Tokens> tokens = tl::unexpected(notSetUp);
    TokenKeeper *keeper = nullptr;
    if (wish.service == "ringcentral"_L1 && accounts->ringcentral) {
        keeper = accounts->ringcentral->tokens.get();
        const QList<QUrl> redirects = redirectCandidates(QUrl(m_preferences.value(settings::kRingCentralRedirectUri)));
        tokens = co_await accounts->ringcentral->issuer->signInWithBrowser(redirects, wish.open, wish.pages, stop);
    } else if (wish.service == "firestore"_L1 && accounts->firebase && wish.withPassword) {
        keeper = accounts->firebase->tokens.get();
        tokens = co_await accounts->firebase->issuer->signInWithPassword(wish.email, wish.password, stop);
    } else if (wish.service == "firestore"_L1 && accounts->firebase) {
        keeper = accounts->firebase->tokens.get();
        GoogleClient google{.authorizeUrl = QUrl(m_preferences.value(settings::kGoogleAuthUrl)),
                            .tokenUrl = QUrl(m_preferences.value(settings::kGoogleTokenUrl)),
                            .clientId = m_preferences.value(settings::kGoogleClientId),
                            .clientSecret = {}};
        const Result<std::optional<Secret>> secret = co_await m_secrets.read(u"google-client-secret"_s, stop);
        if (secret && *secret)
            google.clientSecret = **secret;
        tokens = co_await accounts->firebase->issuer->signInWithGoogle(google, wish.open, wish.pages, stop);
    }
    if (!tokens)
        co_return tl::unexpected(tokens.error());
    const Result<> adopted = co_await keeper->adopt(*tokens, stop);
    if (!adopted)
        co_return adopted;
    qCInfo(lcSigning) << "signed in to" << wish.service;
    m_liveCalls.nudge();
    if (m_metrics && accounts == m_accounts)
        co_await m_metrics->setAccounts(m_accounts, stop);
    co_return Result<>{};
}

QCoro::Task<Result<>> Engine::signOut(QString service, std::stop_token stop)
{
    const std::shared_ptr<Accounts> accounts = m_accounts;
    Result<> outcome;
    TokenKeeper *keeper = nullptr;
    if (accounts && service == "ringcentral"_L1 && accounts->ringcentral)
        keeper = accounts->ringcentral->tokens.get();
    if (accounts && service == "firestore"_L1 && accounts->firebase)
        keeper = accounts->firebase->tokens.get();
    if (keeper)
        outcome = co_await keeper->signOut(stop);
    // A key that stays weighs more than a session that was not ended; the other keys go all the same.
    const QStringList names = keysOf(service);
    for (const QString &name : names) {
        if (accounts)
            accounts->withdrawn.append(name);
        const Result<> removed = co_await m_secrets.remove(name, stop);
        if (!removed && (outcome || !isLeftBehind(outcome.error())))
            outcome = removed;
    }
    if (!outcome && isLeftBehind(outcome.error()) && keychainState() == KeychainState::Absent)
        outcome = {}; // where there never was a keychain, nothing is left in it
    if (outcome)
        qCInfo(lcSigning) << "signed out of" << service;
    else
        qCWarning(lcSigning) << "signed out of" << service << "but" << outcome.error();
    co_await openAnew(stop);
    m_liveCalls.restart();
    co_return outcome;
}

QCoro::Task<Result<>> Engine::removeSecrets(std::stop_token stop)
{
    SecretStore &upper = m_profile.throwAway ? static_cast<SecretStore &>(m_demoSecrets) : m_sessionSecrets;
    Result<> removed = co_await removeAll(upper, stop);
    if (m_profile.throwAway || stop.stop_requested())
        co_return removed;
    // A session hides what it removed and leaves it where it was. Where there never was a keychain there is nothing in it.
    Result<> below = co_await removeAll(m_keychain, stop);
    if (m_keychain.state() == KeychainState::Absent)
        co_return Result<>{};
    co_return removed ? below : removed;
}

QCoro::Task<Engine::SecretsInHand> Engine::sessionSecrets(std::stop_token stop)
{
    if (!keepsSecretsForSession())
        co_return SecretsInHand{};
    QHash<QString, Secret> kept;
    const Result<QStringList> found = co_await m_secrets.names(stop);
    if (!found) {
        qCWarning(lcSigning) << "the keys of this session cannot be handed on:" << found.error();
        co_return SecretsInHand{};
    }
    const QStringList names = *found;
    for (const QString &name : names) {
        if (isFromEnvironment(name))
            continue;
        const Result<std::optional<Secret>> secret = co_await m_secrets.read(name, stop);
        if (!secret)
            qCWarning(lcSigning) << "a key of this session cannot be handed on:" << secret.error();
        else if (*secret)
            kept.insert(name, **secret);
    }
    co_return SecretsInHand(kept);
}

void Engine::adoptSessionSecrets(const SecretsInHand &secrets)
{
    if (!secrets)
        return;
    keepSecretsForSession();
    m_scope.start(keepAdopted(*secrets));
}

/// Memory takes them at once: they are there before anything is started that needs them.
QCoro::Task<> Engine::keepAdopted(QHash<QString, Secret> secrets)
{
    const std::stop_token stop = m_scope.stopToken();
    for (auto it = secrets.cbegin(); it != secrets.cend(); ++it) {
        const QString name = it.key();
        const Result<> kept = co_await m_secrets.write(name, it.value(), stop);
        if (!kept)
            qCWarning(lcSigning) << "a key of this session was lost:" << kept.error();
    }
}

QCoro::Task<> Engine::keepTidy()
{
    const std::stop_token stop = m_scope.stopToken();
    while (!stop.stop_requested()) {
        prune();
        const Result<> waited = co_await m_clock.sleep(kTidyEvery, stop);
        if (!waited)
            break;
    }
}

void Engine::prune()
{
    if (!m_callBook.log())
        return;
    const Result<int> removed = m_callBook.log()->prune(std::chrono::days(m_preferences.value(settings::kHistoryKeepDays)));
    if (!removed)
        qCWarning(lcSigning) << "old calls cannot be removed:" << removed.error();
    else if (*removed > 0)
        qCInfo(lcSigning) << *removed << "calls and texts were older than they are kept";
}

} // namespace callcard

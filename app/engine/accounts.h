#pragma once

#include <callcard/auth.h>
#include <callcard/firebaseauth.h>
#include <callcard/keychain.h>
#include <callcard/preferences.h>
#include <callcard/ringcentralauth.h>

#include <memory>

namespace callcard {

/// What accounts are made from. The same inputs make the same accounts, so nothing need be cut off for them.
struct AccountInputs {
    QHash<QString, QString> settings; ///< Of the services, key → text.
    QHash<QString, Secret> secrets;
    [[nodiscard]] bool isSameAs(const AccountInputs &other) const;
    /// Whether a setting is one of them.
    [[nodiscard]] static bool concern(const QString &key);
};

/// The services that settings and secrets name, ready to be asked. Rebuilt when one of them changes.
struct Accounts {
    struct RingCentral {
        QUrl server;
        QString accountId;
        std::unique_ptr<RingCentralAuth> issuer;
        std::unique_ptr<TokenKeeper> tokens;
    };
    struct JustCall {
        QUrl base;
        Secret key;
        Secret secret;
    };
    struct Relay {
        QUrl base;
        Secret token;
    };
    struct Firebase {
        QUrl firestore;
        QString projectId;
        QString apiKey;
        bool isEmulator = false;
        std::unique_ptr<FirebaseAuth> issuer;
        std::unique_ptr<TokenKeeper> tokens;
    };
    struct Copper {
        QUrl base;
        Secret apiKey;
        QString userEmail;
    };

    QString userEmail;
    MemorySecrets sessions; ///< Of whoever the environment names: they end with the process, and the keychain's stay as they are.
    std::optional<RingCentral> ringcentral;
    std::optional<JustCall> justcall;
    std::optional<Relay> relay;
    std::optional<Firebase> firebase;
    std::optional<Copper> copper;
    /// Why a service is not there: what is missing, or what is wrong with what is there.
    QHash<QString, QString> missing;
    QHash<QString, Error> faulty;
    AccountInputs inputs;
    bool keychainClosed = false; ///< It could not be read; what was read before it closed is still in use.
    bool secretsKnown = true;    ///< All of them, if by an earlier opening.
    QStringList withdrawn;       ///< By signing out since: not to be used any more, even where a closed keychain keeps them.

    /// Where calls come from: what the setting names, or, where it names nothing, every source that is set up.
    [[nodiscard]] QStringList callSources(const QStringList &chosen) const;
    [[nodiscard]] bool isTestServer(const QString &service) const; ///< A loopback stand-in, which is said wherever its state is.
};

struct AccountsContext {
    const Preferences &preferences;
    EnvironmentSecrets &secrets;
    HttpClient &http;
    RateBudget &ringcentralBudget;
    Clock &clock;
    const KeychainSecrets *keychain{};             ///< Below the secrets; null: there is none, as in a demo.
    std::optional<QHash<QString, Secret>> known{}; ///< All that an earlier opening read, for a keychain that was closed since.
};

/// Reads settings and secrets. A keychain that does not answer is asked once; it makes the services that may need it faulty and leaves the
/// rest.
[[nodiscard]] QCoro::Task<std::shared_ptr<Accounts>> openAccounts(AccountsContext context, std::stop_token stop);

} // namespace callcard

#pragma once

#include <callcard/http.h>
#include <callcard/ratebudget.h>
#include <callcard/secrets.h>

#include <QObject>

#include <functional>
#include <memory>
#include <optional>

namespace callcard {

/// Through which a request leaves: the plain client, or a budget with its group. Built by whoever wires.
using HttpSender = std::function<QCoro::Task<Result<HttpAnswer>>(HttpRequest, std::stop_token)>;
[[nodiscard]] HttpSender sendDirectly(HttpClient &client);
[[nodiscard]] HttpSender sendWithin(RateBudget &budget, const QString &group, Patience patience = Patience::FailsFast);

/// What a sign-in gives. Replaced as a whole, never in parts.
struct Tokens {
    Secret access{};  ///< Goes into the Authorization header.
    Secret refresh{}; ///< Empty: this service gave none.
    std::chrono::seconds lifetime{3600};
    QString user{};  ///< The service's id of who signed in.
    QString email{}; ///< If the service told.
};

/// How one service issues tokens. Kinds of error decide what the keeper does: SignInNeeded ends the session, anything else keeps it.
class TokenIssuer
{
public:
    TokenIssuer() = default;
    TokenIssuer(const TokenIssuer &) = delete;
    TokenIssuer &operator=(const TokenIssuer &) = delete;
    virtual ~TokenIssuer();
    /// Server, app and, where no person signs in, whose key it is; not readable. A session kept for another one is not ours to use.
    [[nodiscard]] virtual QString origin() const = 0;
    /// Single use: the old refresh token may be dead as soon as this was sent.
    [[nodiscard]] virtual QCoro::Task<Result<Tokens>> refresh(Secret refreshToken, std::stop_token stop) = 0;
    /// Without a person, where credentials for that exist (a JWT, a password); otherwise SignInNeeded.
    [[nodiscard]] virtual QCoro::Task<Result<Tokens>> signInSilently(std::stop_token stop) = 0;
    /// Best effort.
    [[nodiscard]] virtual QCoro::Task<Result<>> revoke(Tokens tokens, std::stop_token stop) = 0;
};

struct TokenPolicy {
    std::chrono::milliseconds early{std::chrono::seconds(120)};         ///< Refreshed so long before the end.
    std::chrono::milliseconds firstRetry{std::chrono::seconds(10)};     ///< Pause after a failed try …
    std::chrono::milliseconds lastRetry{std::chrono::minutes(5)};       ///< … doubling up to this.
    std::chrono::milliseconds unknownPenalty{std::chrono::seconds(60)}; ///< For a 429 without Retry-After.
    std::chrono::milliseconds mostPatience{std::chrono::minutes(3)};    ///< How long a patient caller waits in all.
};

/// Keeps one service's tokens: loads them, refreshes them before they end (one refresh at a time, everybody waits for the same), replaces
/// them as a whole, and stores them before anybody may use them. Lifetime is counted on the monotonic clock. A refresh is never given up
/// half-way because one caller lost interest: its token is single-use. What the keychain refused to keep is offered to it again.
class TokenKeeper final : public QObject
{
    Q_OBJECT

public:
    enum class State { Unknown, SignedOut, SignedIn };

    /// All outlive us. `entry`: the secret's name, e.g. "ringcentral-session".
    TokenKeeper(TokenIssuer &issuer, SecretStore &secrets, QString entry, Clock &clock, TokenPolicy policy = {}, QObject *parent = nullptr);
    ~TokenKeeper() override;

    [[nodiscard]] QCoro::Task<> stop();

    /// A token that is good for a while. SignInNeeded: a person must act. Failing fast, a known pause is RateLimited or the last error.
    [[nodiscard]] QCoro::Task<Result<Secret>> accessToken(std::stop_token stop, Patience patience = Patience::Waits);
    /// The service answered 401 to this token: refreshes once, unless somebody already did.
    [[nodiscard]] QCoro::Task<Result<Secret>> replacement(Secret refused, std::stop_token stop, Patience patience = Patience::Waits);
    /// After a sign-in with a person, or when a role changed: forget the access token's remaining time.
    [[nodiscard]] QCoro::Task<Result<Secret>> freshToken(std::stop_token stop);
    /// A person signed in.
    [[nodiscard]] QCoro::Task<Result<>> adopt(Tokens tokens, std::stop_token stop);
    /// Forgets everything here first, then revokes. SecretsLocked, Storage: kept in the keychain still; other errors: not revoked.
    [[nodiscard]] QCoro::Task<Result<>> signOut(std::stop_token stop);

    [[nodiscard]] State state() const;
    [[nodiscard]] QString user() const;
    [[nodiscard]] QString email() const;
    [[nodiscard]] bool isPersisted() const; ///< False while the keychain refuses: a restart would need a new sign-in.
    [[nodiscard]] quint64 refreshes() const;

Q_SIGNALS:
    void stateChanged(callcard::TokenKeeper::State state);
    void tokensReplaced();

private:
    class Private;
    std::unique_ptr<Private> d;
};

/// Sends with the keeper's token; on 401 refreshes once and sends once more. A second 401 is the answer.
[[nodiscard]] QCoro::Task<Result<HttpAnswer>> sendAuthorized(TokenKeeper &keeper, HttpSender send, HttpRequest request,
                                                             std::stop_token stop, Patience patience = Patience::Waits);

} // namespace callcard

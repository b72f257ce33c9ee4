#pragma once

#include <callcard/clock.h>
#include <callcard/secrets.h>

#include <QByteArray>
#include <QList>
#include <QObject>
#include <QString>
#include <QUrl>

#include <functional>
#include <memory>

namespace callcard {

/// Proof key for code exchange (RFC 7636), method S256.
struct ProofKey {
    Secret verifier{}; ///< 43 characters from the system's generator.
    QByteArray challenge{};
};
[[nodiscard]] ProofKey makeProofKey();
[[nodiscard]] QByteArray challengeFor(QByteArrayView verifier);
/// 32 random bytes in base64url.
[[nodiscard]] QByteArray randomWord();

/// What the browser shows when it comes back. Core has no wording for people, so whoever has may replace it. Plain text.
struct RedirectPages {
    QString done{QStringLiteral("Signed in. You can close this window.")};
    QString failed{QStringLiteral("Sign-in did not succeed. You can close this window and try again in Callcard.")};
};

/// Waits on this computer, and on no other interface, for the browser to come back with a code.
class RedirectListener final : public QObject
{
    Q_OBJECT

public:
    /// The first of the addresses whose port is free; port 0 lets the system choose. Only http on loopback hosts.
    [[nodiscard]] static Result<std::unique_ptr<RedirectListener>> open(const QList<QUrl> &candidates, RedirectPages pages = {});
    ~RedirectListener() override;

    /// What to register, byte for byte, with the port in it.
    [[nodiscard]] QUrl redirectUri() const;
    /// The code that comes with this state. Another state, path or method is answered and otherwise ignored; an `error`, or nothing, is
    /// Refused.
    [[nodiscard]] QCoro::Task<Result<Secret>> code(QByteArray state, std::stop_token stop);

private:
    class Private;
    explicit RedirectListener(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

/// "http://localhost:5000/oauth2callback" → that and the two next ports.
[[nodiscard]] QList<QUrl> redirectCandidates(const QUrl &first, int count = 3);

struct BrowserSignIn {
    QUrl authorizeUrl{};
    QString clientId{};
    QList<std::pair<QString, QString>> parameters{}; ///< Beside the usual ones: scope, prompt …
    QList<QUrl> redirects{};
    RedirectPages pages{};
    std::chrono::milliseconds patience{std::chrono::minutes(5)};
};

/// What to exchange for tokens.
struct BrowserGrant {
    Secret code{};
    QUrl redirectUri{};
    Secret verifier{};
};

/// False: no browser could be opened.
using BrowserOpener = std::function<bool(const QUrl &)>;

/// Opens the listener, then the browser, then waits. TimedOut when nobody came back; the port is free again when this completes.
[[nodiscard]] QCoro::Task<Result<BrowserGrant>> askInBrowser(BrowserSignIn signIn, BrowserOpener open, Clock &clock, std::stop_token stop);

} // namespace callcard

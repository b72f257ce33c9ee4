#pragma once

#include <callcard/auth.h>
#include <callcard/browsersignin.h>

namespace callcard {

struct FirebaseApp {
    QUrl identity{QStringLiteral("https://identitytoolkit.googleapis.com")};
    QUrl secureToken{QStringLiteral("https://securetoken.googleapis.com")};
    QString apiKey{};       ///< Names the project; not a secret.
    bool isEmulator{false}; ///< "test server"
    QString email{};        ///< For a sign-in without a person, with …
    Secret password{};
};

/// FIREBASE_AUTH_EMULATOR_HOST in the official meaning: host:port, plain HTTP; empty changes nothing, another computer is Refused.
[[nodiscard]] Result<FirebaseApp> withAuthEmulator(FirebaseApp app, const QString &hostAndPort);

struct GoogleClient {
    QUrl authorizeUrl{QStringLiteral("https://accounts.google.com/o/oauth2/v2/auth")};
    QUrl tokenUrl{QStringLiteral("https://oauth2.googleapis.com/token")};
    QString clientId{};
    Secret clientSecret{}; ///< Issued for desktop clients, expected, but not confidential.
};

/// Pauses of Google's own clients: five minutes early, retries from 30 s doubling to 16 min.
[[nodiscard]] TokenPolicy firebaseTokenPolicy();

/// Firebase sign-in, protocols/firestore.md 14 and 15. Only the named permanent codes end a session.
class FirebaseAuth final : public TokenIssuer
{
public:
    FirebaseAuth(FirebaseApp app, HttpSender send, Clock &clock);

    [[nodiscard]] QString origin() const override;
    [[nodiscard]] QCoro::Task<Result<Tokens>> refresh(Secret refreshToken, std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<Tokens>> signInSilently(std::stop_token stop) override;
    /// Firebase cannot revoke from a client: forgetting is all there is.
    [[nodiscard]] QCoro::Task<Result<>> revoke(Tokens tokens, std::stop_token stop) override;

    [[nodiscard]] QCoro::Task<Result<Tokens>> signInWithPassword(QString email, Secret password, std::stop_token stop);
    [[nodiscard]] QCoro::Task<Result<Tokens>> signInWithGoogle(GoogleClient google, BrowserOpener open, RedirectPages pages,
                                                               std::stop_token stop);

private:
    QCoro::Task<Result<Tokens>> askIdentity(QString method, QByteArray json, std::stop_token stop);

    FirebaseApp m_app;
    HttpSender m_send;
    Clock &m_clock;
};

} // namespace callcard

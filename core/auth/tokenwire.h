#pragma once

#include <callcard/auth.h>

#include <QJsonObject>

namespace callcard {

/// Tokens as they are kept in the secret store.
struct StoredTokens {
    Tokens tokens{};
    QDateTime expires{}; ///< By the wall clock: the only one that survives a restart.
    QString origin{};    ///< Of the issuer that gave them.
};
/// What TokenIssuer::origin() is made of.
[[nodiscard]] QString originOf(const QByteArrayList &parts);
[[nodiscard]] Secret toStored(const StoredTokens &stored);
[[nodiscard]] Result<StoredTokens> fromStored(const Secret &text);

/// The object of a JSON answer; BadPayload when it is none, CaptivePortal when it is a web page.
[[nodiscard]] Result<QJsonObject> objectOf(const HttpAnswer &answer);

/// A number, or a number in text, of seconds; bounded to a day. Missing or nonsense: nothing.
[[nodiscard]] std::optional<std::chrono::seconds> secondsOf(const QJsonValue &value);

/// A code such as "invalid_grant", "OAU-210" or "TOKEN_EXPIRED", cut to what may stand in a log; anything else is left out.
[[nodiscard]] QString loggableCode(const QString &code);

/// RingCentral's token endpoint, protocols/ringcentral.md 1.3, 1.4 and 2.
[[nodiscard]] Result<Tokens> ringCentralTokens(const HttpAnswer &answer, const QDateTime &now);

enum class FirebaseDialect { SignIn, Refresh };
/// protocols/firestore.md 14.
[[nodiscard]] Result<Tokens> firebaseTokens(const HttpAnswer &answer, FirebaseDialect dialect, const QDateTime &now);

[[nodiscard]] QByteArray passwordBody(const QString &email, const Secret &password);
[[nodiscard]] QByteArray googleBody(const Secret &idToken);

/// Google's token endpoint: only the id_token matters.
[[nodiscard]] Result<Secret> googleIdToken(const HttpAnswer &answer, const QDateTime &now);

} // namespace callcard

#pragma once

#include <callcard/result.h>

#include <QByteArray>
#include <QDateTime>
#include <QHash>
#include <QList>

namespace callcard::relay {

inline constexpr qsizetype kShortestToken = 20;
inline constexpr const char *kTokenMark = "ccr_"; ///< Every token that is made here begins so, and is recognised where it does not belong.

/// SHA-256. A token is 256 random bits, so no slow hash is needed, and looking a hash up tells a stranger's clock nothing of a token.
[[nodiscard]] QByteArray hashOfToken(const QByteArray &token);
/// "sha256:" and 64 hexadecimal digits → the bytes; empty: it is none.
[[nodiscard]] QByteArray hashFromText(const QString &text);

/// A token somebody was given. The token itself is nowhere.
struct TokenEntry {
    QString id{}; ///< Short; for people who revoke.
    QString email{};
    QDateTime createdAt{};
    QByteArray hash{};
    bool operator==(const TokenEntry &) const = default;
};

/// The tokens that lie in the data folder, 0600. A file that is not there has none.
[[nodiscard]] Result<QList<TokenEntry>> readTokens(const QString &path);
/// The new token's text: shown once, kept nowhere.
[[nodiscard]] Result<QByteArray> createToken(const QString &path, const QString &email, const QDateTime &now);
/// By id, or all of an e-mail address. How many went.
[[nodiscard]] Result<int> revokeTokens(const QString &path, const QString &idOrEmail);

} // namespace callcard::relay

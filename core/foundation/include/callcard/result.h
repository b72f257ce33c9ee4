#pragma once

#include <tl/expected.hpp>

#include <QMetaType>
#include <QString>

#include <chrono>
#include <optional>

namespace callcard {

/// Kinds name the remedy (wait, sign in, give up), not the layer that failed.
enum class ErrorKind {
    Cancelled,     ///< We asked for the end ourselves. Never shown.
    Offline,       ///< No way to the other side. Try when the network is back.
    TimedOut,      ///< Reached, but no answer in time. May have been carried out.
    SignInNeeded,  ///< Credentials are missing, wrong, expired or revoked. A person must act.
    RateLimited,   ///< Told to wait, see retryAfter.
    Refused,       ///< Understood and denied: rights, a missing thing, a wrong request. Repeating does not help.
    ServerFault,   ///< Their side is broken. Try later.
    BadPayload,    ///< An answer that we cannot read.
    Storage,       ///< Our disk: full, read-only, corrupt, newer than this program.
    SecretsLocked, ///< The keychain is locked or absent.
};

/// A word for logs and for JSON, stable over versions: "offline", "timed-out" …
[[nodiscard]] QString errorKindName(ErrorKind kind);

struct Error {
    ErrorKind kind{};
    QString detail{}; ///< For logs: English, free of personal data. People read ui/texts.
    std::optional<std::chrono::seconds> retryAfter{};
    bool operator==(const Error &) const = default;

    /// Worth trying again without anybody's help.
    [[nodiscard]] bool isTransient() const;
};

template <typename T = void>
using Result = tl::expected<T, Error>;

/// `return failure(ErrorKind::Storage, u"disk full"_s);`
[[nodiscard]] tl::unexpected<Error> failure(ErrorKind kind, QString detail = {}, std::optional<std::chrono::seconds> retryAfter = {});

QDebug operator<<(QDebug debug, const Error &error);

} // namespace callcard

Q_DECLARE_METATYPE(callcard::Error)

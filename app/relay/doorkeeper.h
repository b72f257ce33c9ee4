#pragma once

#include "tokens.h"

#include <callcard/httpserver.h>

#include <chrono>

namespace callcard::relay {

/// Who a bearer token belongs to, and how much it may ask. Serving thread only.
class Doorkeeper
{
public:
    explicit Doorkeeper(double requestsPerSecond) : m_rate(requestsPerSecond) {}

    void setTokens(const QHash<QByteArray, QString> &emailOfHash);
    [[nodiscard]] bool isValid(const QByteArray &hash) const { return m_emails.contains(hash); }

    struct Visitor {
        QString email{};
        QByteArray tokenHash{};
    };
    /// Nothing: no token, or one that opens nothing.
    [[nodiscard]] std::optional<Visitor> visitor(const serving::Request &request) const;
    /// Counts one more request. Nothing when it is welcome, else after how long.
    [[nodiscard]] std::optional<std::chrono::seconds> mustWait(const QByteArray &tokenHash, std::chrono::milliseconds now);

    /// Somebody at that address failed to prove himself. Nobody in particular for an empty one.
    void noteFailure(const QByteArray &address, std::chrono::milliseconds now);
    /// After so many failures that an answer is not worth the work.
    [[nodiscard]] bool isTiresome(const QByteArray &address, std::chrono::milliseconds now) const;

private:
    struct Bucket {
        double filled = 0;
        std::chrono::milliseconds at{};
        [[nodiscard]] double left(std::chrono::milliseconds now, double rate) const;
    };
    const double m_rate;
    QHash<QByteArray, QString> m_emails;
    QHash<QByteArray, Bucket> m_buckets;
    QHash<QByteArray, Bucket> m_failures; ///< By address.
};

/// Where a request comes from, as far as anybody can know: behind a proxy what that says, or nothing.
[[nodiscard]] QByteArray addressOf(const serving::Request &request, bool behindProxy);

/// A token in an address ends up in logs and histories.
[[nodiscard]] bool carriesTokenInUrl(const serving::Request &request);

} // namespace callcard::relay

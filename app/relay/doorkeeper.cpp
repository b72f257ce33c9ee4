#include "doorkeeper.h"

#include <callcard/netfault.h>

#include <algorithm>
#include <cctype>
#include <cmath>

namespace callcard::relay {

namespace {

constexpr double kBurst = 6; // seconds' worth of requests at once: a desktop that starts asks for much
constexpr std::size_t kLongestToken = 512;
constexpr std::size_t kLongestAddress = 45;
constexpr double kFailuresAtOnce = 30;
constexpr double kFailuresASecond = 1;
constexpr qsizetype kMostAddresses = 10'000;

} // namespace

void Doorkeeper::setTokens(const QHash<QByteArray, QString> &emailOfHash)
{
    m_emails = emailOfHash;
    m_buckets.removeIf([this](const auto &entry) { return !m_emails.contains(entry.key()); });
}

std::optional<Doorkeeper::Visitor> Doorkeeper::visitor(const serving::Request &request) const
{
    std::string_view header = request.header("Authorization");
    constexpr std::string_view kScheme = "bearer ";
    if (header.size() <= kScheme.size() || header.size() > kLongestToken)
        return std::nullopt;
    const auto sameLetter = [](char a, char b) { return std::tolower(static_cast<unsigned char>(a)) == b; };
    if (!std::equal(kScheme.begin(), kScheme.end(), header.begin(), [&](char b, char a) { return sameLetter(a, b); }))
        return std::nullopt;
    header.remove_prefix(kScheme.size());
    // What is looked up is a hash: how long that takes says nothing about any token.
    const QByteArray hash = hashOfToken(QByteArray(header.data(), static_cast<qsizetype>(header.size())));
    const auto found = m_emails.constFind(hash);
    if (found == m_emails.constEnd())
        return std::nullopt;
    return Visitor{.email = *found, .tokenHash = hash};
}

double Doorkeeper::Bucket::left(std::chrono::milliseconds now, double rate) const
{
    return std::max(filled - std::chrono::duration<double>(now - at).count() * rate, 0.0);
}

std::optional<std::chrono::seconds> Doorkeeper::mustWait(const QByteArray &tokenHash, std::chrono::milliseconds now)
{
    const bool isNew = !m_buckets.contains(tokenHash);
    Bucket &bucket = m_buckets[tokenHash];
    if (isNew)
        bucket.at = now;
    bucket.filled = bucket.left(now, m_rate);
    bucket.at = now;
    if (bucket.filled + 1 > std::max(m_rate * kBurst, 1.0))
        return std::chrono::seconds(std::max(1, static_cast<int>(std::ceil(1 / m_rate))));
    bucket.filled += 1;
    return std::nullopt;
}

void Doorkeeper::noteFailure(const QByteArray &address, std::chrono::milliseconds now)
{
    if (address.isEmpty())
        return;
    if (m_failures.size() >= kMostAddresses && !m_failures.contains(address)) {
        m_failures.removeIf([now](const auto &entry) { return entry.value().left(now, kFailuresASecond) <= 0; });
        if (m_failures.size() >= kMostAddresses)
            m_failures.clear(); // so many at once are no longer one person's
    }
    Bucket &bucket = m_failures[address];
    bucket.filled = std::min(bucket.left(now, kFailuresASecond) + 1, kFailuresAtOnce);
    bucket.at = now;
}

bool Doorkeeper::isTiresome(const QByteArray &address, std::chrono::milliseconds now) const
{
    const auto found = m_failures.constFind(address);
    return found != m_failures.cend() && found->left(now, kFailuresASecond) > kFailuresAtOnce - 1;
}

QByteArray addressOf(const serving::Request &request, bool behindProxy)
{
    const QByteArray remote = QByteArray::fromStdString(request.remoteAddress);
    if (!behindProxy && !isLoopbackHost(QString::fromLatin1(remote)))
        return remote;
    std::string_view told = request.header("X-Forwarded-For");
    if (const std::size_t comma = told.rfind(','); comma != std::string_view::npos)
        told.remove_prefix(comma + 1); // the last one is our proxy's own word
    return QByteArray(told.data(), static_cast<qsizetype>(std::min(told.size(), kLongestAddress))).trimmed();
}

bool carriesTokenInUrl(const serving::Request &request)
{
    const serving::Headers items = request.queryItems();
    return std::any_of(items.begin(), items.end(), [](const auto &item) {
        std::string name;
        for (const char letter : item.first) { // "Access-Token" and "accessToken" are the same attempt
            if (std::isalnum(static_cast<unsigned char>(letter)))
                name += static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
        }
        return name.ends_with("token") || name == "apikey" || name == "key" || name == "auth" || name == "authorization" ||
               name == "bearer" || name == "jwt" || item.second.find(kTokenMark) != std::string::npos;
    });
}

} // namespace callcard::relay

#include "doorkeeper.h"

#include <algorithm>
#include <cctype>
#include <cmath>

namespace callcard::relay {

namespace {

constexpr double kBurst = 6; // seconds' worth of requests at once: a desktop that starts asks for much
constexpr std::size_t kLongestToken = 512;

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

std::optional<std::chrono::seconds> Doorkeeper::mustWait(const QByteArray &tokenHash, std::chrono::milliseconds now)
{
    const bool isNew = !m_buckets.contains(tokenHash);
    Bucket &bucket = m_buckets[tokenHash];
    if (isNew)
        bucket.at = now;
    const double passed = std::chrono::duration<double>(now - bucket.at).count();
    bucket.filled = std::max(bucket.filled - passed * m_rate, 0.0);
    bucket.at = now;
    if (bucket.filled + 1 > std::max(m_rate * kBurst, 1.0))
        return std::chrono::seconds(std::max(1, static_cast<int>(std::ceil(1 / m_rate))));
    bucket.filled += 1;
    return std::nullopt;
}

bool carriesTokenInUrl(const serving::Request &request)
{
    const serving::Headers items = request.queryItems();
    return std::any_of(items.begin(), items.end(), [](const auto &item) {
        std::string name = item.first;
        std::transform(name.begin(), name.end(), name.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
        return name == "token" || name == "access_token" || name == "api_key" || name == "apikey" || name == "key" || name == "auth" ||
               name == "authorization" || name == "bearer";
    });
}

} // namespace callcard::relay

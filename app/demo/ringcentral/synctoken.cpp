#include "synctoken.h"

#include "crypto.h"

#include <nlohmann/json.hpp>

namespace callcard::demo::ringcentral {

using Json = nlohmann::json;

std::string SyncToken::text(std::uint64_t salt) const
{
    Json plain = {{"p", purpose}, {"t", until.time_since_epoch().count()}, {"f", filter}, {"s", salt}};
    if (dateFrom)
        plain["d"] = dateFrom->time_since_epoch().count();
    const std::string bytes = plain.dump();
    return base64Url(bytes) + "." + sealOf(bytes);
}

std::optional<SyncToken> SyncToken::parse(const std::string &text)
{
    const auto dot = text.find('.');
    if (dot == std::string::npos || text.size() > 4096)
        return std::nullopt;
    const std::string bytes = fromBase64Url(text.substr(0, dot));
    if (text.substr(dot + 1) != sealOf(bytes))
        return std::nullopt;
    const Json plain = Json::parse(bytes, nullptr, false);
    if (!plain.is_object())
        return std::nullopt;
    const auto instant = [](std::int64_t count) { return Instant(std::chrono::milliseconds(count)); };
    SyncToken token{plain.value("p", std::string()), instant(plain.value("t", std::int64_t{0})), std::nullopt,
                    plain.value("f", std::string())};
    if (plain.contains("d"))
        token.dateFrom = instant(plain["d"].get<std::int64_t>());
    return token;
}

} // namespace callcard::demo::ringcentral

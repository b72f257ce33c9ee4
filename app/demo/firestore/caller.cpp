#include "caller.h"

#include "base64.h"

#include <algorithm>

namespace callcard::demo::firestore {

namespace {

std::string lower(std::string_view text)
{
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return out;
}

[[noreturn]] void unauthenticated(const char *why)
{
    refuse(Code::Unauthenticated, why);
}

void checkAsProduction(const Json &claims, const std::string &project, Timestamp now)
{
    const auto exp = claims.find("exp");
    if (exp == claims.end() || !exp->is_number() || exp->get<double>() * 1e6 <= static_cast<double>(now.micros))
        unauthenticated("Missing or invalid authentication. The ID token has expired.");
    if (claims.value("aud", Json()) != project)
        unauthenticated("Missing or invalid authentication. The ID token is for another project.");
}

} // namespace

std::string Caller::uid() const
{
    return claim("sub");
}

std::string Caller::claim(std::string_view name) const
{
    if (!token)
        return {};
    const auto found = token->find(name);
    return found != token->end() && found->is_string() ? found->get<std::string>() : std::string();
}

bool Caller::flag(std::string_view name) const
{
    if (!token)
        return false;
    const auto found = token->find(name);
    return found != token->end() && found->is_boolean() && found->get<bool>();
}

std::optional<Json> claimsOf(std::string_view jwt)
{
    const std::size_t first = jwt.find('.');
    const std::size_t second = first == std::string_view::npos ? first : jwt.find('.', first + 1);
    if (second == std::string_view::npos || jwt.find('.', second + 1) != std::string_view::npos)
        return std::nullopt;
    const auto header = fromBase64(jwt.substr(0, first));
    const auto payload = fromBase64(jwt.substr(first + 1, second - first - 1));
    if (!header || !payload || payload->size() > 16 * 1024)
        return std::nullopt;
    if (!Json::parse(*header, nullptr, false).is_object())
        return std::nullopt;
    Json claims = Json::parse(*payload, nullptr, false);
    if (!claims.is_object())
        return std::nullopt;
    return claims;
}

std::string unsignedToken(const Json &claims)
{
    return base64Url(R"({"alg":"none","type":"JWT"})") + "." + base64Url(claims.dump(-1, ' ', false, Json::error_handler_t::replace)) + ".";
}

Caller callerFrom(std::string_view authorization, TokenCheck check, const std::string &project, Timestamp now)
{
    if (authorization.empty())
        return {};
    const std::size_t space = authorization.find(' ');
    if (space != std::string_view::npos && lower(authorization.substr(0, space)) == "bearer") {
        const std::string_view token = authorization.substr(space + 1);
        if (lower(token) == "owner" || token.starts_with("ya29."))
            return {true, std::nullopt};
        auto claims = claimsOf(token);
        if (claims) {
            if (!claims->contains("sub") && claims->contains("user_id")) // tokens made by hand for tests often have only one of them
                (*claims)["sub"] = (*claims)["user_id"];
            const Caller caller{false, std::move(claims)};
            if (check == TokenCheck::Production)
                checkAsProduction(*caller.token, project, now);
            if (!caller.uid().empty())
                return caller;
        }
    }
    if (check == TokenCheck::Emulator)
        refuseArgument("invalid jwt");
    unauthenticated(
        "Request had invalid authentication credentials. Expected OAuth 2 access token, login cookie or other valid authentication "
        "credential. See https://developers.google.com/identity/sign-in/web/devconsole-project.");
}

} // namespace callcard::demo::firestore

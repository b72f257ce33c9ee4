#include "googleoauth.h"

#include "base64.h"
#include "caller.h"

#include <openssl/sha.h>

#include <algorithm>
#include <array>

namespace callcard::demo::firebase {

namespace {

constexpr std::int64_t kCodeLifetime = 600;
constexpr std::size_t kMostGrants = 1000;

std::string one(const serving::Headers &items, std::string_view name)
{
    const auto found = std::find_if(items.begin(), items.end(), [name](const auto &item) { return item.first == name; });
    return found == items.end() ? std::string() : found->second;
}

bool isLoopback(const std::string &uri)
{
    return uri.starts_with("http://127.0.0.1:") || uri.starts_with("http://localhost:") || uri.starts_with("http://[::1]:");
}

std::string encoded(std::string_view text)
{
    constexpr std::string_view kHex = "0123456789ABCDEF";
    std::string out;
    for (const char c : text) {
        const bool plain =
            (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-' || c == '_' || c == '.' || c == '~';
        if (plain) {
            out += c;
        } else {
            out += '%';
            out += kHex[static_cast<unsigned char>(c) >> 4];
            out += kHex[static_cast<unsigned char>(c) & 15U];
        }
    }
    return out;
}

bool isUnreserved(const std::string &text)
{
    return encoded(text) == text;
}

/// The page Google shows instead of sending a browser back to an address it does not trust.
serving::Response errorPage(const std::string &word)
{
    serving::Response response = serving::Response::text(400, "<!DOCTYPE html><title>Error 400: " + word +
                                                                  "</title><h1>Access blocked</h1><p>Error 400: " + word + "</p>");
    response.headers = {{"Content-Type", "text/html; charset=utf-8"}};
    return response;
}

serving::Response refusal(int status, const char *word, const char *sentence)
{
    return serving::Response::json(status, Json{{"error", word}, {"error_description", sentence}}.dump());
}

template <typename Map>
void bound(Map &map)
{
    if (map.size() >= kMostGrants)
        map.erase(map.begin());
}

} // namespace

std::string challengeOf(std::string_view verifier)
{
    std::array<unsigned char, SHA256_DIGEST_LENGTH> digest{};
    SHA256(reinterpret_cast<const unsigned char *>(verifier.data()), verifier.size(), digest.data());
    return firestore::base64Url({reinterpret_cast<const char *>(digest.data()), digest.size()});
}

serving::Response GoogleOAuth::authorize(const serving::Request &request)
{
    const serving::Headers items = request.queryItems();
    const std::string redirect = one(items, "redirect_uri");
    if (one(items, "client_id") != clientId)
        return errorPage("invalid_client");
    // A line break would end the Location header.
    if (!isLoopback(redirect) || redirect.find_first_of("\r\n #") != std::string::npos)
        return errorPage("redirect_uri_mismatch");
    if (one(items, "response_type") != "code" || one(items, "scope").find("openid") == std::string::npos)
        return errorPage("invalid_request");
    const std::string challenge = one(items, "code_challenge");
    if (!challenge.empty() && one(items, "code_challenge_method") != "S256")
        return errorPage("invalid_request"); // "plain" would do for Google, but no desktop program should use it
    std::string location = redirect + (redirect.find('?') == std::string::npos ? "?" : "&");
    if (consent == Consent::Deny) {
        location += "error=access_denied";
    } else {
        const std::string hint = one(items, "login_hint");
        const std::string code = "4/0A" + randomText(40);
        bound(m_codes);
        m_codes[code] = {hint.empty() ? defaultEmail : lowerCase(hint), redirect, challenge, one(items, "nonce"),
                         m_accounts.now() + kCodeLifetime};
        location += "code=" + encoded(code) + "&scope=" + encoded(one(items, "scope"));
    }
    if (const std::string state = one(items, "state"); !state.empty())
        location += "&state=" + encoded(state);
    serving::Response response;
    response.status = 302;
    response.headers = {{"Location", location}, {"Cache-Control", "no-store"}};
    return response;
}

Json GoogleOAuth::answer(const Grant &grant, bool withRefreshToken)
{
    const Account *account = m_accounts.byEmail(grant.email);
    const std::string subject = account != nullptr && !account->googleId.empty()
                                    ? account->googleId
                                    : "1" + std::to_string(std::hash<std::string>()(grant.email) % 1'000'000'000'000U);
    Json claims{{"iss", "https://accounts.google.com"},
                {"azp", clientId},
                {"aud", clientId},
                {"sub", subject},
                {"email", grant.email},
                {"email_verified", true},
                {"iat", m_accounts.now()},
                {"exp", m_accounts.now() + 3600}};
    if (account != nullptr && !account->name.empty())
        claims["name"] = account->name;
    if (!grant.nonce.empty())
        claims["nonce"] = grant.nonce;
    Json out{{"access_token", "ya29.a0" + randomText(60)},
             {"expires_in", 3599},
             {"scope", "openid https://www.googleapis.com/auth/userinfo.email https://www.googleapis.com/auth/userinfo.profile"},
             {"token_type", "Bearer"},
             {"id_token", firestore::unsignedToken(claims)}};
    if (withRefreshToken) {
        const std::string token = "1//0" + randomText(60);
        bound(m_refreshTokens);
        m_refreshTokens[token] = grant;
        out["refresh_token"] = token;
    }
    return out;
}

serving::Response GoogleOAuth::token(const serving::Request &request)
{
    const serving::Headers items = request.formItems();
    if (one(items, "client_id") != clientId)
        return refusal(401, "invalid_client", "The OAuth client was not found.");
    if (one(items, "client_secret").empty())
        return refusal(400, "invalid_request", "client_secret is missing.");
    if (one(items, "client_secret") != clientSecret)
        return refusal(401, "invalid_client", "The provided client secret is invalid.");
    const std::string kind = one(items, "grant_type");
    if (kind == "refresh_token") {
        const auto found = m_refreshTokens.find(one(items, "refresh_token"));
        if (found == m_refreshTokens.end())
            return refusal(400, "invalid_grant", "Bad Request");
        return serving::Response::json(200, answer(found->second, false).dump());
    }
    if (kind != "authorization_code")
        return refusal(400, "unsupported_grant_type", "Invalid grant_type: it must be authorization_code or refresh_token.");
    const auto found = m_codes.find(one(items, "code"));
    if (found == m_codes.end())
        return refusal(400, "invalid_grant", "Malformed auth code.");
    const Grant grant = found->second;
    m_codes.erase(found); // good for one try
    if (grant.expiresAt <= m_accounts.now())
        return refusal(400, "invalid_grant", "Bad Request");
    if (grant.redirectUri != one(items, "redirect_uri"))
        return refusal(400, "redirect_uri_mismatch", "Bad Request");
    const std::string verifier = one(items, "code_verifier");
    if (!grant.challenge.empty() && verifier.empty())
        return refusal(400, "invalid_grant", "Missing code verifier.");
    const bool shaped = verifier.size() >= 43 && verifier.size() <= 128 && isUnreserved(verifier);
    if (!grant.challenge.empty() && (!shaped || challengeOf(verifier) != grant.challenge))
        return refusal(400, "invalid_grant", "Invalid code verifier.");
    return serving::Response::json(200, answer(grant, true).dump());
}

} // namespace callcard::demo::firebase

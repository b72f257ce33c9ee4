#pragma once

#include "accounts.h"

#include <callcard/httpserver.h>

namespace callcard::demo::firebase {

/// Google's own sign-in page and token endpoint, as a desktop program meets them: authorization code with PKCE, loopback
/// redirect. The page approves at once, so that nobody has to click.
class GoogleOAuth
{
public:
    enum class Consent { Approve, Deny };

    explicit GoogleOAuth(Accounts &accounts) : m_accounts(accounts) {}

    std::string clientId = "demo-google-client.apps.googleusercontent.com";
    std::string clientSecret = "demo-google-client-secret";
    std::string defaultEmail{}; ///< Who signs in when no login_hint says otherwise.
    Consent consent = Consent::Approve;

    [[nodiscard]] serving::Response authorize(const serving::Request &request);
    [[nodiscard]] serving::Response token(const serving::Request &request);

private:
    struct Grant {
        std::string email{};
        std::string redirectUri{};
        std::string challenge{};
        std::string nonce{};
        std::int64_t expiresAt = 0;
    };
    [[nodiscard]] Json answer(const Grant &grant, bool withRefreshToken);
    Accounts &m_accounts;
    std::map<std::string, Grant> m_codes;
    std::map<std::string, Grant> m_refreshTokens;
};

/// base64url(SHA-256(verifier))
[[nodiscard]] std::string challengeOf(std::string_view verifier);

} // namespace callcard::demo::firebase

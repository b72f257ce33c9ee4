#pragma once

#include "clock.h"
#include "crypto.h"
#include "settings.h"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace callcard::demo::ringcentral {

/// An app as its developer registered it in the console.
struct App {
    std::string clientId{};
    std::string secret{};     ///< Empty: a public client, it has none.
    bool isPublicToo = false; ///< Has a secret, and may also come without one, with PKCE: the demo's own app serves both sign-ins.
    std::vector<std::string> redirectUris{};
    bool allowsJwt = true;
    bool allowsCode = true;
};

/// One signed-in installation: survives refreshes, ends with revocation or when its refresh token dies.
struct OAuthSession {
    struct Token {
        std::string text{};
        Instant expires{};
    };
    std::string id{};
    std::string clientId{};
    std::string extensionId{};
    std::string endpointId{};
    std::chrono::seconds accessLife{3600};
    std::chrono::seconds refreshLife{604800};
    Token access{};
    std::optional<Token> refresh{};
    std::optional<Instant> accessFirstUsed{};
    std::string previousRefresh{};
    Instant rotatedAt{};
    Instant createdAt{};
    Instant lastActive{};
};

struct TokenFailure {
    std::string error{}; ///< "invalid_grant"
    std::string code{};
    std::string sentence{};
};

struct TokenWishes {
    std::optional<int> accessTtl{};
    std::optional<int> refreshTtl{};
    std::string endpointId{};
};

/// Who is signed in, with which tokens, and for how long.
class Tokens
{
public:
    Tokens(Names &names, const Settings &settings);

    /// The sixth active session of a user and app ends the oldest.
    static constexpr std::size_t kSessionsPerUser = 5;

    const OAuthSession &open(const std::string &clientId, const std::string &extensionId, const TokenWishes &wishes, Instant now);
    std::variant<const OAuthSession *, TokenFailure> refresh(const std::string &token, const std::string &clientId,
                                                             const TokenWishes &wishes, Instant now);
    /// Whose access token it is. Its first use ends the long grace of the refresh token before it.
    std::variant<const OAuthSession *, TokenFailure> authenticate(const std::string &accessToken, Instant now);
    /// Access or refresh token; false when nobody's. Kills the whole session.
    bool revoke(const std::string &token, Instant now);

    [[nodiscard]] const OAuthSession *session(const std::string &id) const;
    [[nodiscard]] const std::map<std::string, OAuthSession> &sessions() const { return m_sessions; }
    /// Who a refresh or access token belongs to, dead or alive: for the rate limits.
    [[nodiscard]] std::string ownerOf(const std::string &token) const;

    void end(const std::string &sessionId);
    void endAll();
    /// The access token of the session (or of all: empty) is over now; the session lives.
    void expireAccess(const std::string &sessionId, Instant now);
    void expireRefresh(const std::string &sessionId, Instant now);
    /// Ends sessions whose refresh token and access token are over.
    void sweep(Instant now);

    /// Called for each session that ended, whatever the reason.
    void onEnded(std::function<void(const std::string &sessionId)> function) { m_onEnded = std::move(function); }
    /// Called, where the switch "socketLife" says so, for sessions that live on without an access token.
    void onAccessExpired(std::function<void(const std::string &sessionId)> function) { m_onAccessExpired = std::move(function); }

private:
    void mint(OAuthSession &session, Instant now);

    Names &m_names;
    const Settings &m_settings;
    std::map<std::string, OAuthSession> m_sessions;
    std::map<std::string, std::string> m_sessionOfToken; ///< Every token ever given out, to its session, live or not.
    std::function<void(const std::string &)> m_onEnded;
    std::function<void(const std::string &)> m_onAccessExpired;
};

} // namespace callcard::demo::ringcentral

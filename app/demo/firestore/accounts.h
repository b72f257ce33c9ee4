#pragma once

#include "refusal.h"

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>

namespace callcard::demo::firebase {

using firestore::Json;

/// A request turned down, in the words of Identity Toolkit: the code is the message, sometimes with " : " and prose behind.
struct AuthRefusal {
    std::string message{};
    int http = 400;
};

struct Account {
    std::string uid{};
    std::string email{};
    std::string password{}; ///< Empty: cannot sign in with one.
    std::string name{};
    std::string photoUrl{};
    std::string googleId{}; ///< `sub` of the linked Google account.
    bool emailVerified = false;
    bool disabled = false;
    bool isAnonymous = false;
    Json claims = Json::object();
    std::int64_t createdAt = 0; ///< Seconds.
    std::int64_t lastLoginAt = 0;
    std::int64_t validSince = 0; ///< Refresh tokens from before are dead.
    int failures = 0;            ///< Wrong passwords in a row.
    std::int64_t lastFailureAt = 0;
};

/// How this Firebase Auth behaves where projects differ.
struct AuthBehaviour {
    bool enumerationProtected = true;
    bool rotatesRefreshTokens = false;
    bool passwordsAllowed = true;
    bool googleAllowed = true;
    std::string googleClient{};     ///< The project's own desktop client: the audience of Google's tokens.
    bool foreignClients = false;    ///< Tokens for another project's client are taken too (it is on the allow-list).
    bool needsConfirmation = false; ///< signInWithIdp answers 200 with needConfirmation instead of tokens.
    bool needsSecondFactor = false; ///< Any sign-in answers mfaPendingCredential instead of tokens.
    std::string requiredKey{};      ///< Empty: any text will do, as with the emulator.
    int mostFailures = 10;          ///< Wrong passwords within five minutes, then TOO_MANY_ATTEMPTS_TRY_LATER.
    int lifetime = 3600;            ///< Of an ID token, seconds.
};

/// Users, their claims and their tokens.
class Accounts
{
public:
    Accounts(std::string project, std::function<std::int64_t()> epochSeconds)
        : m_project(std::move(project)), m_now(std::move(epochSeconds))
    {
    }

    AuthBehaviour behaviour;

    Account &add(Account account); ///< Gives it uid and times where empty.
    void remove(const std::string &uid);
    [[nodiscard]] Account *find(const std::string &uid);
    [[nodiscard]] Account *byEmail(std::string_view email);
    [[nodiscard]] Account *byGoogleId(const std::string &id);
    [[nodiscard]] const std::map<std::string, Account> &all() const { return m_accounts; }
    [[nodiscard]] std::int64_t now() const { return m_now(); }
    [[nodiscard]] const std::string &project() const { return m_project; }

    /// Refuses, or returns who it is; counts failures.
    Account &withPassword(std::string_view email, const std::string &password);
    /// From an ID token; refuses expired, revoked and foreign ones.
    Account &withIdToken(const std::string &token);

    /// `extra`: claims of a custom token, kept as long as the session.
    [[nodiscard]] std::string idToken(const Account &account, const std::string &provider, const Json &extra = Json::object()) const;
    [[nodiscard]] std::string refreshToken(const Account &account, const std::string &provider, const Json &extra = Json::object());
    /// What the securetoken endpoint answers.
    [[nodiscard]] Json refreshed(const std::string &refreshToken);
    /// All refresh tokens die; ID tokens live until they expire.
    void revoke(Account &account);

private:
    struct Session {
        std::string uid{};
        std::string provider{};
        std::int64_t issuedAt = 0;
        Json extra = Json::object();
    };
    std::string m_project;
    std::function<std::int64_t()> m_now;
    std::map<std::string, Account> m_accounts;
    std::map<std::string, Session> m_sessions; ///< By refresh token.
};

[[nodiscard]] std::string lowerCase(std::string_view text);
[[nodiscard]] std::string randomText(std::size_t length);
/// Custom claims as an administrator sets them: at most 1,000 bytes, no reserved names.
[[nodiscard]] Json checkedClaims(const Json &claims);

} // namespace callcard::demo::firebase

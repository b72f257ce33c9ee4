#include "accounts.h"

#include "caller.h"

#include <algorithm>
#include <array>
#include <random>

namespace callcard::demo::firebase {

namespace {

constexpr std::int64_t kFailureMemory = 300;
constexpr std::size_t kMostSessions = 20'000;
constexpr std::size_t kLargestClaims = 1000;
constexpr std::array<std::string_view, 21> kReserved{
    "acr", "amr",   "at_hash", "aud",      "auth_time", "azp",   "c_hash",         "cnf",  "exp",    "iat", "iss", "jti",
    "nbf", "nonce", "sub",     "firebase", "user_id",   "email", "email_verified", "name", "picture"};

} // namespace

std::string lowerCase(std::string_view text)
{
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return out;
}

std::string randomText(std::size_t length)
{
    static thread_local std::mt19937_64 random{std::random_device{}()};
    constexpr std::string_view kLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    std::string out;
    for (std::size_t i = 0; i < length; ++i)
        out += kLetters[random() % kLetters.size()];
    return out;
}

Json checkedClaims(const Json &claims)
{
    if (!claims.is_object())
        throw AuthRefusal{"INVALID_CLAIMS"};
    for (const auto &[name, value] : claims.items()) {
        if (std::find(kReserved.begin(), kReserved.end(), name) != kReserved.end())
            throw AuthRefusal{"FORBIDDEN_CLAIM : " + name};
    }
    if (claims.dump(-1, ' ', false, Json::error_handler_t::replace).size() > kLargestClaims)
        throw AuthRefusal{"CLAIMS_TOO_LARGE"};
    return claims;
}

Account &Accounts::add(Account account)
{
    if (account.uid.empty())
        account.uid = randomText(28);
    account.email = lowerCase(account.email);
    if (account.createdAt == 0)
        account.createdAt = now();
    return m_accounts[account.uid] = std::move(account);
}

void Accounts::remove(const std::string &uid)
{
    m_accounts.erase(uid);
}

Account *Accounts::find(const std::string &uid)
{
    const auto found = m_accounts.find(uid);
    return found == m_accounts.end() ? nullptr : &found->second;
}

Account *Accounts::byEmail(std::string_view email)
{
    const std::string wanted = lowerCase(email);
    const auto found = std::find_if(m_accounts.begin(), m_accounts.end(), [&](const auto &entry) { return entry.second.email == wanted; });
    return wanted.empty() || found == m_accounts.end() ? nullptr : &found->second;
}

Account *Accounts::byGoogleId(const std::string &id)
{
    const auto found = std::find_if(m_accounts.begin(), m_accounts.end(), [&](const auto &entry) { return entry.second.googleId == id; });
    return id.empty() || found == m_accounts.end() ? nullptr : &found->second;
}

Account &Accounts::withPassword(std::string_view email, const std::string &password)
{
    const auto wrong = [this](const char *unprotected) {
        return AuthRefusal{behaviour.enumerationProtected ? "INVALID_LOGIN_CREDENTIALS" : unprotected};
    };
    Account *account = byEmail(email);
    if (account == nullptr)
        throw wrong("EMAIL_NOT_FOUND");
    if (now() - account->lastFailureAt > kFailureMemory)
        account->failures = 0;
    if (account->failures >= behaviour.mostFailures)
        throw AuthRefusal{
            "TOO_MANY_ATTEMPTS_TRY_LATER : Access to this account has been temporarily disabled due to many failed login attempts. "
            "You can immediately restore it by resetting your password or you can try again later."};
    if (account->password.empty() || account->password != password) {
        ++account->failures;
        account->lastFailureAt = now();
        throw wrong("INVALID_PASSWORD");
    }
    if (account->disabled)
        throw AuthRefusal{"USER_DISABLED"};
    account->failures = 0;
    return *account;
}

Account &Accounts::withIdToken(const std::string &token)
{
    if (token.empty())
        throw AuthRefusal{"MISSING_ID_TOKEN"};
    const auto claims = firestore::claimsOf(token);
    if (!claims || claims->value("aud", Json()) != m_project || !claims->contains("sub") || !claims->at("sub").is_string())
        throw AuthRefusal{"INVALID_ID_TOKEN"};
    const auto number = [&claims](const char *name) { // out of a token anybody may have made
        const auto found = claims->find(name);
        return found != claims->end() && found->is_number_integer() ? found->get<std::int64_t>() : 0;
    };
    Account *account = find(claims->at("sub").get<std::string>());
    if (account == nullptr)
        throw AuthRefusal{"USER_NOT_FOUND"};
    if (account->disabled)
        throw AuthRefusal{"USER_DISABLED"};
    if (number("exp") <= now())
        throw AuthRefusal{"INVALID_ID_TOKEN"};
    if (number("auth_time") < account->validSince)
        throw AuthRefusal{"TOKEN_EXPIRED"};
    return *account;
}

std::string Accounts::idToken(const Account &account, const std::string &provider, const Json &extra) const
{
    Json identities = Json::object();
    if (!account.email.empty())
        identities["email"] = {account.email};
    if (!account.googleId.empty())
        identities["google.com"] = {account.googleId};
    Json claims = account.claims;
    claims.update(extra);
    const std::int64_t signedInAt = std::max(account.lastLoginAt, account.validSince);
    claims.update({{"iss", "https://securetoken.google.com/" + m_project},
                   {"aud", m_project},
                   {"auth_time", signedInAt != 0 ? signedInAt : now()},
                   {"user_id", account.uid},
                   {"sub", account.uid},
                   {"iat", now()},
                   {"exp", now() + behaviour.lifetime},
                   {"firebase", {{"identities", std::move(identities)}, {"sign_in_provider", provider}}}});
    if (!account.email.empty())
        claims.update({{"email", account.email}, {"email_verified", account.emailVerified}});
    if (!account.name.empty())
        claims["name"] = account.name;
    if (!account.photoUrl.empty())
        claims["picture"] = account.photoUrl;
    if (account.isAnonymous)
        claims["provider_id"] = "anonymous";
    return firestore::unsignedToken(claims);
}

std::string Accounts::refreshToken(const Account &account, const std::string &provider, const Json &extra)
{
    if (m_sessions.size() >= kMostSessions)
        m_sessions.erase(m_sessions.begin());
    // With characters that a form must encode.
    std::string token = "AMf+" + randomText(40) + "/" + randomText(40) + "==";
    m_sessions[token] = {account.uid, provider, now(), extra};
    return token;
}

Json Accounts::refreshed(const std::string &refreshToken)
{
    const auto found = m_sessions.find(refreshToken);
    if (found == m_sessions.end())
        throw AuthRefusal{"INVALID_REFRESH_TOKEN"};
    const Session session = found->second;
    const Account *account = find(session.uid);
    if (account == nullptr)
        throw AuthRefusal{"USER_NOT_FOUND"};
    if (account->disabled)
        throw AuthRefusal{"USER_DISABLED"};
    if (session.issuedAt < account->validSince)
        throw AuthRefusal{"TOKEN_EXPIRED"};
    const std::string token = behaviour.rotatesRefreshTokens ? this->refreshToken(*account, session.provider, session.extra) : refreshToken;
    const std::string idToken = this->idToken(*account, session.provider, session.extra);
    return {{"id_token", idToken},         {"access_token", idToken},
            {"refresh_token", token},      {"expires_in", std::to_string(behaviour.lifetime)},
            {"token_type", "Bearer"},      {"user_id", account->uid},
            {"project_id", "123456789012"}}; // the project's number, not its id
}

void Accounts::revoke(Account &account)
{
    // Seconds are too coarse to tell a session of this very second from the next one, so the sessions go as well.
    account.validSince = now();
    for (auto &[token, session] : m_sessions) {
        if (session.uid == account.uid)
            session.issuedAt = account.validSince - 1;
    }
}

} // namespace callcard::demo::firebase

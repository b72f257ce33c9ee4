#include "tokens.h"

#include <algorithm>

namespace callcard::demo::ringcentral {

namespace {

constexpr std::chrono::minutes kGraceUnused{60}; // while nobody has used the new access token
constexpr std::chrono::seconds kGraceUsed{10};   // after its first use
constexpr int kShortestAccess = 600;
constexpr int kLongestAccess = 3600;
constexpr int kLongestRefresh = 604800;
constexpr std::size_t kRememberedTokens = 20'000;

TokenFailure badGrant(const std::string &code, const std::string &sentence)
{
    return {"invalid_grant", code, sentence};
}

} // namespace

Tokens::Tokens(Names &names, const Settings &settings) : m_names(names), m_settings(settings) {}

const OAuthSession &Tokens::open(const std::string &clientId, const std::string &extensionId, const TokenWishes &wishes, Instant now)
{
    sweep(now);
    std::vector<const OAuthSession *> same;
    for (const auto &[id, session] : m_sessions) {
        if (session.clientId == clientId && session.extensionId == extensionId)
            same.push_back(&session);
    }
    if (same.size() >= kSessionsPerUser) {
        const auto *oldest = *std::ranges::min_element(same, {}, [](const OAuthSession *session) { return session->createdAt; });
        end(std::string(oldest->id));
    }

    OAuthSession session;
    session.id = m_names.token("", 24);
    session.clientId = clientId;
    session.extensionId = extensionId;
    session.endpointId = wishes.endpointId.empty() ? m_names.token("", 22) : wishes.endpointId;
    session.createdAt = now;
    if (wishes.accessTtl)
        session.accessLife = std::chrono::seconds(std::clamp(*wishes.accessTtl, kShortestAccess, kLongestAccess));
    if (wishes.refreshTtl) // below zero means nothing, so it changes nothing; above the app's default there is no more to have
        session.refreshLife =
            std::chrono::seconds(*wishes.refreshTtl < 0 ? kLongestRefresh : std::min(*wishes.refreshTtl, kLongestRefresh));
    OAuthSession &kept = m_sessions.emplace(session.id, session).first->second;
    mint(kept, now);
    return kept;
}

void Tokens::mint(OAuthSession &session, Instant now)
{
    if (m_sessionOfToken.size() > kRememberedTokens)
        std::erase_if(m_sessionOfToken, [this](const auto &entry) { return !m_sessions.contains(entry.second); });
    session.access = {m_names.token("SUE", 60), now + session.accessLife};
    session.accessFirstUsed.reset();
    session.lastActive = now;
    m_sessionOfToken[session.access.text] = session.id;
    if (session.refreshLife.count() > 0 && m_settings.on("issueRefreshTokens")) {
        session.refresh = OAuthSession::Token{m_names.token("SUY", 60), now + session.refreshLife};
        m_sessionOfToken[session.refresh->text] = session.id;
    } else {
        session.refresh.reset();
    }
}

std::variant<const OAuthSession *, TokenFailure> Tokens::refresh(const std::string &token, const std::string &clientId,
                                                                 const TokenWishes &wishes, Instant now)
{
    const auto known = m_sessionOfToken.find(token);
    const auto found = known == m_sessionOfToken.end() ? m_sessions.end() : m_sessions.find(known->second);
    if (found == m_sessions.end())
        return badGrant("OAU-213", "Token not found");
    OAuthSession &session = found->second;
    if (session.clientId != clientId)
        return badGrant("OAU-110", "Token was issued to another application");

    if (session.refresh && session.refresh->text == token) {
        if (session.refresh->expires <= now) {
            end(std::string(session.id));
            return badGrant("OAU-210", "Refresh token has expired");
        }
        session.previousRefresh = token;
        session.rotatedAt = now;
        if (wishes.accessTtl)
            session.accessLife = std::chrono::seconds(std::clamp(*wishes.accessTtl, kShortestAccess, kLongestAccess));
        mint(session, now); // the old access token is forgotten here: it dies at once
        return &session;
    }
    if (!token.empty() && session.previousRefresh == token) {
        const Instant graceEnds = session.accessFirstUsed ? *session.accessFirstUsed + kGraceUsed : session.rotatedAt + kGraceUnused;
        if (now < graceEnds && session.access.expires > now)
            return &session; // the same answer once more
    }
    return badGrant("OAU-213", "Token not found");
}

std::variant<const OAuthSession *, TokenFailure> Tokens::authenticate(const std::string &accessToken, Instant now)
{
    if (accessToken.empty())
        return TokenFailure{"invalid_token", "OAU-149", "Authorization header is not specified or cannot be parsed"};
    if (!accessToken.starts_with("SUE") && !accessToken.starts_with("SUY"))
        return TokenFailure{"invalid_token", "OAU-129", "Access token corrupted"};
    const auto known = m_sessionOfToken.find(accessToken);
    const auto found = known == m_sessionOfToken.end() ? m_sessions.end() : m_sessions.find(known->second);
    if (found == m_sessions.end() || found->second.access.text != accessToken)
        return TokenFailure{"invalid_token", "OAU-213", "Token not found"};
    OAuthSession &session = found->second;
    if (session.access.expires <= now)
        return TokenFailure{"invalid_token", "OAU-128", "Access token expired"};
    if (!session.accessFirstUsed)
        session.accessFirstUsed = now;
    session.lastActive = now;
    return &session;
}

bool Tokens::revoke(const std::string &token, Instant now)
{
    sweep(now);
    const auto known = m_sessionOfToken.find(token);
    if (known == m_sessionOfToken.end() || !m_sessions.contains(known->second))
        return false;
    end(std::string(known->second));
    return true;
}

const OAuthSession *Tokens::session(const std::string &id) const
{
    const auto found = m_sessions.find(id);
    return found == m_sessions.end() ? nullptr : &found->second;
}

std::string Tokens::ownerOf(const std::string &token) const
{
    const auto known = m_sessionOfToken.find(token);
    const OAuthSession *owner = known == m_sessionOfToken.end() ? nullptr : session(known->second);
    return owner ? owner->extensionId : std::string();
}

void Tokens::end(const std::string &sessionId)
{
    if (m_sessions.erase(sessionId) > 0 && m_onEnded)
        m_onEnded(sessionId);
}

void Tokens::endAll()
{
    while (!m_sessions.empty())
        end(std::string(m_sessions.begin()->first));
}

void Tokens::expireAccess(const std::string &sessionId, Instant now)
{
    for (auto &[id, session] : m_sessions) {
        if (sessionId.empty() || id == sessionId)
            session.access.expires = now;
    }
}

void Tokens::expireRefresh(const std::string &sessionId, Instant now)
{
    for (auto &[id, session] : m_sessions) {
        if ((sessionId.empty() || id == sessionId) && session.refresh)
            session.refresh->expires = now;
    }
}

void Tokens::sweep(Instant now)
{
    std::vector<std::string> over;
    for (const auto &[id, session] : m_sessions) {
        if (session.access.expires <= now && (!session.refresh || session.refresh->expires <= now))
            over.push_back(id);
    }
    for (const std::string &id : over)
        end(id);
    if (!m_onAccessExpired || !m_settings.is("socketLife", "accessToken"))
        return;
    for (const auto &[id, session] : m_sessions) {
        if (session.access.expires <= now)
            m_onAccessExpired(id);
    }
}

} // namespace callcard::demo::ringcentral

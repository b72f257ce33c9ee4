#include "oauth.h"

#include "loginpage.h"

#include <algorithm>

namespace callcard::demo::ringcentral {

namespace {

constexpr std::chrono::seconds kCodeLife{60};
constexpr std::size_t kMostCodes = 1000;

std::optional<int> wholeNumber(const std::string &text)
{
    if (text.empty() || text.size() > 9 || !std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; }))
        return std::nullopt;
    return std::stoi(text);
}

TokenWishes wishesOf(const serving::Headers &form)
{
    return {wholeNumber(formValue(form, "access_token_ttl")), wholeNumber(formValue(form, "refresh_token_ttl")),
            formValue(form, "endpoint_id")};
}

std::string jwtSubject(const std::string &jwt)
{
    const auto first = jwt.find('.');
    const auto second = first == std::string::npos ? first : jwt.find('.', first + 1);
    if (second == std::string::npos || jwt.substr(second + 1) != sealOf(jwt.substr(0, second)))
        return {};
    const Json payload = Json::parse(fromBase64Url(jwt.substr(first + 1, second - first - 1)), nullptr, false);
    return payload.is_object() ? payload.value("sub", std::string()) : std::string();
}

} // namespace

OAuth::OAuth(Context &context) : m_context(context), m_apps(defaultApps()) {}

void OAuth::reset()
{
    m_apps = defaultApps();
    m_codes.clear();
    m_socketTokens.clear();
}

bool OAuth::owns(std::string_view path)
{
    return path.starts_with("/restapi/oauth/") || path == kLoginPath;
}

std::string OAuth::jwtFor(const std::string &extensionId)
{
    const Json payload = {{"sub", extensionId}, {"jti", "demo-" + extensionId}, {"exp", 4102444800}};
    const std::string text = base64Url(R"({"alg":"RS256","typ":"JWT","kid":"demo"})") + "." + base64Url(payload.dump());
    return text + "." + sealOf(text);
}

std::string OAuth::limitKey(const serving::Request &request, std::string_view path) const
{
    const auto session = m_context.tokens.ownerOf(bearerOf(request));
    if (!session.empty())
        return session;
    const serving::Headers form = request.formItems();
    const std::string kind = formValue(form, "grant_type");
    if (path.ends_with("/revoke"))
        return m_context.tokens.ownerOf(formValue(form, "token"));
    if (kind == "refresh_token")
        return m_context.tokens.ownerOf(formValue(form, "refresh_token"));
    if (kind == "authorization_code") {
        const auto code = m_codes.find(formValue(form, "code"));
        return code == m_codes.end() ? std::string() : code->second.extensionId;
    }
    if (kind.ends_with("jwt-bearer"))
        return jwtSubject(formValue(form, "assertion"));
    return {};
}

serving::Response OAuth::answer(const serving::Request &request)
{
    const std::string_view path = request.path;
    if (path == kLoginPath || path == "/restapi/oauth/authorize")
        return httpResponse(authorize(request)); // a person's browser: the limit is counted where the program comes
    const bool isToken = path == "/restapi/oauth/token";
    const bool isRevoke = path == "/restapi/oauth/revoke";
    if (!isToken && !isRevoke && path != "/restapi/oauth/wstoken")
        return httpResponse(replyOf(unknownAddress(), m_context.settings));
    if (request.method != "POST")
        return httpResponse(replyOf({405, "CMN-111", "Method not allowed", Json::object()}, m_context.settings));

    const auto verdict = m_context.limits.admit(limitKey(request, path), Group::Auth, m_context.now());
    if (!verdict.admitted) {
        m_context.count("rateLimited");
        m_context.count("requestsDuringPenalty", verdict.duringPenalty ? 1 : 0);
        return httpResponse(tooMany(verdict, Group::Auth, m_context.settings));
    }
    ApiReply reply = isToken ? token(request) : isRevoke ? revoke(request) : socketToken(request);
    addLimitHeaders(reply, verdict, Group::Auth, m_context.settings);
    reply.headers["Cache-Control"] = "no-store";
    return httpResponse(std::move(reply));
}

bool OAuth::isRegistered(const App &app, const std::string &redirect) const
{
    const bool isWeb = redirect.starts_with("http://") || redirect.starts_with("https://");
    if (!isWeb && m_context.settings.is("customSchemes", "refused"))
        return false;
    if (std::ranges::find(app.redirectUris, redirect) != app.redirectUris.end())
        return true;
    return m_context.settings.is("loopbackPorts", "free") &&
           std::ranges::any_of(app.redirectUris, [&](const std::string &registered) { return samePortAside(registered, redirect); });
}

ApiReply OAuth::authorize(const serving::Request &request)
{
    const bool isConsent = request.path == kLoginPath;
    const serving::Headers items = isConsent ? request.formItems() : request.queryItems();
    const App *app = appOf(m_apps, formValue(items, "client_id"));
    const std::string redirect = formValue(items, "redirect_uri");
    // Where the redirect itself is in doubt nothing may be sent there: a page, always.
    if (!app || !app->allowsCode)
        return errorPage(400, "OAU-153", "Invalid client");
    if (app->redirectUris.empty())
        return errorPage(400, "OAU-113", "No redirect URI is registered");
    if (!isRegistered(*app, redirect))
        return errorPage(400, "OAU-109", "Redirect URIs do not match");

    const std::string method = formValue(items, "code_challenge_method");
    if (formValue(items, "response_type") != "code")
        return failedRedirect(m_context.settings, redirect, formValue(items, "state"), "unsupported_response_type",
                              "Response type must be code");
    if (!method.empty() && method != "S256" && method != "plain")
        return failedRedirect(m_context.settings, redirect, formValue(items, "state"), "invalid_request", "Unknown code challenge method");
    if (const auto refused = m_context.faults.take("authorize"))
        return failedRedirect(m_context.settings, redirect, formValue(items, "state"), refused->value("error", "access_denied"),
                              refused->value("description", "The user refused"));
    if (m_context.settings.on("loginPage") && !isConsent)
        return loginPage(items, m_context.world());
    if (isConsent && formValue(items, "choice") == "deny")
        return failedRedirect(m_context.settings, redirect, formValue(items, "state"), "access_denied", "The user refused");
    return redirectWithCode(items, *app, formValue(items, isConsent ? "login" : "login_hint"));
}

ApiReply OAuth::redirectWithCode(const serving::Headers &items, const App &app, const std::string &login)
{
    const Rep *rep = login.empty() ? &m_context.world().demoRep() : m_context.world().repByEmail(login);
    if (!rep)
        rep = &m_context.world().demoRep(); // a hint is a hint
    if (m_codes.size() > kMostCodes)
        std::erase_if(m_codes, [now = m_context.now()](const auto &entry) { return entry.second.expires <= now; });

    const std::string code = m_context.names.token("U0pD", 48);
    m_codes[code] = {app.clientId,
                     formValue(items, "redirect_uri"),
                     formValue(items, "code_challenge"),
                     formValue(items, "code_challenge_method") == "S256",
                     rep->extensionId,
                     m_context.now() + kCodeLife,
                     false};
    return redirectTo(formValue(items, "redirect_uri"),
                      {{"code", code}, {"state", formValue(items, "state")}, {"expires_in", std::to_string(kCodeLife.count())}});
}

ApiReply OAuth::token(const serving::Request &request)
{
    const serving::Headers form = request.formItems();
    const auto client = checkClient(m_apps, request, form);
    if (const auto *failure = std::get_if<ClientFailure>(&client))
        return oauthError(401, "invalid_client", failure->code, failure->sentence);
    const App &app = *std::get<const App *>(client);

    const std::string kind = formValue(form, "grant_type");
    if (kind == "urn:ietf:params:oauth:grant-type:jwt-bearer")
        return byJwt(app, form);
    if (kind == "authorization_code")
        return byCode(app, form);
    if (kind == "refresh_token")
        return byRefresh(app, form);
    if (kind == "password" || kind == "client_credentials")
        return oauthError(403, "unauthorized_client", "OAU-112", "Unauthorized for this grant type");
    return oauthError(400, "unsupported_grant_type", "OAU-250", "Unsupported grant type");
}

ApiReply OAuth::byJwt(const App &app, const serving::Headers &form)
{
    if (!app.allowsJwt)
        return oauthError(403, "unauthorized_client", "OAU-112", "Unauthorized for this grant type");
    const Rep *rep = m_context.world().repByExtensionId(jwtSubject(formValue(form, "assertion")));
    if (!rep)
        return oauthError(m_context.settings.asNumber("badCredentialsStatus"), "invalid_grant", "OAU-140",
                          "Invalid resource owner credentials");
    return grant(m_context.tokens.open(app.clientId, rep->extensionId, wishesOf(form), m_context.now()));
}

ApiReply OAuth::codeFailure(const std::string &code, const std::string &sentence) const
{
    return oauthError(m_context.settings.asNumber("oauthErrorStatus"), "invalid_grant", code, sentence);
}

ApiReply OAuth::byCode(const App &app, const serving::Headers &form)
{
    if (!app.allowsCode)
        return oauthError(403, "unauthorized_client", "OAU-112", "Unauthorized for this grant type");
    const auto found = m_codes.find(formValue(form, "code"));
    if (found == m_codes.end() || found->second.isUsed)
        return codeFailure("OAU-106", "Authorization code is invalid");
    Code &code = found->second;
    if (code.clientId != app.clientId)
        return codeFailure("OAU-110", "Authorization code was issued to another application");
    if (code.expires <= m_context.now())
        return codeFailure("OAU-108", "Authorization code has expired");
    if (code.redirectUri != formValue(form, "redirect_uri"))
        return codeFailure("OAU-109", "Redirect URIs do not match");
    const std::string verifier = formValue(form, "code_verifier");
    // The paper has no code of its own for a wrong verifier.
    if (!code.challenge.empty() && (code.isS256 ? base64Url(sha256(verifier)) : verifier) != code.challenge)
        return codeFailure("OAU-106", "Code verifier does not match");
    code.isUsed = true;
    return grant(m_context.tokens.open(app.clientId, code.extensionId, wishesOf(form), m_context.now()));
}

ApiReply OAuth::byRefresh(const App &app, const serving::Headers &form)
{
    const auto result = m_context.tokens.refresh(formValue(form, "refresh_token"), app.clientId, wishesOf(form), m_context.now());
    if (const auto *failure = std::get_if<TokenFailure>(&result))
        return oauthError(400, failure->error, failure->code, failure->sentence);
    return grant(*std::get<const OAuthSession *>(result));
}

ApiReply OAuth::grant(const OAuthSession &session) const
{
    const auto left = [now = m_context.now()](Instant expires) { return std::chrono::floor<std::chrono::seconds>(expires - now).count(); };
    std::string scope;
    for (const std::string &one : m_context.scopes())
        scope += (scope.empty() ? "" : " ") + one;
    Json body = {{"access_token", session.access.text},
                 {"token_type", "bearer"},
                 {"expires_in", left(session.access.expires)},
                 {"scope", scope},
                 {"owner_id", session.extensionId},
                 {"endpoint_id", session.endpointId},
                 {"session_id", session.id}};
    if (session.refresh) {
        body["refresh_token"] = session.refresh->text;
        body["refresh_token_expires_in"] = left(session.refresh->expires);
    }
    return {200, std::move(body), {}, {}};
}

ApiReply OAuth::revoke(const serving::Request &request)
{
    const serving::Headers form = request.formItems();
    const auto client = checkClient(m_apps, request, form);
    if (const auto *failure = std::get_if<ClientFailure>(&client))
        return oauthError(401, "invalid_client", failure->code, failure->sentence);
    std::string token = formValue(form, "token");
    if (token.empty())
        token = request.queryValue("token").value_or("");
    // Nobody's token: 200 as well, as RFC 7009 has it.
    std::ignore = m_context.tokens.revoke(token, m_context.now());
    return {200, Json(), {}, {}};
}

ApiReply OAuth::socketToken(const serving::Request &request)
{
    const auto result = m_context.tokens.authenticate(bearerOf(request), m_context.now());
    if (const auto *failure = std::get_if<TokenFailure>(&result))
        return replyOf({401, failure->code, failure->sentence, Json::object()}, m_context.settings);
    if (!m_context.hasScope("WebSocket") || m_context.faults.take("wstoken"))
        return replyOf(missingScope("WebSocketsSubscription"), m_context.settings);

    std::erase_if(m_socketTokens, [now = m_context.now()](const auto &entry) { return entry.second.expires <= now; });
    const int life = m_context.settings.asNumber("wstokenLife");
    const std::string token = m_context.names.token("WSAT", 40);
    m_socketTokens[token] = {std::get<const OAuthSession *>(result)->id, m_context.now() + std::chrono::seconds(life)};
    std::string uri = baseOf(request);
    uri.replace(0, 4, "ws"); // https becomes wss
    return {200, {{"uri", uri + "/ws"}, {"ws_access_token", token}, {"expires_in", life}}, {}, {}};
}

std::string OAuth::sessionOfSocketToken(const std::string &token)
{
    const auto found = m_socketTokens.find(token);
    if (found == m_socketTokens.end() || found->second.expires <= m_context.now() || !m_context.tokens.session(found->second.sessionId))
        return {};
    const std::string session = found->second.sessionId;
    if (!m_context.settings.on("wstokenReuse"))
        m_socketTokens.erase(found);
    return session;
}

} // namespace callcard::demo::ringcentral

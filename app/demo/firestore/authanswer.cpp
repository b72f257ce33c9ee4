// From a URL to a method of Firebase Auth, and from its outcome to an HTTP answer.

#include "authapi.h"

#include <exception>

namespace callcard::demo::firebase {

namespace {

constexpr std::size_t kLargestBody = 1024 * 1024;

serving::Response jsonAnswer(int status, const Json &json)
{
    serving::Response response;
    response.status = status;
    response.headers = {{"Content-Type", "application/json; charset=UTF-8"},
                        {"Cache-Control", "no-cache, no-store, max-age=0, must-revalidate"},
                        {"Access-Control-Allow-Origin", "*"}};
    response.body = json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
    return response;
}

/// The path below a host, which comes first in the emulator's form: "/identitytoolkit.googleapis.com/v1/…".
std::string_view below(std::string_view path, std::string_view host)
{
    return path.starts_with(host) ? path.substr(host.size()) : path;
}

bool isOwner(const serving::Request &request)
{
    return lowerCase(request.header("Authorization")) == "bearer owner";
}

/// "accounts:METHOD", also below "projects/P/" as the server libraries write it; empty: none of ours.
std::string methodOf(std::string_view path, const std::string &project)
{
    const std::string scoped = "/v1/projects/" + project + "/accounts";
    if (path == scoped)
        return "signUp";
    if (path.starts_with(scoped + ":"))
        return std::string(path.substr(scoped.size() + 1));
    constexpr std::string_view kPlain = "/v1/accounts:";
    return path.starts_with(kPlain) ? std::string(path.substr(kPlain.size())) : std::string();
}

Json parsed(const std::string &body)
{
    // Identity Toolkit's bodies are flat: whatever is deep is refused before it is built.
    std::size_t open = 0;
    for (const char c : body)
        open += c == '{' || c == '[' ? 1 : 0;
    Json json = body.size() > kLargestBody || open > 1000 ? Json(Json::value_t::discarded)
                                                          : Json::parse(body.empty() ? "{}" : body, nullptr, false);
    if (!json.is_object())
        throw AuthRefusal{"Invalid JSON payload received. Unexpected token."};
    return json;
}

void checkKey(const serving::Request &request, const AuthBehaviour &behaviour)
{
    const auto key = request.queryValue("key");
    if (!key || key->empty())
        throw AuthRefusal{"The request is missing a valid API key.", 403};
    if (!behaviour.requiredKey.empty() && *key != behaviour.requiredKey)
        throw AuthRefusal{"API key not valid. Please pass a valid API key.", 400};
}

Json refresh(Accounts &accounts, const serving::Request &request)
{
    std::string kind;
    std::string token;
    for (const auto &[name, value] : request.formItems()) { // a form, not JSON
        if (name == "grant_type" || name == "grantType")
            kind = value;
        if (name == "refresh_token" || name == "refreshToken")
            token = value;
    }
    if (kind != "refresh_token")
        throw AuthRefusal{"INVALID_GRANT_TYPE"};
    if (token.empty())
        throw AuthRefusal{"MISSING_REFRESH_TOKEN"};
    return accounts.refreshed(token);
}

} // namespace

Json errorBody(const AuthRefusal &refusal)
{
    const std::string word = refusal.http == 403 ? "PERMISSION_DENIED" : refusal.http == 404 ? "NOT_FOUND" : "INVALID_ARGUMENT";
    Json error{
        {"code", refusal.http},
        {"message", refusal.message},
        {"errors", {{{"message", refusal.message}, {"reason", refusal.http == 403 ? "forbidden" : "invalid"}, {"domain", "global"}}}}};
    if (refusal.message.find(' ') != std::string::npos && refusal.message.find(" : ") == std::string::npos)
        error["status"] = word; // sentences come from Google's front end, which speaks the other dialect
    return {{"error", std::move(error)}};
}

serving::Response AuthApi::answer(const serving::Request &request)
{
    const std::string_view toolkit = below(request.path, "/identitytoolkit.googleapis.com");
    const std::string_view secure = below(request.path, "/securetoken.googleapis.com");
    if (request.method == "OPTIONS") {
        serving::Response response;
        response.headers = {{"Access-Control-Allow-Origin", "*"},
                            {"Access-Control-Allow-Methods", "GET, POST, OPTIONS"},
                            {"Access-Control-Allow-Headers", std::string(request.header("Access-Control-Request-Headers"))}};
        return response;
    }
    if (request.method == "GET" && request.path == "/o/oauth2/v2/auth")
        return google.authorize(request);
    if (request.method == "POST" && request.path == "/token")
        return google.token(request);
    try {
        if (request.method == "GET" && request.path == "/")
            return jsonAnswer(200, {{"authEmulator", {{"ready", true}}}});
        if (request.method == "POST" && secure == "/v1/token") {
            checkKey(request, accounts.behaviour);
            return jsonAnswer(200, refresh(accounts, request));
        }
        const bool isAdmin = isOwner(request);
        if (request.method == "GET" && toolkit == "/v1/projects") {
            checkKey(request, accounts.behaviour);
            return jsonAnswer(200, {{"projectId", "123456789012"}, {"authorizedDomains", {"localhost", "127.0.0.1"}}});
        }
        if (request.method == "GET" && toolkit == "/v2/recaptchaConfig")
            return jsonAnswer(200,
                              {{"recaptchaEnforcementState", {{{"provider", "EMAIL_PASSWORD_PROVIDER"}, {"enforcementState", "OFF"}}}}});
        const std::string method = methodOf(toolkit, accounts.project());
        if (request.method != "POST" || method.empty())
            throw AuthRefusal{"The requested URL was not found on this server.", 404};
        if (!isAdmin)
            checkKey(request, accounts.behaviour);
        return jsonAnswer(200, identityToolkit(accounts, method, parsed(request.body), isAdmin));
    } catch (const AuthRefusal &refusal) {
        return jsonAnswer(refusal.http, errorBody(refusal));
    } catch (const std::exception &) { // a mistake of ours must not take the whole cloud along
        return jsonAnswer(500, errorBody({"INTERNAL_ERROR", 500}));
    }
}

} // namespace callcard::demo::firebase

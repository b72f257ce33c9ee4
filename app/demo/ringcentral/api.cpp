#include "api.h"

#include "jsontext.h"
#include "multipart.h"
#include "oauth.h"

#include <algorithm>

namespace callcard::demo::ringcentral {

namespace {

std::vector<std::string> split(std::string_view path)
{
    std::vector<std::string> segments;
    while (!path.empty()) {
        path.remove_prefix(path.front() == '/' ? 1 : 0);
        const auto end = std::min(path.find('/'), path.size());
        segments.emplace_back(path.substr(0, end));
        path.remove_prefix(end);
    }
    return segments;
}

bool isVariable(const std::string &segment)
{
    return segment.starts_with('{');
}

} // namespace

Api::Api(Context &context) : m_context(context) {}

void Api::add(const std::string &method, const std::string &pattern, Group group, const std::string &scope, Handler handler, Access access)
{
    m_routes.push_back({method, split(pattern), group, scope, std::move(handler), access});
}

bool Api::matches(const Route &route, const std::vector<std::string> &segments, ApiCall &call)
{
    if (route.segments.size() != segments.size())
        return false;
    for (std::size_t i = 0; i < segments.size(); ++i) {
        if (!isVariable(route.segments[i]) && route.segments[i] != segments[i])
            return false;
    }
    call.vars.clear();
    for (std::size_t i = 0; i < segments.size(); ++i) {
        if (isVariable(route.segments[i]))
            call.vars[route.segments[i].substr(1, route.segments[i].size() - 2)] = segments[i];
    }
    return true;
}

const Api::Route &Api::find(ApiCall &call) const
{
    const std::vector<std::string> segments = split(call.path);
    bool isKnown = false;
    for (const Route &route : m_routes) {
        if (!matches(route, segments, call))
            continue;
        if (route.method == call.method)
            return route;
        isKnown = true;
    }
    if (isKnown)
        throw ApiError{405, "CMN-111", "Method not allowed", Json::object()};
    throw unknownAddress();
}

void Api::identify(ApiCall &call) const
{
    if (call.oauthSession.empty()) {
        const auto result = m_context.tokens.authenticate(call.authorization, m_context.now());
        if (const auto *failure = std::get_if<TokenFailure>(&result))
            throw ApiError{401, failure->code, failure->sentence, Json::object()};
        call.oauthSession = std::get<const OAuthSession *>(result)->id;
    }
    const OAuthSession *session = m_context.tokens.session(call.oauthSession);
    call.caller = session ? m_context.world().repByExtensionId(session->extensionId) : nullptr;
    if (!call.caller)
        throw ApiError{401, "OAU-213", "Token not found", Json::object()};
}

void Api::resolve(const Route &route, ApiCall &call) const
{
    call.rep = call.caller;
    const auto account = call.vars.find("account");
    if (account != call.vars.end() && account->second != "~" && account->second != m_context.world().accountId())
        throw notFound(m_context.settings, "accountId", account->second);
    const auto extension = call.vars.find("extension");
    if (extension == call.vars.end() || extension->second == "~")
        return;
    call.rep = m_context.world().repByExtensionId(extension->second);
    if (!call.rep)
        throw notFound(m_context.settings, "extensionId", extension->second);
    if (route.access == Access::Own && call.rep != call.caller)
        throw ApiError{403, "CMN-419", "In order to call this API endpoint, user needs to be the owner of the extension", Json::object()};
}

ApiReply Api::run(const Route &route, ApiCall &call)
{
    if (!m_context.hasScope(route.scope))
        throw missingScope(route.scope);
    if (const auto lack = m_context.faults.take("permission"))
        throw ApiError{403,
                       "CMN-408",
                       "In order to call this API endpoint, user needs to have [" + lack->value("permission", "ReadCallLog") +
                           "] permission",
                       {{"permissionName", lack->value("permission", "ReadCallLog")}}};
    if (m_context.faults.take("serverFault"))
        throw ApiError{m_context.settings.asNumber("faultStatus"), "CMN-201", "Service Temporary Unavailable", Json::object()};
    resolve(route, call);
    return route.handler(call);
}

ApiReply Api::answer(ApiCall &call)
{
    ApiReply reply;
    try {
        const Route &route = find(call);
        if (route.access == Access::Open)
            return route.handler(call);
        identify(call);
        const std::string key = call.caller->extensionId + "/" + m_context.tokens.session(call.oauthSession)->clientId;
        const auto verdict = m_context.limits.admit(key, route.group, m_context.now());
        if (!verdict.admitted) {
            m_context.count("rateLimited");
            m_context.count("requestsDuringPenalty", verdict.duringPenalty ? 1 : 0);
            return tooMany(verdict, route.group, m_context.settings);
        }
        try {
            reply = run(route, call);
        } catch (const ApiError &error) {
            reply = replyOf(error, m_context.settings);
        }
        addLimitHeaders(reply, verdict, route.group, m_context.settings);
    } catch (const ApiError &error) {
        reply = replyOf(error, m_context.settings);
    } catch (const Json::exception &) {
        // A body of unexpected shape that no handler asked about in detail.
        reply = replyOf({400, "CMN-103", "Cannot parse request body", Json::object()}, m_context.settings);
    }
    restyle(reply.body, m_context.settings);
    return reply;
}

std::variant<ApiCall, ApiError> Api::read(const serving::Request &request) const
{
    ApiCall call;
    call.method = request.method;
    call.path = serving::percentDecoded(request.path);
    while (call.path.size() > 1 && call.path.ends_with('/'))
        call.path.pop_back();
    call.query = request.queryItems();
    call.headers = request.headers;
    call.base = baseOf(request);
    call.authorization = bearerOf(request);

    const std::string tunnelled(request.header("X-HTTP-Method-Override"));
    const std::string inQuery = call.param("_method");
    if (!tunnelled.empty() && !inQuery.empty() && tunnelled != inQuery)
        return invalidParameter("_method", inQuery);
    if (!tunnelled.empty() || !inQuery.empty())
        call.method = tunnelled.empty() ? inQuery : tunnelled;

    // SDKs send an empty body, or an empty form, where nothing is to be said.
    const std::string_view type = request.header("Content-Type");
    const bool isForm = type.find("x-www-form-urlencoded") != std::string_view::npos;
    const auto wrapped = type.find("multipart/") == std::string_view::npos ? std::nullopt : jsonPart(type, request.body);
    if (!request.body.empty() && !isForm) {
        auto body = parseJson(wrapped ? *wrapped : request.body);
        if (!body)
            return ApiError{400, "CMN-103", "Cannot parse request body", Json::object()};
        call.body = std::move(*body);
        call.hasBody = true;
    }
    return call;
}

} // namespace callcard::demo::ringcentral

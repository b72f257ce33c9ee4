// From a URL to a method, and from its outcome to an HTTP answer.

#include "bodytext.h"
#include "documentlimits.h"
#include "methods.h"
#include "partialanswer.h"

#include <algorithm>
#include <array>
#include <exception>

namespace callcard::demo::firestore {

namespace {

using Method = Json (*)(Backend &, const Incoming &);

struct Verb {
    std::string_view name;
    Method method;
    bool onRoot;  ///< Only on ".../documents" itself.
    bool streams; ///< Answers an array, and wraps its errors into one.
};

constexpr std::array kVerbs{
    Verb{"commit", commit, true, false},
    Verb{"batchWrite", batchWrite, true, false},
    Verb{"batchGet", batchGet, true, true},
    Verb{"beginTransaction", beginTransaction, true, false},
    Verb{"rollback", rollback, true, false},
    Verb{"runQuery", runQuery, false, true},
    Verb{"runAggregationQuery", runAggregationQuery, false, true},
    Verb{"listCollectionIds", listCollectionIds, false, false},
    Verb{"partitionQuery", partitionQuery, false, false},
};

constexpr std::array<std::string_view, 17> kSystemParameters{
    "key",         "alt",          "$alt",           "prettyPrint", "$prettyPrint", "fields",          "$fields",
    "callback",    "access_token", "oauth_token",    "quotaUser",   "uploadType",   "upload_protocol", "$.xgafv",
    "$httpMethod", "$httpHeaders", "$outputDefaults"};

/// What a URL asks for.
struct Route {
    const Verb *verb = nullptr;
    Method method = nullptr;
    std::string path{};
};

[[noreturn]] void nowhere()
{
    refuse(Code::NotFound, "The requested URL was not found on this server.");
}

std::vector<std::string> decoded(std::string_view path)
{
    std::vector<std::string> out;
    for (const std::string &segment : segmentsOf(path.substr(std::min<std::size_t>(path.size(), 1))))
        out.push_back(serving::percentDecoded(segment));
    return out;
}

void checkDatabase(const std::vector<std::string> &segments, const Database &database)
{
    if (segments[2] != database.project)
        refuse(Code::PermissionDenied, "Permission denied on resource project " + segments[2].substr(0, 100) + ".");
    if (segments[4] != "(default)")
        refuse(Code::NotFound, "The database " + segments[4].substr(0, 100) + " does not exist for project " + database.project + ".");
}

/// "/v1/projects/P/databases/D/documents/…" split and checked; the verb after an unencoded colon is cut off before decoding.
Route routeOf(const serving::Request &request, const Database &database)
{
    std::string_view path = request.path;
    std::string_view verb;
    const std::size_t slash = path.rfind('/');
    const std::size_t colon = path.rfind(':');
    if (colon != std::string_view::npos && slash != std::string_view::npos && colon > slash) {
        verb = path.substr(colon + 1);
        path = path.substr(0, colon);
    }
    std::vector<std::string> segments = decoded(path);
    if (segments.size() < 6 || segments[0] != "v1" || segments[1] != "projects" || segments[3] != "databases" || segments[5] != "documents")
        nowhere();
    checkDatabase(segments, database);
    segments.erase(segments.begin(), segments.begin() + 6);
    checkSegments(segments);
    Route route;
    route.path = joined(segments);
    const bool isDocument = segments.size() % 2 == 0;
    if (!verb.empty()) {
        const auto found = std::find_if(kVerbs.begin(), kVerbs.end(), [verb](const Verb &it) { return it.name == verb; });
        if (found == kVerbs.end() || request.method != "POST" || !isDocument || (found->onRoot && !segments.empty()))
            nowhere();
        route.verb = &*found;
        route.method = found->method;
    } else if (request.method == "GET" && !segments.empty()) {
        route.method = isDocument ? getDocument : listDocuments;
    } else if (request.method == "POST" && !isDocument) {
        route.method = createDocument;
    } else if (request.method == "PATCH" && isDocument && !segments.empty()) {
        route.method = patchDocument;
    } else if (request.method == "DELETE" && isDocument && !segments.empty()) {
        route.method = deleteDocument;
    } else {
        nowhere();
    }
    return route;
}

/// What a project may ask of end users besides their token.
void checkGates(const Behaviour &behaviour, const Caller &caller, const serving::Request &request)
{
    if (caller.isAdmin)
        return;
    if (behaviour.webKeyRequired && request.queryValue("key").value_or("").empty())
        refuse(Code::PermissionDenied, "The request is missing a valid API key.");
    if (behaviour.appCheckEnforced && request.header("X-Firebase-AppCheck").empty())
        refuse(Code::PermissionDenied, "Missing or insufficient permissions.");
}

/// A stream that fails when some of its rows are out already.
void breakOff(Json &rows)
{
    if (rows.size() > 1)
        rows.erase(rows.size() - 1);
    rows.push_back(errorBody({Code::Unavailable, "The service is currently unavailable."}));
}

serving::Response jsonAnswer(int status, const Json &json)
{
    serving::Response response;
    response.status = status;
    response.headers = {{"Content-Type", "application/json; charset=UTF-8"},
                        {"Access-Control-Allow-Origin", "*"},
                        {"Cache-Control", "private"},
                        {"Vary", "Origin"}};
    response.body = jsonText(json) + "\n";
    return response;
}

serving::Response preflight(const serving::Request &request)
{
    serving::Response response;
    response.headers = {{"Access-Control-Allow-Origin", "*"},
                        {"Access-Control-Allow-Methods", "GET, POST, PATCH, DELETE, OPTIONS"},
                        {"Access-Control-Allow-Headers", std::string(request.header("Access-Control-Request-Headers"))},
                        {"Access-Control-Max-Age", "3600"}};
    return response;
}

} // namespace

serving::Response answer(Backend &backend, const serving::Request &request)
{
    if (request.method == "OPTIONS")
        return preflight(request);
    if (request.path == "/" && request.method == "GET")
        return serving::Response::text(200, "Ok\n"); // how tools ask an emulator whether it is up
    Route route;
    try {
        if (request.body.size() > kLargestBody)
            refuseArgument("Request payload size exceeds the limit: 10485760 bytes.");
        route = routeOf(request, backend.database);
        std::string fields;
        serving::Headers query;
        std::string authorization(request.header("Authorization"));
        for (auto &[name, value] : request.queryItems()) {
            if (name == "fields" || name == "$fields")
                fields = value;
            if (authorization.empty() && (name == "access_token" || name == "oauth_token"))
                authorization = "Bearer " + value;
            if (std::find(kSystemParameters.begin(), kSystemParameters.end(), name) == kSystemParameters.end())
                query.emplace_back(name, value);
        }
        const Caller caller = callerFrom(authorization, backend.behaviour.tokens, backend.database.project, backend.now());
        checkGates(backend.behaviour, caller, request);
        Json json = route.method(backend, Incoming{caller, route.path, std::move(query), request.body});
        if (json.is_array() && backend.behaviour.streamsToBreak > 0) {
            --backend.behaviour.streamsToBreak;
            breakOff(json);
        }
        return jsonAnswer(200, fields.empty() ? json : partialAnswer(json, fields));
    } catch (const Refusal &refusal) {
        Json body = errorBody(refusal);
        if (route.verb != nullptr && route.verb->streams && backend.behaviour.streamErrorsWrapped)
            body = Json::array({std::move(body)});
        serving::Response response = jsonAnswer(httpStatusOf(refusal.code), body);
        if (response.status == 429 && backend.behaviour.sendsRetryAfter)
            response.headers.emplace_back("Retry-After", "30");
        return response;
    } catch (const std::exception &) { // a mistake of ours must not take the whole cloud along
        return jsonAnswer(500, errorBody({Code::Internal, "Internal error encountered."}));
    }
}

} // namespace callcard::demo::firestore

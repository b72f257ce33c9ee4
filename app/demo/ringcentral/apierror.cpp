#include "apierror.h"

namespace callcard::demo::ringcentral {

namespace {

/// The word some answers carry at the top instead of the number.
std::string symbolOf(const std::string &code)
{
    static const std::map<std::string, std::string> kSymbols = {
        {"CMN-401", "InsufficientPermissions"},
        {"CMN-408", "InsufficientPermissions"},
        {"CMN-101", "InvalidParameter"},
        {"CMN-102", "ResourceNotFound"},
        {"OAU-128", "TokenInvalid"},
        {"OAU-213", "TokenInvalid"},
        {"OAU-129", "TokenInvalid"},
        {"OAU-149", "TokenInvalid"},
        {"OAU-151", "TokenInvalid"},
    };
    const auto found = kSymbols.find(code);
    return found == kSymbols.end() ? code : found->second;
}

} // namespace

ApiError invalidParameter(const std::string &name, const std::string &value)
{
    return {400, "CMN-101", "Parameter [" + name + "] value is invalid", {{"parameterName", name}, {"parameterValue", value}}};
}

ApiError notFound(const Settings &settings, const std::string &name, const std::string &value)
{
    return {settings.asNumber("notFoundStatus"),
            "CMN-102",
            "Resource for parameter [" + name + "] is not found",
            {{"parameterName", name}, {"parameterValue", value}}};
}

ApiError unknownAddress()
{
    return {404, "CMN-120", "Invalid URI", Json::object()};
}

ApiError missingScope(const std::string &scope)
{
    return {403,
            "CMN-401",
            "In order to call this API endpoint, application needs to have [" + scope + "] permission",
            {{"permissionName", scope}}};
}

// The paper gives the status alone; clients decide by it.
ApiError wrongState(const std::string &sentence)
{
    return {409, "TAS-102", sentence, Json::object()};
}

ApiReply replyOf(const ApiError &error, const Settings &settings)
{
    Json inner = error.more;
    inner["errorCode"] = error.code;
    inner["message"] = error.message;
    Json body = {{"errors", Json::array({inner})}};
    if (!settings.is("errorBodies", "errorsOnly")) {
        body.update(error.more);
        body["errorCode"] = settings.is("errorBodies", "symbolic") ? symbolOf(error.code) : error.code;
        body["message"] = error.message;
    }
    return {error.status, std::move(body), {}, {}};
}

ApiReply oauthError(int status, const std::string &error, const std::string &code, const std::string &description)
{
    Json body = {
        {"error", error}, {"error_description", description}, {"errors", Json::array({{{"errorCode", code}, {"message", description}}})}};
    return {status, std::move(body), {}, {}};
}

} // namespace callcard::demo::ringcentral

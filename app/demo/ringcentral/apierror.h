#pragma once

#include "settings.h"

#include <map>
#include <string>

namespace callcard::demo::ringcentral {

/// What a REST call answers, over HTTP or over a socket.
struct ApiReply {
    int status = 200;
    Json body{}; ///< Discarded or null: none.
    std::map<std::string, std::string> headers{};
    std::string raw{}; ///< Instead of a JSON body, with its content type in `headers`.
};

/// Thrown inside handlers of REST calls; becomes the vendor's error body.
struct ApiError {
    int status = 400;
    std::string code{}; ///< "CMN-101"
    std::string message{};
    Json more = Json::object(); ///< parameterName, permissionName …
};

[[nodiscard]] ApiError invalidParameter(const std::string &name, const std::string &value = {});
[[nodiscard]] ApiError notFound(const Settings &settings, const std::string &name, const std::string &value = {});
[[nodiscard]] ApiError unknownAddress();
[[nodiscard]] ApiError missingScope(const std::string &scope);
[[nodiscard]] ApiError wrongState(const std::string &sentence); ///< 409

[[nodiscard]] ApiReply replyOf(const ApiError &error, const Settings &settings);

/// The other body, of the OAuth addresses.
[[nodiscard]] ApiReply oauthError(int status, const std::string &error, const std::string &code, const std::string &description);

} // namespace callcard::demo::ringcentral

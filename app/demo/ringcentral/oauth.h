#pragma once

#include "apierror.h"
#include "clientcheck.h"
#include "context.h"

#include <map>

namespace callcard::demo::ringcentral {

/// The unversioned addresses under /restapi/oauth: authorize, token, revoke, wstoken.
class OAuth
{
public:
    explicit OAuth(Context &context);

    [[nodiscard]] static bool owns(std::string_view path);
    [[nodiscard]] serving::Response answer(const serving::Request &request);

    /// Whose socket token it is; used up when the switch says single-use. Empty: nobody's, or expired.
    [[nodiscard]] std::string sessionOfSocketToken(const std::string &token);
    /// The JWT a developer console would have made for this extension.
    [[nodiscard]] static std::string jwtFor(const std::string &extensionId);
    [[nodiscard]] std::vector<App> &apps() { return m_apps; }
    void reset();

private:
    struct Code {
        std::string clientId{};
        std::string redirectUri{};
        std::string challenge{};
        bool isS256 = false;
        std::string extensionId{};
        Instant expires{};
        bool isUsed = false;
    };
    struct SocketToken {
        std::string sessionId{};
        Instant expires{};
    };

    ApiReply authorize(const serving::Request &request);
    ApiReply redirectWithCode(const serving::Headers &items, const App &app, const std::string &login);
    ApiReply token(const serving::Request &request);
    ApiReply byJwt(const App &app, const serving::Headers &form);
    ApiReply byCode(const App &app, const serving::Headers &form);
    ApiReply byRefresh(const App &app, const serving::Headers &form);
    ApiReply revoke(const serving::Request &request);
    ApiReply socketToken(const serving::Request &request);
    [[nodiscard]] std::string limitKey(const serving::Request &request, std::string_view path) const;
    [[nodiscard]] ApiReply grant(const OAuthSession &session) const;
    [[nodiscard]] ApiReply codeFailure(const std::string &code, const std::string &sentence) const;
    [[nodiscard]] bool isRegistered(const App &app, const std::string &redirect) const;

    Context &m_context;
    std::vector<App> m_apps;
    std::map<std::string, Code> m_codes;
    std::map<std::string, SocketToken> m_socketTokens;
};

/// The bearer of a request: header in any case, or ?access_token=.
[[nodiscard]] std::string bearerOf(const serving::Request &request);
/// The address clients used, for links: "http://127.0.0.1:4711".
[[nodiscard]] std::string baseOf(const serving::Request &request);
[[nodiscard]] serving::Response httpResponse(ApiReply reply);
void addLimitHeaders(ApiReply &reply, const RateLimits::Verdict &verdict, Group group, const Settings &settings);
[[nodiscard]] ApiReply tooMany(const RateLimits::Verdict &verdict, Group group, const Settings &settings);

} // namespace callcard::demo::ringcentral

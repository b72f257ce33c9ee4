#include "oauth.h"

#include <algorithm>
#include <cctype>

namespace callcard::demo::ringcentral {

std::string bearerOf(const serving::Request &request)
{
    const std::string_view header = request.header("Authorization");
    constexpr std::string_view kScheme = "bearer ";
    const auto same = [](unsigned char a, unsigned char b) { return std::tolower(a) == b; };
    if (header.size() > kScheme.size() && std::ranges::equal(header.substr(0, kScheme.size()), kScheme, same))
        return std::string(header.substr(kScheme.size()));
    return header.empty() ? request.queryValue("access_token").value_or("") : std::string();
}

std::string baseOf(const serving::Request &request)
{
    const std::string_view host = request.header("Host");
    return "http://" + (host.empty() ? std::string("127.0.0.1") : std::string(host));
}

serving::Response httpResponse(ApiReply reply)
{
    serving::Response response;
    response.status = reply.status;
    if (!reply.raw.empty() || reply.headers.contains("Content-Type")) {
        response.body = std::move(reply.raw);
    } else if (!reply.body.is_null()) {
        response.body = reply.body.dump(-1, ' ', false, Json::error_handler_t::replace);
        reply.headers["Content-Type"] = "application/json;charset=utf-8";
    }
    for (auto &[name, value] : reply.headers)
        response.headers.emplace_back(name, std::move(value));
    return response;
}

void addLimitHeaders(ApiReply &reply, const RateLimits::Verdict &verdict, Group group, const Settings &settings)
{
    if (group == Group::None || verdict.limit < 0)
        return;
    std::string name = groupName(group);
    const auto upper = [](unsigned char c) { return static_cast<char>(std::toupper(c)); };
    if (settings.is("rateLimitGroupCase", "Light"))
        name.front() = upper(static_cast<unsigned char>(name.front()));
    else if (settings.is("rateLimitGroupCase", "LIGHT"))
        std::ranges::transform(name, name.begin(), upper);
    reply.headers["X-Rate-Limit-Group"] = name;
    reply.headers["X-Rate-Limit-Limit"] = std::to_string(verdict.limit);
    reply.headers["X-Rate-Limit-Remaining"] = std::to_string(verdict.remaining);
    reply.headers["X-Rate-Limit-Window"] = std::to_string(verdict.window);
}

ApiReply tooMany(const RateLimits::Verdict &verdict, Group group, const Settings &settings)
{
    const Json inner = {{"errorCode", "CMN-301"}, {"message", "Request rate exceeded"}};
    Json body = inner;
    body["errors"] = Json::array({inner});
    ApiReply reply{429, std::move(body), {}, {}};
    addLimitHeaders(reply, verdict, group, settings);
    reply.headers["Retry-After"] = std::to_string(verdict.retryAfter);
    return reply;
}

} // namespace callcard::demo::ringcentral

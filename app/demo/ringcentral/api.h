#pragma once

#include "apierror.h"
#include "context.h"

#include <callcard/httpserver.h>

#include <functional>
#include <string>
#include <vector>

namespace callcard::demo::ringcentral {

/// One REST call, however it came: over HTTP or through the gateway.
struct ApiCall {
    std::string method{};
    std::string path{}; ///< Decoded, without a slash at its end.
    serving::Headers query{};
    serving::Headers headers{};
    Json body{};
    bool hasBody = false;
    std::string socketSession{}; ///< The gateway session it came through; empty: HTTP.
    std::string base{};          ///< For links.
    std::string authorization{}; ///< HTTP: the bearer token. Socket: unused, `oauthSession` is known.
    std::string oauthSession{};

    const Rep *caller = nullptr; ///< Filled by the table before the handler runs.
    const Rep *rep = nullptr;    ///< Of {extension}; the caller where the path names none.
    std::map<std::string, std::string> vars{};

    [[nodiscard]] std::string param(std::string_view name) const;               ///< The first; empty when absent.
    [[nodiscard]] std::vector<std::string> params(std::string_view name) const; ///< All of them.
    /// Throws ApiError for what is no whole number within the bounds.
    [[nodiscard]] int number(std::string_view name, int fallback, int least, int most) const;
    [[nodiscard]] std::optional<Instant> time(std::string_view name) const;
    /// A text of the JSON body; throws ApiError when it is something else.
    [[nodiscard]] std::string text(const Json &object, const std::string &name) const;
    [[nodiscard]] std::string accountUri(const World &world) const;
    [[nodiscard]] std::string extensionUri(const World &world, const Rep &whose) const;
};

/// The table of addresses: what belongs to which limit and scope.
class Api
{
public:
    using Handler = std::function<ApiReply(ApiCall &)>;
    enum class Access { Open, Own, Everybody }; ///< Without a token; only one's own extension; any extension of the account.

    explicit Api(Context &context);

    /// Pattern with {account}, {extension} and other names in braces. Throws nothing; handlers may throw ApiError.
    void add(const std::string &method, const std::string &pattern, Group group, const std::string &scope, Handler handler,
             Access access = Access::Own);
    [[nodiscard]] ApiReply answer(ApiCall &call);
    /// What an HTTP request asks; an error when it contradicts itself.
    [[nodiscard]] std::variant<ApiCall, ApiError> read(const serving::Request &request) const;

private:
    struct Route {
        std::string method{};
        std::vector<std::string> segments{};
        Group group{};
        std::string scope{};
        Handler handler{};
        Access access{};
    };
    [[nodiscard]] static bool matches(const Route &route, const std::vector<std::string> &segments, ApiCall &call);
    [[nodiscard]] const Route &find(ApiCall &call) const;
    void identify(ApiCall &call) const;
    void resolve(const Route &route, ApiCall &call) const;
    ApiReply run(const Route &route, ApiCall &call);

    Context &m_context;
    std::vector<Route> m_routes;
};

/// Whether a filter that names these words lets this one through; one without words lets everything.
[[nodiscard]] bool isOneOf(const std::vector<std::string> &wanted, const std::string &word);
/// Rewrites ids and times into the spelling the switches ask for.
void restyle(Json &value, const Settings &settings);
/// A page of `records`, newest first, with paging and navigation as the vendor writes them.
[[nodiscard]] Json pageOf(const ApiCall &call, const std::string &uri, const std::vector<Json> &records, int perPage);

} // namespace callcard::demo::ringcentral

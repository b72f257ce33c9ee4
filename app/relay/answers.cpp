#include "answers.h"

#include <nlohmann/json.hpp>

namespace callcard::relay {

serving::Response jsonAnswer(int status, std::string_view body)
{
    serving::Response response = serving::Response::json(status, std::string(body));
    response.headers.emplace_back("Cache-Control", "no-store");
    return response;
}

serving::Response refusal(int status, const std::string &sentence)
{
    return jsonAnswer(status, nlohmann::json{{"status", "failed"}, {"complete", false}, {"error", sentence}}.dump());
}

serving::Response upstreamRefusal(const Error &error)
{
    serving::Response response;
    switch (error.kind) {
    case ErrorKind::RateLimited:
        response = refusal(429, "the account's budget is spent for now");
        break;
    case ErrorKind::TimedOut:
        response = refusal(503, "it is still being read; ask again");
        break;
    case ErrorKind::SignInNeeded:
        response = refusal(502, "the relay's key is not accepted; tell your administrator");
        break;
    case ErrorKind::Cancelled:
        response = refusal(503, "the relay is restarting");
        break;
    default:
        response = refusal(502, "the service behind the relay could not be read");
        break;
    }
    if (response.status == 429 || response.status == 503)
        response.headers.emplace_back("Retry-After", std::to_string(error.retryAfter.value_or(std::chrono::seconds(5)).count()));
    return response;
}

} // namespace callcard::relay

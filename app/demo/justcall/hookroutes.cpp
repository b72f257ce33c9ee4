#include "justcall/justcallservice.h"

#include "jsontext.h"
#include "webhooks/webhooks.h"

#include <algorithm>
#include <stdexcept>

namespace callcard::demo::justcall {

using serving::Response;

Response JustCallService::hooks(const Question &question)
{
    std::map<std::string, Json> byType;
    for (const Hook &hook : m_stage.webhooks.hooks()) {
        const std::string wanted = question.value("type");
        if (hook.provider != "justcall" || (!wanted.empty() && hook.type != wanted))
            continue;
        const Civil at = civilTime(hook.createdAt);
        byType[hook.type].push_back({{"webhook_url", hook.url},
                                     {"url_id", hook.id},
                                     {"api_version", "v2.1"},
                                     {"datetime", at.date() + " " + at.time()},
                                     {"status", hook.status}});
    }
    Json rows = Json::array();
    for (const auto &[type, urls] : byType) {
        const auto count = [&urls = urls](const char *status) {
            return std::count_if(urls.begin(), urls.end(), [status](const Json &url) { return url["status"] == status; });
        };
        rows.push_back({{"type", type},
                        {"latest_api_version", "v2.1"},
                        {"url_count", urls.size()},
                        {"warning_url_count", count("Warning")},
                        {"blacklisted_url_count", count("Blacklisted")},
                        {"webhook_urls", urls}});
    }
    return Response::json(200, dumped({{"status", "success"}, {"count", rows.size()}, {"data", rows}}));
}

Response JustCallService::addHook(const Question &question)
{
    Hook hook;
    hook.provider = "justcall";
    hook.url = textAt(question.body, "webhook_url");
    hook.type = textAt(question.body, "type");
    hook.secret = m_secret;
    if (hook.url.empty() || hook.type.empty())
        return failure(400, "webhook_url and type are required");
    if (!isJustCallType(hook.type))
        return failure(400, "type is not one of the events");
    try {
        const std::string id = m_stage.webhooks.add(hook);
        return Response::json(200,
                              dumped({{"status", "success"}, {"data", {{"url_id", id}, {"webhook_url", hook.url}, {"type", hook.type}}}}));
    } catch (const std::invalid_argument &error) {
        return failure(400, error.what());
    }
}

Response JustCallService::deleteHook(const Question &question)
{
    return m_stage.webhooks.remove(question.path[2]) ? Response::json(200, R"({"status":"success"})") : failure(404, "Webhook not found");
}

} // namespace callcard::demo::justcall

#include "gateway.h"

#include "jsontext.h"

#include <algorithm>

namespace callcard::demo::ringcentral {

namespace {

constexpr std::int64_t kLatestMs = 86'400'000;

std::string word(const Json &object, const char *name)
{
    const auto found = object.find(name);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

/// `query` of a frame: an object (values may be lists) or the text of a query.
serving::Headers queryOf(const Json &meta, const std::string &fromPath)
{
    serving::Request decoder;
    decoder.query = fromPath;
    serving::Headers items = decoder.queryItems();
    const auto found = meta.find("query");
    if (found == meta.end())
        return items;
    if (found->is_string()) {
        decoder.query = found->get<std::string>();
        const auto more = decoder.queryItems();
        items.insert(items.end(), more.begin(), more.end());
    } else if (found->is_object()) {
        const auto add = [&items](const std::string &name, const Json &value) {
            items.emplace_back(name, value.is_string() ? value.get<std::string>() : value.dump());
        };
        for (const auto &[name, value] : found->items()) {
            if (!value.is_array()) {
                add(name, value);
                continue;
            }
            for (const Json &one : value)
                add(name, one);
        }
    }
    return items;
}

} // namespace

void Gateway::onText(const std::shared_ptr<Link> &link, const std::string &text)
{
    if (link->isSilent())
        return;
    restartIdle(link);
    const Json frame = parseJson(text).value_or(Json());
    if (!frame.is_array() || frame.empty() || !frame.front().is_object() || frame.size() > 2) {
        m_context.count("malformedFrames");
        link->sendError(m_context.names.uuid(), 400, "WSG-400", "Malformed message");
        return;
    }
    const std::string type = word(frame.front(), "type");
    if (type == "Heartbeat") {
        m_context.count("heartbeats");
        if (!m_context.faults.take("heartbeat"))
            link->sendText(text); // verbatim
    } else if (type == "ClientRequest") {
        onRequest(link, frame);
    } else {
        m_context.count("malformedFrames");
        link->sendError(word(frame.front(), "messageId"), 400, "WSG-400", "Unknown message type");
    }
}

void Gateway::onRequest(const std::shared_ptr<Link> &link, const Json &frame)
{
    const Json &meta = frame.front();
    const std::string messageId = word(meta, "messageId");
    if (messageId.empty() || word(meta, "method").empty() || word(meta, "path").empty()) {
        link->sendError(messageId, 400, "WSG-400", "Malformed message");
        return;
    }
    if (frame.size() == 2 && frame[1].is_null()) {
        link->sendError(messageId, 400, "WSG-808", "Message body must not be null");
        return;
    }
    if (link->activeRequests >= m_context.settings.number("maxActiveRequests")) {
        link->sendError(messageId, 429, "CMN-301", "Too many active requests");
        return;
    }

    ApiCall call;
    const std::string path = word(meta, "path");
    const auto question = std::min(path.find('?'), path.size());
    call.method = word(meta, "method");
    call.path = serving::percentDecoded(path.substr(0, question));
    while (call.path.size() > 1 && call.path.ends_with('/'))
        call.path.pop_back();
    call.query = queryOf(meta, question < path.size() ? path.substr(question + 1) : std::string());
    call.base = link->base;
    call.socketSession = link->id;
    call.oauthSession = link->oauthSession;
    if (frame.size() == 2) {
        call.body = frame[1];
        call.hasBody = true;
    }
    m_context.count("socketRequests");

    if (OAuth::owns(call.path)) {
        reply(link, messageId, replyOf({400, "CMN-120", "Not available over WebSocket", Json::object()}, m_context.settings));
        return;
    }
    const std::string before = link->id;
    ApiReply answer = m_api.answer(call);
    link->hasSubscribed = link->hasSubscribed || m_subscriptions.ofSession(before) != nullptr;
    reply(link, messageId, std::move(answer));
}

void Gateway::reply(const std::shared_ptr<Link> &link, const std::string &messageId, ApiReply answer)
{
    if (m_context.faults.take("reply")) {
        m_context.count("repliesLost");
        return; // done, but the answer is lost
    }
    const auto send = [messageId, answer](Link &one) { one.sendReply(messageId, answer.status, answer.headers, answer.body, answer.raw); };
    const auto delay = m_context.settings.millis("socketDelayMs");
    if (delay.count() == 0) {
        send(*link);
        return;
    }
    ++link->activeRequests;
    const std::weak_ptr<Link> weak = link;
    link->delayed.push_back(m_context.stage.thread.after(delay, [weak, send] {
        if (const auto one = weak.lock()) {
            --one->activeRequests;
            send(*one);
        }
    }));
    if (link->delayed.size() > 64)
        link->delayed.erase(link->delayed.begin()); // long fired: never more than maxActiveRequests wait
}

void Gateway::notify(const Subscription &subscription, const Json &envelope)
{
    const auto found = m_links.find(subscription.socketSession);
    if (found == m_links.end())
        return;
    const std::shared_ptr<Link> link = found->second;
    Faults &faults = m_context.faults;
    m_context.count("notifications");
    if (faults.take("lose"))
        return;
    if (const auto late = faults.take("late")) {
        const std::weak_ptr<Link> weak = link;
        if (m_late.size() > 256)
            m_late.erase(m_late.begin());
        const std::chrono::milliseconds by(std::clamp<std::int64_t>(integerAt(*late, "ms", 5000), 0, kLatestMs));
        m_late.push_back(m_context.stage.clock.after(by, [weak, envelope] {
            if (const auto one = weak.lock())
                one->notify(envelope);
        }));
        return;
    }
    if (faults.take("reorder")) {
        // Waits until the next one has overtaken it.
        const auto held = m_heldBack.find(link->id);
        if (held == m_heldBack.end()) {
            m_heldBack[link->id] = envelope;
            return;
        }
    }
    Json sent = envelope;
    if (faults.take("foreign"))
        sent["subscriptionId"] = "somebody-elses";
    if (faults.take("half")) {
        const std::string text = Json::array({{{"type", "ServerNotification"}, {"status", 200}}, sent}).dump();
        link->sendText(text.substr(0, text.size() / 2));
        return;
    }
    if (faults.take("unknownFrame"))
        link->sendText(R"([{"type":"SomethingNew","messageId":"1"},{"hello":true}])");
    link->notify(sent);
    if (faults.take("duplicate"))
        link->notify(sent);
    const auto held = m_heldBack.find(link->id);
    if (held != m_heldBack.end()) {
        const Json earlier = held->second;
        m_heldBack.erase(held);
        link->notify(earlier);
    }
}

} // namespace callcard::demo::ringcentral

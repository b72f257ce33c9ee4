#include "control/control.h"
#include "jsontext.h"
#include "webhooks/webhooks.h"

#include <algorithm>
#include <stdexcept>

namespace callcard::demo {

using Json = nlohmann::json;

namespace {

Hook hookOf(const Json &args, const World &world)
{
    Hook hook;
    hook.provider = textAt(args, "provider", "justcall");
    if (hook.provider != "justcall" && hook.provider != "ringcentral" && hook.provider != "twilio")
        throw std::invalid_argument("provider: justcall, ringcentral or twilio");
    hook.url = textAt(args, "url");
    hook.type = textAt(args, "type", "*");
    hook.secret = textAt(args, "secret", hook.provider == "justcall" ? "demo-justcall-secret" : "demo-" + hook.provider + "-secret");
    if (const std::string rep = textAt(args, "rep"); !rep.empty()) {
        const Rep *known = world.rep(rep) ? world.rep(rep) : world.repByEmail(rep);
        if (!known)
            throw std::invalid_argument("there is no rep " + rep);
        hook.repId = known->id;
    }
    hook.usesPresence = flagAt(args, "presence");
    hook.isAccountWide = flagAt(args, "account");
    hook.signature = textAt(args, "signature", "right");
    hook.copies = static_cast<int>(std::clamp<std::int64_t>(integerAt(args, "copies", 1), 1, 10));
    hook.retryAfter =
        std::chrono::milliseconds(static_cast<std::int64_t>(std::clamp(numberAt(args, "retrySeconds", 30), 0.01, 86'400.0) * 1000));
    return hook;
}

Json sendOne(Webhooks &webhooks, const Json &args)
{
    const World &world = webhooks.world();
    Hook hook = hookOf(args, world);
    if (!isLoopback(hook.url))
        throw std::invalid_argument("webhooks go to http addresses on loopback only");
    hook.id = "by-hand";
    std::string type = textAt(args, "type", "call.incoming");
    if (args.contains("body") && args["body"].is_object()) {
        webhooks.send(hook, type, args["body"]);
        return Json::object();
    }
    const WorldCall *call = world.call(integerAt(args, "call", world.calls().empty() ? -1 : world.calls().back().id));
    if (!call)
        throw std::invalid_argument("there is no such call");
    if (hook.provider == "justcall") {
        if (!type.starts_with("call."))
            throw std::invalid_argument("only events of calls can be sent without a body");
        webhooks.send(hook, type, webhooks.justCallBody(hook, type, webhooks.callData(type, *call)));
    } else if (hook.provider == "ringcentral") {
        const auto step = std::find_if(call->steps.rbegin(), call->steps.rend(),
                                       [&](const CallStep &one) { return call->parties[one.party].kind == Party::Kind::Rep; });
        if (step == call->steps.rend() || !webhooks.ringCentralEvent)
            throw std::invalid_argument("that call is of the generated past and has no parties");
        webhooks.send(hook, type, webhooks.ringCentralEvent(hook, *call, *step));
    } else {
        if (!args.contains("type"))
            type = Webhooks::twilioStatus(*call);
        Json form = Json::object();
        for (const auto &[name, value] : webhooks.twilioForm(*call, type))
            form[name] = value;
        if (args.contains("fields") && args["fields"].is_object())
            form.update(args["fields"]); // RecordingSid, RecordingUrl …
        webhooks.send(hook, type, form);
    }
    return Json::object();
}

} // namespace

void addWebhookVerbs(Control &control, Webhooks &webhooks)
{
    control.add(
        "webhook.add",
        "provider (justcall, ringcentral, twilio), url, type (*), secret, rep, presence, account, signature (right, wrong, none), copies, "
        "retrySeconds: what happens is posted there",
        [&webhooks](const Json &args) -> Json {
            const Hook hook = hookOf(args, webhooks.world());
            if (hook.provider == "justcall" && hook.type != "*" && !isJustCallType(hook.type))
                throw std::invalid_argument("JustCall has no event " + hook.type);
            return {{"webhook", webhooks.add(hook)}};
        });
    control.add("webhook.remove", "webhook", [&webhooks](const Json &args) -> Json {
        if (!webhooks.remove(textAt(args, "webhook")))
            throw std::invalid_argument("there is no such webhook");
        return Json::object();
    });
    control.add("webhook.list", "", [&webhooks](const Json &) -> Json {
        Json rows = Json::array();
        for (const Hook &hook : webhooks.hooks())
            rows.push_back({{"id", hook.id},
                            {"provider", hook.provider},
                            {"url", hook.url},
                            {"type", hook.type},
                            {"status", hook.status},
                            {"failures", hook.failures}});
        return {{"webhooks", rows}};
    });
    control.add("webhook.send", "as webhook.add, and call or body, fields: one event by hand",
                [&webhooks](const Json &args) { return sendOne(webhooks, args); });
    control.add("webhook.deliveries", "limit (100): what was sent and answered; status 0: no answer, -1: handshake wrong",
                [&webhooks](const Json &args) -> Json {
                    return {{"deliveries", webhooks.deliveries(static_cast<std::size_t>(
                                               std::clamp<std::int64_t>(integerAt(args, "limit", 100), 1, 2000)))}};
                });
}

} // namespace callcard::demo

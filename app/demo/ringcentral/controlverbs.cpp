#include "ringcentralservice.h"

#include "jsontext.h"

#include <algorithm>
#include <stdexcept>

namespace callcard::demo::ringcentral {

namespace {

/// The faults that meet the next `count` requests, notifications or frames of their kind.
const std::map<std::string, std::string> &faultNames()
{
    static const std::map<std::string, std::string> kNames = {
        {"wstoken", "403 for the socket token"},
        {"authorize", "the browser comes back with {error, description}"},
        {"permission", "403 CMN-408, {permission}"},
        {"serverFault", "500 or 503, CMN-201"},
        {"recovery", "recovery fails with {code}"},
        {"heartbeat", "a heartbeat is not echoed"},
        {"reply", "a request over the socket is done, its answer is lost"},
        {"lose", "a notification never comes, not even after a recovery"},
        {"late", "a notification comes {ms} later, in demo time"},
        {"duplicate", "a notification comes twice"},
        {"reorder", "a notification is overtaken by the next"},
        {"foreign", "a notification of somebody else's subscription"},
        {"half", "half of a notification's text"},
        {"unknownFrame", "a frame of an unknown type goes before"},
        {"ringOut", "a RingOut ends otherwise: {caller, callee} are Success, NoAnswer, Busy, Rejected, GenericError"},
        {"smsFails", "a text is not delivered"},
        {"callLogToken", "ISync of the call log: 400 with {code}"},
        {"messageToken", "ISync of messages: 400 MSG-333"},
    };
    return kNames;
}

/// What a fault may be told, each a text but for `ms`. Checked here, for where it strikes nobody is left to complain to.
void checkDetails(const Json &arguments)
{
    for (const char *name : {"code", "permission", "error", "description", "caller", "callee"}) {
        if (arguments.contains(name) && !arguments[name].is_string())
            throw std::invalid_argument(std::string(name) + " is a text");
    }
    for (const char *name : {"ms", "count"}) {
        if (arguments.contains(name) && (!arguments[name].is_number_integer() || integerAt(arguments, name) < 0))
            throw std::invalid_argument(std::string(name) + " is a whole number");
    }
}

int perWindowIn(const Json &arguments)
{
    return static_cast<int>(std::clamp<std::int64_t>(integerAt(arguments, "perWindow", -1), -1, 1'000'000));
}

Group groupIn(const Json &arguments)
{
    const auto group = groupOf(textAt(arguments, "group"));
    if (!group)
        throw std::invalid_argument("group is light, medium, heavy or auth");
    return *group;
}

} // namespace

void RingCentral::registerVerbs()
{
    m_verbs["switches"] = [this](const Json &) { return m_context.settings.describe(); };
    m_verbs["switch"] = [this](const Json &arguments) {
        if (!arguments.contains("name") || !(arguments.contains("position") || arguments.contains("value")))
            throw std::invalid_argument("switch takes name and position; the verb switches lists them");
        m_context.settings.set(textAt(arguments, "name"), arguments.contains("position") ? arguments["position"] : arguments["value"]);
        applySwitches();
        return Json{{"ok", true}};
    };
    m_verbs["faults"] = [this](const Json &) {
        Json known = Json::object();
        for (const auto &[name, about] : faultNames())
            known[name] = about;
        return Json{{"armed", m_context.faults.list()}, {"known", known}};
    };
    m_verbs["fault"] = [this](const Json &arguments) {
        const std::string name = textAt(arguments, "name");
        if (!faultNames().contains(name))
            throw std::invalid_argument("no fault is called " + name + "; the verb faults lists them");
        checkDetails(arguments);
        m_context.faults.arm(name, static_cast<int>(std::min<std::int64_t>(integerAt(arguments, "count", 1), 1'000'000)), arguments);
        return Json{{"ok", true}};
    };
    m_verbs["limits"] = [this](const Json &) { return m_context.limits.report(); };
    m_verbs["limit"] = [this](const Json &arguments) {
        if (textAt(arguments, "group") == "all") {
            for (const Group group : {Group::Light, Group::Medium, Group::Heavy, Group::Auth})
                m_context.limits.setLimit(group, perWindowIn(arguments));
        } else if (flagAt(arguments, "exhaust")) {
            m_context.limits.exhaust(groupIn(arguments));
        } else if (arguments.contains("penalty")) {
            m_context.limits.setPenalty(std::chrono::seconds(std::clamp<std::int64_t>(integerAt(arguments, "penalty", 60), 1, 86'400)));
        } else {
            m_context.limits.setLimit(groupIn(arguments), perWindowIn(arguments));
        }
        return m_context.limits.report();
    };
    m_verbs["clearLimits"] = [this](const Json &) {
        m_context.limits.clear();
        return Json{{"ok", true}};
    };
    m_verbs["sessions"] = [this](const Json &) {
        Json all = Json::array();
        for (const auto &[id, one] : m_context.tokens.sessions())
            all.push_back({{"id", id},
                           {"clientId", one.clientId},
                           {"extensionId", one.extensionId},
                           {"createdAt", zuluTime(one.createdAt)},
                           {"accessExpires", zuluTime(one.access.expires)},
                           {"endpointId", one.endpointId}});
        return all;
    };
    m_verbs["expire"] = [this](const Json &arguments) {
        const std::string what = textAt(arguments, "what", "access");
        const std::string session = textAt(arguments, "session");
        if (what == "access" || what == "session")
            m_context.tokens.expireAccess(session, m_context.now());
        if (what == "refresh" || what == "session")
            m_context.tokens.expireRefresh(session, m_context.now());
        if (what != "access" && what != "refresh" && what != "session")
            throw std::invalid_argument("what is access, refresh or session");
        m_context.tokens.sweep(m_context.now());
        return Json{{"ok", true}};
    };
    m_verbs["revoke"] = [this](const Json &arguments) {
        const std::string session = textAt(arguments, "session");
        session.empty() ? m_context.tokens.endAll() : m_context.tokens.end(session);
        return Json{{"ok", true}};
    };
    m_verbs["jwt"] = [this](const Json &arguments) {
        const Rep *rep = m_context.world().rep(textAt(arguments, "rep", m_context.world().demoRep().id));
        if (!rep)
            throw std::invalid_argument("no such rep");
        return Json{{"jwt", OAuth::jwtFor(rep->extensionId)}};
    };
    m_verbs["app"] = [this](const Json &arguments) {
        App app{textAt(arguments, "clientId"),  textAt(arguments, "secret"),    flagAt(arguments, "public"), {},
                flagAt(arguments, "jwt", true), flagAt(arguments, "code", true)};
        for (const Json &uri : arguments.value("redirectUris", Json::array())) {
            if (uri.is_string() && app.redirectUris.size() < 10)
                app.redirectUris.push_back(uri.get<std::string>());
        }
        if (app.clientId.empty())
            throw std::invalid_argument("app takes clientId, secret, public, redirectUris, jwt, code");
        std::erase_if(m_oauth.apps(), [&app](const App &one) { return one.clientId == app.clientId; });
        m_oauth.apps().push_back(app);
        return Json{{"ok", true}};
    };
    m_verbs["ringOuts"] = [this](const Json &) { return m_ringOuts.describe(); };
    m_verbs["reset"] = [this](const Json &) {
        reset();
        return Json{{"ok", true}};
    };
}

void RingCentral::registerSocketVerbs()
{
    // Each takes "socket": an id from `sockets`, or none for all.
    const auto each = [this](const Json &arguments, const std::function<void(Link &)> &what) {
        return Json{{"sockets", m_gateway.forEach(textAt(arguments, "socket"), what)}};
    };
    m_verbs["sockets"] = [this](const Json &) { return m_gateway.describe(); };
    m_verbs["subscriptions"] = [this](const Json &) { return m_subscriptions.list(); };
    m_verbs["socket.silence"] = [each](const Json &arguments) { return each(arguments, [](Link &link) { link.goSilent(); }); };
    m_verbs["socket.drop"] = [each](const Json &arguments) { return each(arguments, [](Link &link) { link.cut(); }); };
    m_verbs["socket.close"] = [each](const Json &arguments) {
        const auto code = static_cast<std::uint16_t>(std::clamp<std::int64_t>(integerAt(arguments, "code", 1001), 1000, 4999));
        return each(arguments, [code, reason = textAt(arguments, "reason")](Link &link) { link.close(code, reason); });
    };
    m_verbs["socket.timeout"] = [this, each](const Json &arguments) {
        const std::string kind = textAt(arguments, "kind", "absolute");
        if (kind != "absolute" && kind != "idle")
            throw std::invalid_argument("kind is absolute (WSG-903) or idle (WSG-902)");
        return each(arguments, [this, kind](Link &link) { m_gateway.timeOut(link, kind == "absolute"); });
    };
    m_verbs["socket.ping"] = [this, each](const Json &arguments) {
        return each(arguments, [this](Link &link) { m_gateway.ping(link.shared_from_this()); });
    };
    m_verbs["socket.frame"] = [each](const Json &arguments) {
        return each(arguments, [text = textAt(arguments, "text")](Link &link) { link.sendText(text); });
    };
    m_verbs["socket.bytes"] = [each](const Json &arguments) {
        const std::string bytes = fromBase64(textAt(arguments, "base64"));
        return each(arguments, [bytes](Link &link) { link.socket()->sendRaw(bytes); });
    };
    m_verbs["socket.forget"] = [this](const Json &) {
        m_gateway.reset();
        return Json{{"ok", true}};
    };
}

} // namespace callcard::demo::ringcentral

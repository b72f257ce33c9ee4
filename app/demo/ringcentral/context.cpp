#include "context.h"

namespace callcard::demo::ringcentral {

Context::Context(Stage &theStage) : stage(theStage), tokens(names, settings) {}

std::set<std::string> Context::scopes() const
{
    std::set<std::string> all = {"ReadAccounts", "ReadPresence", "EditPresence", "RingOut",  "ReadCallLog", "ReadCallRecording",
                                 "ReadMessages", "EditMessages", "SMS",          "Contacts", "ReadContacts"};
    if (settings.on("callControlScope"))
        all.insert("CallControl");
    if (!settings.is("webSocketScope", "none"))
        all.insert(settings.text("webSocketScope"));
    return all;
}

bool Context::hasScope(const std::string &scope) const
{
    if (scope == "WebSocket")
        return !settings.is("webSocketScope", "none");
    return scope.empty() || scopes().contains(scope);
}

std::optional<Json> Faults::take(const std::string &name)
{
    const auto found = m_armed.find(name);
    if (found == m_armed.end() || found->second.count <= 0)
        return std::nullopt;
    Json details = found->second.details;
    if (--found->second.count == 0)
        m_armed.erase(found);
    return details;
}

Json Faults::list() const
{
    Json all = Json::object();
    for (const auto &[name, armed] : m_armed)
        all[name] = {{"count", armed.count}, {"details", armed.details}};
    return all;
}

} // namespace callcard::demo::ringcentral

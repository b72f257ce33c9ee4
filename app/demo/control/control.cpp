#include "control/control.h"

#include "jsontext.h"

#include <algorithm>
#include <stdexcept>

namespace callcard::demo {

void Control::add(const std::string &name, const std::string &help, Verb verb)
{
    m_verbs[name] = {help, std::move(verb)};
}

void Control::setServices(ServiceVerb verb, VerbsOf verbsOf)
{
    m_serviceVerb = std::move(verb);
    m_verbsOf = std::move(verbsOf);
}

bool Control::knows(const Json &request) const
{
    const std::string verb = textAt(request, "do"), service = textAt(request, "service");
    if (m_verbs.contains(verb))
        return true;
    if (service.empty() || !m_verbsOf)
        return false;
    const auto known = m_verbsOf(service);
    return std::find(known.begin(), known.end(), verb) != known.end();
}

Control::Json Control::handle(const Json &request) const
{
    try {
        if (!request.is_object())
            throw std::invalid_argument("a request is a JSON object with \"do\"");
        const std::string verb = textAt(request, "do");
        const std::string service = textAt(request, "service");
        const auto known = m_verbs.find(verb);
        Json answer;
        if (known != m_verbs.end())
            answer = known->second.verb(request);
        else if (!service.empty() && m_serviceVerb)
            answer = m_serviceVerb(service, verb, request);
        else
            throw std::invalid_argument("no verb is called \"" + verb + "\"; {\"do\":\"help\"} lists them");
        if (!answer.is_object())
            answer = Json{{"result", std::move(answer)}};
        if (!answer.contains("ok"))
            answer["ok"] = true;
        return answer;
    } catch (const std::exception &error) {
        return {{"ok", false}, {"error", error.what()}};
    }
}

Control::Json Control::help() const
{
    Json verbs = Json::object();
    for (const auto &[name, entry] : m_verbs)
        verbs[name] = entry.help;
    return {{"verbs", verbs}};
}

} // namespace callcard::demo

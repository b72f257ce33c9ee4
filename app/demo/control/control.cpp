#include "control/control.h"

#include "jsontext.h"

#include <stdexcept>

namespace callcard::demo {

void Control::add(const std::string &name, const std::string &help, Verb verb)
{
    m_verbs[name] = {help, std::move(verb)};
}

void Control::setServiceVerb(std::function<Json(const std::string &, const std::string &, const Json &)> verb)
{
    m_serviceVerb = std::move(verb);
}

bool Control::knows(const Json &request) const
{
    return m_verbs.contains(textAt(request, "do")) || !textAt(request, "service").empty();
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

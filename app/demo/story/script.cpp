#include "story/script.h"

#include "jsontext.h"

#include <QLoggingCategory>

#include <algorithm>
#include <stdexcept>

namespace callcard::demo {

namespace {

Q_LOGGING_CATEGORY(lcScript, "callcard.demo.script", QtInfoMsg)

constexpr std::size_t kMostSteps = 100'000;

} // namespace

Script::Script(DemoClock &clock, Control &control) : m_clock(clock), m_control(control) {}

nlohmann::json Script::play(const nlohmann::json &script)
{
    if (!script.contains("steps") || !script["steps"].is_array())
        throw std::invalid_argument("a script has \"steps\", a list");
    const auto &steps = script["steps"];
    if (steps.size() > kMostSteps)
        throw std::invalid_argument("a script has at most 100000 steps");
    std::size_t number = 0;
    for (const auto &step : steps) {
        ++number;
        if (!step.is_object() || textAt(step, "do").empty())
            throw std::invalid_argument("step " + std::to_string(number) + " has no \"do\"");
        if (textAt(step, "do") == "script")
            throw std::invalid_argument("a script cannot play scripts");
        if (!m_control.knows(step))
            throw std::invalid_argument("step " + std::to_string(number) + ": no verb is called \"" + textAt(step, "do") + '"');
    }
    double at = 0;
    for (const auto &step : steps) {
        at = step.contains("at") ? numberAt(step, "at") : at + numberAt(step, "after");
        const auto delay = std::chrono::milliseconds(static_cast<std::int64_t>(std::clamp(at, 0.0, 1e8) * 1000));
        m_timers.push_back(m_clock.after(delay, [this, step] { run(step); }));
    }
    return {{"steps", steps.size()}, {"seconds", at}};
}

void Script::run(nlohmann::json step)
{
    for (auto &[key, value] : step.items()) {
        if (!value.is_string() || !value.get_ref<const std::string &>().starts_with("$"))
            continue;
        const auto named = m_names.find(value.get_ref<const std::string &>().substr(1));
        if (named != m_names.end())
            value = named->second;
    }
    const auto answer = m_control.handle(step);
    if (!flagAt(answer, "ok"))
        qCWarning(lcScript) << "a step failed:" << QString::fromStdString(textAt(step, "do") + ": " + textAt(answer, "error"));
    const std::string name = textAt(step, "as");
    for (const char *kind : {"call", "customer", "text", "fault"}) {
        if (!name.empty() && answer.contains(kind))
            m_names[name] = answer[kind].is_object() ? answer[kind]["id"] : answer[kind];
    }
}

} // namespace callcard::demo

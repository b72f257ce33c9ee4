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
    for (const auto &step : steps)
        check(step, ++number);
    const bool plays = !flagAt(script, "check");
    double at = 0;
    for (const auto &step : steps) {
        at = step.contains("at") ? numberAt(step, "at") : at + numberAt(step, "after");
        if (!plays)
            continue;
        const auto delay = std::chrono::milliseconds(static_cast<std::int64_t>(std::clamp(at, 0.0, 1e8) * 1000));
        const auto id = ++m_last;
        m_timers[id] = m_clock.after(delay, [this, id, step] {
            const auto own = id;
            run(step);
            m_timers.erase(own); // destroys this very function: nothing after it
        });
    }
    return {{"steps", steps.size()}, {"seconds", at}, {"waiting", m_timers.size()}};
}

void Script::check(const nlohmann::json &step, std::size_t number) const
{
    const auto wrong = [number](const std::string &what) { return std::invalid_argument("step " + std::to_string(number) + ": " + what); };
    if (!step.is_object() || textAt(step, "do").empty())
        throw wrong("there is no \"do\"");
    if (textAt(step, "do") == "script")
        throw wrong("a script cannot play scripts");
    if (!m_control.knows(step))
        throw wrong("no verb is called \"" + textAt(step, "do") + '"');
    for (const char *when : {"at", "after"}) {
        if (step.contains(when) && numberAt(step, when, -1) < 0)
            throw wrong(std::string("\"") + when + "\" is a number of seconds");
    }
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
    for (const char *kind : {"call", "customer", "text", "fault", "webhook"}) {
        if (!name.empty() && answer.contains(kind))
            m_names[name] = answer[kind].is_object() ? answer[kind]["id"] : answer[kind];
    }
}

} // namespace callcard::demo

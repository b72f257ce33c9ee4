#pragma once

#include <nlohmann/json.hpp>

#include <functional>
#include <map>
#include <string>
#include <vector>

namespace callcard::demo {

/// The verbs by which the cloud is steered: {"do":"call.start", …} → {"ok":true, …} or {"ok":false,"error":"a sentence"}.
class Control
{
public:
    using Json = nlohmann::json;
    /// Returns what is merged into the answer; throws std::invalid_argument with a sentence.
    using Verb = std::function<Json(const Json &arguments)>;

    void add(const std::string &name, const std::string &help, Verb verb);
    using ServiceVerb = std::function<Json(const std::string &service, const std::string &verb, const Json &arguments)>;
    using VerbsOf = std::function<std::vector<std::string>(const std::string &service)>;
    /// For requests with a "service": handed to it under its verb; `verbsOf` names those it has.
    void setServices(ServiceVerb verb, VerbsOf verbsOf);
    [[nodiscard]] Json handle(const Json &request) const;
    /// Whether somebody takes the request; its arguments may still be wrong. Throws for a service that nobody is.
    [[nodiscard]] bool knows(const Json &request) const;
    [[nodiscard]] Json help() const;

private:
    struct Entry {
        std::string help{};
        Verb verb{};
    };
    std::map<std::string, Entry> m_verbs;
    ServiceVerb m_serviceVerb;
    VerbsOf m_verbsOf;
};

class DemoClock;
class Faults;
class Journal;
class Story;
class World;
class Webhooks;

void addCallVerbs(Control &control, World &world, DemoClock &clock);
void addDataVerbs(Control &control, World &world);
void addStageVerbs(Control &control, DemoClock &clock, Journal &journal, Faults &faults);
void addStoryVerbs(Control &control, Story &story);
void addWebhookVerbs(Control &control, Webhooks &webhooks);

} // namespace callcard::demo

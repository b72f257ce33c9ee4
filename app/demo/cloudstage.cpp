#include "cloudstage.h"

#include <stdexcept>

namespace callcard::demo {

namespace {

/// The world is built with the past before "now", so the clock is set before it.
DemoClock &prepared(DemoClock &clock, const DemoOptions &options)
{
    if (options.startAt != 0)
        clock.setNow(Instant(std::chrono::seconds(options.startAt)));
    clock.setSpeed(options.speed);
    return clock;
}

} // namespace

CloudStage::CloudStage(serving::ServingThread &thread, const DemoOptions &wanted)
    : options(wanted)
    , clock(thread)
    , world(prepared(clock, options), {options.customers, options.days, options.callsPerDay, options.seed})
    , faults(static_cast<std::uint32_t>(options.seed))
    , webhooks(thread, clock, world)
    , stage{thread, clock, world, journal, webhooks}
    , services(makeServices(stage))
    , gate(thread, clock, journal, faults)
    , story(clock, world, options.seed)
    , script(clock, control)
{
    addCallVerbs(control, world, clock);
    addDataVerbs(control, world);
    addStageVerbs(control, clock, journal, faults);
    control.add("held", "requests without an answer because a fault keeps them", [this](const auto &) -> nlohmann::json {
        return {{"held", gate.held()}};
    });
    addStoryVerbs(control, story);
    addWebhookVerbs(control, webhooks);
    control.setServices(
        [this](const std::string &name, const std::string &verb, const nlohmann::json &args) { return service(name).control(verb, args); },
        [this](const std::string &name) { return service(name).verbs(); });
    control.add("script",
                "steps [{after | at: seconds, as: name, do: …}], check (false: play it); \"$name\" stands for what that step made",
                [this](const auto &args) { return script.play(args); });
}

CloudStage::~CloudStage() = default;

Service &CloudStage::service(const std::string &name)
{
    for (const auto &one : services) {
        if (one->name() == name)
            return *one;
    }
    throw std::invalid_argument("there is no service \"" + name + "\"");
}

} // namespace callcard::demo

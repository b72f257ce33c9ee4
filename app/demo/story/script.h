#pragma once

#include "clock.h"
#include "control/control.h"

#include <vector>

namespace callcard::demo {

/// A scripted day: `control` requests, each at its time. {"steps":[{"after":2,"as":"a","do":"call.start","customer":"customer-1"},
/// {"after":3.5,"do":"call.answer","call":"$a"}]}
class Script
{
public:
    Script(DemoClock &clock, Control &control);
    /// Checks, then plays in the background; throws std::invalid_argument.
    nlohmann::json play(const nlohmann::json &script);

private:
    void run(nlohmann::json step);

    DemoClock &m_clock;
    Control &m_control;
    std::map<std::string, nlohmann::json> m_names;
    std::vector<std::shared_ptr<DemoClock::Timer>> m_timers;
};

} // namespace callcard::demo

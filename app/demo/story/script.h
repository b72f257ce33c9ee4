#pragma once

#include "clock.h"
#include "control/control.h"

#include <map>

namespace callcard::demo {

/// A scripted day: `control` requests, each at its time. {"steps":[{"after":2,"as":"a","do":"call.start","customer":"customer-1"},
/// {"after":3.5,"do":"call.answer","call":"$a"}]}
class Script
{
public:
    Script(DemoClock &clock, Control &control);
    /// Checks, then plays in the background, unless told only to "check"; throws std::invalid_argument. "waiting": steps of this
    /// and earlier scripts that are still to come.
    nlohmann::json play(const nlohmann::json &script);

private:
    void check(const nlohmann::json &step, std::size_t number) const;
    void run(nlohmann::json step);

    DemoClock &m_clock;
    Control &m_control;
    std::map<std::string, nlohmann::json> m_names;
    std::map<std::uint64_t, std::shared_ptr<DemoClock::Timer>> m_timers;
    std::uint64_t m_last = 0;
};

} // namespace callcard::demo

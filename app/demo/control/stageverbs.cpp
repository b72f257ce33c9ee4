#include "control/control.h"

#include "civil.h"
#include "faults/faults.h"
#include "journal.h"
#include "jsontext.h"

#include <algorithm>
#include <stdexcept>

namespace callcard::demo {

using Json = nlohmann::json;

namespace {

Json timeOf(const DemoClock &clock)
{
    return {{"now", isoTime(clock.now())}, {"speed", clock.speed()}, {"elapsedMs", clock.elapsed().count()}};
}

} // namespace

void addStageVerbs(Control &control, DemoClock &clock, Journal &journal, Faults &faults)
{
    control.add("clock", "the cloud's time", [&clock](const Json &) { return timeOf(clock); });
    control.add("clock.set", "now (ISO), speed (0 stands still)", [&clock](const Json &args) {
        const double speed = numberAt(args, "speed", args.contains("speed") ? -1.0 : clock.speed());
        if (speed != 0.0 && !(speed >= DemoClock::kSlowest && speed <= DemoClock::kFastest))
            throw std::invalid_argument("speed is 0, which stands still, or from 0.000001 to 100000");
        if (const std::string text = textAt(args, "now"); !text.empty()) {
            const auto now = parseIsoTime(text);
            if (!now)
                throw std::invalid_argument("now is a moment like 2026-03-04T17:20:11Z");
            clock.setNow(*now);
        }
        if (args.contains("speed"))
            clock.setSpeed(speed);
        return timeOf(clock);
    });
    control.add("clock.advance", "seconds: timers that fall due run in order", [&clock](const Json &args) {
        clock.advance(std::chrono::milliseconds(static_cast<std::int64_t>(std::clamp(numberAt(args, "seconds", 1.0), 0.0, 1e8) * 1000)));
        return timeOf(clock);
    });
    control.add("fault.add",
                "kind: drop hang delay double reorder status html half cut lost late garbage, or 401 403 429 5xx; service, path, method, "
                "probability, skip, times, delayMs, cloudTime (false), status, body, headers",
                [&faults](const Json &args) -> Json {
                    return {{"fault", faults.add(args)}};
                });
    control.add("fault.remove", "fault", [&faults](const Json &args) -> Json {
        if (!faults.remove(static_cast<std::uint64_t>(integerAt(args, "fault"))))
            throw std::invalid_argument("there is no such fault");
        return Json::object();
    });
    control.add("fault.clear", "service (all)", [&faults](const Json &args) -> Json {
        faults.clear(textAt(args, "service"));
        return Json::object();
    });
    control.add("fault.list", "", [&faults](const Json &) -> Json { return {{"faults", faults.describe()}}; });
    control.add("journal", "service, after (0), limit (100): what was received, newest last", [&journal](const Json &args) -> Json {
        const auto limit = static_cast<std::size_t>(std::clamp<std::int64_t>(integerAt(args, "limit", 100), 1, 5000));
        return {{"requests", journal.read(textAt(args, "service"),
                                          static_cast<std::uint64_t>(std::max<std::int64_t>(integerAt(args, "after"), 0)), limit)}};
    });
    control.add("journal.clear", "", [&journal](const Json &) -> Json {
        journal.clear();
        return Json::object();
    });
    control.add("counters", "by service", [&journal](const Json &) -> Json { return {{"counters", journal.counters()}}; });
}

} // namespace callcard::demo

// What anybody on the internet may send to a relay, before and after he proved himself.

#include "routeunderfuzz.h"

#include <cstdint>
#include <cstdlib>
#include <memory>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    using callcard::relay::RouteUnderFuzz;
    static std::unique_ptr<RouteUnderFuzz> route;
    static int uses = 0;
    if (!route || ++uses > 50) { // state enough to stumble over, young enough to find out why
        route.reset();
        route = std::make_unique<RouteUnderFuzz>();
        uses = 0;
    }
    const auto outcome = route->ask(std::string_view(reinterpret_cast<const char *>(data), size));
    if (!outcome.complaint.empty())
        std::abort();
    return 0;
}

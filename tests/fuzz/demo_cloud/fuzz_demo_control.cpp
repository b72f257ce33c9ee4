// Whatever is said to the control endpoint, it answers, and the cloud goes on.

#include "cloudunderfuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    using namespace callcard::demo;
    return fuzzed(data, size, [](CloudUnderFuzz &cloud, std::string_view text) { cloud.steer(text); });
}

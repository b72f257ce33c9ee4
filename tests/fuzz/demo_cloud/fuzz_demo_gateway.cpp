// Frames over RingCentral's socket, which is cut and taken up again, while calls ring and time passes.

#include "cloudunderfuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    using namespace callcard::demo;
    return fuzzed(data, size, [](CloudUnderFuzz &cloud, std::string_view text) { cloud.talk(text); });
}

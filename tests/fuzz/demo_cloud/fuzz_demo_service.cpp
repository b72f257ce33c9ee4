// Requests to one service of the demo cloud. Whatever comes, it is answered, and nothing is thrown on the way.

#include "cloudunderfuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    using namespace callcard::demo;
    return fuzzed(data, size, [](CloudUnderFuzz &cloud, std::string_view text) { cloud.ask(FUZZED_SERVICE, text); });
}

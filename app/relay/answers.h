#pragma once

#include <callcard/httpserver.h>
#include <callcard/result.h>

namespace callcard::relay {

[[nodiscard]] serving::Response jsonAnswer(int status, std::string_view body);
/// {"status":"failed","error":…}
[[nodiscard]] serving::Response refusal(int status, const std::string &sentence);
/// What went wrong on the way to JustCall or ElevenLabs, as a desktop understands it.
[[nodiscard]] serving::Response upstreamRefusal(const Error &error);

} // namespace callcard::relay

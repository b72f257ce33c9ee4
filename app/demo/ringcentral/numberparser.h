#pragma once

#include "api.h"

namespace callcard::demo::ringcentral {

/// What this provider dials: E.164, or a colleague's short number; empty for what cannot be dialled. North American rules.
[[nodiscard]] std::string dialable(const std::string &typed);
[[nodiscard]] std::string digitsOf(std::string_view text);
void registerNumberParser(Api &api);

} // namespace callcard::demo::ringcentral

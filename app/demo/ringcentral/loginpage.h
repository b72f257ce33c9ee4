#pragma once

#include "apierror.h"
#include "world/world.h"

#include <callcard/httpserver.h>

namespace callcard::demo::ringcentral {

/// The vendor's login host, as far as a browser sees it: where its form goes.
inline constexpr std::string_view kLoginPath = "/login/sign-in";

[[nodiscard]] ApiReply loginPage(const serving::Headers &request, const World &world);
[[nodiscard]] ApiReply errorPage(int status, const std::string &code, const std::string &sentence);
[[nodiscard]] ApiReply redirectTo(const std::string &uri, const serving::Headers &items);
/// On the redirect or on a page, as the switch says.
[[nodiscard]] ApiReply failedRedirect(const Settings &settings, const std::string &uri, const std::string &state, const std::string &error,
                                      const std::string &description);
/// Both loopback, and equal but for the port.
[[nodiscard]] bool samePortAside(const std::string &registered, const std::string &asked);

} // namespace callcard::demo::ringcentral

#pragma once

#include "tokens.h"

#include <callcard/httpserver.h>

#include <variant>
#include <vector>

namespace callcard::demo::ringcentral {

/// Which app is asking: Basic with a secret, or `client_id` in the form for a client without one.
struct ClientFailure {
    std::string code{};
    std::string sentence{};
};

[[nodiscard]] std::vector<App> defaultApps();
[[nodiscard]] const App *appOf(const std::vector<App> &apps, std::string_view clientId);
[[nodiscard]] std::variant<const App *, ClientFailure> checkClient(const std::vector<App> &apps, const serving::Request &request,
                                                                   const serving::Headers &form);

[[nodiscard]] std::string formValue(const serving::Headers &form, std::string_view name);

} // namespace callcard::demo::ringcentral

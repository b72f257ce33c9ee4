#pragma once

#include <nlohmann/json.hpp>

namespace callcard::cli {

/// A line of `watch` and `call`: as it is, or for people.
void printLine(const nlohmann::json &line, bool json);

} // namespace callcard::cli

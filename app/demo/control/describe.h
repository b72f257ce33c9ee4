#pragma once

#include <nlohmann/json.hpp>

namespace callcard::demo {

struct Company;
struct Customer;
struct Rep;
struct WorldCall;
struct WorldText;
class World;

/// How `control` shows the story. Not the form of any provider.
[[nodiscard]] nlohmann::json described(const WorldCall &call);
[[nodiscard]] nlohmann::json described(const WorldText &text);
[[nodiscard]] nlohmann::json described(const Customer &customer);
[[nodiscard]] nlohmann::json described(const Rep &rep);

} // namespace callcard::demo

#pragma once

#include "world/world.h"

#include <nlohmann/json.hpp>

namespace callcard::demo::copper {

[[nodiscard]] nlohmann::json personRecord(const World &world, const Customer &customer);
[[nodiscard]] nlohmann::json leadRecord(const World &world, const Customer &customer);
[[nodiscard]] nlohmann::json companyRecord(const World &world, const Company &company);
[[nodiscard]] nlohmann::json userRecord(const Rep &rep);

} // namespace callcard::demo::copper

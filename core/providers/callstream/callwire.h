#pragma once

#include <callcard/callstream.h>

#include <nlohmann/json_fwd.hpp>

namespace callcard::callstream {

using Json = nlohmann::json;

[[nodiscard]] Result<QList<CallEvent>> factsFrom(const Json &call, const QString &region);

} // namespace callcard::callstream

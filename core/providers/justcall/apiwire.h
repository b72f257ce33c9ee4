#pragma once

#include <callcard/justcall.h>

#include <nlohmann/json_fwd.hpp>

namespace callcard::justcall {

using Json = nlohmann::json;

/// The page's whole envelope. A 200 that says "failed" is a failure, and so is a body that is no JSON.
[[nodiscard]] QCoro::Task<Result<Json>> ask(JustCallContext context, QString path, QList<std::pair<QString, QString>> query,
                                            std::stop_token stop);

} // namespace callcard::justcall

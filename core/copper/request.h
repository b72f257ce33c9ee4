#pragma once

#include <callcard/copper.h>

namespace callcard::copper {

/// Asks within the account's budget: a 429 is waited for inside. Anything but a success is an error.
[[nodiscard]] QCoro::Task<Result<QByteArray>> ask(CopperContext context, QString path, QByteArray json, std::stop_token stop);

} // namespace callcard::copper

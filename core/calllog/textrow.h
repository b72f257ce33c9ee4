#pragma once

#include <callcard/message.h>
#include <callcard/store.h>

namespace callcard {

/// A text as it lies in its table, read from textColumns().
[[nodiscard]] Message textFrom(const Row &row);
[[nodiscard]] const QString &textColumns();

} // namespace callcard

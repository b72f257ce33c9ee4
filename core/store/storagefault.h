#pragma once

#include <callcard/store.h>

class QSqlError;

namespace callcard {

[[nodiscard]] Error storageError(StorageFault fault, const QString &detail);
/// `during` is our word for what was tried; SQLite's message names tables and columns, never values.
[[nodiscard]] Error storageError(const QSqlError &error, const QString &during);

} // namespace callcard

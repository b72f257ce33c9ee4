#pragma once

#include <callcard/store.h>

namespace callcard {

/// The tables of the log. `calls.place` is the start in milliseconds with ten bits to tell calls of one millisecond apart: rows lie
/// in the order in which a person reads them, and a page is a walk along the key.
[[nodiscard]] const Migrations &logSchema();

/// Tables with rows that came from somebody, for wiping.
[[nodiscard]] const QStringList &logTables();

} // namespace callcard

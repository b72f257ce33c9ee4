#pragma once

namespace callcard {

/// Every message goes to standard error with its category, masked once more: a net below the types, which mask themselves.
/// CALLCARD_LOG=debug opens the debug level; QT_LOGGING_RULES works as everywhere.
void setUpLogging();

} // namespace callcard

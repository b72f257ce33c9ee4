#pragma once

namespace callcard {

/// What is printed while nobody set CALLCARD_LOG. A command tells its trouble in a sentence and says nothing besides.
enum class LogUnasked { Warnings, Nothing };

/// Every message goes to standard error with its category, masked once more: a net below the types, which mask themselves.
/// CALLCARD_LOG=warning, info or debug opens that level; QT_LOGGING_RULES works as everywhere.
void setUpLogging(LogUnasked unasked = LogUnasked::Warnings);

} // namespace callcard

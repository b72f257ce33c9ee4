#pragma once

#include <callcard/call.h>

namespace callcard::ui {

/// Who is at the other end, in the best words there are: the customer, "Private number", the number as the rep's region reads it, the
/// name that came with the call, "Extension 214". One line of plain text, cleaned by whoever paints it.
[[nodiscard]] QString callerName(const QString &customerName, const Call &call, const QString &numberForm);
/// The second line: company; for a number nobody knows "New caller · Toronto"; "Withheld".
[[nodiscard]] QString callerDetail(const QString &customerName, const QString &company, const Call &call, const QString &place);
/// How it went, as a list says it: "Answered", "You called, no answer", "Missed, caller hung up", "Voicemail", "Transferred by Dana".
[[nodiscard]] QString callOutcomeText(const Call &call);

} // namespace callcard::ui

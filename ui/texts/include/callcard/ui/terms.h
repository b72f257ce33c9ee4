#pragma once

#include <callcard/call.h>

#include <QString>

namespace callcard::ui {

/// Fixed terms, one translation each: every screen takes them from here.
namespace terms {
[[nodiscard]] QString newCaller();     ///< "New caller"
[[nodiscard]] QString privateNumber(); ///< "Private number"
[[nodiscard]] QString exactMatch();    ///< "Exact match"
[[nodiscard]] QString guess();         ///< "Guess"
[[nodiscard]] QString notRead();       ///< "Not read"
[[nodiscard]] QString testServer();    ///< "Test server"
} // namespace terms

/// What the band of a card says: "Ringing", "Calling", "On the call", "On hold", "Answered by Dana", "Missed, caller hung up" …
[[nodiscard]] QString callStateText(const Call &call);
/// Of a live call only.
[[nodiscard]] QString callStateText(CallState state, CallDirection direction);
/// "Answered elsewhere", "Busy" … An unknown one gives the provider's own word, bounded.
[[nodiscard]] QString endReasonText(const Call &call);
/// "RingCentral" for "ringcentral"; what we do not know is shown as it is.
[[nodiscard]] QString serviceName(const QString &id);

} // namespace callcard::ui

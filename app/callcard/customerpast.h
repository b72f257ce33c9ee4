#pragma once

#include <callcard/calllog.h>
#include <callcard/ui/directoryvalues.h>

namespace callcard {

/// What the call log knows of the record's customer: promise, last note, the number they are usually reached on, calls and texts.
[[nodiscard]] Result<> addPast(const CallLog &log, const QTimeZone &zone, ui::CustomerRecord &record);

} // namespace callcard

#pragma once

#include <callcard/justcall.h>

namespace callcard::justcall {

[[nodiscard]] Result<CallRemark> remarkFrom(const QByteArray &payload);

/// JustCall has one note a call. What the rep wrote replaces what the rep wrote before, and stands below what others wrote.
[[nodiscard]] QString joinedNotes(const QString &theirs, const QStringList &before, const QString &ours);

} // namespace callcard::justcall

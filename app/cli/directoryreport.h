#pragma once

#include <ipc/ipcwire.h>

#include <callcard/directory.h>

#include <QStringList>

namespace callcard::cli {

/// What an import found, as a person reads it: figures, then every refused row and unreadable number with its line and why.
[[nodiscard]] QStringList importLines(const Json &report, bool dryRun);

/// What the sources have and the directory cannot use, as a person reads it.
[[nodiscard]] QStringList refusedLines(const QList<RefusedRecords> &sources);

/// A line on standard error for each damaged file: what it holds, where it lies, what to do.
void warnOfDamage(const Directory &directory);

} // namespace callcard::cli

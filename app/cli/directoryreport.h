#pragma once

#include <ipc/ipcwire.h>

#include <QStringList>

namespace callcard::cli {

/// What an import found, as a person reads it: figures, then every refused row and unreadable number with its line and why.
[[nodiscard]] QStringList importLines(const Json &report, bool dryRun);

} // namespace callcard::cli

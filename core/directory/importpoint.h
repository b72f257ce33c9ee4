#pragma once

#include <callcard/directoryimport.h>
#include <callcard/store.h>

#include <QByteArray>

#include <optional>

namespace callcard {

/// How far an import is. It lies in the file that is being built, in the same transaction as the rows up to it.
struct ImportPoint {
    ImportReport report{}; ///< Of the rows so far; what the whole file has to tell is not in it yet.
    qint64 line{};         ///< Of the last of them.
    bool whole{};          ///< It was the last there is, and everything that follows from the rows is there as well.
};

/// What an import is of: the file as it is now, what it is read by, and the directory it builds upon. Only an import of the very same may
/// go on where another was interrupted.
[[nodiscard]] QByteArray importIdentity(const ImportRequest &request, int generation, qint64 revision);

[[nodiscard]] Result<> keepPoint(Store &store, const QByteArray &identity, const ImportPoint &point);
/// Absent: of another import, or nothing was kept.
[[nodiscard]] Result<std::optional<ImportPoint>> pointIn(Store &store, const QByteArray &identity);
[[nodiscard]] Result<> forgetPoint(Store &store);

/// Whether everything that this computer wrote is still as it was written: what was not flushed does not outlive its last start.
[[nodiscard]] bool knowsItsLastStart();

} // namespace callcard

#pragma once

#include <callcard/directory.h>
#include <callcard/store.h>

#include <QSet>

#include <functional>

namespace callcard {

/// What sources have and nobody can be made of: fetched, beside what waits for its turn, and in force, beside the customers. In both files
/// alike, so that they come and go in the transaction of the pass that told of them.
[[nodiscard]] QStringList refusedTables();
/// Later: those without an id are told apart.
[[nodiscard]] QStringList refusedMarks();

/// It takes the place of what was said of it before.
[[nodiscard]] Result<> putRefused(Store &store, const QString &source, const RefusedRecord &record);
[[nodiscard]] Result<> dropRefused(Store &store, const QString &source, const QString &sourceId);
/// They cannot be known again from one pass to the next.
[[nodiscard]] Result<> dropRefusedWithoutId(Store &store, const QString &source);
[[nodiscard]] Result<> dropAllRefused(Store &store, const QString &source);
[[nodiscard]] Result<> copyRefused(Store &from, Store &to, const QString &exceptSource,
                                   const std::function<Error(const Error &)> &ofReading);

/// In the order in which they came.
[[nodiscard]] Result<> eachRefused(Store &store, const QString &source, const std::function<Result<>(const RefusedRecord &)> &visit);
[[nodiscard]] Result<QSet<QString>> refusedIds(Store &store, const QString &source);
[[nodiscard]] Result<qint64> refusedCount(Store &store);
/// False: a source was last read by a program that passed over them.
[[nodiscard]] Result<bool> haveAllTold(Store &store);
[[nodiscard]] Result<QList<RefusedRecords>> refusedBySource(Store &store);

} // namespace callcard

#pragma once

#include <callcard/store.h>

#include <QSet>

namespace callcard {

/// Which numbers belong to several customers. Twins share theirs with nobody but themselves.

/// Of the whole file.
[[nodiscard]] Result<> listSharedNumbers(Store &store);
/// Looks again at the numbers of these records, and at these.
[[nodiscard]] Result<> updateSharedNumbers(Store &store, const QSet<qint64> &records, QSet<qint64> numbers);

} // namespace callcard

#pragma once

#include "pendingdocument.h"

#include <callcard/metricsdelivery.h>

namespace callcard::firestore {

/// Day of a metrics document by its id, `{userId}_{type}_{YYYY-MM-DD}_{source}`; invalid for any other id.
[[nodiscard]] QDate dayInMetricId(const QString &id, const QString &userId, const QString &type, const QString &source);

/// Whether writing this over that would change what it says. When and with which version somebody last looked is no change: a server's job
/// and several desktops must not write in turns.
[[nodiscard]] bool saysTheSame(const PendingDocument &document, const Map &stored);

} // namespace callcard::firestore

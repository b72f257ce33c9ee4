#pragma once

#include "entryrow.h"

namespace callcard {

/// One page of the history, newest first. Each form of a query has one text of SQL with the same twelve values, so that it is
/// prepared once and every page of it is a walk along an index.
[[nodiscard]] Result<HistoryPage> readPage(Store &store, const HistoryQuery &query);
[[nodiscard]] Result<PeoplePage> readPeople(Store &store, const HistoryQuery &query);
[[nodiscard]] Result<QList<PersonEntry>> readBusiest(Store &store, const QDateTime &from, const QDateTime &to, int limit);

} // namespace callcard

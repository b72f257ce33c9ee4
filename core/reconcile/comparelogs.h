#pragma once

#include <callcard/reconcile.h>

#include <map>
#include <tuple>

namespace callcard {

/// Day, source, type: the order of the result.
using FigureKey = std::tuple<QDate, QString, QString>;
using DifferencesByFigure = std::map<FigureKey, QList<Difference>>;

/// Where our rows and the provider's part, call by call.
[[nodiscard]] DifferencesByFigure compareLogs(const ReconcileInput &input, const ProviderLog &theirs);

} // namespace callcard

#pragma once

#include <callcard/reconcile.h>

namespace callcard {

/// What the documents of one figure say. Readers that know no better add them all up; only one of them is the figure.
struct DocumentedFigure {
    std::optional<double> value{};
    QList<Difference> differences{};
};

/// `documents`: all of one day, source and type. `calls`: the rep's own of that day and source, `digest` of the settled ones.
[[nodiscard]] DocumentedFigure compareDocuments(const ReconcileInput &input, const ReconciledFigure &figure,
                                                const QList<StoredFigure> &documents, const QList<CountedCall> &calls,
                                                const QString &digest);

} // namespace callcard

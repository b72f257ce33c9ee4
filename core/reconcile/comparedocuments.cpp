#include "comparedocuments.h"

#include <algorithm>
#include <cmath>

namespace callcard {

using namespace Qt::Literals::StringLiterals;

namespace {

bool isOurs(const StoredFigure &document, const QString &client)
{
    return document.client.startsWith(client, Qt::CaseInsensitive);
}

QList<Difference> explain(const ReconcileInput &input, const StoredFigure &document, double missing, const QList<CountedCall> &calls,
                          const QString &digest)
{
    const auto whole = [&](DifferenceReason reason) {
        return QList<Difference>{{.callId = {}, .reason = reason, .amount = missing, .documentId = document.documentId}};
    };
    if (input.waiting.contains(document.documentId))
        return whole(DifferenceReason::WaitingToBeSent);
    if (!isOurs(document, input.client))
        return whole(DifferenceReason::OtherClient);
    QList<Difference> changed;
    for (const CountedCall &call : calls) {
        if (document.updatedAt.isValid() && call.modifiedAt > document.updatedAt)
            changed.append({.callId = call.rowId,
                            .reason = DifferenceReason::ChangedSinceWritten,
                            .amount = 0, // what it was at the time is not known any more
                            .documentId = document.documentId});
    }
    if (!changed.isEmpty()) {
        std::sort(changed.begin(), changed.end(), [](const auto &left, const auto &right) { return left.callId < right.callId; });
        return changed;
    }
    return whole(document.callIdsDigest == digest ? DifferenceReason::ChangedSinceWritten : DifferenceReason::OtherCalls);
}

} // namespace

DocumentedFigure compareDocuments(const ReconcileInput &input, const ReconciledFigure &figure, const QList<StoredFigure> &documents,
                                  const QList<CountedCall> &calls, const QString &digest)
{
    const QString id = u"%1_%2_%3_%4"_s.arg(input.user.text(), figure.type, figure.day.toString(Qt::ISODate), figure.source);
    if (documents.isEmpty()) {
        if (figure.ours == 0)
            return {}; // nothing to say and nothing said
        const auto reason = input.waiting.contains(id) ? DifferenceReason::WaitingToBeSent : DifferenceReason::NotWritten;
        return {.value = {}, .differences = {{.callId = {}, .reason = reason, .amount = -figure.ours, .documentId = id}}};
    }
    QList<StoredFigure> sorted = documents;
    const auto isBetter = [&](const StoredFigure &left, const StoredFigure &right) {
        if ((left.documentId == id) != (right.documentId == id))
            return left.documentId == id;
        if (left.updatedAt != right.updatedAt)
            return left.updatedAt > right.updatedAt;
        return left.documentId < right.documentId;
    };
    std::sort(sorted.begin(), sorted.end(), isBetter);
    const StoredFigure &best = sorted.first();
    DocumentedFigure result{.value = best.value, .differences = {}};
    if (std::abs(best.value - figure.ours) > 1e-9 || !std::isfinite(best.value))
        result.differences = explain(input, best, best.value - figure.ours, calls, digest);
    for (auto repeat = best.repeats.cbegin(); repeat != best.repeats.cend(); ++repeat) {
        result.differences.append(
            {.callId = {}, .reason = DifferenceReason::DuplicateDocument, .amount = repeat.value(), .documentId = repeat.key()});
    }
    for (const StoredFigure &second : sorted.mid(1)) {
        result.differences.append(
            {.callId = {}, .reason = DifferenceReason::DuplicateDocument, .amount = second.value, .documentId = second.documentId});
    }
    return result;
}

} // namespace callcard

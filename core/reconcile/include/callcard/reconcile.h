#pragma once

#include <callcard/figuresstore.h>
#include <callcard/metrics.h>

#include <QSet>

#include <optional>

namespace callcard {

/// Why two counts of one day differ.
enum class DifferenceReason {
    // Our log against the provider's.
    MissingHere,   ///< The provider has the call, we do not.
    MissingThere,  ///< We have it, the provider does not (any more).
    InProgress,    ///< Settled on one side only.
    OtherDay,      ///< Filed under another day there: it is missing on one and too many on the other.
    OtherOutcome,  ///< "Answered" here, "Missed" there.
    OtherDuration, ///< The same outcome, other seconds.
    OtherAgent,    ///< The call went to another rep.
    // The provider's log against the figures it publishes.
    ProviderCountsOther, ///< Its analytics and its own log do not agree.
    // Our figures against the documents.
    NotWritten,          ///< There is no document.
    WaitingToBeSent,     ///< The document of today's figures is still in our outbox.
    ChangedSinceWritten, ///< The calls changed after the document was written.
    OtherCalls,          ///< Written by us, from another set of calls.
    OtherClient,         ///< Written by another program.
    DuplicateDocument,   ///< A second document of the same figure: the older dashboards add both.
};
[[nodiscard]] QString differenceReasonName(DifferenceReason reason);

/// One thing that explains a part of a difference.
struct Difference {
    QString callId{}; ///< The provider's id of the call or text; empty where a document as a whole is meant.
    DifferenceReason reason{};
    double amount{};      ///< What it adds on the other side: calls, texts, or seconds of talk; of a document, the figure's own unit.
    QString documentId{}; ///< Where a document differs.
    bool operator==(const Difference &) const = default;
};

/// One figure of one day as each side has it.
struct ReconciledFigure {
    QDate day{};
    QString source{};
    QString type{};
    double ours{};
    std::optional<double> firestore{}; ///< No document: nothing.
    std::optional<double> provider{};  ///< The provider was not asked, or does not reach back so far: nothing.
    std::optional<double> analytics{}; ///< What the provider itself publishes: calls only, where it does.
    QList<Difference> differences{};
    bool operator==(const ReconciledFigure &) const = default;

    [[nodiscard]] bool agrees() const { return differences.isEmpty(); }
};

/// What one source's provider remembers of the rep, complete for its days.
struct ProviderLog {
    QString source{};
    DayRange days{}; ///< For which it was asked and answered completely.
    QList<CountedCall> calls{};
    QList<CountedText> texts{};
};

/// What a provider's analytics say of one of the rep's days.
struct ProviderCount {
    QString source{};
    QDate day{};
    int calls{};
    bool operator==(const ProviderCount &) const = default;
};

struct ReconcileInput {
    Rep rep{};
    UserId user{}; ///< Whose documents.
    DayRange range{};
    QStringList sources{}; ///< Those we write; documents of others (manual, copper) are nobody's difference.
    QList<CountedCall> calls{};
    QList<CountedText> texts{};
    std::optional<QList<StoredFigure>> stored{}; ///< Nothing: Firestore was not asked.
    QList<ProviderLog> providers{};
    QList<ProviderCount> analytics{};
    QSet<QString> waiting{};                    ///< Ids of documents that wait in the outbox.
    QString client{QStringLiteral("callcard")}; ///< How the documents of ours begin their `metadata.client`.
};

/// Every figure of the range that any side has, ordered by day, source and type, each difference explained. For every figure
/// ours + the amounts of the calls = the provider's, in calls, texts and seconds.
[[nodiscard]] QList<ReconciledFigure> reconcile(const ReconcileInput &input);

} // namespace callcard

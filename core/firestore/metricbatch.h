#pragma once

#include "pendingdocument.h"
#include "upsert.h"

#include <vector>

namespace callcard::firestore {

/// One entry of a batch on its way.
struct Job {
    PendingDocument document{};
    Presence presence{Presence::Unknown};
    std::optional<Result<>> result{};
    bool stoodAlready{}; ///< Nothing had to be written.
};

/// In the order of the entries; what is no document has its result already.
[[nodiscard]] std::vector<Job> jobsFrom(const QList<OutboxEntry> &entries);
/// To all that have no result yet.
void giveAll(std::vector<Job> &jobs, const Error &error);
/// Figures of whoever was signed in before must not be written in another's name.
void refuseStrangers(std::vector<Job> &jobs, const QString &me);
/// Whose documents are still to be written, each once.
[[nodiscard]] QStringList usersOf(const std::vector<Job> &jobs);
[[nodiscard]] QList<Result<>> resultsOf(const std::vector<Job> &jobs);
/// Whether everything a stamp covers has arrived: with this batch, or before it.
[[nodiscard]] Result<> isComplete(const Job &stamp, const std::vector<Job> &jobs, const QList<OutboxEntry> &entries, const Outbox &outbox);

} // namespace callcard::firestore

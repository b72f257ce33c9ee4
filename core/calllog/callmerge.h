#pragma once

#include "entryrow.h"

namespace callcard {

/// What live events say now of a call that the log knows. They may know less than before (the program was started anew), and never
/// overrule how the provider's history says it ended.
void joinLive(StoredEntry &stored, const Call &call);

/// What the provider's history says: the last word on how it ended and how long it was. A note or outcome of the provider replaces
/// ours only where it changed there and ours is nothing that only we have: not on its way, and either sent or once theirs. The call
/// may have several rows: one with talk beats one without.
struct OursOfCall {
    bool note{}; ///< On its way.
    bool outcome{};
    bool rating{};
    QStringList sentNotes{}; ///< Oldest first.
    QStringList sentOutcomes{};
};
void joinHistory(StoredEntry &stored, const HistoryRow &row, const OursOfCall &ours);
/// Whether the provider's note has our words, alone or below those of others.
[[nodiscard]] bool shows(const QString &theirs, const QString &ours);

/// Two ids were one call: what a person wrote on either is kept.
void joinCalls(StoredEntry &into, const StoredEntry &from);

/// Text from outside is kept up to a bound.
void bound(Call &call);
[[nodiscard]] QString bounded(const QString &text, qsizetype most);

} // namespace callcard

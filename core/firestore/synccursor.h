#pragma once

#include "value.h"

#include <QByteArray>
#include <QStringList>

namespace callcard::firestore {

/// Where the reading of a collection stands. Written into the directory with each page, so it must survive any restart.
struct SyncCursor {
    bool listed{};   ///< The reading of all there is in the scope is over: only changes from now on.
    int step{};      ///< Which of the scope's queries.
    QString after{}; ///< Path of the last row of that query; empty: at its beginning.
    qint64 afterStamp{};
    qint64 since{};      ///< Changes: from this stamp on, in microseconds.
    qint64 newest{};     ///< The latest stamp that was seen.
    qint64 listedAt{};   ///< Seconds since 1970.
    int pages{};         ///< Of this round of changes.
    QStringList known{}; ///< Ids that the scope brought so far, to notice those that a later reading does not find.
    QStringList seen{};  ///< Ids of this reading.
    bool operator==(const SyncCursor &) const = default;
};

[[nodiscard]] QByteArray cursorText(const SyncCursor &cursor);
/// Nothing for what is no cursor of ours: then everything is read again.
[[nodiscard]] std::optional<SyncCursor> cursorFrom(const QByteArray &text);

} // namespace callcard::firestore

#pragma once

#include <callcard/callrecords.h>
#include <callcard/store.h>

#include <QMap>

namespace callcard {

/// A call with what only the log needs to know about it.
struct StoredEntry {
    LogEntry entry{};
    bool told{};        ///< The provider's history has spoken: live events do not change how it ended.
    bool hidden{};      ///< Vanished from the provider's history, and nobody wrote anything on it.
    QString toldNote{}; ///< The provider's last note and outcome: only a change there replaces ours.
    QString toldOutcome{};
    QString person{};
    bool operator==(const StoredEntry &) const = default;
};

/// What calls are found by, by their place; empty: by nothing any more. Written at the end of a transaction: between other statements
/// SQLite has the index flushed to its file before each, which costs more than all of them.
using SearchTexts = QMap<qint64, QString>;

/// The columns that storedFrom() reads, of a table `c`.
[[nodiscard]] const QString &entryColumns();
[[nodiscard]] StoredEntry storedFrom(const Row &row);
[[nodiscard]] LogEntry entryFrom(const Row &row);

/// By its id, by one that it had, or else by its session.
[[nodiscard]] Result<std::optional<StoredEntry>> readEntry(Store &store, const CallId &call, const QString &session = {});
/// All calls of a person since a place, oldest first, at most `limit` of the newest.
[[nodiscard]] Result<QList<StoredEntry>> readPerson(Store &store, const QString &person, qint64 since, int limit);
/// Writes or replaces; a call whose start changed moves to its new place, which is filled in.
[[nodiscard]] Result<> writeEntry(Store &store, StoredEntry &stored, const QDateTime &now, SearchTexts &texts);
/// Brings the history by customer in line with the person's calls. Done by the two around it; for whoever hides a call.
[[nodiscard]] Result<> countPerson(Store &store, const QString &person);
[[nodiscard]] Result<> removeEntry(Store &store, const StoredEntry &stored, SearchTexts &texts);
[[nodiscard]] Result<> writeTexts(Store &store, const SearchTexts &texts);

/// Where a call that started then lies at the earliest.
[[nodiscard]] qint64 placeOf(const QDateTime &instant);
[[nodiscard]] std::optional<qint64> numberColumn(const std::optional<PhoneNumber> &number);
[[nodiscard]] std::optional<PhoneNumber> numberFrom(const Row &row, int column);

} // namespace callcard

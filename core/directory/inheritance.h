#pragma once

#include <callcard/customersource.h>
#include <callcard/store.h>

#include <QSet>

#include <functional>

namespace callcard {

/// What a record does not say itself, but its company does, or whom that points to: that it is an active customer's, and whose. It stands
/// in the index of words like what it says itself, so that filters find both equally fast.

/// Under which those who point to a record are noted.
[[nodiscard]] qint64 linkHash(const QString &key);
[[nodiscard]] Result<> noteLinks(Store &store, qint64 record, const SourceRecord &said);
[[nodiscard]] Result<> forgetLinks(Store &store, qint64 record, const SourceRecord &said);
/// Takes a record's words out of the index, its own and inherited ones.
[[nodiscard]] Result<> forgetWords(Store &store, qint64 record, const Customer &customer);

/// Puts all words of those into the index who point to others: they are not in it yet.
[[nodiscard]] Result<> inheritAll(Store &store, const std::function<bool()> &stopped);
/// Records changed, or went: theirs, and those of everybody who points to them. `keys` are hashes.
[[nodiscard]] Result<> inheritAnew(Store &store, QSet<qint64> records, const QSet<qint64> &keys);
/// Whether all that is in this file was written by a program that knows of inheriting.
[[nodiscard]] Result<bool> knowsLinks(Store &store);

} // namespace callcard

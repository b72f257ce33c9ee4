#pragma once

#include <callcard/store.h>

#include <QSet>

#include <functional>

namespace callcard {

/// Which records of several sources are one customer (see areOneCustomer) is kept as groups with a leading record: the one whose key
/// sorts first. Nothing is copied together, so a record that changes or goes takes nothing of the others with it.

/// Finds the groups of these records anew, and adds to them whoever was or is in one. How many records more than before are not the
/// first of their customer.
[[nodiscard]] Result<qint64> joinTwins(Store &store, QSet<qint64> &records);
/// Of every record that shares a number or e-mail with another source's. A directory of one source has none.
[[nodiscard]] Result<> joinAllTwins(Store &store, const std::function<bool()> &stopped);
/// A record is about to go: who was with it must be joined anew, and is added to `touched`. How many records fewer are not the first of
/// their customer.
[[nodiscard]] Result<qint64> separateTwins(Store &store, qint64 record, QSet<qint64> &touched);

} // namespace callcard

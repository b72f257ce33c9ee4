#pragma once

#include <callcard/coppercustomers.h>
#include <callcard/recorddraft.h>

#include <QHash>

#include <optional>

namespace callcard::copper {

enum class Kind { People, Companies, Leads };

/// Where a search stands: by date of change, then by page among those that changed in one second.
struct Place {
    qint64 since{}; ///< Seconds since 1970.
    int page{1};
    qint64 listedAt{}; ///< 0: the first reading is not over.
    bool operator==(const Place &) const = default;
};
[[nodiscard]] QByteArray placeText(const Place &place);
[[nodiscard]] std::optional<Place> placeFrom(const QByteArray &text);

/// `assignee`: 0 asks for everybody's.
[[nodiscard]] QByteArray searchBody(const Place &place, qint64 assignee, int pageSize);

struct Found {
    QList<SourceRecord> records{};
    int rows{};
    qint64 newest{}; ///< Date of change of the last row.
};
/// A bare array of records.
[[nodiscard]] Result<Found> foundFrom(QByteArrayView body, Kind kind, const CopperCustomers &customers,
                                      const QHash<qint64, QString> &owners);

struct User {
    qint64 id{};
    QString email{};
    bool operator==(const User &) const = default;
};
[[nodiscard]] Result<User> userFrom(QByteArrayView body);
[[nodiscard]] Result<QList<User>> usersFrom(QByteArrayView body);

} // namespace callcard::copper

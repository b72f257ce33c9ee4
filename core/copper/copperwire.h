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
    qint64 listedAt{};   ///< 0: the first reading is not over.
    QStringList known{}; ///< Ids of the rep's own, to notice those that a later reading does not find.
    QStringList seen{};  ///< Of this reading.
    bool operator==(const Place &) const = default;
};
[[nodiscard]] QByteArray placeText(const Place &place);
[[nodiscard]] std::optional<Place> placeFrom(const QByteArray &text);

/// `assignee`: 0 asks for everybody's.
[[nodiscard]] QByteArray searchBody(const Place &place, qint64 assignee, int pageSize);
/// Those of the ids that are there.
[[nodiscard]] QByteArray idsBody(const QStringList &ids);

struct Found {
    QList<SourceRecord> records{};
    QList<RefusedRecord> nobody{}; ///< Records that are nobody, or not any more.
    int rows{};
    qint64 newest{}; ///< Date of change of the last row.
};
/// A bare array of records.
[[nodiscard]] Result<Found> foundFrom(QByteArrayView body, Kind kind, const CopperCustomers &customers,
                                      const QHash<qint64, QString> &owners);

struct User {
    qint64 id{};
    QString email{};
    QString name{};
    bool operator==(const User &) const = default;
};
[[nodiscard]] Result<User> userFrom(QByteArrayView body);
[[nodiscard]] Result<QString> accountFrom(QByteArrayView body); ///< Its id.
[[nodiscard]] Result<QList<User>> usersFrom(QByteArrayView body);

} // namespace callcard::copper

#pragma once

#include <callcard/customersource.h>

#include <utility>

namespace callcard {

/// What a source says about somebody, numbers and names still as it spells them.
struct RecordDraft {
    SourceRecord record{};                       ///< Everything that needs no reading.
    QList<std::pair<QString, QString>> phones{}; ///< Text and label, as they come.
    QString firstName{};
    QString lastName{}; ///< May be filler: forms insist on one.
    QString country{};  ///< Code or name.
};

/// A record by the rules that imports follow: numbers read by the customer's country or else the region, filler names dropped, a
/// nameless company's name taken for the customer's. Where this is nobody, the word for why (see RefusedRecord).
[[nodiscard]] tl::expected<SourceRecord, QString> finished(RecordDraft draft, const QString &region);

/// Dates as sources write them: ISO, M/D/Y, D.M.Y, days since 1899, seconds or milliseconds since 1970.
[[nodiscard]] QDateTime sourceTime(const QString &text);

} // namespace callcard

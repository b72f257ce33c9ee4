#pragma once

#include "columns.h"
#include "importsource.h"

namespace callcard {

/// What an import reads of one customer, before it is one: from a row or a card.
struct RawCustomer {
    SourceRecord record{};
    QList<std::pair<QString, QString>> phones{}; ///< Text and label.
    QString phoneField{};                        ///< What the finding calls them.
    QString extension{};
    QString firstName{};
    QString lastName{};
    QString country{};
};

/// Numbers, names and ids; the reason why this is nobody, or empty. Numbers that cannot be read are kept as text and named.
[[nodiscard]] QString completed(RawCustomer &raw, const QString &region, ImportedRow &row);

[[nodiscard]] SourceRecord recordOf(const ColumnMap &columns, const QList<QByteArray> &fields, const QString &region, ImportedRow &row);

/// "yes", "checked", "1"
[[nodiscard]] bool isYes(const QString &text);
/// Dates as exports write them: ISO, M/D/Y, D.M.Y, days since 1899 (spreadsheets), seconds or milliseconds since 1970.
[[nodiscard]] QDateTime readTime(const QString &text);
/// "1,234.50", "1.234,50 €", "$1234" → cents
[[nodiscard]] std::optional<qint64> readMoney(const QString &text);
/// What a spreadsheet made of a number, where nothing was lost: ="+1303…", 2025550123.0, 1.2025550123E+10
[[nodiscard]] QString withoutSpreadsheet(const QString &text);

} // namespace callcard

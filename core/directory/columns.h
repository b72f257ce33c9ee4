#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

#include <callcard/customer.h>

namespace callcard {

/// What a column can hold. The words are those of --map and of the report.
enum class Field {
    None,
    Id,
    Name,
    FirstName,
    LastName,
    Company,
    Title,
    Phone,
    Extension,
    Email,
    OwnerEmail,
    Owner,
    Status,
    Active,
    Country,
    City,
    Since,
    LastOrder,
    SalesThisYear,
    Note,
    DoNotCall,
    LastContact,
    CompanyId,  ///< Of the company's record, where people and companies come in two files.
    AccountId,  ///< Of the ERP's customer and its sales summary.
    SameCompany ///< The ERP's customer is that company of the CRM.
};
[[nodiscard]] QString fieldWord(Field field);
[[nodiscard]] std::optional<Field> fieldFromWord(QStringView word);
[[nodiscard]] QStringList fieldWordList();

/// A known export: what its rows are, and which source they belong to, so that its files point to each other.
struct Preset {
    QString name{};
    QString source{}; ///< "csv:copper_people"
    CustomerKind kind{};
    bool factsOnly{};
    bool isKnown() const { return !name.isEmpty(); }
};

struct ColumnMap {
    QStringList headers{};
    QList<Field> fields{};
    QStringList labels{}; ///< Of phone columns: "work", "mobile" …
    Preset preset{};
    bool hasHeader = true;
};

/// From the first row, or when that is no header, from what stands in it.
[[nodiscard]] ColumnMap guessedColumns(const QStringList &firstRow, const QString &region);
/// A person's choices over the guess; the first of them that names no column or field.
[[nodiscard]] std::optional<QString> applyMap(ColumnMap &columns, const QHash<QString, QString> &map);

} // namespace callcard

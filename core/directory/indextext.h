#pragma once

#include <callcard/customersource.h>

#include <QString>
#include <QStringList>
#include <QStringView>

namespace callcard {

/// Lower case without accents, letters and digits only: "O'Brien-Müller & Søn" → obrien, muller, son. Bounded in length and count.
[[nodiscard]] QStringList wordsOf(QStringView text);
/// Same words in any order: "Lee, Sarah" and "Sarah Lee" have one key.
[[nodiscard]] QString nameKey(QStringView name);
/// Without what companies are in law: "Acme, Inc." and "ACME" have one key.
[[nodiscard]] QString companyKey(QStringView company);
/// Of the record's company: its own name, for a company.
[[nodiscard]] QString companyKeyOf(const Customer &customer);

/// What the full-text index holds of a record: words of name, company and e-mails; three-digit pieces of its numbers.
[[nodiscard]] QString searchWords(const Customer &customer);
/// What those have in the words index who are active, or belong to a rep. Nobody can type them.
[[nodiscard]] QString activeToken();
[[nodiscard]] QString ownerToken(const QString &email, const QString &name); ///< Empty: of nobody.
/// Where the customer stands in the order of names; bounded.
[[nodiscard]] QString sortKey(const Customer &customer);
[[nodiscard]] QString searchDigits(const Customer &customer);
[[nodiscard]] QStringList digitPieces(QStringView digits);
[[nodiscard]] QString digitsIn(QStringView text);

/// Keys of the alias index. What they find is compared with the record, so a clash of hashes finds nobody.
[[nodiscard]] qint64 stableHash(QStringView text);
[[nodiscard]] QString emailForm(const QString &email);
[[nodiscard]] qint64 emailHash(const QString &email);
[[nodiscard]] qint64 literalHash(const QString &text);
[[nodiscard]] qint64 companyHash(const Customer &customer); ///< 32 bits; 0: no company

} // namespace callcard

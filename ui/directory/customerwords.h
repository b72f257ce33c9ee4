#pragma once

#include <callcard/ui/directoryvalues.h>
#include <callcard/ui/people.h>

namespace callcard::ui {

/// The name; of somebody without one, the company. Cleaned.
[[nodiscard]] QString displayName(const Customer &customer);
/// The second line of a row: the company, or what kind of company or lead it is.
[[nodiscard]] QString secondLine(const Customer &customer);
[[nodiscard]] Person personOf(const Customer &customer);
/// As a person in the home region reads it, with its extension; the text itself where it is no number.
[[nodiscard]] QString numberText(const CustomerNumber &number, const QString &homeRegion);
/// The first one that can be called; absent: none can.
[[nodiscard]] std::optional<CustomerNumber> mainNumber(const Customer &customer, const std::optional<PhoneNumber> &usual = {});
/// "Mobile", "Office" …: the source's own word, ours where we know it.
[[nodiscard]] QString labelText(const QString &label);
/// "Firestore · copper_people", "File people.csv", "This computer": where customers come from.
[[nodiscard]] QString sourceText(const QString &source);
/// What a screen reader says of a row.
[[nodiscard]] QString spokenRow(const FoundCustomer &found, const DirectoryOptions &options, const QDateTime &now);
/// Of a row: "Today", "Yesterday", "Nov 12". Empty: never.
[[nodiscard]] QString lastContactText(const Customer &customer, const DirectoryOptions &options, const QDateTime &now);
/// "212 of 128,406 customers", "more than 1,000 of …", "128,406 customers".
[[nodiscard]] QString countLine(const FoundCustomers &found, qint64 all, bool filtered);
/// Which files were damaged, and whether they are out of the way.
[[nodiscard]] QString damageText(const QList<DamagedFile> &damages);
[[nodiscard]] QString damageRemedy(const QList<DamagedFile> &damages, bool canSync);
[[nodiscard]] QString similarName(); ///< "similar name"

/// Where the letters of the typed words stand in a name: positions in `text`, sorted, not overlapping. Beginnings of words first; a word
/// that begins none is marked in the middle of one.
[[nodiscard]] QList<std::pair<int, int>> foundLetters(const QString &text, const QString &typed);
/// The same for digits of a number, whatever stands between them.
[[nodiscard]] QList<std::pair<int, int>> foundDigits(const QString &text, const QString &typed);

} // namespace callcard::ui

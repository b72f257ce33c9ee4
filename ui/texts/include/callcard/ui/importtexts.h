#pragma once

#include <QString>

namespace callcard::ui {

/// What the import doctor's words mean: why a row was refused, or why a number of it could not be read. A word that is not known is shown.
[[nodiscard]] QString importReason(const QString &word);
/// The same of a record that a source has: it stands in no row.
[[nodiscard]] QString recordReason(const QString &word);
/// What a column is taken for: "phone" → "Phone". Empty: "not used".
[[nodiscard]] QString importField(const QString &word);
/// "copper-people" → "People, exported from Copper"; empty: none was recognised.
[[nodiscard]] QString importPreset(const QString &word);

} // namespace callcard::ui

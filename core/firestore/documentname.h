#pragma once

#include <QString>

#include <optional>

namespace callcard::firestore {

/// "metrics/u1_sms_quantity_2026-11-20_justcall" → the full raw name, as bodies hold it.
[[nodiscard]] QString documentName(const QString &project, const QString &path);
/// The path below "documents/"; nothing when the name is of another project, or no name.
[[nodiscard]] std::optional<QString> pathInName(const QString &project, const QString &name);
/// What follows "/v1/" in an address, every segment percent-encoded on its own: a colon in an id would introduce a method.
[[nodiscard]] QString encodedName(const QString &project, const QString &path);
[[nodiscard]] QString lastSegment(const QString &path);
/// Not empty, not too long, no slash, not "." nor "..", not reserved (__x__).
[[nodiscard]] bool isUsableId(const QString &id);

/// One segment of a field path, between backticks where the name asks for it: field names of exports hold spaces and dots.
[[nodiscard]] QString quotedField(const QString &name);

} // namespace callcard::firestore

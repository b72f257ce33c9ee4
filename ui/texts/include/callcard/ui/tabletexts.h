#pragma once

#include <QByteArray>
#include <QList>
#include <QStringList>

namespace callcard::ui {

// Tables for other programs. What people and services have written stands in them, so no cell may be a formula to a spreadsheet; a
// number with its sign is none.

/// A file, by RFC 4180.
[[nodiscard]] QByteArray asCsv(const QList<QStringList> &rows);
/// For the clipboard: a line for each row, tabs between its cells, and none of both inside a cell.
[[nodiscard]] QString asPastedTable(const QList<QStringList> &rows);

} // namespace callcard::ui

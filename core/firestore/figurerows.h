#pragma once

#include "request.h"

#include <callcard/figuresstore.h>

#include <QTimeZone>

namespace callcard::firestore {

/// The day that a row of `metrics` stands for: what its id says; else the UTC day of a marker at midnight or noon; else the rep's own.
[[nodiscard]] QDate dayOfRow(const Document &row, const QTimeZone &zone);

/// Rows → figures of the range, one a user, type, source and day.
[[nodiscard]] QList<StoredFigure> figuresFrom(const QList<Document> &rows, const DayRange &range, const QTimeZone &zone);

/// Nothing for a goal of an unknown period or without a target.
[[nodiscard]] std::optional<Goal> goalFrom(const Map &fields);
[[nodiscard]] TeamMember memberFrom(const Document &user);
/// What is missing or senseless is the standard's.
[[nodiscard]] BusinessHours hoursFrom(const Map &fields);

} // namespace callcard::firestore

#pragma once

#include <callcard/figuresstore.h>
#include <callcard/outbox.h>

namespace callcard {

/// The days from which every goal's current period is counted.
[[nodiscard]] DayRange daysOfPeriods(const QList<Goal> &goals, const QDate &today);

/// How far somebody has come with a goal in its current period, of what stands in the documents. Calls that the phone system and the CRM
/// both report count once: the phone system's where it has any that day, else the CRM's; what was entered by hand comes on top.
[[nodiscard]] double standingOf(const Goal &goal, const QList<StoredFigure> &figures, const QDate &today);

} // namespace callcard

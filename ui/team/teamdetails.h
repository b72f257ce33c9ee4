#pragma once

#include "teamtexts.h"

#include <callcard/ui/factrows.h>

namespace callcard::ui {

/// Whether the column holds a figure, which has a definition and something behind it.
[[nodiscard]] bool isTeamFigure(TeamColumn column);
/// What is counted and what is not, in a sentence or two.
[[nodiscard]] QString teamDefinition(TeamColumn column);
/// Whose figures a total is made of, in the order given.
[[nodiscard]] QList<FactRow> peopleBehind(const QList<const TeamRow *> &rows, TeamColumn column, const QDateTime &now,
                                          const TimeTexts &times);
/// Which days a person's figure is made of, the newest first. Days without a document have no row: the figure lacks them.
[[nodiscard]] QList<FactRow> teamDaysBehind(const QList<TeamDocument> &documents, TeamColumn column, const DayRange &range,
                                            const QDate &today, const TimeTexts &times);

} // namespace callcard::ui

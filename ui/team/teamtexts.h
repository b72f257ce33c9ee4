#pragma once

#include <callcard/ui/teamfacts.h>
#include <callcard/ui/timetexts.h>

#include <QString>

namespace callcard::ui {

/// The columns of the team's table, in their order.
enum class TeamColumn { Person, Calls, Talk, Texts, Answered, Incoming, Average, Days, Fresh };
inline constexpr int kTeamColumns = 9;

[[nodiscard]] QString teamColumnName(TeamColumn column);
/// As it stands in the cell; a dash for what is missing.
[[nodiscard]] QString teamCell(const TeamRow &row, TeamColumn column, const QDateTime &now, const TimeTexts &times);
/// The same as a sentence for whoever hears it.
[[nodiscard]] QString teamSaying(const TeamRow &row, TeamColumn column, const QDateTime &now, const TimeTexts &times);
[[nodiscard]] QString teamPerson(const TeamRow &row);
[[nodiscard]] std::optional<double> teamAverageSeconds(const TeamRow &row);
/// A documents' age of more than this is told with a warning.
[[nodiscard]] bool isTeamStale(const TeamRow &row, const QDateTime &now);

} // namespace callcard::ui

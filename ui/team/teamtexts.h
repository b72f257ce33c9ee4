#pragma once

#include <callcard/ui/teamfacts.h>
#include <callcard/ui/timetexts.h>

#include <QString>

namespace callcard::ui {

/// The columns of the team's table, in their order.
enum class TeamColumn { Person, Calls, Talk, Texts, Answered, Incoming, Average, Days, Fresh, Now, Synced, Connected };
inline constexpr int kTeamColumns = 12;

[[nodiscard]] QString teamColumnName(TeamColumn column);
/// As it stands in the cell; a dash for what is missing.
[[nodiscard]] QString teamCell(const TeamRow &row, TeamColumn column, const QDateTime &now, const TimeTexts &times);
/// The same as a sentence for whoever hears it.
[[nodiscard]] QString teamSaying(const TeamRow &row, TeamColumn column, const QDateTime &now, const TimeTexts &times);
/// What the eye does not see in the cell: the address, both ages. Empty: nothing.
[[nodiscard]] QString teamHint(const TeamRow &row, TeamColumn column, const QDateTime &now, const TimeTexts &times);
/// "On a call", "Free", "Away", "Not known"
[[nodiscard]] QString teamNowWord(PersonNow what);
[[nodiscard]] QString teamPerson(const TeamRow &row);
[[nodiscard]] std::optional<double> teamAverageSeconds(const TeamRow &row);
/// A documents' age of more than this is told with a warning.
[[nodiscard]] bool isTeamStale(const TeamRow &row, const QDateTime &now);

} // namespace callcard::ui

#pragma once

#include <callcard/ui/panelfigures.h>
#include <callcard/ui/timetexts.h>

namespace callcard::ui {

/// "Answer rate", "Outgoing, no answer" …
[[nodiscard]] QString figureName(Figure figure);
/// What is counted and what is not, in one or two sentences.
[[nodiscard]] QString figureDefinition(Figure figure);
/// "38", "1 h 36 min", "61%", "3:50"; a dash for what is missing.
[[nodiscard]] QString figureValue(Figure figure, std::optional<double> value);
/// "today", "this week", "in October", "Oct 3 – Oct 19": goes after a figure.
[[nodiscard]] QString spanWords(const PanelChoice &choice, const PanelFigures &panel, const TimeTexts &times);
/// "Wednesday, November 11": spoken and in tool tips.
[[nodiscard]] QString longDay(const QDate &day);
/// "Not read", "Still being read", "Perhaps not complete"; empty for a day that was read.
[[nodiscard]] QString readingWords(Reading reading);
/// "RingCentral 30, JustCall 8": never a sum.
[[nodiscard]] QString splitWords(const QMap<QString, double> &bySource, Figure figure);
/// "1 call", "1,367 calls"
[[nodiscard]] QString callsWords(int calls);
/// A text that was made with %n, which knows no groups of digits.
[[nodiscard]] QString withGroups(QString text, int number);

/// The panel as a table of days: for the clipboard, "As table" and CSV. The first row names the columns; figures have no separators.
[[nodiscard]] QList<QStringList> panelTable(const PanelFacts &facts, const DayRange &range);

} // namespace callcard::ui

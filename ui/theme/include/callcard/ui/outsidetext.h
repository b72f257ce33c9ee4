#pragma once

#include <QString>

namespace callcard::ui {

inline constexpr int kLongestShownText = 1000;

/// Text from outside made fit for one line of ours: control characters and bidi overrides gone, white space single, bounded.
/// Joiners stay, Persian and emoji need them.
[[nodiscard]] QString cleaned(const QString &text, int most = kLongestShownText);
/// The same for text of several lines (a message, a note): line breaks stay.
[[nodiscard]] QString cleanedLines(const QString &text, int most = kLongestShownText);
/// cleaned(), set apart so that its direction cannot turn the words around it.
[[nodiscard]] QString isolated(const QString &text);
/// As a tool tip that shows exactly this. Escaped and inside of markup: otherwise "&" is shown as "&amp;", or a name with angle brackets
/// is taken for markup.
[[nodiscard]] QString plainToolTip(const QString &text);
/// A phone number, left to right whatever surrounds it.
[[nodiscard]] QString numberRun(const QString &text);

/// First letters of first and last word, upper case; one for scripts without spaces; empty where there is no letter: show the person icon.
[[nodiscard]] QString initials(const QString &name);
/// Which of the eight avatar colours: the same in every run, on every machine and version, hence not qHash. By id, not by name.
[[nodiscard]] int avatarIndex(const QString &id);

} // namespace callcard::ui

#pragma once

#include <callcard/ui/settingtexts.h>

namespace callcard::ui {

// The table of allSettingWords(), a section or two a function.
[[nodiscard]] QList<SettingWords> computerWords();
[[nodiscard]] QList<SettingWords> accountWords();
[[nodiscard]] QList<SettingWords> cardWords();
[[nodiscard]] QList<SettingWords> dialWords();
[[nodiscard]] QList<SettingWords> figureWords();
[[nodiscard]] QList<SettingWords> generalWords();

} // namespace callcard::ui

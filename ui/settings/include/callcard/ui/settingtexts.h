#pragma once

#include <callcard/settings.h>

#include <QList>
#include <QString>
#include <QStringList>

namespace callcard::ui {

enum class SettingsSection { Connections, Accounts, Card, Quiet, Dialling, Directory, Metrics, Shortcuts, Privacy, General };
[[nodiscard]] QList<SettingsSection> settingsSections(); ///< In the order of the list at the left.
[[nodiscard]] QString sectionTitle(SettingsSection section);
[[nodiscard]] QString sectionContext(SettingsSection section); ///< One line below the title.
[[nodiscard]] QString sectionIcon(SettingsSection section);

/// How a person reads one setting.
struct SettingWords {
    QString key{};
    SettingsSection section{};
    QString group{}; ///< The heading it stands under; empty: the section's own.
    QString label{};
    QString help{};
    QStringList choices{}; ///< In the order of SettingInfo::choices.
    QString unit{};        ///< Behind a number, with its space: " s".
};
/// Every setting there is, secrets too, in the order of the pages. In the language of the moment.
[[nodiscard]] QList<SettingWords> allSettingWords();

/// Why a value of this kind was refused, and what would be right.
[[nodiscard]] QString refusalText(const SettingInfo &info);

} // namespace callcard::ui

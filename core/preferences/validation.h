#pragma once

#include <callcard/preferences.h>

namespace callcard {

/// A value that has its type already (from JSON, from code), checked and in its normal form.
[[nodiscard]] Result<QVariant> checkedSetting(const SettingInfo &info, const QVariant &raw);
/// Empty: fine. Else how the sentence goes on after the setting's name.
[[nodiscard]] QString urlProblem(const QString &text, bool isTemplate);
[[nodiscard]] bool isLoopbackHost(QStringView host);

} // namespace callcard

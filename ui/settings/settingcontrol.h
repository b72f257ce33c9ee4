#pragma once

#include <callcard/settings.h>

#include <QWidget>

#include <functional>

namespace callcard::ui {

struct SettingWords;

/// What a person changes a setting with. `show` puts a value into it and changes nothing.
struct SettingControl {
    QWidget *widget{};
    std::function<void(const QVariant &)> show{};
};
[[nodiscard]] SettingControl makeSettingControl(const SettingInfo &info, const SettingWords &words,
                                                const std::function<void(const QVariant &)> &changed);

} // namespace callcard::ui

#pragma once

#include <QDBusVariant>
#include <QObject>

namespace callcard {

namespace ui {
class ThemeKeeper;
}

/// Hands the desktop's wishes to the theme, as the settings portal tells them: dark, more contrast, less motion. Follows changes.
class DesktopLook final : public QObject
{
    Q_OBJECT

public:
    explicit DesktopLook(ui::ThemeKeeper &theme, QObject *parent = nullptr);

private Q_SLOTS:
    void onSettingChanged(const QString &group, const QString &key, const QDBusVariant &value);

private:
    void ask(const QString &group, const QString &key);
    void take(const QString &group, const QString &key, const QVariant &value);
    ui::ThemeKeeper &m_theme;
};

} // namespace callcard

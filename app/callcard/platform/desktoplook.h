#pragma once

#include <QDBusVariant>
#include <QObject>

namespace callcard {

namespace ui {
class ThemeKeeper;
}

/// Hands the desktop's wishes to the theme: dark (the settings portal), motion, and whether a compositor runs. Follows changes.
class DesktopLook final : public QObject
{
    Q_OBJECT

public:
    explicit DesktopLook(ui::ThemeKeeper &theme, QObject *parent = nullptr);

private Q_SLOTS:
    void onSettingChanged(const QString &group, const QString &key, const QDBusVariant &value);

private:
    void takeColorScheme(uint value);
    ui::ThemeKeeper &m_theme;
};

} // namespace callcard

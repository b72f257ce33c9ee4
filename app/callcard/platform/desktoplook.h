#pragma once

#include <QDBusVariant>
#include <QObject>

namespace callcard {

namespace ui {
class ThemeKeeper;
}

/// Hands the desktop's wishes to the theme, as the settings portal tells them: dark, more contrast, less motion. Follows changes, and
/// asks again when a portal comes that was not there, as at the start of a session.
class DesktopLook final : public QObject
{
    Q_OBJECT

public:
    explicit DesktopLook(ui::ThemeKeeper &theme, QObject *parent = nullptr);

private Q_SLOTS:
    void onSettingChanged(const QString &group, const QString &key, const QDBusVariant &value);

private:
    void askAll();
    void ask(const QString &group, const QString &key);
    void take(const QString &group, const QString &key, const QVariant &value);
    ui::ThemeKeeper &m_theme;
    bool m_wantsLessMotion = false; ///< The portal's own word for it, of newer ones.
    bool m_withoutAnimations = false;
};

} // namespace callcard

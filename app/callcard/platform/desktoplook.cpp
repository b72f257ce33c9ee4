#include "desktoplook.h"

#include <callcard/ui/theme.h>

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

namespace callcard {

using namespace Qt::Literals::StringLiterals;

namespace {
const auto kService = u"org.freedesktop.portal.Desktop"_s;
const auto kPath = u"/org/freedesktop/portal/desktop"_s;
const auto kInterface = u"org.freedesktop.portal.Settings"_s;
const auto kAppearance = u"org.freedesktop.appearance"_s;
const auto kGnome = u"org.gnome.desktop.interface"_s; // the portal hands on what GNOME, and who follows it, keep there
const auto kColorScheme = u"color-scheme"_s;
const auto kContrast = u"contrast"_s;
const auto kAnimations = u"enable-animations"_s;
} // namespace

DesktopLook::DesktopLook(ui::ThemeKeeper &theme, QObject *parent) : QObject(parent), m_theme(theme)
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    // From whoever has the place of the portal: bound to its name, Qt lost every word of one that it had not looked up in time.
    bus.connect({}, kPath, kInterface, u"SettingChanged"_s, this, SLOT(onSettingChanged(QString, QString, QDBusVariant)));
    ask(kAppearance, kColorScheme);
    ask(kAppearance, kContrast);
    ask(kGnome, kAnimations);
}

void DesktopLook::ask(const QString &group, const QString &key)
{
    QDBusMessage question = QDBusMessage::createMethodCall(kService, kPath, kInterface, u"Read"_s);
    question.setArguments({group, key});
    question.setAutoStartService(false);
    auto *watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(question), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, group, key](QDBusPendingCallWatcher *done) {
        done->deleteLater();
        const QDBusPendingReply<QDBusVariant> reply = *done;
        if (reply.isError())
            return; // no portal, or it does not know: the palette decides
        QVariant value = reply.value().variant();
        if (value.canConvert<QDBusVariant>()) // Read() wraps twice
            value = value.value<QDBusVariant>().variant();
        take(group, key, value);
    });
}

void DesktopLook::onSettingChanged(const QString &group, const QString &key, const QDBusVariant &value)
{
    take(group, key, value.variant());
}

void DesktopLook::take(const QString &group, const QString &key, const QVariant &value)
{
    if (group == kAppearance && key == kColorScheme) {
        const uint wish = value.toUInt(); // 0 no preference, 1 dark, 2 light
        m_theme.setSystemDark(wish == 1 ? std::optional(true) : wish == 2 ? std::optional(false) : std::nullopt);
    } else if (group == kAppearance && key == kContrast) {
        m_theme.setHighContrast(value.toUInt() == 1);
    } else if (group == kGnome && key == kAnimations) {
        m_theme.setReducedMotion(!value.toBool());
    }
}

} // namespace callcard

#include "desktoplook.h"

#include "busvariant.h"

#include <callcard/ui/theme.h>

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusServiceWatcher>
#include <QLoggingCategory>

namespace callcard {

using namespace Qt::Literals::StringLiterals;

namespace {
Q_LOGGING_CATEGORY(lcLook, "callcard.look")
const auto kService = u"org.freedesktop.portal.Desktop"_s;
const auto kPath = u"/org/freedesktop/portal/desktop"_s;
const auto kInterface = u"org.freedesktop.portal.Settings"_s;
const auto kAppearance = u"org.freedesktop.appearance"_s;
const auto kGnome = u"org.gnome.desktop.interface"_s; // the portal hands on what GNOME, and who follows it, keep there
const auto kColorScheme = u"color-scheme"_s;
const auto kContrast = u"contrast"_s;
const auto kLessMotion = u"reduced-motion"_s;
const auto kAnimations = u"enable-animations"_s;
} // namespace

DesktopLook::DesktopLook(ui::ThemeKeeper &theme, QObject *parent) : QObject(parent), m_theme(theme)
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    knowBusVariants();
    if (!bus.connect(kService, kPath, kInterface, u"SettingChanged"_s, this, SLOT(onSettingChanged(QString, QString, QDBusVariant))))
        qCWarning(lcLook) << "changes of the desktop's look cannot be followed";
    auto *portal = new QDBusServiceWatcher(kService, bus, QDBusServiceWatcher::WatchForRegistration, this);
    connect(portal, &QDBusServiceWatcher::serviceRegistered, this, &DesktopLook::askAll);
    askAll();
}

void DesktopLook::askAll()
{
    ask(kAppearance, kColorScheme);
    ask(kAppearance, kContrast);
    ask(kAppearance, kLessMotion);
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
        if (!reply.isError()) // no portal, or it does not know: the palette decides
            take(group, key, unwrapped(reply.value().variant()));
    });
}

void DesktopLook::onSettingChanged(const QString &group, const QString &key, const QDBusVariant &value)
{
    take(group, key, unwrapped(value.variant()));
}

void DesktopLook::take(const QString &group, const QString &key, const QVariant &value)
{
    if (group == kAppearance && key == kColorScheme) {
        const uint wish = value.toUInt(); // 0 no preference, 1 dark, 2 light
        m_theme.setSystemDark(wish == 1 ? std::optional(true) : wish == 2 ? std::optional(false) : std::nullopt);
    } else if (group == kAppearance && key == kContrast) {
        m_theme.setHighContrast(value.toUInt() == 1);
    } else if (group == kAppearance && key == kLessMotion) {
        m_wantsLessMotion = value.toUInt() == 1;
        m_theme.setReducedMotion(m_wantsLessMotion || m_withoutAnimations);
    } else if (group == kGnome && key == kAnimations) {
        m_withoutAnimations = !value.toBool();
        m_theme.setReducedMotion(m_wantsLessMotion || m_withoutAnimations);
    }
}

} // namespace callcard

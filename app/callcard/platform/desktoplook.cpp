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
const auto kColorScheme = u"color-scheme"_s;
} // namespace

DesktopLook::DesktopLook(ui::ThemeKeeper &theme, QObject *parent) : QObject(parent), m_theme(theme)
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    bus.connect(kService, kPath, kInterface, u"SettingChanged"_s, this, SLOT(onSettingChanged(QString, QString, QDBusVariant)));
    QDBusMessage question = QDBusMessage::createMethodCall(kService, kPath, kInterface, u"Read"_s);
    question.setArguments({kAppearance, kColorScheme});
    question.setAutoStartService(false);
    auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(question), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this](QDBusPendingCallWatcher *done) {
        done->deleteLater();
        const QDBusPendingReply<QDBusVariant> reply = *done;
        if (reply.isError())
            return; // no portal: the palette decides
        QVariant value = reply.value().variant();
        if (value.canConvert<QDBusVariant>()) // Read() wraps twice
            value = value.value<QDBusVariant>().variant();
        takeColorScheme(value.toUInt());
    });
}

void DesktopLook::onSettingChanged(const QString &group, const QString &key, const QDBusVariant &value)
{
    if (group == kAppearance && key == kColorScheme)
        takeColorScheme(value.variant().toUInt());
}

void DesktopLook::takeColorScheme(uint value)
{
    // 0 no preference, 1 dark, 2 light
    m_theme.setSystemDark(value == 1 ? std::optional(true) : value == 2 ? std::optional(false) : std::nullopt);
}

} // namespace callcard

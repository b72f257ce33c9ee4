#include "donotdisturb.h"

#include "busvariant.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusServiceWatcher>
#include <QLoggingCategory>

#include <algorithm>
#include <utility>

namespace callcard {

using namespace Qt::Literals::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(lcQuiet, "callcard.quiet")

const auto kNotifications = u"org.freedesktop.Notifications"_s;
const auto kNotificationsPath = u"/org/freedesktop/Notifications"_s;
const auto kProperties = u"org.freedesktop.DBus.Properties"_s;
const auto kDunst = u"org.dunstproject.cmd0"_s;
const auto kXfconf = u"org.xfce.Xfconf"_s;
const auto kXfceChannel = u"xfce4-notifyd"_s;
const auto kXfceProperty = u"/do-not-disturb"_s;
const auto kPortal = u"org.freedesktop.portal.Desktop"_s;
const auto kPortalPath = u"/org/freedesktop/portal/desktop"_s;
const auto kPortalSettings = u"org.freedesktop.portal.Settings"_s;
const auto kGnomeGroup = u"org.gnome.desktop.notifications"_s;
const auto kGnomeKey = u"show-banners"_s;

/// Nobody is started only to be asked whether it wants quiet.
QDBusPendingCallWatcher *ask(const QString &service, const QString &path, const QString &interface, const QString &method,
                             const QVariantList &arguments, QObject *parent)
{
    QDBusMessage question = QDBusMessage::createMethodCall(service, path, interface, method);
    question.setArguments(arguments);
    question.setAutoStartService(false);
    return new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(question), parent);
}

} // namespace

DoNotDisturb::DoNotDisturb(QObject *parent) : QObject(parent)
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    knowBusVariants();
    const bool follows[] = {
        bus.connect(kNotifications, kNotificationsPath, kProperties, u"PropertiesChanged"_s, this,
                    SLOT(onPropertiesChanged(QString, QVariantMap, QStringList))),
        bus.connect(kXfconf, u"/org/xfce/Xfconf"_s, kXfconf, u"PropertyChanged"_s, this,
                    SLOT(onXfconfChanged(QString, QString, QDBusVariant))),
        bus.connect(kPortal, kPortalPath, kPortalSettings, u"SettingChanged"_s, this,
                    SLOT(onPortalChanged(QString, QString, QDBusVariant))),
    };
    if (std::find(std::begin(follows), std::end(follows), false) != std::end(follows))
        qCWarning(lcQuiet) << "changes of the desktop's do-not-disturb cannot be followed";
    auto *services = new QDBusServiceWatcher(this);
    services->setConnection(bus);
    services->setWatchMode(QDBusServiceWatcher::WatchForOwnerChange);
    for (const QString &service : {kNotifications, kXfconf, kPortal}) {
        services->addWatchedService(service);
        askService(service);
    }
    connect(services, &QDBusServiceWatcher::serviceOwnerChanged, this,
            [this](const QString &service, const QString &, const QString &owner) {
                forget(service);
                if (!owner.isEmpty())
                    askService(service);
            });
}

void DoNotDisturb::askService(const QString &service)
{
    if (service == kXfconf) {
        askXfconf();
    } else if (service == kPortal) {
        askPortal();
    } else {
        askProperty(kNotifications, u"Inhibited"_s);
        askProperty(kDunst, u"paused"_s);
    }
}

void DoNotDisturb::askProperty(const QString &interface, const QString &property)
{
    QDBusPendingCallWatcher *watcher = ask(kNotifications, kNotificationsPath, kProperties, u"Get"_s, {interface, property}, this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, interface](QDBusPendingCallWatcher *done) {
        done->deleteLater();
        const QDBusPendingReply<QDBusVariant> reply = *done;
        if (!reply.isError())
            take(kNotifications, interface, unwrapped(reply.value().variant()).toBool());
    });
}

void DoNotDisturb::askXfconf()
{
    QDBusPendingCallWatcher *watcher = ask(kXfconf, u"/org/xfce/Xfconf"_s, kXfconf, u"GetProperty"_s, {kXfceChannel, kXfceProperty}, this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this](QDBusPendingCallWatcher *done) {
        done->deleteLater();
        const QDBusPendingReply<QDBusVariant> reply = *done;
        if (!reply.isError())
            take(kXfconf, kXfceProperty, unwrapped(reply.value().variant()).toBool());
    });
}

void DoNotDisturb::askPortal()
{
    QDBusPendingCallWatcher *watcher = ask(kPortal, kPortalPath, kPortalSettings, u"Read"_s, {kGnomeGroup, kGnomeKey}, this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this](QDBusPendingCallWatcher *done) {
        done->deleteLater();
        const QDBusPendingReply<QDBusVariant> reply = *done;
        if (!reply.isError())
            take(kPortal, kGnomeKey, !unwrapped(reply.value().variant()).toBool());
    });
}

void DoNotDisturb::onPropertiesChanged(const QString &interface, const QVariantMap &changed, const QStringList &)
{
    for (const QString &property : {u"Inhibited"_s, u"paused"_s}) {
        if (changed.contains(property))
            take(kNotifications, interface, unwrapped(changed.value(property)).toBool());
    }
}

void DoNotDisturb::onXfconfChanged(const QString &channel, const QString &property, const QDBusVariant &value)
{
    if (channel == kXfceChannel && property == kXfceProperty)
        take(kXfconf, kXfceProperty, unwrapped(value.variant()).toBool());
}

void DoNotDisturb::onPortalChanged(const QString &group, const QString &key, const QDBusVariant &value)
{
    if (group == kGnomeGroup && key == kGnomeKey)
        take(kPortal, kGnomeKey, !unwrapped(value.variant()).toBool());
}

void DoNotDisturb::take(const QString &service, const QString &word, bool on)
{
    m_said[service].insert(word, on);
    sumUp();
}

void DoNotDisturb::forget(const QString &service)
{
    if (m_said.remove(service) > 0)
        sumUp();
}

void DoNotDisturb::sumUp()
{
    const bool any =
        std::any_of(m_said.cbegin(), m_said.cend(), [](const QHash<QString, bool> &words) { return words.values().contains(true); });
    if (std::exchange(m_on, any) != any)
        Q_EMIT
    changed(any);
}

} // namespace callcard

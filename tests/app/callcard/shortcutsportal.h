#pragma once

#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusVariant>
#include <QDBusVirtualObject>
#include <QMap>
#include <QStringList>
#include <QVariantMap>

namespace callcard::testing {

/// A desktop that hands out global keys, as small as it can be: org.freedesktop.portal.GlobalShortcuts.
class ShortcutsPortal final : public QDBusVirtualObject
{
public:
    explicit ShortcutsPortal(const QDBusConnection &bus) : m_bus(bus) {}
    ~ShortcutsPortal() override { m_bus.unregisterObject(path()); }

    [[nodiscard]] bool appear()
    {
        return m_bus.registerVirtualObject(path(), this, QDBusConnection::SubPath) &&
               m_bus.registerService(QStringLiteral("org.freedesktop.portal.Desktop"));
    }

    uint answer = 0;                ///< To the question which keys: 0 given, 1 the person said no.
    QString session{};              ///< Of the newest.
    QStringList closed{};           ///< Sessions.
    QStringList registered{};       ///< Who said who they are.
    QMap<QString, QString> bound{}; ///< Id → the trigger that was asked for.

    /// The person presses the keys, in any program.
    bool press(const QString &id, const QString &inSession = {})
    {
        QDBusMessage signal = QDBusMessage::createSignal(path(), shortcuts(), QStringLiteral("Activated"));
        signal.setArguments({QVariant::fromValue(QDBusObjectPath(inSession.isEmpty() ? session : inSession)), id,
                             QVariant::fromValue(qulonglong(1)), QVariantMap()});
        return m_bus.send(signal);
    }
    /// The person takes them back in the desktop's settings.
    bool takeBack()
    {
        return m_bus.send(QDBusMessage::createSignal(session, QStringLiteral("org.freedesktop.portal.Session"), QStringLiteral("Closed")));
    }

    QString introspect(const QString &) const override { return {}; }
    bool handleMessage(const QDBusMessage &message, const QDBusConnection &bus) override
    {
        if (message.member() == QLatin1StringView("Register")) {
            registered.append(message.arguments().value(0).toString());
            return bus.send(message.createReply());
        }
        if (message.member() == QLatin1StringView("Close")) {
            closed.append(message.path());
            return bus.send(message.createReply());
        }
        if (message.interface() != shortcuts())
            return false;
        const QVariantMap options = qdbus_cast<QVariantMap>(message.arguments().constLast());
        const QString sender = message.service().mid(1).replace(u'.', u'_');
        const QString request =
            path() + QStringLiteral("/request/") + sender + u'/' + options.value(QStringLiteral("handle_token")).toString();
        if (!bus.send(message.createReply(QVariant::fromValue(QDBusObjectPath(request)))))
            return false;
        QDBusMessage response = QDBusMessage::createTargetedSignal(
            message.service(), request, QStringLiteral("org.freedesktop.portal.Request"), QStringLiteral("Response"));
        if (message.member() == QLatin1StringView("CreateSession")) {
            session =
                path() + QStringLiteral("/session/") + sender + u'/' + options.value(QStringLiteral("session_handle_token")).toString();
            response.setArguments({0U, QVariantMap{{QStringLiteral("session_handle"), session}}});
        } else {
            bound.clear();
            const auto wanted = message.arguments().value(1).value<QDBusArgument>();
            for (wanted.beginArray(); !wanted.atEnd();) {
                QString id;
                QVariantMap properties;
                wanted.beginStructure();
                wanted >> id >> properties;
                wanted.endStructure();
                bound.insert(id, properties.value(QStringLiteral("preferred_trigger")).toString());
            }
            response.setArguments({answer, QVariantMap()});
        }
        return bus.send(response);
    }

private:
    static QString path() { return QStringLiteral("/org/freedesktop/portal/desktop"); }
    static QString shortcuts() { return QStringLiteral("org.freedesktop.portal.GlobalShortcuts"); }

    QDBusConnection m_bus;
};

} // namespace callcard::testing

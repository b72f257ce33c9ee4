#pragma once

#include <QDBusConnection>
#include <QDBusContext>
#include <QDBusError>
#include <QObject>
#include <QStringList>
#include <QVariantMap>

namespace callcard::testing {

inline const QString kNotificationService = QStringLiteral("org.freedesktop.Notifications");

/// The desktop's notifications, which only remembers them.
class Notifications final : public QObject, protected QDBusContext
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")

public:
    struct Shown {
        uint replaces{};
        QString summary{};
        QString body{};
        QStringList actions{};
    };
    ~Notifications() override { QDBusConnection::sessionBus().unregisterService(kNotificationService); }
    [[nodiscard]] bool appear()
    {
        QDBusConnection bus = QDBusConnection::sessionBus();
        return bus.registerObject(QStringLiteral("/org/freedesktop/Notifications"), this, QDBusConnection::ExportAllSlots) &&
               bus.registerService(kNotificationService);
    }
    QList<Shown> shown;
    QList<uint> closed;
    bool refuses = false; ///< There is no showing anything.
    int refused = 0;

public Q_SLOTS: // NOLINTBEGIN(readability-identifier-naming): the bus calls them so
    QStringList GetCapabilities() { return {QStringLiteral("actions"), QStringLiteral("body")}; }
    uint Notify(const QString &, uint replaces, const QString &, const QString &summary, const QString &body, const QStringList &actions,
                const QVariantMap &, int)
    {
        if (refuses) {
            ++refused;
            sendErrorReply(QDBusError::Failed, QStringLiteral("nothing to show it on"));
            return 0;
        }
        shown.append({replaces, summary, body, actions});
        return replaces == 0 ? uint(shown.size()) : replaces;
    }
    void CloseNotification(uint id) { closed.append(id); } // NOLINTEND
};

} // namespace callcard::testing

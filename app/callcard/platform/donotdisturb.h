#pragma once

#include <QDBusVariant>
#include <QHash>
#include <QObject>
#include <QVariantMap>

namespace callcard {

/// Whether the desktop wants quiet: what KDE's and GNOME's notifications, Xfce's and dunst say, each in its own way. Where nobody
/// says anything, nobody wants quiet. Follows changes, and whoever comes later or begins anew; who goes takes the wish along.
class DoNotDisturb final : public QObject
{
    Q_OBJECT

public:
    explicit DoNotDisturb(QObject *parent = nullptr);
    [[nodiscard]] bool isOn() const { return m_on; }

Q_SIGNALS:
    void changed(bool on);

private Q_SLOTS:
    void onPropertiesChanged(const QString &interface, const QVariantMap &changed, const QStringList &invalidated);
    void onXfconfChanged(const QString &channel, const QString &property, const QDBusVariant &value);
    void onPortalChanged(const QString &group, const QString &key, const QDBusVariant &value);

private:
    void askService(const QString &service);
    void askProperty(const QString &interface, const QString &property);
    void askXfconf();
    void askPortal();
    void take(const QString &service, const QString &word, bool on);
    void forget(const QString &service);
    void sumUp();

    QHash<QString, QHash<QString, bool>> m_said; ///< Service → which of its words → wants quiet.
    bool m_on = false;
};

} // namespace callcard

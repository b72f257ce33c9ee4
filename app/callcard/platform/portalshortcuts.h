#pragma once

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QKeySequence>
#include <QObject>
#include <QVariantMap>

namespace callcard {

/// Keys that work in every program, where the desktop hands them out itself (org.freedesktop.portal.GlobalShortcuts): it may ask the
/// person, who may choose other keys, and it remembers them. Asks again when a portal comes that was not there.
class PortalShortcuts final : public QObject
{
    Q_OBJECT

public:
    /// A connection of our own: whoever speaks to a portal says who they are with the first word.
    explicit PortalShortcuts(const QDBusConnection &bus, QObject *parent = nullptr);
    ~PortalShortcuts() override;

    struct Shortcut {
        QString id{};
        QString description{}; ///< The desktop shows it.
        QKeySequence preferred{};
        bool operator==(const Shortcut &) const = default;
    };
    /// These from now on; none of those before.
    void bind(const QList<Shortcut> &shortcuts);

    enum class Standing { Asking, Given, Refused, NotHere };
    [[nodiscard]] Standing standing() const { return m_standing; }

Q_SIGNALS:
    void standingChanged();
    void activated(const QString &id);

private Q_SLOTS:
    void onResponse(uint code, const QVariantMap &results, const QDBusMessage &message);
    void onActivated(const QDBusObjectPath &session, const QString &id, qulonglong at, const QVariantMap &options);
    void onClosed(const QDBusMessage &message);

private:
    void createSession();
    void bindNow();
    void closeSession();
    /// The request's path, heard from now on.
    [[nodiscard]] QString expect(const QString &token);
    void forgetRequest();
    void call(const QString &method, const QVariantList &arguments);
    void settle(Standing standing);

    QDBusConnection m_bus;
    QList<Shortcut> m_shortcuts;
    QString m_request; ///< That is under way.
    QString m_session;
    Standing m_standing{Standing::Asking};
    int m_tokens = 0;
};

/// "CTRL+ALT+d", as the portal writes keys.
[[nodiscard]] QString portalTrigger(const QKeySequence &keys);

} // namespace callcard

#pragma once

#include <callcard/screenpop.h>

#include <QDBusConnection>
#include <QHash>
#include <QObject>

namespace callcard::ui {

/// Calls as notifications of the desktop, for where a window cannot choose its place. Servers may draw no buttons, so everything here
/// can be reached in the main window too.
class NativeCards final : public QObject
{
    Q_OBJECT

public:
    explicit NativeCards(QObject *parent = nullptr); ///< On the session's bus.
    explicit NativeCards(const QDBusConnection &bus, QObject *parent = nullptr);
    ~NativeCards() override;

    void setHomeRegion(const QString &region) { m_homeRegion = region; }
    /// Shows it, or changes what is shown.
    void show(const callcard::Card &card);
    /// What is shown as `from` is `into`; where both are, the first goes.
    void rename(const callcard::CallId &from, const callcard::CallId &into);
    void close(const callcard::CallId &id);
    void closeAll();
    /// Something that is no call: "2 calls while offline".
    void tell(const QString &summary, const QString &body);

Q_SIGNALS:
    void openCustomer(const callcard::CustomerId &customer);
    void noteRequested(const callcard::CallId &id);
    void callBack(const callcard::CallId &id, const callcard::CallParty &party);
    void addCustomer(const callcard::CallId &id, const callcard::CallParty &party);
    void linkExisting(const callcard::CallId &id, const callcard::CallParty &party);
    void remindRequested(const callcard::CallId &id);
    void copyNumber(const callcard::CallParty &party);
    void dismissed(const callcard::CallId &id); ///< By the person, not by us.
    void failed();                              ///< Nobody shows notifications here: what was to be shown must be seen another way.

private Q_SLOTS:
    void onActionInvoked(uint id, const QString &action);
    void onNotificationClosed(uint id, uint reason);

private:
    struct Shown {
        Card card{};
        uint id{}; ///< The server's; 0 while it has not answered.
        bool waiting{};
        bool outdated{}; ///< Changed while the server had not answered.
        bool closed{};   ///< Closed while the server had not answered.
    };
    void send(const CallId &id);
    void askCapabilities();
    [[nodiscard]] QString body(const QStringList &lines) const;

    QDBusConnection m_bus;
    QHash<CallId, Shown> m_shown;
    QHash<uint, CallId> m_byId;
    QString m_homeRegion;
    bool m_markup = true; ///< Until the server says otherwise: escaping too much is ugly, too little is a hole.
    bool m_actions = true;
};

} // namespace callcard::ui

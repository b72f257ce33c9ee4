#pragma once

#include "platform/autostart.h"
#include "platform/linkhandler.h"

#include <callcard/task.h>
#include <callcard/ui/settingspage.h>

#include <QObject>
#include <QTimer>

namespace callcard {

class Engine;

/// Between the settings page and what it is about: settings, keychain, connections, the desktop, a person's data.
class SettingsDesk final : public QObject
{
    Q_OBJECT

public:
    /// All outlive us.
    SettingsDesk(Engine &engine, ui::SettingsPage &page, QObject *parent = nullptr);
    ~SettingsDesk() override;

    /// Ages are of now.
    void refresh();
    [[nodiscard]] LinkHandler &links() { return m_links; }
    /// How a wipe ended, once everything has begun anew.
    void tellWipe(const Result<> &wiped, const QStringList &unrevoked);
    [[nodiscard]] QCoro::Task<> stop() { return m_scope.close(); }

Q_SIGNALS:
    void setUpRequested(const QString &service);
    /// A source of customers that is set up was chosen: it is looked at before it is one.
    void sourceRequested(const QString &service);
    /// Signed out already, and no key is left: the files may go. `unrevoked`: services that could not be told.
    void wipeRequested(const QStringList &unrevoked);

private:
    void wirePage();
    void wirePrivacy();
    void applyDesktop(const QString &key);
    void compareAutostart();
    void compareLinks();
    void onTakingFailed();
    [[nodiscard]] bool isDecided(const QString &key) const;
    void change(const QString &key, const QVariant &value);
    [[nodiscard]] QString newSource(const QVariant &sources) const;
    void previewTemplate(const QString &key, const QString &text);
    void refuse(const QString &key, const Error &error);
    void seekPeople(const QString &typed);
    void forget(const QString &id);
    void saveAs(const QString &suggestion, const QByteArray &bytes);
    QCoro::Task<> readSecrets();
    QCoro::Task<> writeSecret(QString key, QString text);
    QCoro::Task<> signOut(QString service);
    QCoro::Task<> signOutEverywhere();
    QCoro::Task<> exportData();
    void tellPrivacy(const Error &error);

    Engine &m_engine;
    ui::SettingsPage &m_page;
    Autostart m_autostart;
    LinkHandler m_links;
    bool m_tookLinks = false; ///< For an administrator: once, and not again and again from another program.
    bool m_exporting = false;
    QTimer m_askLater;
    TaskScope m_scope;
};

} // namespace callcard

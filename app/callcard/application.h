#pragma once

#include "callboxdesk.h"
#include "carddesk.h"
#include "commandline.h"
#include "diagnosticsdesk.h"
#include "dialcards.h"
#include "directorydesk.h"
#include "flyoutdesk.h"
#include "historydesk.h"
#include "language.h"
#include "metricsdesk.h"
#include "misseddesk.h"
#include "platform/compositorwatch.h"
#include "platform/desktoplook.h"
#include "platform/donotdisturb.h"
#include "platform/hotkeys.h"
#include "platform/sleepsignals.h"
#include "settingsdesk.h"
#include "syncdesk.h"
#include "teamdesk.h"
#include "traydesk.h"
#include "welcomedesk.h"
#include "windowmemory.h"

#include <engine/answers.h>
#include <engine/callcommand.h>
#include <engine/desktoplinks.h>
#include <engine/engine.h>

#include <callcard/ui/shell.h>
#include <callcard/ui/theme.h>
#include <callcard/ui/tray.h>

#include <QObject>
#include <QTimer>

#include <optional>

class QApplication;

namespace callcard {

/// What an application leaves to the one that comes after it in the same process.
struct Heritage {
    Engine::SecretsInHand secrets{}; ///< Of a session without a keychain, where only the language changed.
    QStringList unrevoked{};         ///< After a wipe: services that could not be told.
};

/// The engine and the windows, built, wired and stopped here.
class Application final : public QObject
{
    Q_OBJECT

public:
    Application(QApplication &qt, const Profile &profile, const Heritage &heritage = {});
    ~Application() override;

    /// Refused with a sentence when the local socket cannot be opened.
    [[nodiscard]] Result<> start(const CommandLine &line);
    void quit() { quitAnd(Afterwards::Quit); }

    /// What is wanted when the event loop has ended: the windows in another language, or a person's data gone.
    enum class Afterwards { Quit, SpeakAnew, Wipe };
    [[nodiscard]] Afterwards afterwards() const { return m_afterwards; }
    [[nodiscard]] const Heritage &heritage() const { return m_heritage; }
    void showSettings(ui::SettingsSection section);
    void tellWipe(const Result<> &wiped, const QStringList &unrevoked);

private:
    void wireEngine();
    void wireWindows();
    void applySettings();
    void refresh();
    void quitAnd(Afterwards afterwards);
    void welcome(const QString &service);
    void welcomeIfNothingIsSetUp();
    void showAges();
    void showWindow();
    void openLink(const QString &link);
    void callSelection(const QString &given);
    void showPage(const QString &id);
    void showCall(const CallId &call);
    void showCustomer(const CustomerId &customer);
    void addCaller(const CallId &call, const CallParty &party);
    void linkCaller(const CallId &call, const CallParty &party);
    void onTrayAvailable(bool available);
    void standIn();
    void inkTray();
    QCoro::Task<> shutDown();

    QApplication &m_qt;
    ui::ThemeKeeper m_theme;
    DesktopLook m_look;
    CompositorWatch m_compositor;
    DoNotDisturb m_doNotDisturb;
    SleepSignals m_sleep;
    Hotkeys m_hotkeys;
    Engine m_engine;
    Language m_language; ///< Before the windows that speak it.
    Answers m_answers;
    IpcServer m_ipc;
    DesktopLinks m_desktopLinks;
    DialService m_dial;
    CallCommand m_callCommand;
    CardDesk m_cards;
    DialCards m_dialCards;
    CallBoxDesk m_callBox;
    ui::Shell m_shell;
    ui::MissedPage *m_missedPage; // the pages are the shell's
    ui::CallHistoryPage *m_historyPage;
    ui::DirectoryPage *m_directoryPage;
    PageFrame *m_metricsFrame;
    PageFrame *m_teamFrame;
    ui::SyncTile *m_syncTile; // the connections page's
    ui::SettingsPage *m_settingsPage;
    ui::DiagnosticsPage *m_diagnosticsPage;
    ui::Tray m_tray;
    TrayDesk m_trayDesk;
    FlyoutDesk m_flyout;
    MissedDesk m_missed;
    HistoryDesk m_history;
    DirectoryDesk m_directory;
    MetricsDesk m_metrics;
    TeamDesk m_team;
    DiagnosticsDesk m_diagnostics;
    SyncDesk m_sync;
    SettingsDesk m_settings;
    WelcomeDesk m_welcome;
    std::optional<WindowMemory> m_windowMemory; ///< Once all pages are there.
    QTimer m_noTray;                            ///< A panel may start after us, or again.
    QTimer m_age;                               ///< Runs only while the window shows: the words of its connection line age.
    bool m_background = false;
    bool m_hadTray = false;
    bool m_standsIn = false; ///< The window shows only because there is no tray.
    bool m_quitting = false;
    Afterwards m_afterwards{};
    Heritage m_heritage;
    TaskScope m_scope;
};

} // namespace callcard

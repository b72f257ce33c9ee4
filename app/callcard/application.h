#pragma once

#include "commandline.h"
#include "platform/desktoplook.h"

#include <engine/engine.h>

#include <callcard/ui/connectionspage.h>
#include <callcard/ui/shell.h>
#include <callcard/ui/theme.h>
#include <callcard/ui/tray.h>

#include <QObject>
#include <QTimer>

class QApplication;

namespace callcard {

/// The engine and the windows, built, wired and stopped here.
class Application final : public QObject
{
    Q_OBJECT

public:
    Application(QApplication &qt, const Profile &profile);
    ~Application() override;

    /// Refused with a sentence when the local socket cannot be opened.
    [[nodiscard]] Result<> start(const CommandLine &line);
    void quit();

private:
    void refresh();
    void showWindow();
    void onTrayAvailable(bool available);
    QCoro::Task<> shutDown();

    QApplication &m_qt;
    ui::ThemeKeeper m_theme;
    DesktopLook m_look;
    Engine m_engine;
    IpcServer m_ipc;
    ui::Shell m_shell;
    ui::ConnectionsPage *m_connectionsPage; // the shell's
    ui::Tray m_tray;
    QTimer m_age; ///< Runs only while the window shows: the words of its connection line age.
    bool m_background = false;
    bool m_quitting = false;
    TaskScope m_scope;
};

} // namespace callcard

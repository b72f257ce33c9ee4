#include "application.h"

#include "uiwiring.h"

#include <callcard/ui/trayicon.h>

#include <QApplication>
#include <QLoggingCategory>

namespace callcard {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {
Q_LOGGING_CATEGORY(lcApp, "callcard.app")
constexpr auto kAgeEvery = 15s;
constexpr auto kLongestGoodbye = 3s;
} // namespace

Application::Application(QApplication &qt, const Profile &profile)
    : m_qt(qt)
    , m_theme(qt)
    , m_look(m_theme)
    , m_engine(profile, Engine::Attendance::Attended)
    , m_ipc([this](const IpcQuestion &question, const IpcReply &reply) { m_engine.answer(question, reply); })
    , m_connectionsPage(new ui::ConnectionsPage)
{
    m_shell.addPage(u"connections"_s, u"plug"_s, ui::ConnectionsPage::title(), m_connectionsPage);
    m_qt.setQuitOnLastWindowClosed(false);
    m_qt.setWindowIcon(ui::applicationIcon());
    const QString scheme = m_engine.preferences().value(settings::kColorScheme);
    m_theme.setSchemeChoice(scheme == "dark"_L1    ? ui::SchemeChoice::Dark
                            : scheme == "light"_L1 ? ui::SchemeChoice::Light
                                                   : ui::SchemeChoice::System);

    connect(&m_engine, &Engine::connectionsChanged, this, &Application::refresh);
    connect(&m_engine, &Engine::showRequested, this, &Application::showWindow);
    connect(&m_engine, &Engine::linkReceived, this, &Application::showWindow);
    connect(&m_tray, &ui::Tray::availableChanged, this, &Application::onTrayAvailable);
    connect(&m_tray, &ui::Tray::flyoutRequested, this, &Application::showWindow);
    connect(&m_tray, &ui::Tray::settingsRequested, this, &Application::showWindow);
    connect(&m_tray, &ui::Tray::quitRequested, this, &Application::quit);
    connect(m_connectionsPage, &ui::ConnectionsPage::testRequested, &m_engine, &Engine::checkNow);
    connect(&m_shell, &ui::Shell::connectionsRequested, this, [this] { m_shell.showPage(u"connections"_s); });
    connect(&m_age, &QTimer::timeout, this, [this] {
        if (m_shell.isVisible())
            refresh();
        else
            m_age.stop();
    });
}

Application::~Application() = default;

Result<> Application::start(const CommandLine &line)
{
    if (const Result<> listening = m_ipc.listen(m_engine.profile().socketPath); !listening)
        return listening;
    m_background = line.background;
    refresh();
    m_tray.show();
    QTimer::singleShot(0, this, [] { qCInfo(lcApp) << "tray ready"; });
    m_engine.start();
    onTrayAvailable(m_tray.isAvailable());
    return {};
}

void Application::refresh()
{
    const QDateTime now = m_engine.clock().now();
    m_tray.setState(trayState(m_engine, now));
    showStanding(m_shell, m_engine, now);
    m_connectionsPage->setConnections(m_engine.connections(), now);
}

void Application::showWindow()
{
    refresh();
    m_age.start(kAgeEvery);
    if (m_shell.isMinimized())
        m_shell.showNormal();
    else
        m_shell.show();
    m_shell.raise();
    m_shell.activateWindow();
}

void Application::onTrayAvailable(bool available)
{
    m_shell.setTrayAvailable(available);
    // Without a tray the window is the only way to reach the program, so it is there, if only as an icon.
    if (available || m_shell.isVisible())
        return;
    if (m_background)
        m_shell.showMinimized();
    else
        showWindow();
}

void Application::quit()
{
    if (std::exchange(m_quitting, true))
        return;
    m_tray.hide();
    m_shell.hide();
    QTimer::singleShot(kLongestGoodbye, &m_qt, &QCoreApplication::quit);
    m_scope.start(shutDown());
}

QCoro::Task<> Application::shutDown()
{
    co_await m_engine.shutDown();
    QCoreApplication::quit();
}

} // namespace callcard

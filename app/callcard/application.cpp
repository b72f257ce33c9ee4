#include "application.h"

#include "panelvalues.h"
#include "trayink.h"
#include "uiwiring.h"

#include <callcard/ui/trayicon.h>

#include <QApplication>
#include <QClipboard>
#include <QDesktopServices>
#include <QLoggingCategory>

namespace callcard {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {
Q_LOGGING_CATEGORY(lcApp, "callcard.app")
constexpr auto kAgeEvery = 15s;
constexpr auto kLongestGoodbye = 3s;
constexpr auto kPanelPatience = 15s; // desktops start their panel after us

/// What is marked in any program, then what was copied last.
QStringList selectedTexts()
{
    const QClipboard *clipboard = QGuiApplication::clipboard();
    QStringList texts{clipboard->text()};
    if (clipboard->supportsSelection())
        texts.prepend(clipboard->text(QClipboard::Selection));
    return texts;
}
} // namespace

Application::Application(QApplication &qt, const Profile &profile, const Heritage &heritage)
    : m_qt(qt)
    , m_theme(qt)
    , m_look(m_theme)
    , m_engine(profile, Engine::Attendance::Attended)
    , m_language(m_engine.preferences().value(settings::kLanguage))
    , m_answers(m_engine)
    , m_ipc([this](const IpcQuestion &question, const IpcReply &reply) {
        if (question.command == "call")
            m_callCommand.answer(question, reply);
        else
            m_answers.answer(question, reply);
    })
    , m_desktopLinks([](const QUrl &link) { return QDesktopServices::openUrl(link); })
    , m_dial(m_engine, m_desktopLinks)
    , m_callCommand(m_engine, m_dial)
    , m_cards(m_engine)
    , m_dialCards(m_engine, m_dial, m_cards)
    , m_callBox(m_engine, m_dial)
    , m_missedPage(new ui::MissedPage)
    , m_historyPage(new ui::CallHistoryPage)
    , m_directoryPage(new ui::DirectoryPage(m_engine.clock()))
    , m_metricsFrame(new PageFrame)
    , m_teamFrame(new PageFrame)
    , m_syncTile(new ui::SyncTile)
    , m_settingsPage(new ui::SettingsPage)
    , m_diagnosticsPage(new ui::DiagnosticsPage)
    , m_trayDesk(m_engine, m_tray, m_shell)
    , m_flyout(m_engine)
    , m_missed(m_engine, *m_missedPage)
    , m_history(m_engine, *m_historyPage)
    , m_directory(m_engine, *m_directoryPage)
    , m_metrics(m_engine, *m_metricsFrame)
    , m_team(m_engine, *m_teamFrame)
    , m_diagnostics(m_engine, *m_diagnosticsPage)
    , m_sync(m_engine, *m_syncTile)
    , m_settings(m_engine, *m_settingsPage)
    , m_welcome(m_engine, m_settings.links())
{
    m_qt.setQuitOnLastWindowClosed(false);
    m_qt.setWindowIcon(ui::applicationIcon());
    m_shell.addPage(u"missed"_s, u"phone-missed"_s, ui::MissedPage::title(), m_missedPage);
    m_shell.addPage(u"history"_s, u"history"_s, ui::CallHistoryPage::title(), m_historyPage);
    m_shell.addPage(u"directory"_s, u"book"_s, ui::DirectoryPage::title(), m_directoryPage);
    m_shell.addPage(u"metrics"_s, u"chart"_s, ui::MetricsPage::title(), m_metricsFrame);
    m_shell.addPage(u"team"_s, u"people"_s, ui::TeamPage::title(), m_teamFrame);
    m_shell.setPageOffered(u"team"_s, m_team.isOffered());
    m_metrics.setMembers(m_team.members());
    m_shell.addPage(u"diagnostics"_s, u"probe"_s, ui::DiagnosticsPage::title(), m_diagnosticsPage, ui::PagePlace::Foot);
    m_shell.addPage(u"settings"_s, u"settings"_s, ui::SettingsPage::title(), m_settingsPage, ui::PagePlace::Foot);
    m_settingsPage->addConnectionTile(m_syncTile);
    if (m_cards.isNative()) {
        m_settingsPage->tellPlacesAreTheDesktops();
        m_diagnosticsPage->tellPlacesAreTheDesktops();
    }
    m_windowMemory.emplace(m_shell, profile.windowFile());
    wireEngine();
    wireWindows();
    applySettings();
    m_engine.adoptSessionSecrets(heritage.secrets);
}

Application::~Application() = default;

void Application::wireEngine()
{
    connect(&m_compositor, &CompositorWatch::changed, &m_theme, &ui::ThemeKeeper::setCompositing);
    m_theme.setCompositing(m_compositor.isRunning());
    connect(&m_sleep, &SleepSignals::wokeUp, &m_engine, &Engine::onWokeUp);
    connect(&m_doNotDisturb, &DoNotDisturb::changed, this, &Application::applySettings);
    connect(&m_hotkeys, &Hotkeys::cardPressed, &m_cards, &CardDesk::onHotkey);
    connect(&m_hotkeys, &Hotkeys::callPressed, this, [this] { callSelection({}); });
    connect(&m_hotkeys, &Hotkeys::troubleChanged, this, [this] {
        m_settingsPage->setShortcutTrouble(settings::kCardHotkey.name(), m_hotkeys.cardTrouble());
        m_settingsPage->setShortcutTrouble(settings::kDialHotkey.name(), m_hotkeys.callTrouble());
    });
    connect(&m_engine, &Engine::connectionsChanged, this, &Application::refresh);
    connect(&m_engine, &Engine::missedWhileAway, &m_cards, &CardDesk::tellMissedWhileAway);
    connect(&m_engine.preferences(), &Preferences::changed, this, [this](const QString &key) {
        applySettings();
        if (key == settings::kLanguage.name())
            quitAnd(Afterwards::SpeakAnew);
    });
    connect(&m_answers, &Answers::showRequested, this, &Application::showWindow);
    connect(&m_answers, &Answers::linkReceived, this, &Application::openLink);
    connect(&m_answers, &Answers::selectionReceived, this, &Application::callSelection);
    // Wayland shows what was marked only to the window that has the keyboard: the box that has just opened.
    connect(QGuiApplication::clipboard(), &QClipboard::changed, this, [this] {
        if (m_callBox.awaitsSelection())
            callSelection({});
    });
}

void Application::wireWindows()
{
    connect(&m_theme, &ui::ThemeKeeper::changed, this, &Application::inkTray);
    connect(&m_tray, &ui::Tray::availableChanged, this, &Application::onTrayAvailable);
    m_noTray.setSingleShot(true);
    m_noTray.setInterval(kPanelPatience);
    connect(&m_noTray, &QTimer::timeout, this, &Application::standIn);
    connect(&m_tray, &ui::Tray::flyoutRequested, this, [this](const QRect &icon) {
        // Where the tray does not say where it is, a flyout would lie anywhere.
        if (icon.isEmpty())
            showWindow();
        else
            m_flyout.show(icon);
    });
    connect(&m_flyout, &FlyoutDesk::pageRequested, this, &Application::showPage);
    connect(&m_flyout, &FlyoutDesk::callRequested, this, &Application::showCall);
    connect(&m_flyout, &FlyoutDesk::callBoxRequested, this, [this] { m_callBox.open({}); });
    connect(&m_flyout, &FlyoutDesk::dialRequested, &m_callBox, &CallBoxDesk::callParty);
    connect(&m_tray, &ui::Tray::settingsRequested, this, [this] { showSettings(ui::SettingsSection::Connections); });
    connect(&m_tray, &ui::Tray::diagnosticsRequested, this, [this] { showPage(u"diagnostics"_s); });
    connect(&m_tray, &ui::Tray::syncRequested, &m_sync, &SyncDesk::syncNow);
    connect(&m_tray, &ui::Tray::syncStopRequested, &m_sync, &SyncDesk::stopSync);
    connect(&m_sync, &SyncDesk::progressChanged, &m_trayDesk, &TrayDesk::setSyncing);
    connect(&m_shell, &ui::Shell::syncRequested, &m_sync, &SyncDesk::syncNow);
    connect(&m_tray, &ui::Tray::quitRequested, this, &Application::quit);
    connect(&m_tray, &ui::Tray::missedRequested, this, [this] { showPage(u"missed"_s); });
    connect(&m_tray, &ui::Tray::historyRequested, this, [this] { showPage(u"history"_s); });
    connect(&m_tray, &ui::Tray::callRequested, this, [this](const QString &id) { showCall(CallId(id)); });
    connect(&m_cards, &CardDesk::missedRequested, this, [this] { showPage(u"missed"_s); });
    connect(&m_cards, &CardDesk::callBackInOrderRequested, this, [this] { showPage(u"missed"_s); });
    connect(&m_cards, &CardDesk::noteRequested, this, &Application::showCall);
    connect(&m_missed, &MissedDesk::callRequested, this, &Application::showCall);
    connect(&m_missed, &MissedDesk::countChanged, this, [this](int waiting) { m_shell.setCount(u"missed"_s, waiting); });
    connect(&m_cards, &CardDesk::dialRequested, &m_callBox, &CallBoxDesk::callParty);
    connect(&m_missed, &MissedDesk::dialRequested, &m_callBox, &CallBoxDesk::callParty);
    connect(&m_history, &HistoryDesk::dialRequested, &m_callBox, &CallBoxDesk::callParty);
    connect(&m_tray, &ui::Tray::directoryRequested, this, [this] { showPage(u"directory"_s); });
    connect(&m_cards, &CardDesk::customerRequested, this, &Application::showCustomer);
    connect(&m_cards, &CardDesk::addCustomerRequested, this, &Application::addCaller);
    connect(&m_cards, &CardDesk::linkRequested, this, &Application::linkCaller);
    connect(&m_missed, &MissedDesk::customerRequested, this, &Application::showCustomer);
    connect(&m_history, &HistoryDesk::customerRequested, this, &Application::showCustomer);
    connect(&m_history, &HistoryDesk::textRequested, &m_cards, &CardDesk::writeText);
    connect(&m_history, &HistoryDesk::strangerRequested, this, &Application::addCaller);
    connect(&m_callBox, &CallBoxDesk::recordRequested, this, &Application::showCustomer);
    connect(&m_directory, &DirectoryDesk::callRequested, &m_callBox, &CallBoxDesk::callCustomer);
    connect(&m_directory, &DirectoryDesk::logRequested, this, &Application::showCall);
    connect(&m_directory, &DirectoryDesk::connectRequested, this, [this] {
        if (m_engine.customers().isWaitingForFirst())
            welcome(u"customers"_s);
        else
            showSettings(ui::SettingsSection::Connections);
    });
    connect(&m_tray, &ui::Tray::callBoxRequested, this, [this] { m_callBox.open({}); });
    connect(&m_shell, &ui::Shell::callBoxRequested, this, [this] { m_callBox.open({}); });
    connect(&m_tray, &ui::Tray::metricsRequested, this, [this] { showPage(u"metrics"_s); });
    connect(&m_metrics, &MetricsDesk::callRequested, this, &Application::showCall);
    connect(&m_metrics, &MetricsDesk::historyRequested, this, [this](const DayRange &range) {
        showPage(u"history"_s);
        m_historyPage->showDays(range.from, range.to);
    });
    connect(&m_team, &TeamDesk::offeredChanged, this, [this](bool offered) { m_shell.setPageOffered(u"team"_s, offered); });
    connect(&m_team, &TeamDesk::membersChanged, &m_metrics, &MetricsDesk::setMembers);
    connect(&m_team, &TeamDesk::personRequested, this, [this](const UserId &user) {
        m_metrics.showPersonsDays(user, panelChoice(m_team.choice()));
        showPage(u"metrics"_s);
    });
    connect(&m_metrics, &MetricsDesk::customerRequested, this, [this](const CustomerLink &customer) {
        showPage(u"history"_s);
        m_historyPage->showCallsOf(customer, {});
    });
    connect(&m_metrics, &MetricsDesk::connectionsRequested, this, [this] { showSettings(ui::SettingsSection::Connections); });
    connect(&m_shell, &ui::Shell::syncRequested, this, [this] {
        if (m_shell.currentPage() == u"directory"_s)
            m_directory.sync();
    });
    connect(&m_shell, &ui::Shell::connectionsRequested, this, [this] { showSettings(ui::SettingsSection::Connections); });
    connect(m_diagnosticsPage, &ui::DiagnosticsPage::settingRequested, this, [this](const QString &key) {
        m_shell.showPage(u"settings"_s);
        m_settingsPage->showSetting(key);
    });
    connect(&m_shell, &ui::Shell::searchRequested, this, [this] {
        if (m_shell.currentPage() == "settings"_L1)
            m_settingsPage->focusSearch();
        else if (m_shell.currentPage() == "directory"_L1)
            m_directoryPage->focusSearch();
    });
    m_settings.links().setTry([](const QUrl &link) { QDesktopServices::openUrl(link); });
    connect(&m_settings.links(), &LinkHandler::ownerChanged, this, [this] {
        if (m_settings.links().owner().known)
            m_dial.setLinksAreOurs(m_settings.links().owner().ours);
    });
    connect(&m_settings, &SettingsDesk::setUpRequested, this, &Application::welcome);
    connect(&m_settings, &SettingsDesk::sourceRequested, &m_welcome, &WelcomeDesk::showCustomersOf);
    connect(&m_settings, &SettingsDesk::wipeRequested, this, [this](const QStringList &unrevoked) {
        m_heritage.unrevoked = unrevoked;
        quitAnd(Afterwards::Wipe);
    });
    connect(&m_welcome, &WelcomeDesk::finished, this, [this] { showPage(u"missed"_s); });
    connect(&m_age, &QTimer::timeout, this, [this] {
        if (m_shell.isVisible())
            refresh();
        else
            m_age.stop();
    });
}

void Application::applySettings()
{
    const Preferences &preferences = m_engine.preferences();
    const QString scheme = preferences.value(settings::kColorScheme);
    m_theme.setSchemeChoice(scheme == "dark"_L1    ? ui::SchemeChoice::Dark
                            : scheme == "light"_L1 ? ui::SchemeChoice::Light
                                                   : ui::SchemeChoice::System);
    inkTray();
    m_engine.screenPop().setDoNotDisturb(preferences.value(settings::kCardFollowDoNotDisturb) && m_doNotDisturb.isOn());
    const QKeySequence cardKey(preferences.value(settings::kCardHotkey), QKeySequence::PortableText);
    const QKeySequence dialKey(preferences.value(settings::kDialHotkey), QKeySequence::PortableText);
    m_hotkeys.set(cardKey, dialKey);
}

void Application::inkTray()
{
    const TrayInkChoice choice = trayInkFor(m_engine.preferences().value(settings::kTrayIcon), qEnvironmentVariable("XDG_CURRENT_DESKTOP"),
                                            ui::Theme::current().isDark());
    m_tray.setColours(choice.colours);
    m_tray.setDarkPanel(choice.darkPanel);
}

Result<> Application::start(const CommandLine &line)
{
    if (const Result<> listening = m_ipc.listen(m_engine.profile().socketPath); !listening)
        return listening;
    m_background = line.background;
    refresh();
    m_tray.show();
    m_engine.start();
    onTrayAvailable(m_tray.isAvailable());
    QTimer::singleShot(0, this, [this, link = line.link, selection = line.callSelection] {
        qCInfo(lcApp) << "tray ready";
        m_cards.prepare();
        if (!link.isEmpty())
            openLink(link);
        else if (selection)
            callSelection({});
        else if (!m_background)
            welcomeIfNothingIsSetUp();
    });
    return {};
}

void Application::openLink(const QString &link)
{
    if (m_settings.links().takesTest(link))
        return;
    m_callBox.openLink(link);
    m_settings.links().ask(); // who opens them decides whether one may be handed on
}

/// What a key or a command means: what it brings, or what is marked.
void Application::callSelection(const QString &given)
{
    m_callBox.openWithSelection(given.isEmpty() ? selectedTexts() : QStringList{given});
}

void Application::welcomeIfNothingIsSetUp()
{
    if (m_engine.profile().throwAway)
        return;
    if (m_engine.accounts()) {
        if (m_engine.accounts()->callSources({}).isEmpty() && m_engine.accounts()->faulty.isEmpty())
            welcome({});
        return;
    }
    // The keychain has not answered yet: once it has.
    connect(&m_engine, &Engine::accountsOpened, this, &Application::welcomeIfNothingIsSetUp, Qt::SingleShotConnection);
}

void Application::welcome(const QString &service)
{
    m_welcome.show(service);
}

void Application::showSettings(ui::SettingsSection section)
{
    showPage(u"settings"_s);
    m_settingsPage->showSection(section);
}

void Application::tellWipe(const Result<> &wiped, const QStringList &unrevoked)
{
    if (wiped && unrevoked.isEmpty())
        return;
    showSettings(ui::SettingsSection::Privacy);
    m_settings.tellWipe(wiped, unrevoked);
}

void Application::refresh()
{
    m_trayDesk.refresh();
    if (m_shell.isVisible())
        showAges();
}

void Application::showAges()
{
    m_settings.refresh();
    m_diagnostics.refresh();
    m_missed.refresh();
    m_history.refresh();
    m_sync.refresh();
    m_metrics.refresh();
    m_team.refresh();
}

void Application::showCall(const CallId &call)
{
    showPage(u"history"_s);
    m_historyPage->choose(call);
}

void Application::showCustomer(const CustomerId &customer)
{
    showPage(u"directory"_s);
    m_directory.openCustomer(customer);
}

void Application::addCaller(const CallId &call, const CallParty &party)
{
    showPage(u"directory"_s);
    m_directory.addCaller(call, party);
}

void Application::linkCaller(const CallId &call, const CallParty &party)
{
    showPage(u"directory"_s);
    m_directory.linkCaller(call, party);
}

void Application::showPage(const QString &id)
{
    m_shell.showPage(id);
    showWindow();
}

void Application::showWindow()
{
    m_standsIn = false; // somebody wants to see it
    m_age.start(kAgeEvery);
    showAges();
    m_trayDesk.refresh();
    if (m_shell.isMinimized())
        m_shell.showNormal();
    else
        m_shell.show();
    m_shell.raise();
    m_shell.activateWindow();
    m_shell.focusPage();
}

/// Without a tray the window is the only way to reach the program, so it is there, if only as an icon.
void Application::onTrayAvailable(bool available)
{
    if (m_quitting)
        return;
    m_shell.setTrayAvailable(available);
    if (available) {
        m_hadTray = true;
        m_noTray.stop();
        if (std::exchange(m_standsIn, false) && m_shell.isMinimized())
            m_shell.hide();
    } else if (m_background || m_hadTray) {
        m_noTray.start();
    } else {
        standIn();
    }
}

void Application::standIn()
{
    if (m_shell.isVisible() || m_quitting)
        return;
    if (m_background || m_hadTray) {
        m_standsIn = true;
        m_shell.showMinimized();
    } else {
        showWindow();
    }
}

void Application::quitAnd(Afterwards afterwards)
{
    if (std::exchange(m_quitting, true))
        return;
    m_afterwards = afterwards;
    m_answers.leave();
    m_welcome.hide();
    m_tray.hide();
    m_shell.hide();
    m_cards.hideAll();
    QTimer::singleShot(kLongestGoodbye, this, &QCoreApplication::quit); // not of the next one, should there be one
    m_scope.start(shutDown());
}

QCoro::Task<> Application::shutDown()
{
    if (m_afterwards == Afterwards::SpeakAnew)
        m_heritage.secrets = co_await m_engine.sessionSecrets(m_scope.stopToken());
    co_await m_cards.stop();
    co_await m_callBox.stop();
    co_await m_callCommand.stop();
    co_await m_dialCards.stop();
    co_await m_dial.stop();
    co_await m_history.stop();
    co_await m_directory.stop();
    co_await m_sync.stop();
    co_await m_metrics.stop();
    co_await m_team.stop();
    co_await m_settings.stop();
    co_await m_welcome.stop();
    co_await m_answers.stop();
    co_await m_engine.shutDown();
    QCoreApplication::quit();
}

} // namespace callcard

#include "welcomedesk.h"

#include "platform/linkhandler.h"

#include <callcard/netfault.h>
#include <callcard/ui/terms.h>

#include <QClipboard>
#include <QCoreApplication>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QProcess>

namespace callcard {

using namespace Qt::Literals::StringLiterals;
using ui::WelcomeStep;
using ui::WelcomeTrouble;

WelcomeDesk::WelcomeDesk(Engine &engine, LinkHandler &links, BrowserOpener open, QObject *parent)
    : QObject(parent), m_engine(engine), m_links(links), m_open(std::move(open))
{
}

WelcomeDesk::~WelcomeDesk() = default;

QCoro::Task<> WelcomeDesk::stop()
{
    m_wish.request_stop();
    return m_scope.close();
}

std::stop_token WelcomeDesk::newWish()
{
    m_wish.request_stop();
    m_wish = std::stop_source();
    return m_wish.get_token();
}

void WelcomeDesk::show(const QString &service)
{
    if (!m_window) {
        m_window = std::make_unique<ui::Welcome>();
        wire();
    }
    prefill();
    if (service == "firestore"_L1) {
        m_window->showStep(WelcomeStep::Metrics);
    } else if (service == "copper"_L1) {
        m_window->showStep(WelcomeStep::Customers);
    } else if (!service.isEmpty()) {
        m_window->setService(service == "relay"_L1      ? ui::CallService::Relay
                             : service == "justcall"_L1 ? ui::CallService::JustCall
                                                        : ui::CallService::RingCentral);
        m_window->showStep(WelcomeStep::SignIn);
    }
    m_window->show();
    m_window->raise();
    m_window->activateWindow();
}

void WelcomeDesk::hide()
{
    if (m_window)
        m_window->hide();
}

void WelcomeDesk::wire()
{
    ui::Welcome *window = m_window.get();
    connect(window, &ui::Welcome::browserSignInRequested, this,
            [this](const ui::SignInEntry &entry) { m_scope.start(signInWithBrowser(entry, newWish())); });
    connect(window, &ui::Welcome::keysEntered, this, [this](const ui::SignInEntry &entry) { m_scope.start(tryKeys(entry, newWish())); });
    connect(window, &ui::Welcome::cancelRequested, this, [this] { m_wish.request_stop(); });
    connect(window, &ui::Welcome::copyLinkRequested, this,
            [this] { QGuiApplication::clipboard()->setText(m_link.toString(QUrl::FullyEncoded)); });
    connect(window, &ui::Welcome::firebaseRequested, this, [this](const ui::FirebaseEntry &entry, bool google, WelcomeStep from) {
        m_scope.start(signInToFirebase(entry, google, from, newWish()));
    });
    connect(window, &ui::Welcome::copperRequested, this,
            [this](const ui::CopperEntry &entry) { m_scope.start(tryCopper(entry, newWish())); });
    connect(window, &ui::Welcome::fileChosen, this, [this](const QString &file) { m_scope.start(readFile(file, true, newWish())); });
    connect(window, &ui::Welcome::keepFileRequested, this, [this] { m_scope.start(readFile(m_file, false, newWish())); });
    connect(window, &ui::Welcome::keepForSessionRequested, this, [this] {
        m_engine.keepSecretsForSession();
        if (const auto entry = std::exchange(m_unkept, std::nullopt))
            m_scope.start(tryKeys(*entry, newWish()));
    });
    const auto choose = [this](const QString &key, const QString &text) {
        const Result<> kept = keep(key, text);
        if (!kept)
            prefill(); // what holds is shown again
    };
    connect(window, &ui::Welcome::regionChosen, this, [choose](const QString &region) { choose(settings::kUserRegion.name(), region); });
    connect(window, &ui::Welcome::zoneChosen, this, [choose](const QString &zone) { choose(settings::kUserTimeZone.name(), zone); });
    connect(window, &ui::Welcome::autostartChosen, this,
            [choose](bool on) { choose(settings::kAutostart.name(), on ? u"true"_s : u"false"_s); });
    connect(window, &ui::Welcome::linksChosen, this,
            [choose](bool on) { choose(settings::kTelLinks.name(), on ? u"true"_s : u"false"_s); });
    connect(window, &ui::Welcome::testCallRequested, this, [this] {
        m_engine.screenPop().showTestCall();
        m_window->showTestCall();
    });
    connect(window, &ui::Welcome::demoRequested, this, &WelcomeDesk::startDemo);
    connect(window, &ui::Welcome::finished, this, [this] {
        m_window->hide();
        Q_EMIT
        finished();
    });
    connect(&m_links, &LinkHandler::ownerChanged, window, [this] { prefill(); });
}

void WelcomeDesk::startDemo()
{
    // A program of its own with a throw-away profile: nothing of it touches what is set up here.
    if (QProcess::startDetached(QCoreApplication::applicationFilePath(), {u"--demo"_s})) {
        m_window->showDemoStarting();
        Q_EMIT
        demoRequested();
    }
}

void WelcomeDesk::prefill()
{
    if (!m_window)
        return;
    const Preferences &preferences = m_engine.preferences();
    m_window->prefill({.clientId = preferences.value(settings::kRingCentralClientId), .relayUrl = preferences.value(settings::kRelayUrl)},
                      {.projectId = preferences.value(settings::kFirebaseProjectId),
                       .apiKey = preferences.value(settings::kFirebaseApiKey),
                       .email = preferences.value(settings::kUserEmail),
                       .googleClientId = preferences.value(settings::kGoogleClientId)},
                      {.email = preferences.value(settings::kCopperUserEmail)});
    const bool guessed = preferences.state(settings::kUserRegion.name()).origin == SettingOrigin::Default &&
                         preferences.state(settings::kUserTimeZone.name()).origin == SettingOrigin::Default;
    m_window->setPlace(preferences.value(settings::kUserRegion), preferences.value(settings::kUserTimeZone), guessed);
    m_window->setAutostart(preferences.value(settings::kAutostart), isLocked(settings::kAutostart.name()));
    m_window->setLinks(m_links.owner().ours, isLocked(settings::kTelLinks.name()), m_links.owner().name);
}

bool WelcomeDesk::isLocked(const QString &key) const
{
    return m_engine.preferences().state(key).locked;
}

Result<> WelcomeDesk::keep(const QString &key, const QString &text)
{
    // What an administrator decided already, and what is there already, is no failure.
    if (isLocked(key) || settingToText(m_engine.preferences().state(key).value) == text)
        return {};
    return m_engine.preferences().setText(key, text);
}

QCoro::Task<Result<>> WelcomeDesk::keepSecret(QString name, QString text, std::stop_token stop)
{
    if (text.isEmpty())
        co_return Result<>{};
    const Secret secret(text);
    co_return co_await m_engine.secrets().write(name, secret, stop);
}

BrowserOpener WelcomeDesk::opener(WelcomeStep step)
{
    return [this, step](const QUrl &link) {
        m_link = link;
        const bool opened = m_open ? m_open(link) : QDesktopServices::openUrl(link);
        if (opened && m_window)
            m_window->showBrowserWaiting(step);
        return opened;
    };
}

void WelcomeDesk::tell(WelcomeStep step, const Error &error, const QString &service)
{
    WelcomeTrouble trouble = welcomeTrouble(error);
    if (trouble == WelcomeTrouble::KeychainLocked && m_engine.keychainState() == KeychainState::Absent)
        trouble = WelcomeTrouble::KeychainAbsent;
    m_window->showTrouble(step, trouble, service);
}

QCoro::Task<> WelcomeDesk::signInWithBrowser(ui::SignInEntry entry, std::stop_token stop)
{
    const QString service = u"ringcentral"_s;
    const QString name = ui::serviceName(service);
    if (entry.clientId.isEmpty()) {
        m_window->showTrouble(WelcomeStep::SignIn, WelcomeTrouble::Incomplete, name);
        co_return;
    }
    m_window->showBusy(WelcomeStep::SignIn);
    if (const Result<> kept = keep(settings::kRingCentralClientId.name(), entry.clientId); !kept) {
        tell(WelcomeStep::SignIn, kept.error(), name);
        co_return;
    }
    SignInWish wish{.service = service, .open = opener(WelcomeStep::SignIn)};
    const Result<> signedIn = co_await m_engine.signIn(std::move(wish), stop);
    if (!signedIn) {
        tell(WelcomeStep::SignIn, signedIn.error(), name);
        co_return;
    }
    const QStringList services{service};
    const bool works = co_await check(services, WelcomeStep::SignIn, stop);
    if (works && m_engine.accounts() && m_engine.accounts()->ringcentral)
        m_window->showGood(WelcomeStep::SignIn, name);
}

QCoro::Task<Result<>> WelcomeDesk::keepKeys(ui::SignInEntry entry, std::stop_token stop)
{
    if (!entry.clientId.isEmpty()) {
        const Result<> kept = keep(settings::kRingCentralClientId.name(), entry.clientId);
        if (!kept)
            co_return kept;
    }
    if (!entry.relayUrl.isEmpty()) {
        // Asked here, for the settings only say no.
        const Result<> address = checkedAddress(QUrl(entry.relayUrl));
        if (!address)
            co_return address;
        const Result<> kept = keep(settings::kRelayUrl.name(), entry.relayUrl);
        if (!kept)
            co_return kept;
    }
    const QList<std::pair<QString, QString>> secrets{{u"ringcentral-jwt-token"_s, entry.jwt},
                                                     {u"ringcentral-client-secret"_s, entry.clientSecret},
                                                     {u"relay-token"_s, entry.relayToken},
                                                     {u"justcall-api-key"_s, entry.justcallKey},
                                                     {u"justcall-api-secret"_s, entry.justcallSecret}};
    for (const auto &[name, text] : secrets) {
        const Result<> kept = co_await keepSecret(name, text, stop);
        if (!kept)
            co_return kept;
    }
    co_return Result<>{};
}

QCoro::Task<> WelcomeDesk::tryKeys(ui::SignInEntry entry, std::stop_token stop)
{
    QStringList services;
    if (!entry.clientId.isEmpty())
        services.append(u"ringcentral"_s);
    if (!entry.relayUrl.isEmpty() || !entry.relayToken.isEmpty())
        services.append(u"relay"_s);
    if (!entry.justcallKey.isEmpty() || !entry.justcallSecret.isEmpty())
        services.append(u"justcall"_s);
    const bool halfRelay = entry.relayUrl.isEmpty() != entry.relayToken.isEmpty();
    const bool halfJustCall = entry.justcallKey.isEmpty() != entry.justcallSecret.isEmpty();
    const bool halfJwt = entry.jwt.isEmpty() && !entry.clientSecret.isEmpty();
    if (services.isEmpty() || halfRelay || halfJustCall || halfJwt) {
        m_window->showTrouble(WelcomeStep::SignIn, WelcomeTrouble::Incomplete, {});
        co_return;
    }
    m_window->showBusy(WelcomeStep::SignIn);
    const Result<> kept = co_await keepKeys(entry, stop);
    if (!kept) {
        if (kept.error().kind == ErrorKind::SecretsLocked)
            m_unkept = entry;
        tell(WelcomeStep::SignIn, kept.error(), ui::serviceName(services.last()));
        co_return;
    }
    const bool works = co_await check(services, WelcomeStep::SignIn, stop);
    if (!works)
        co_return;
    QStringList names;
    for (const QString &service : services)
        names.append(ui::serviceName(service));
    m_window->showGood(WelcomeStep::SignIn, names.join(u", "_s));
}

QCoro::Task<bool> WelcomeDesk::check(QStringList services, WelcomeStep step, std::stop_token stop)
{
    const QList<ServiceCheck> checks = co_await m_engine.checkServices(stop);
    if (stop.stop_requested())
        co_return false;
    for (const QString &service : services) {
        const auto found = std::find_if(checks.begin(), checks.end(), [&](const ServiceCheck &check) { return check.name == service; });
        if (found != checks.end() && found->outcome == ServiceCheck::Outcome::Ok)
            continue;
        if (found != checks.end() && found->problem)
            tell(step, *found->problem, ui::serviceName(service));
        else
            m_window->showTrouble(step, WelcomeTrouble::Incomplete, ui::serviceName(service));
        co_return false;
    }
    co_return true;
}

QCoro::Task<> WelcomeDesk::signInToFirebase(ui::FirebaseEntry entry, bool withGoogle, WelcomeStep from, std::stop_token stop)
{
    const QString name = u"Firebase"_s;
    const bool incomplete =
        entry.projectId.isEmpty() || entry.apiKey.isEmpty() || (!withGoogle && (entry.email.isEmpty() || entry.password.isEmpty()));
    if (incomplete) {
        m_window->showTrouble(from, WelcomeTrouble::Incomplete, name);
        co_return;
    }
    m_window->showBusy(from);
    for (const auto &[key, text] :
         {std::pair(settings::kFirebaseProjectId.name(), entry.projectId), std::pair(settings::kFirebaseApiKey.name(), entry.apiKey),
          std::pair(settings::kUserEmail.name(), entry.email)}) {
        if (text.isEmpty())
            continue;
        if (const Result<> kept = keep(key, text); !kept) {
            tell(from, kept.error(), name);
            co_return;
        }
    }
    SignInWish wish{.service = u"firestore"_s, .open = opener(from)};
    wish.withPassword = !withGoogle;
    wish.email = entry.email;
    wish.password = Secret(entry.password);
    const Result<> signedIn = co_await m_engine.signIn(std::move(wish), stop);
    if (!signedIn) {
        tell(from, signedIn.error(), name);
        co_return;
    }
    const QStringList services{u"firestore"_s};
    const bool works = co_await check(services, from, stop);
    if (!works)
        co_return;
    const QString who = m_engine.accounts() && m_engine.accounts()->firebase ? m_engine.accounts()->firebase->tokens->email() : QString();
    m_window->showGood(WelcomeStep::Metrics, who.isEmpty() ? entry.email : who);
    if (from == WelcomeStep::Customers)
        co_await fetchCustomers(name, stop);
}

QCoro::Task<> WelcomeDesk::tryCopper(ui::CopperEntry entry, std::stop_token stop)
{
    const QString name = ui::serviceName(u"copper"_s);
    if (entry.email.isEmpty() || entry.apiKey.isEmpty()) {
        m_window->showTrouble(WelcomeStep::Customers, WelcomeTrouble::Incomplete, name);
        co_return;
    }
    m_window->showBusy(WelcomeStep::Customers);
    QStringList sources = m_engine.preferences().value(settings::kDirectorySources);
    if (!sources.contains(u"copper"_s))
        sources.append(u"copper"_s);
    Result<> kept = keep(settings::kCopperUserEmail.name(), entry.email);
    if (kept)
        kept = keep(settings::kDirectorySources.name(), settingToText(sources));
    if (kept)
        kept = co_await keepSecret(u"copper-api-key"_s, entry.apiKey, stop);
    if (!kept) {
        tell(WelcomeStep::Customers, kept.error(), name);
        co_return;
    }
    const QStringList services{u"copper"_s};
    const bool works = co_await check(services, WelcomeStep::Customers, stop);
    if (works)
        co_await fetchCustomers(name, stop);
}

QCoro::Task<> WelcomeDesk::fetchCustomers(QString service, std::stop_token stop)
{
    m_window->showBusy(WelcomeStep::Customers);
    const Result<SyncReport> report = co_await m_engine.syncCustomers(stop);
    if (!report)
        tell(WelcomeStep::Customers, report.error(), service);
    else
        m_window->showPreview(preview());
}

QCoro::Task<> WelcomeDesk::readFile(QString file, bool dryRun, std::stop_token stop)
{
    Directory *directory = m_engine.customers().directory();
    if (!directory) {
        tell(WelcomeStep::Customers, m_engine.customers().problem().value_or(Error{.kind = ErrorKind::Storage}), {});
        co_return;
    }
    m_window->showBusy(WelcomeStep::Customers);
    ImportRequest request{.file = file, .region = m_engine.preferences().value(settings::kUserRegion), .dryRun = dryRun};
    const Result<ImportReport> report = co_await directory->importFile(request, stop);
    if (!report && report.error().kind == ErrorKind::Cancelled)
        co_return;
    if (!report || report->kept == 0) {
        m_window->showTrouble(WelcomeStep::Customers,
                              report                                         ? WelcomeTrouble::NobodyInIt
                              : report.error().kind == ErrorKind::BadPayload ? WelcomeTrouble::NotAFile
                                                                             : welcomeTrouble(report.error()),
                              {});
        co_return;
    }
    if (dryRun)
        m_file = file;
    ui::DirectoryPreview found = dryRun ? ui::DirectoryPreview{} : preview();
    if (dryRun) {
        found.customers = report->kept;
        found.numbers = report->numbers;
    }
    found.refused = report->refusedRows;
    found.unreadable = report->unparseable;
    found.kept = !dryRun;
    m_window->showPreview(found);
}

ui::DirectoryPreview WelcomeDesk::preview() const
{
    constexpr int kMonth = 30;
    constexpr int kMostCallers = 500;
    ui::DirectoryPreview preview{.kept = true};
    const Directory *directory = m_engine.customers().directory();
    if (!directory)
        return preview;
    if (const Result<DirectoryStats> stats = directory->stats()) {
        preview.customers = stats->customers;
        preview.numbers = stats->numbers;
        preview.unreadable = stats->unparseable;
    }
    const CallLog *log = m_engine.callBook().log();
    if (!log)
        return preview;
    HistoryQuery query{.filter = HistoryFilter::Incoming, .from = m_engine.clock().now().addDays(-kMonth), .limit = kMostCallers};
    if (const Result<PeoplePage> page = log->people(query)) {
        for (const PersonEntry &person : page->people) {
            if (!person.newest.call.remote.number)
                continue;
            ++preview.callers;
            preview.known += directory->whoIs(person.newest.call.remote).facts.isEmpty() ? 0 : 1;
        }
    }
    return preview;
}

} // namespace callcard

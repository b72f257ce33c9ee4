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
    m_look.request_stop();
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
    } else if (service == "copper"_L1 || service == "customers"_L1) {
        m_window->showStep(WelcomeStep::Customers);
    } else if (service.isEmpty()) {
        m_window->showStep(WelcomeStep::Service);
    } else {
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
    m_retry = nullptr; // it holds what was typed
    m_look.request_stop();
    m_offer = {};
    if (m_window)
        m_window->hide();
}

void WelcomeDesk::beginWish(std::function<void()> begin)
{
    m_retry = std::move(begin);
    const auto now = m_retry; // it may end, and be forgotten, before it returns
    now();
}

void WelcomeDesk::wire()
{
    ui::Welcome *window = m_window.get();
    connect(window, &ui::Welcome::browserSignInRequested, this,
            [this](const ui::SignInEntry &entry) { beginWish([this, entry] { m_scope.start(signInWithBrowser(entry, newWish())); }); });
    connect(window, &ui::Welcome::keysEntered, this,
            [this](const ui::SignInEntry &entry) { beginWish([this, entry] { m_scope.start(tryKeys(entry, newWish())); }); });
    connect(window, &ui::Welcome::cancelRequested, this, [this] {
        m_wish.request_stop();
        m_look.request_stop();
        m_scope.start(putBack());
    });
    connect(window, &ui::Welcome::copyLinkRequested, this,
            [this] { QGuiApplication::clipboard()->setText(m_link.toString(QUrl::FullyEncoded)); });
    connect(window, &ui::Welcome::firebaseRequested, this, [this](const ui::FirebaseEntry &entry, bool google, WelcomeStep from) {
        beginWish([this, entry, google, from] { m_scope.start(signInToFirebase(entry, google, from, newWish())); });
    });
    connect(window, &ui::Welcome::copperRequested, this,
            [this](const ui::CopperEntry &entry) { beginWish([this, entry] { m_scope.start(tryCopper(entry, newWish())); }); });
    connect(window, &ui::Welcome::fileChosen, this, [this](const QString &file) { m_scope.start(offerFile(file, newLook())); });
    connect(window, &ui::Welcome::keepRequested, this, &WelcomeDesk::keepOffer);
    connect(window, &ui::Welcome::otherRequested, this, [this] {
        m_look.request_stop();
        m_offer = {};
    });
    connect(window, &ui::Welcome::stepShown, this, &WelcomeDesk::onStepShown);
    connect(window, &ui::Welcome::keepForSessionRequested, this, [this] {
        m_engine.keepSecretsForSession();
        if (const auto again = m_retry)
            again();
    });
    const auto choose = [this](const QString &key, const QString &text) {
        const Result<> kept = m_engine.preferences().setText(key, text);
        if (kept)
            return;
        prefill(); // what holds is shown again
        tell(m_window->step(), kept.error(), {});
    };
    connect(window, &ui::Welcome::regionChosen, this, [choose](const QString &region) { choose(settings::kUserRegion.name(), region); });
    connect(window, &ui::Welcome::zoneChosen, this, [choose](const QString &zone) { choose(settings::kUserTimeZone.name(), zone); });
    connect(window, &ui::Welcome::autostartChosen, this,
            [choose](bool on) { choose(settings::kAutostart.name(), on ? u"true"_s : u"false"_s); });
    connect(window, &ui::Welcome::linksChosen, this, [this, choose](bool on) {
        choose(settings::kTelLinks.name(), on ? u"true"_s : u"false"_s);
        if (on && !m_engine.profile().throwAway) // also where the setting was on already, and the desktop thinks otherwise
            m_links.take();
    });
    connect(window, &ui::Welcome::testCallRequested, this, [this] {
        m_engine.screenPop().showTestCall();
        m_window->showTestCall();
    });
    connect(window, &ui::Welcome::demoRequested, this, &WelcomeDesk::startDemo);
    connect(window, &ui::Welcome::finished, this, [this] {
        hide();
        Q_EMIT
        finished();
    });
    connect(&m_links, &LinkHandler::ownerChanged, window, [this] { showDesktop(); });
    connect(&m_links, &LinkHandler::takingFailed, window, [this] {
        showDesktop();
        m_window->showTrouble(WelcomeStep::Computer, WelcomeTrouble::LinksRefused, {});
    });
    connect(&m_engine.preferences(), &Preferences::changed, window, [this](const QString &key) {
        if (key == settings::kAutostart.name() || key == settings::kTelLinks.name())
            showDesktop(); // it may have had its own mind
    });
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
    m_window->setLocked(lockedFields());
    m_window->prefill({.clientId = preferences.value(settings::kRingCentralClientId), .relayUrl = preferences.value(settings::kRelayUrl)},
                      {.projectId = preferences.value(settings::kFirebaseProjectId),
                       .apiKey = preferences.value(settings::kFirebaseApiKey),
                       .email = preferences.value(settings::kUserEmail),
                       .googleClientId = preferences.value(settings::kGoogleClientId)},
                      {.email = preferences.value(settings::kCopperUserEmail)});
    const bool guessed = preferences.state(settings::kUserRegion.name()).origin == SettingOrigin::Default &&
                         preferences.state(settings::kUserTimeZone.name()).origin == SettingOrigin::Default;
    m_window->setPlace(preferences.value(settings::kUserRegion), preferences.value(settings::kUserTimeZone), guessed);
    showDesktop();
}

void WelcomeDesk::showDesktop()
{
    m_window->setAutostart(m_engine.preferences().value(settings::kAutostart), isLocked(settings::kAutostart.name()));
    m_window->setLinks(m_links.owner().ours || m_links.isTaking(), isLocked(settings::kTelLinks.name()), m_links.owner().name);
}

QList<ui::WelcomeField> WelcomeDesk::lockedFields() const
{
    using enum ui::WelcomeField;
    QList<ui::WelcomeField> locked;
    for (const auto &[field, setting] :
         {std::pair(ClientId, settings::kRingCentralClientId), std::pair(RelayUrl, settings::kRelayUrl),
          std::pair(FirebaseProject, settings::kFirebaseProjectId), std::pair(FirebaseKey, settings::kFirebaseApiKey),
          std::pair(Email, settings::kUserEmail), std::pair(CopperEmail, settings::kCopperUserEmail),
          std::pair(Region, settings::kUserRegion), std::pair(Zone, settings::kUserTimeZone)}) {
        if (isLocked(setting.name()))
            locked.append(field);
    }
    return locked;
}

bool WelcomeDesk::isLocked(const QString &key) const
{
    return m_engine.preferences().state(key).locked;
}

Result<> WelcomeDesk::keep(const QString &key, const QString &text)
{
    const SettingState before = m_engine.preferences().state(key);
    if (settingToText(before.value) == text)
        return {};
    const Result<> kept = m_engine.preferences().setText(key, text); // refused where an administrator decided otherwise
    if (kept)
        m_settingsBefore.try_emplace(key, before);
    return kept;
}

QCoro::Task<Result<>> WelcomeDesk::keepSecret(QString name, QString text, std::stop_token stop)
{
    if (text.isEmpty())
        co_return Result<>{};
    const Result<std::optional<Secret>> old = co_await m_engine.secrets().read(name, stop);
    if (!old)
        co_return tl::unexpected(old.error());
    if (!m_engine.isFromEnvironment(name)) // then it is not the keychain's, and does not belong into it
        m_secretsBefore.try_emplace(name, *old);
    const Secret secret(text);
    co_return co_await m_engine.secrets().write(name, secret, stop);
}

void WelcomeDesk::confirm()
{
    m_retry = nullptr;
    m_secretsBefore.clear();
    m_settingsBefore.clear();
}

QCoro::Task<> WelcomeDesk::putBack()
{
    const std::stop_token stop = m_scope.stopToken(); // also after the wish was stopped
    const auto secrets = std::exchange(m_secretsBefore, {});
    const auto settings = std::exchange(m_settingsBefore, {});
    if (secrets.empty() && settings.empty())
        co_return;
    for (const auto &[key, before] : settings) {
        Preferences &preferences = m_engine.preferences();
        const Result<> done = before.origin == SettingOrigin::File ? preferences.set(key, before.value) : preferences.reset(key);
        if (!done && m_window)
            tell(m_window->step(), done.error(), {});
    }
    for (const auto &[name, before] : secrets) {
        Result<> done;
        if (before)
            done = co_await m_engine.secrets().write(name, *before, stop);
        else
            done = co_await m_engine.secrets().remove(name, stop);
        if (!done && m_window && !stop.stop_requested())
            tell(m_window->step(), done.error(), {});
    }
    m_engine.reload();
}

BrowserOpener WelcomeDesk::opener(WelcomeStep step)
{
    return [this, step](const QUrl &link) {
        m_link = link;
        const bool opened = m_open ? m_open(link) : QDesktopServices::openUrl(link);
        if (m_window)
            m_window->showBrowserWaiting(step, opened);
        return true; // without one, the link can be copied into any browser: it is waited for
    };
}

void WelcomeDesk::tell(WelcomeStep step, const Error &error, const QString &service)
{
    WelcomeTrouble trouble = welcomeTrouble(error);
    if (trouble == WelcomeTrouble::KeychainLocked && m_engine.keychainState() == KeychainState::Absent)
        trouble = WelcomeTrouble::KeychainAbsent;
    m_window->showTrouble(step, trouble, service);
}

QCoro::Task<bool> WelcomeDesk::askRingCentral(std::stop_token stop)
{
    const QString service = u"ringcentral"_s;
    const Accounts *accounts = m_engine.accounts();
    // Signed in before, and only not kept: nobody has to do that twice.
    if (accounts && accounts->ringcentral && accounts->ringcentral->tokens->state() == TokenKeeper::State::SignedIn &&
        !accounts->ringcentral->tokens->isPersisted() && m_engine.keepsSecretsForSession())
        co_return true;
    SignInWish wish{.service = service, .open = opener(WelcomeStep::SignIn)};
    const Result<> signedIn = co_await m_engine.signIn(std::move(wish), stop);
    if (!signedIn)
        tell(WelcomeStep::SignIn, signedIn.error(), ui::serviceName(service));
    co_return signedIn.has_value();
}

QCoro::Task<> WelcomeDesk::signInWithBrowser(ui::SignInEntry entry, std::stop_token stop)
{
    const QString service = u"ringcentral"_s;
    const QString name = ui::serviceName(service);
    const QString relay = u"relay"_s;
    const bool withRelay = !entry.relayUrl.isEmpty() || !entry.relayToken.isEmpty();
    if (entry.clientId.isEmpty() || (withRelay && (entry.relayUrl.isEmpty() || entry.relayToken.isEmpty()))) {
        m_window->showTrouble(WelcomeStep::SignIn, WelcomeTrouble::Incomplete, name);
        co_return;
    }
    m_window->showBusy(WelcomeStep::SignIn);
    // The relay first: it needs nobody in the browser.
    const Result<> kept = co_await keepKeys(entry, stop);
    if (!kept) {
        tell(WelcomeStep::SignIn, kept.error(), withRelay ? ui::serviceName(relay) : name);
        if (!stop.stop_requested())
            co_await putBack();
        co_return;
    }
    QStringList services{service};
    if (withRelay) {
        services.prepend(relay);
        const QStringList first{relay};
        const bool relayWorks = co_await check(first, WelcomeStep::SignIn, stop);
        if (!relayWorks)
            co_return;
    }
    const bool signedIn = co_await askRingCentral(stop);
    if (!signedIn) {
        if (!stop.stop_requested())
            co_await putBack();
        co_return;
    }
    const bool works = co_await check(services, WelcomeStep::SignIn, stop);
    if (!works)
        co_return;
    confirm();
    m_window->showGood(WelcomeStep::SignIn, withRelay ? QStringList{name, ui::serviceName(relay)}.join(u", "_s) : name);
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
        tell(WelcomeStep::SignIn, kept.error(), ui::serviceName(services.last()));
        if (!stop.stop_requested())
            co_await putBack();
        co_return;
    }
    const bool works = co_await check(services, WelcomeStep::SignIn, stop);
    if (!works)
        co_return;
    QStringList names;
    for (const QString &service : services)
        names.append(ui::serviceName(service));
    confirm();
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
        co_await putBack(); // what does not work is not kept in the place of what did
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
            co_await putBack();
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
        if (!stop.stop_requested())
            co_await putBack();
        co_return;
    }
    m_settingsBefore.clear(); // somebody is signed in with them
    const QStringList services{u"firestore"_s};
    const bool works = co_await check(services, from, stop);
    if (!works)
        co_return;
    confirm();
    const QString who = m_engine.accounts() && m_engine.accounts()->firebase ? m_engine.accounts()->firebase->tokens->email() : QString();
    m_window->showGood(WelcomeStep::Metrics, who.isEmpty() ? entry.email : who);
    if (from == WelcomeStep::Customers)
        m_scope.start(offerSource(u"firestore"_s, newLook()));
}

QCoro::Task<> WelcomeDesk::tryCopper(ui::CopperEntry entry, std::stop_token stop)
{
    const QString name = ui::serviceName(u"copper"_s);
    if (entry.email.isEmpty() || entry.apiKey.isEmpty()) {
        m_window->showTrouble(WelcomeStep::Customers, WelcomeTrouble::Incomplete, name);
        co_return;
    }
    m_window->showBusy(WelcomeStep::Customers);
    Result<> kept = keep(settings::kCopperUserEmail.name(), entry.email);
    if (kept)
        kept = co_await keepSecret(u"copper-api-key"_s, entry.apiKey, stop);
    if (!kept) {
        tell(WelcomeStep::Customers, kept.error(), name);
        if (!stop.stop_requested())
            co_await putBack();
        co_return;
    }
    const QStringList services{u"copper"_s};
    const bool works = co_await check(services, WelcomeStep::Customers, stop);
    if (!works)
        co_return;
    confirm();
    m_scope.start(offerSource(u"copper"_s, newLook()));
}

} // namespace callcard

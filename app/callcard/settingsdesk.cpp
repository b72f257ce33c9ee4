#include "settingsdesk.h"

#include <engine/engine.h>
#include <engine/personaldata.h>
#include <engine/supportreport.h>

#include <callcard/phone.h>
#include <callcard/ui/directoryvalues.h>
#include <callcard/ui/errortexts.h>
#include <callcard/ui/terms.h>

#include <QFileDialog>
#include <QStandardPaths>

#include <algorithm>

namespace callcard {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kMostPeople = 8;
constexpr auto kAskLater = std::chrono::seconds(4);

/// "justcall/apiKey" → "justcall-api-key"
QString secretOf(const QString &key)
{
    const SettingInfo *info = findSetting(key);
    return info ? secretName(info->variable).value_or(QString()) : QString();
}

/// Something is left in it; any other failure of a sign-out is the service's.
bool isOfTheKeychain(const Error &error)
{
    return error.kind == ErrorKind::SecretsLocked || error.kind == ErrorKind::Storage;
}

/// Out of what is in force, whoever brought them: neither search nor a ring finds them, until a sync of their source brings them again.
Result<> takenOut(Directory &directory, const std::optional<Customer> &customer)
{
    if (!customer)
        return {};
    // What was written here first, while the customer is known by the others' names; it has a file of its own.
    QList<CustomerOrigin> origins = customer->origins;
    std::stable_partition(origins.begin(), origins.end(), [](const CustomerOrigin &origin) { return origin.source == "local"_L1; });
    for (const CustomerOrigin &origin : std::as_const(origins)) {
        const bool isOurs = origin.source == "local"_L1;
        const Result<> gone = isOurs ? directory.discard(customer->id) : directory.apply(origin.source, {}, {origin.sourceId});
        if (!gone)
            return gone;
    }
    const Result<std::optional<Customer>> left = directory.customer(customer->id);
    if (!left)
        return tl::unexpected(left.error());
    return *left ? Result<>(failure(ErrorKind::Storage, u"the customer is still in the directory"_s)) : Result<>{};
}

} // namespace

SettingsDesk::SettingsDesk(Engine &engine, ui::SettingsPage &page, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_page(page)
    , m_autostart(engine.profile().name)
    , m_links(QString(engine.profile().dataFolder + u"/links.ini"_s))
{
    wirePage();
    wirePrivacy();
    Preferences &preferences = engine.preferences();
    connect(&preferences, &Preferences::changed, this, [this](const QString &key) {
        m_page.setStates({m_engine.preferences().state(key)});
        applyDesktop(key);
    });
    connect(&engine, &Engine::connectionsChanged, this, &SettingsDesk::refresh);
    connect(&m_links, &LinkHandler::ownerChanged, this, &SettingsDesk::compareLinks);
    connect(&m_links, &LinkHandler::takingFailed, this, &SettingsDesk::onTakingFailed);
    connect(&m_links, &LinkHandler::tested, &page, &ui::SettingsPage::tellLinksTested);
    page.setStates(preferences.states());
    compareAutostart();
    // A question to the desktop is a process of its own: not while everything starts.
    m_askLater.setSingleShot(true);
    connect(&m_askLater, &QTimer::timeout, &m_links, &LinkHandler::ask);
    m_askLater.start(kAskLater);
    refresh();
}

SettingsDesk::~SettingsDesk() = default;

void SettingsDesk::wirePage()
{
    connect(&m_page, &ui::SettingsPage::changeRequested, this, &SettingsDesk::change);
    connect(&m_page, &ui::SettingsPage::templateTyped, this, &SettingsDesk::previewTemplate);
    connect(&m_page, &ui::SettingsPage::resetRequested, this, [this](const QString &key) {
        if (const Result<> reset = m_engine.preferences().reset(key); !reset)
            refuse(key, reset.error());
    });
    connect(&m_page, &ui::SettingsPage::testRequested, &m_engine, &Engine::checkNow);
    connect(&m_page, &ui::SettingsPage::setUpRequested, this, &SettingsDesk::setUpRequested);
    connect(&m_page, &ui::SettingsPage::signOutRequested, this, [this](const QString &service) { m_scope.start(signOut(service)); });
    connect(&m_page, &ui::SettingsPage::secretEntered, this,
            [this](const QString &key, const QString &text) { m_scope.start(writeSecret(key, text)); });
    connect(&m_page, &ui::SettingsPage::secretRemoveRequested, this, [this](const QString &key) { m_scope.start(writeSecret(key, {})); });
    connect(&m_page, &ui::SettingsPage::keepForSessionRequested, this, [this] {
        m_engine.keepSecretsForSession();
        m_engine.reload();
        m_scope.start(readSecrets());
    });
    connect(&m_page, &ui::SettingsPage::sectionShown, this, [this](ui::SettingsSection section) {
        if (section == ui::SettingsSection::Accounts)
            m_scope.start(readSecrets());
        if (section == ui::SettingsSection::Connections)
            m_links.ask();
    });
}

void SettingsDesk::wirePrivacy()
{
    ui::PrivacyPage &privacy = m_page.privacy();
    connect(&privacy, &ui::PrivacyPage::peopleSought, this, &SettingsDesk::seekPeople);
    connect(&privacy, &ui::PrivacyPage::forgetRequested, this, &SettingsDesk::forget);
    connect(&privacy, &ui::PrivacyPage::bundleRequested, this, [this] { m_page.privacy().showBundle(supportReport(m_engine)); });
    connect(&privacy, &ui::PrivacyPage::bundleSaveRequested, this,
            [this](const QString &text) { saveAs(u"callcard-report.txt"_s, text.toUtf8()); });
    connect(&privacy, &ui::PrivacyPage::exportRequested, this, [this] {
        if (!std::exchange(m_exporting, true))
            m_scope.start(exportData());
    });
    connect(&privacy, &ui::PrivacyPage::wipeRequested, this, [this] { m_scope.start(signOutEverywhere()); });
}

void SettingsDesk::refresh()
{
    const QDateTime now = m_engine.clock().now();
    m_page.setFileProblems(m_engine.preferences().problems());
    m_page.setConnections(m_engine.connections(), now);
    QList<ui::HostContact> hosts;
    for (const HostTraffic &host : m_engine.traffic())
        hosts.append({host.host, host.bytesSent, host.bytesReceived, host.lastContact});
    m_page.privacy().setHosts(hosts, now);
    m_page.setKeychainMissing(m_engine.keychainState() == KeychainState::Absent && !m_engine.keepsSecretsForSession());
}

/// Of those that can be asked now.
QString SettingsDesk::newSource(const QVariant &sources) const
{
    const QStringList known = m_engine.preferences().value(settings::kDirectorySources);
    const Accounts *accounts = m_engine.accounts();
    for (const QString &service : sources.toStringList()) {
        const bool isOpen = accounts && ((service == "firestore"_L1 && accounts->firebase) ||
                                         (service == "copper"_L1 && accounts->copper) || (service == "justcall"_L1 && accounts->justcall));
        if (isOpen && !known.contains(service))
            return service;
    }
    return {};
}

void SettingsDesk::previewTemplate(const QString &key, const QString &text)
{
    if (key != settings::kCrmUrl.name())
        return;
    if (text.isEmpty()) {
        m_page.setPreview(key, {}, false);
        return;
    }
    // With somebody who has all that the template asks for, if there is one.
    constexpr int kTried = 20;
    const Directory *directory = m_engine.customers().directory();
    const Result<FoundCustomers> found = directory ? directory->find({.limit = kTried}) : FoundCustomers{};
    if (!found) {
        m_page.setPreview(key, ui::errorText(found.error(), {}, m_engine.clock().now()).sentences(), true);
        return;
    }
    Customer who{.name = u"Sam"_s};
    who.emails = {u"sam@company.example"_s};
    who.origins = {{u"crm"_s, u"4711"_s}};
    who.numbers = {{.number = PhoneNumber::fromE164(u"+13035550142"), .text = {}, .extension = {}, .label = {}}};
    who.company = u"Company"_s;
    ui::CrmPage page = ui::crmPageOf(text, who); // of nobody
    QString name;
    for (const FoundCustomer &one : found->customers) {
        const ui::CrmPage theirs = ui::crmPageOf(text, one.customer);
        if (!name.isEmpty() && theirs.trouble == ui::CrmTrouble::LacksValue)
            continue;
        page = theirs;
        name = one.customer.name.isEmpty() ? one.customer.company : one.customer.name;
        if (theirs.trouble != ui::CrmTrouble::LacksValue)
            break;
    }
    m_page.setPreview(key, ui::crmPageText(page, name), page.trouble != ui::CrmTrouble::None);
}

void SettingsDesk::change(const QString &key, const QVariant &value)
{
    if (const QString service = key == settings::kDirectorySources.name() ? newSource(value) : QString(); !service.isEmpty()) {
        m_page.setStates({m_engine.preferences().state(key)}); // as it was, until somebody has looked
        Q_EMIT
        sourceRequested(service);
        return;
    }
    if (const Result<> set = m_engine.preferences().set(key, value); !set)
        refuse(key, set.error());
}

void SettingsDesk::refuse(const QString &key, const Error &error)
{
    const SettingInfo *info = findSetting(key);
    m_page.refuse(key, error.kind == ErrorKind::Refused && info ? ui::refusalText(*info)
                                                                : ui::errorText(error, {}, m_engine.clock().now()).sentences());
}

void SettingsDesk::applyDesktop(const QString &key)
{
    const Preferences &preferences = m_engine.preferences();
    if (m_engine.profile().throwAway) // a demo leaves no trace on the desktop
        return;
    if (key == settings::kAutostart.name()) {
        const bool wanted = preferences.value(settings::kAutostart);
        const Result<> set = m_autostart.set(wanted);
        if (set)
            return;
        if (m_autostart.isOn() != wanted && !isDecided(key))
            change(key, m_autostart.isOn());
        refuse(key, set.error());
    }
    if (key == settings::kTelLinks.name()) {
        const bool wanted = preferences.value(settings::kTelLinks);
        if (wanted && !m_links.owner().ours) {
            m_links.take();
        } else if (!wanted && m_links.owner().ours && !isDecided(key)) {
            if (m_links.giveBack())
                return;
            change(key, true); // no desktop lets go of them before another program is chosen
            m_page.tellLinksStay();
        }
    }
}

/// By an administrator or the environment. Then the desktop follows the setting; otherwise the setting says how the desktop is.
bool SettingsDesk::isDecided(const QString &key) const
{
    const SettingOrigin origin = m_engine.preferences().state(key).origin;
    return origin == SettingOrigin::Policy || origin == SettingOrigin::Environment;
}

void SettingsDesk::compareAutostart()
{
    const QString key = settings::kAutostart.name();
    const bool real = m_autostart.isOn();
    if (m_engine.profile().throwAway || m_engine.preferences().value(settings::kAutostart) == real)
        return;
    if (isDecided(key))
        applyDesktop(key);
    else
        change(key, real);
}

void SettingsDesk::compareLinks()
{
    const ui::LinkOwner &owner = m_links.owner();
    m_page.setLinkOwner(owner);
    const bool wanted = m_engine.preferences().value(settings::kTelLinks);
    if (m_engine.profile().throwAway || !owner.known || m_links.isTaking() || wanted == owner.ours)
        return;
    if (!isDecided(settings::kTelLinks.name()))
        change(settings::kTelLinks.name(), owner.ours);
    else if (wanted && !std::exchange(m_tookLinks, true))
        m_links.take();
}

void SettingsDesk::onTakingFailed()
{
    if (!isDecided(settings::kTelLinks.name()))
        change(settings::kTelLinks.name(), false);
    m_page.tellLinksRefused();
}

QCoro::Task<> SettingsDesk::readSecrets()
{
    const std::stop_token stop = m_scope.stopToken();
    QHash<QString, ui::SecretPlace> places;
    for (const SettingInfo &info : allSettings()) {
        if (!info.secret)
            continue;
        const QString name = secretOf(info.key);
        const Result<std::optional<Secret>> secret = co_await m_engine.secrets().read(name, stop);
        ui::SecretPlace place = ui::SecretPlace::Absent;
        if (m_engine.isFromEnvironment(name))
            place = ui::SecretPlace::Environment;
        else if (!secret)
            place = ui::SecretPlace::Locked;
        else if (*secret)
            place = m_engine.keepsSecretsForSession() ? ui::SecretPlace::Session : ui::SecretPlace::Keychain;
        places.insert(info.key, place);
        if (!secret && secret.error().kind == ErrorKind::Cancelled)
            co_return;
    }
    m_page.setSecrets(places);
    refresh();
}

QCoro::Task<> SettingsDesk::writeSecret(QString key, QString text)
{
    const std::stop_token stop = m_scope.stopToken();
    const QString name = secretOf(key);
    Result<> done;
    if (text.isEmpty())
        done = co_await m_engine.secrets().remove(name, stop);
    else
        done = co_await m_engine.secrets().write(name, Secret(text), stop);
    co_await readSecrets();
    if (done)
        m_engine.reload();
    else if (done.error().kind != ErrorKind::Cancelled)
        refuse(key, done.error());
}

QCoro::Task<> SettingsDesk::signOut(QString service)
{
    const std::stop_token stop = m_scope.stopToken();
    const Result<> out = co_await m_engine.signOut(service, stop);
    co_await readSecrets();
    if (stop.stop_requested())
        co_return;
    ui::SignOutEnd end = ui::SignOutEnd::Done;
    if (!out)
        end = isOfTheKeychain(out.error()) ? ui::SignOutEnd::KeysLeft : ui::SignOutEnd::SessionLeft;
    m_page.tellSignedOut(service, end);
}

QCoro::Task<> SettingsDesk::signOutEverywhere()
{
    const std::stop_token stop = m_scope.stopToken();
    QStringList unrevoked;
    const QStringList services{u"ringcentral"_s, u"firestore"_s, u"relay"_s, u"justcall"_s, u"copper"_s};
    // Keys that cannot be removed must not be left behind unseen: the first that stays ends the wipe, before a file is gone.
    for (const QString &service : services) {
        const Result<> out = co_await m_engine.signOut(service, stop);
        if (stop.stop_requested())
            co_return;
        if (out)
            continue;
        if (isOfTheKeychain(out.error())) {
            tellPrivacy(out.error());
            co_return;
        }
        unrevoked.append(ui::serviceName(service));
    }
    const Result<> removed = co_await m_engine.removeSecrets(stop);
    if (stop.stop_requested())
        co_return;
    const Result<> quiet = removed && !m_engine.profile().throwAway ? m_autostart.set(false) : removed;
    if (!quiet) {
        tellPrivacy(quiet.error());
        co_return;
    }
    Q_EMIT
    wipeRequested(unrevoked);
}

QCoro::Task<> SettingsDesk::exportData()
{
    const std::stop_token stop = m_scope.stopToken();
    m_page.privacy().tellExporting();
    const Result<Json> data = co_await personalData(m_engine, stop);
    m_exporting = false;
    if (stop.stop_requested())
        co_return;
    if (!data) {
        tellPrivacy(data.error());
        co_return;
    }
    m_page.privacy().tell(true, {});
    saveAs(u"callcard-data.json"_s, QByteArray::fromStdString(data->dump(2, ' ', false, Json::error_handler_t::replace)));
}

void SettingsDesk::tellWipe(const Result<> &wiped, const QStringList &unrevoked)
{
    if (!wiped)
        m_page.privacy().tellFilesLeft();
    else if (!unrevoked.isEmpty())
        m_page.privacy().tellSessionsLeft(unrevoked);
}

void SettingsDesk::tellPrivacy(const Error &error)
{
    m_page.privacy().tell(false, ui::errorText(error, {}, m_engine.clock().now()).sentences());
}

void SettingsDesk::seekPeople(const QString &typed)
{
    QList<ui::ForgettablePerson> people;
    const Directory *directory = m_engine.customers().directory();
    if (directory && !typed.isEmpty()) {
        const Result<QList<Customer>> found = directory->search(typed, kMostPeople);
        if (!found) {
            tellPrivacy(found.error());
            return;
        }
        for (const Customer &customer : *found) {
            QStringList detail;
            if (!customer.company.isEmpty())
                detail.append(customer.company);
            if (!customer.numbers.isEmpty())
                detail.append(customer.numbers.first().number ? nationalForm(*customer.numbers.first().number)
                                                              : customer.numbers.first().text);
            people.append({customer.id.text(), customer.name, detail.join(u" · "_s)});
        }
    }
    m_page.privacy().setPeople(typed, people);
}

void SettingsDesk::forget(const QString &id)
{
    Directory *directory = m_engine.customers().directory();
    CallLog *log = m_engine.callBook().log();
    if (!directory || !log)
        return tellPrivacy(m_engine.callBook().problem().value_or(Error{.kind = ErrorKind::Storage}));
    if (directory->isBusy()) // before anything is gone: what is on its way would bring them back
        return m_page.privacy().tellDirectoryBusy();
    const Result<std::optional<Customer>> customer = directory->customer(CustomerId(id));
    if (!customer)
        return tellPrivacy(customer.error());
    QList<PhoneNumber> numbers;
    if (*customer) {
        for (const CustomerNumber &number : (*customer)->numbers) {
            if (number.number)
                numbers.append(*number.number);
        }
    }
    if (const Result<> forgotten = log->forget(CustomerId(id), numbers); !forgotten)
        return tellPrivacy(forgotten.error());
    for (const PhoneNumber &number : numbers) {
        if (const Result<> unlearned = directory->unlearn(number); !unlearned)
            return tellPrivacy(unlearned.error());
    }
    if (const Result<> gone = takenOut(*directory, *customer); !gone)
        return tellPrivacy(gone.error());
    m_page.privacy().tellForgotten();
}

void SettingsDesk::saveAs(const QString &suggestion, const QByteArray &bytes)
{
    auto *dialog = new QFileDialog(m_page.window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDirectory(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    dialog->selectFile(suggestion);
    connect(dialog, &QFileDialog::fileSelected, this, [this, bytes](const QString &file) {
        const Result<> written = writePrivately(file, bytes);
        if (written)
            m_page.privacy().tellSaved(file);
        else
            tellPrivacy(written.error());
    });
    dialog->open();
}

} // namespace callcard

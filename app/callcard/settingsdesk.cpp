#include "settingsdesk.h"

#include <engine/engine.h>
#include <engine/personaldata.h>
#include <engine/supportreport.h>

#include <callcard/phone.h>
#include <callcard/ui/errortexts.h>

#include <QFileDialog>
#include <QStandardPaths>

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

} // namespace

SettingsDesk::SettingsDesk(Engine &engine, ui::SettingsPage &page, QObject *parent) : QObject(parent), m_engine(engine), m_page(page)
{
    wirePage();
    wirePrivacy();
    Preferences &preferences = engine.preferences();
    connect(&preferences, &Preferences::changed, this, [this](const QString &key) {
        m_page.setStates({m_engine.preferences().state(key)});
        applyDesktop(key);
    });
    connect(&engine, &Engine::connectionsChanged, this, &SettingsDesk::refresh);
    connect(&m_links, &LinkHandler::ownerChanged, this, [this] { m_page.setLinkOwner(m_links.owner()); });
    connect(&m_links, &LinkHandler::takingFailed, &page, &ui::SettingsPage::tellLinksRefused);
    page.setStates(preferences.states());
    // What an administrator decided holds from the first start on.
    if (preferences.value(settings::kAutostart) != m_autostart.isOn() && preferences.state(settings::kAutostart.name()).locked)
        applyDesktop(settings::kAutostart.name());
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
        const Result<Json> data = personalData(m_engine);
        if (data)
            saveAs(u"callcard-data.json"_s, QByteArray::fromStdString(data->dump(2, ' ', false, Json::error_handler_t::replace)));
        else
            m_page.privacy().tell(false, ui::errorText(data.error(), {}, m_engine.clock().now()).sentences());
    });
    connect(&privacy, &ui::PrivacyPage::wipeRequested, this, [this] { m_scope.start(signOutEverywhere()); });
}

void SettingsDesk::refresh()
{
    const QDateTime now = m_engine.clock().now();
    m_page.setConnections(m_engine.connections(), now);
    QList<ui::HostContact> hosts;
    for (const HostTraffic &host : m_engine.traffic())
        hosts.append({host.host, host.bytesSent, host.bytesReceived, host.lastContact});
    m_page.privacy().setHosts(hosts, now);
    m_page.setKeychainMissing(m_engine.keychainState() == KeychainState::Absent && !m_engine.keepsSecretsForSession());
}

void SettingsDesk::change(const QString &key, const QVariant &value)
{
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
    if (key == settings::kAutostart.name() && !m_engine.profile().throwAway) {
        if (const Result<> set = m_autostart.set(preferences.value(settings::kAutostart)); !set)
            refuse(key, set.error());
    }
    if (key == settings::kTelLinks.name() && preferences.value(settings::kTelLinks))
        m_links.take();
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
    const Result<> out = co_await m_engine.signOut(service, m_scope.stopToken());
    co_await readSecrets();
    if (!out && out.error().kind != ErrorKind::Cancelled)
        m_engine.checkNow(); // what went wrong belongs into the row of the service
}

QCoro::Task<> SettingsDesk::signOutEverywhere()
{
    const std::stop_token stop = m_scope.stopToken();
    std::optional<Error> problem;
    const QStringList services{u"ringcentral"_s, u"firestore"_s, u"relay"_s, u"justcall"_s, u"copper"_s};
    for (const QString &service : services) {
        const Result<> out = co_await m_engine.signOut(service, stop);
        if (!out && out.error().kind == ErrorKind::SecretsLocked)
            problem = out.error();
    }
    const Result<QStringList> found = co_await m_engine.secrets().names(stop);
    const QStringList names = found.value_or(QStringList());
    for (const QString &name : names) {
        const Result<> removed = co_await m_engine.secrets().remove(name, stop);
        if (!removed)
            problem = removed.error();
    }
    if (stop.stop_requested())
        co_return;
    // Keys that cannot be removed must not be left behind unseen.
    if (problem && !m_engine.keepsSecretsForSession() && m_engine.keychainState() != KeychainState::Absent) {
        m_page.privacy().tell(false, ui::errorText(*problem, {}, m_engine.clock().now()).sentences());
        co_return;
    }
    Q_EMIT
    wipeRequested();
}

void SettingsDesk::seekPeople(const QString &typed)
{
    QList<ui::ForgettablePerson> people;
    const Directory *directory = m_engine.customers().directory();
    if (directory && !typed.isEmpty()) {
        const Result<QList<Customer>> found = directory->search(typed, kMostPeople);
        if (!found) {
            m_page.privacy().tell(false, ui::errorText(found.error(), {}, m_engine.clock().now()).sentences());
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
    const auto tell = [this](const Error &error) {
        m_page.privacy().tell(false, ui::errorText(error, {}, m_engine.clock().now()).sentences());
    };
    if (!directory || !log)
        return tell(m_engine.callBook().problem().value_or(Error{.kind = ErrorKind::Storage}));
    const Result<std::optional<Customer>> customer = directory->customer(CustomerId(id));
    if (!customer)
        return tell(customer.error());
    QList<PhoneNumber> numbers;
    if (*customer) {
        for (const CustomerNumber &number : (*customer)->numbers) {
            if (number.number)
                numbers.append(*number.number);
        }
    }
    if (const Result<> forgotten = log->forget(CustomerId(id), numbers); !forgotten)
        return tell(forgotten.error());
    for (const PhoneNumber &number : numbers) {
        if (const Result<> unlearned = directory->unlearn(number); !unlearned)
            return tell(unlearned.error());
    }
    if (const Result<> discarded = directory->discard(CustomerId(id)); !discarded && discarded.error().kind == ErrorKind::Storage)
        return tell(discarded.error());
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
            m_page.privacy().tell(false, ui::errorText(written.error(), {}, m_engine.clock().now()).sentences());
    });
    dialog->open();
}

} // namespace callcard

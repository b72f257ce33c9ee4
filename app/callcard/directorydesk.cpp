#include "directorydesk.h"

#include "customerpast.h"

#include <engine/engine.h>

#include <QDesktopServices>
#include <QEvent>

#include <algorithm>

namespace callcard {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {
constexpr auto kPastReadSoon = 200ms;

QUrl letterTo(const QString &address)
{
    QUrl url;
    url.setScheme(u"mailto"_s);
    url.setPath(address); // whatever stands in it, it is an address and no header
    return url;
}

std::optional<CustomerNumber> numberOf(const CallParty &party)
{
    if (!party.number && party.rawNumber.isEmpty())
        return std::nullopt;
    return CustomerNumber{
        .number = party.number, .text = party.number ? party.number->e164() : party.rawNumber, .extension = party.extension};
}
} // namespace

DirectoryDesk::DirectoryDesk(Engine &engine, ui::DirectoryPage &page, QObject *parent) : QObject(parent), m_engine(engine), m_page(page)
{
    m_pastSoon.setSingleShot(true);
    m_pastSoon.setInterval(kPastReadSoon);
    connect(&m_pastSoon, &QTimer::timeout, this, [this] {
        if (m_presenter && m_page.isVisible())
            m_presenter->showRecord();
    });
    page.installEventFilter(this);
    connect(&engine.preferences(), &Preferences::changed, this, &DirectoryDesk::applySettings);
    applySettings();
    const Directory *directory = engine.customers().directory();
    if (!directory) {
        page.setTrouble(engine.customers().problem().value_or(Error{.kind = ErrorKind::Storage}));
        return;
    }
    connect(directory, &Directory::syncProgressed, this, [this](const QString &, qint64 fetched) {
        m_fetched = fetched;
        showSync();
    });
    connect(&engine.customers(), &Customers::connectionsChanged, this, &DirectoryDesk::applySettings);
    connect(directory, &Directory::generationChanged, this, &DirectoryDesk::applySettings);
    connect(directory, &Directory::damageFound, this, &DirectoryDesk::applySettings);
    wirePage();
    wireLog();
    if (const NewCustomersService *made = engine.newCustomers()) {
        connect(made, &NewCustomersService::changed, this, [this] {
            applySettings();
            m_pastSoon.start();
        });
    }
}

DirectoryDesk::~DirectoryDesk() = default;

void DirectoryDesk::wirePage()
{
    connect(&m_page, &ui::DirectoryPage::callRequested, this, &DirectoryDesk::callRequested);
    connect(&m_page, &ui::DirectoryPage::eventChosen, this, &DirectoryDesk::logRequested);
    connect(&m_page, &ui::DirectoryPage::noteEditRequested, this, &DirectoryDesk::logRequested);
    connect(&m_page, &ui::DirectoryPage::connectRequested, this, &DirectoryDesk::connectRequested);
    connect(&m_page, &ui::DirectoryPage::syncRequested, this, &DirectoryDesk::sync);
    connect(&m_page, &ui::DirectoryPage::crmRequested, this, [](const QUrl &page) { QDesktopServices::openUrl(page); });
    connect(&m_page, &ui::DirectoryPage::mailRequested, this, [](const QString &address) { QDesktopServices::openUrl(letterTo(address)); });
}

void DirectoryDesk::wireLog()
{
    CallLog *log = m_engine.callBook().log();
    if (!log)
        return;
    connect(&m_page, &ui::DirectoryPage::promiseDone, log, [log](qint64 promise) { log->setPromiseDone(promise, true); });
    const auto later = [this] {
        if (!m_pastSoon.isActive())
            m_pastSoon.start();
    };
    connect(log, &CallLog::entryChanged, this, later);
    connect(log, &CallLog::entryRemoved, this, later);
    connect(log, &CallLog::cleared, this, later);
    connect(log, &CallLog::promisesChanged, this, later);
    connect(log, &CallLog::textChanged, this, later);
}

void DirectoryDesk::applySettings()
{
    const Preferences &preferences = m_engine.preferences();
    const Directory *directory = m_engine.customers().directory();
    const QTimeZone zone = m_engine.screenPop().rules().zone;
    Me me = directory ? directory->me() : Me(); // with the name that the sources know
    if (me.email.isEmpty())
        me.email = preferences.value(settings::kUserEmail); // before the accounts are open
    m_page.setOptions({.homeRegion = preferences.value(settings::kUserRegion),
                       .me = me,
                       .awaitsFirst = m_engine.customers().isWaitingForFirst(),
                       .crmTemplate = preferences.value(settings::kCrmUrl),
                       .canSync = directory && m_engine.customers().hasSources(),
                       .damages = directory ? directory->damages() : QList<DamagedFile>(),
                       .sendsNewOnes = directory && directory->hasOutlet(),
                       .times = ui::TimeTexts(QLocale(), zone),
                       .zone = zone});
    showSync();
}

void DirectoryDesk::showSync()
{
    ui::SyncState state{.running = m_engine.customers().isSyncing(), .error = {}};
    if (state.running) {
        state.fetched = m_fetched;
    } else {
        m_fetched = 0;
        const QList<Connection> sources = m_engine.customers().connections();
        const auto failed =
            std::find_if(sources.cbegin(), sources.cend(), [](const Connection &source) { return source.problem.has_value(); });
        if (failed != sources.cend()) {
            state.error = failed->problem;
            state.errorSource = failed->name;
        }
    }
    m_page.setSync(state);
}

void DirectoryDesk::present()
{
    Directory *directory = m_engine.customers().directory();
    if (m_presenter || !directory)
        return;
    const auto pastOf = [this](ui::CustomerRecord &record) {
        if (const NewCustomersService *made = m_engine.newCustomers())
            record.waiting = record.waiting || made->isWaiting(record.customer);
        const CallLog *log = m_engine.callBook().log();
        const Result<> read = log ? addPast(*log, m_engine.screenPop().rules().zone, record) : Result<>();
        if (!read)
            m_page.setTrouble(read.error());
    };
    m_presenter = std::make_unique<DirectoryPresenter>(*directory, m_page, pastOf);
    connect(m_presenter.get(), &DirectoryPresenter::saved, this, &DirectoryDesk::onSaved);
}

bool DirectoryDesk::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == &m_page && event->type() == QEvent::Show) {
        if (m_presenter)
            m_pastSoon.start(); // what happened meanwhile
        else
            present();
        m_page.focusSearch();
    }
    return QObject::eventFilter(watched, event);
}

void DirectoryDesk::openCustomer(const CustomerId &customer)
{
    present();
    if (m_presenter)
        m_presenter->openCustomer(customer);
}

void DirectoryDesk::addCaller(const CallId &call, const CallParty &party)
{
    present();
    CustomerDraft draft{.edits = {}, .name = party.name};
    if (const auto number = numberOf(party))
        draft.numbers = {*number};
    if (!party.email.isEmpty())
        draft.emails = {party.email};
    m_addingFor = call;
    m_page.addCustomer(draft);
}

void DirectoryDesk::linkCaller(const CallId &call, const CallParty &party)
{
    present();
    m_addingFor = call;
    m_page.setLinking(party.number ? numberOf(party) : std::nullopt); // a text that is no number cannot be anybody's
    m_page.focusSearch();
}

void DirectoryDesk::onSaved(const CustomerId &customer)
{
    CallLog *log = m_engine.callBook().log();
    const CallId call = std::exchange(m_addingFor, {});
    if (call.isEmpty() || !log)
        return;
    const Result<std::optional<LogEntry>> entry = log->entry(call);
    const Result<std::optional<Customer>> made = m_engine.customers().directory()->customer(customer);
    if (!entry || !*entry || !made || !*made)
        return;
    // Somebody else may have been added instead: the call is theirs only who have its number.
    const std::optional<PhoneNumber> &number = (*entry)->call.remote.number;
    const auto has = [&](const CustomerNumber &one) { return number && one.number == number; };
    if (std::any_of((*made)->numbers.cbegin(), (*made)->numbers.cend(), has))
        log->setCustomer(call, {.id = customer, .name = (*made)->name, .company = (*made)->company});
}

void DirectoryDesk::sync()
{
    if (!m_engine.customers().isSyncing())
        m_scope.start(syncNow());
}

QCoro::Task<> DirectoryDesk::syncNow()
{
    m_page.setSync({.running = true, .error = {}});
    const Result<SyncReport> report = co_await m_engine.syncCustomers(m_scope.stopToken());
    if (m_scope.stopToken().stop_requested())
        co_return;
    // What a source answered is in its connection; what kept all of them from being asked is nowhere else.
    if (!report && report.error().kind != ErrorKind::Cancelled && m_engine.customers().connections().isEmpty())
        m_page.setSync({.error = report.error()});
    else
        showSync();
}

QCoro::Task<> DirectoryDesk::stop()
{
    co_await m_scope.close();
    if (m_presenter)
        co_await m_presenter->stop();
}

} // namespace callcard

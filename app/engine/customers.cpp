#include "customers.h"

#include <QLoggingCategory>

#include <algorithm>
#include <utility>

namespace callcard {

using namespace Qt::Literals::StringLiterals;

namespace {
Q_LOGGING_CATEGORY(lcCustomers, "callcard.engine.customers")
constexpr auto kTryAgain = std::chrono::minutes(2); // after a sync that no source answered
} // namespace

QList<SyncScope> scopesOf(const QString &word)
{
    if (word == "all"_L1)
        return {SyncScope::Own, SyncScope::Active, SyncScope::Everything};
    if (word == "active"_L1)
        return {SyncScope::Own, SyncScope::Active};
    return {SyncScope::Own};
}

Customers::Customers(const QString &folder, Clock &clock, QObject *parent) : QObject(parent), m_clock(clock)
{
    Result<std::unique_ptr<Directory>> opened = Directory::open(folder, clock);
    if (!opened) {
        m_problem = opened.error();
        qCWarning(lcCustomers) << "the directory cannot be opened, callers have no names:" << opened.error();
        return;
    }
    m_directory = *std::move(opened);
    connect(m_directory.get(), &Directory::generationChanged, this, &Customers::changed);
    connect(m_directory.get(), &Directory::learnedChanged, this, &Customers::changed);
    connect(m_directory.get(), &Directory::damageFound, this, &Customers::onDamage);
}

Customers::~Customers() = default;

WhoIs Customers::whoIs(const CallParty &caller) const
{
    return m_directory ? m_directory->whoIs(caller) : WhoIs{.problem = m_problem};
}

void Customers::setMe(const Me &me)
{
    if (m_directory)
        m_directory->setMe(me);
}

void Customers::setRegion(const QString &region)
{
    if (m_directory)
        m_directory->setRegion(region);
}

void Customers::noteOwnLine(const PhoneNumber &line)
{
    if (!m_directory || m_ownLines.contains(line))
        return;
    m_ownLines.insert(line);
    m_directory->setOwnLines(m_ownLines);
}

void Customers::start(std::vector<std::unique_ptr<CustomerSource>> sources, QList<SyncScope> scopes, std::chrono::minutes every,
                      FirstSync first)
{
    Q_ASSERT(!m_scope);
    m_sources = std::move(sources);
    m_scopes = std::move(scopes);
    m_waitsForFirst = first == FirstSync::WhenAsked && !m_sources.empty();
    m_scope = std::make_unique<TaskScope>();
    if (m_directory && !m_sources.empty())
        m_scope->start(keepFresh(every, m_scope->stopToken()));
    Q_EMIT
    connectionsChanged();
}

bool Customers::isWaitingForFirst() const
{
    if (!m_waitsForFirst || !m_directory)
        return false;
    const Result<DirectoryStats> stats = m_directory->stats();
    return stats && !stats->lastSync.isValid() && !hasLostCustomers(); // what was there once is wanted
}

bool Customers::hasLostCustomers() const
{
    const QList<DamagedFile> damages = m_directory->damages();
    return std::any_of(damages.cbegin(), damages.cend(), [](const DamagedFile &one) { return one.what == DamagedFile::What::Customers; });
}

void Customers::onDamage()
{
    if (hasLostCustomers())
        fetchAgain();
}

/// Not in an hour: until then callers would have no names.
void Customers::fetchAgain()
{
    if (!m_scope || m_sources.empty())
        return;
    m_again = m_askers != nullptr;
    if (m_again)
        return;
    m_askers = std::make_shared<Askers>();
    m_scope->start(syncFor(m_askers, m_scope->stopToken()));
}

QCoro::Task<> Customers::stop()
{
    const std::unique_ptr<TaskScope> ending = std::move(m_scope);
    if (ending)
        co_await ending->close();
    m_again = false;
    m_askers.reset();
    m_sources.clear();
    m_connections.clear();
}

QCoro::Task<> Customers::keepFresh(std::chrono::minutes every, std::stop_token stop)
{
    while (!stop.stop_requested()) {
        std::chrono::milliseconds pause = kTryAgain;
        if (!isWaitingForFirst()) {
            const Result<SyncReport> report = co_await syncNow(stop);
            if (report)
                pause = every;
        }
        const Result<> waited = co_await m_clock.sleep(pause, stop);
        if (!waited)
            break;
    }
}

QCoro::Task<Result<SyncReport>> Customers::syncNow(std::stop_token stop)
{
    if (!m_directory)
        co_return tl::unexpected(*m_problem);
    if (m_sources.empty() || !m_scope)
        co_return failure(ErrorKind::Refused, u"No source of customers is configured. Set directory/sources and connect it."_s);
    m_waitsForFirst = false;
    const auto done = std::make_shared<Completion<SyncReport>>();
    if (m_askers) {
        m_askers->push_back(done);
    } else {
        m_askers = std::make_shared<Askers>(Askers{done});
        m_scope->start(syncFor(m_askers, m_scope->stopToken()));
    }
    co_return co_await done->wait(stop);
}

QCoro::Task<> Customers::syncFor(std::shared_ptr<Askers> askers, std::stop_token stop)
{
    QList<CustomerSource *> sources;
    for (const std::unique_ptr<CustomerSource> &source : m_sources)
        sources.append(source.get());
    const bool isBusy = m_directory->isBusy(); // an import: no source was asked, so nothing is known of any
    const Result<SyncReport> report = co_await m_directory->sync(sources, m_scopes, stop);
    const bool stopped = stop.stop_requested();
    const bool cancelled = !report && report.error().kind == ErrorKind::Cancelled; // also where the file it builds upon was damaged
    if (!stopped)
        m_askers.reset();
    if (report) {
        settle(*report);
    } else if (!cancelled && !isBusy) {
        qCInfo(lcCustomers) << "no source of customers answered:" << report.error();
        SyncReport failed;
        for (const CustomerSource *source : std::as_const(sources))
            failed.sources.append({.name = source->name(), .error = report.error()});
        settle(failed);
    }
    for (const std::shared_ptr<Completion<SyncReport>> &asker : *askers)
        asker->complete(report);
    if (!stopped && std::exchange(m_again, false))
        fetchAgain();
}

void Customers::settle(const SyncReport &report)
{
    struct Answers {
        QString service;
        bool any = false; ///< Some collection of it answered.
        std::optional<Error> error;
    };
    std::vector<Answers> services;
    for (const SourceSync &source : report.sources) {
        const QString service = source.name.section(u':', 0, 0);
        auto known = std::find_if(services.begin(), services.end(), [&](const Answers &one) { return one.service == service; });
        if (known == services.end())
            known = services.insert(services.end(), {.service = service, .error = {}});
        known->any = known->any || !source.error || source.fetched > 0;
        // A collection that a team does not have is refused; that is no trouble while the others answer.
        if (source.error && (!known->error || known->error->kind == ErrorKind::Refused))
            known->error = source.error;
    }
    QList<Connection> connections;
    for (const Answers &one : services) {
        Connection now{.name = one.service, .state = ConnectionState::Connected, .since = m_clock.now(), .lastEvent = m_clock.now()};
        if (one.error && !(one.any && one.error->kind == ErrorKind::Refused)) {
            now.problem = one.error;
            now.state = one.error->kind == ErrorKind::SignInNeeded ? ConnectionState::SignInNeeded
                        : one.any                                  ? ConnectionState::Degraded
                                                                   : ConnectionState::Offline;
        }
        for (const Connection &before : std::as_const(m_connections)) {
            if (before.name == now.name && before.state == now.state)
                now.since = before.since;
        }
        connections.append(now);
    }
    m_connections = connections;
    Q_EMIT
    connectionsChanged();
}

} // namespace callcard

// What somebody may look at before it is kept.
#include "engine.h"
#include "histories.h"
#include "providers.h"

#include <callcard/historyrows.h>

#include <QSet>

namespace callcard {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kCallerDays = 30;
constexpr int kMostCallers = 1000;

/// Each number once.
class CallerList
{
public:
    void add(const Call &call)
    {
        if (call.direction != CallDirection::Inbound || call.withheld || call.internal || !call.remote.number ||
            m_past.callers.size() >= kMostCallers || m_seen.contains(*call.remote.number))
            return;
        m_seen.insert(*call.remote.number);
        m_past.callers.append(call.remote);
    }
    void note(const Error &problem) { m_past.problem = problem; }
    [[nodiscard]] const PastCallers &past() const { return m_past; }

private:
    PastCallers m_past;
    QSet<PhoneNumber> m_seen;
};

} // namespace

QCoro::Task<Result<std::shared_ptr<CustomersPreview>>> Engine::previewCustomers(QString service, std::stop_token stop)
{
    using Preview = Result<std::shared_ptr<CustomersPreview>>;
    co_await openAnew(stop);
    const std::shared_ptr<Accounts> accounts = m_accounts;
    if (!accounts)
        co_return Preview(failure(ErrorKind::Cancelled));
    const ProvidersContext context = providersContext();
    Preview preview = CustomersPreview::open(
        {.dataFolder = m_profile.dataFolder, .region = context.region, .me = {.email = accounts->userEmail}}, m_clock);
    if (!preview)
        co_return preview;
    std::vector<std::unique_ptr<CustomerSource>> sources = customerSources(context, {service});
    const QList<SyncScope> scopes = scopesOf(m_preferences.value(settings::kDirectoryScope));
    const Result<> read = co_await (*preview)->read(accounts, std::move(sources), scopes, stop);
    if (!read)
        co_return Preview(tl::unexpected(read.error()));
    co_return preview;
}

QCoro::Task<Result<std::shared_ptr<CustomersPreview>>> Engine::previewFile(QString file, std::stop_token stop)
{
    using Preview = Result<std::shared_ptr<CustomersPreview>>;
    const QString region = m_preferences.value(settings::kUserRegion);
    Preview preview = CustomersPreview::open(
        {.dataFolder = m_profile.dataFolder, .region = region, .me = {.email = m_preferences.value(settings::kUserEmail)}}, m_clock);
    if (!preview)
        co_return preview;
    ImportRequest request{.file = file, .region = region};
    const Result<> read = co_await (*preview)->read(std::move(request), stop);
    if (!read)
        co_return Preview(tl::unexpected(read.error()));
    co_return preview;
}

QCoro::Task<PastCallers> Engine::callersOfLastMonth(std::stop_token stop)
{
    CallerList list;
    const QDateTime now = m_clock.now();
    const Span month{.from = now.addDays(-kCallerDays), .to = now};
    if (const CallLog *log = m_callBook.log()) {
        const HistoryQuery query{.filter = HistoryFilter::Incoming, .from = month.from, .limit = kMostCallers};
        const Result<PeoplePage> page = log->people(query);
        const QList<PersonEntry> people = page ? page->people : QList<PersonEntry>{};
        for (const PersonEntry &person : people)
            list.add(person.newest.call);
        if (!page)
            list.note(page.error());
    }
    // On a computer that is new the services remember who called. Nothing of it is kept: figures are read by whoever counts them.
    const std::shared_ptr<Accounts> accounts = m_accounts;
    if (!accounts)
        co_return list.past();
    const QList<HistorySource> histories = historiesOf(accounts, {.preferences = m_preferences,
                                                                  .http = m_http,
                                                                  .ringcentralBudget = m_ringcentralBudget,
                                                                  .justcallBudget = m_justcallBudget,
                                                                  .traffic = m_traffic,
                                                                  .clock = m_clock});
    const QString email = m_preferences.value(settings::kUserEmail);
    for (const HistorySource &source : histories) {
        const Result<QList<Agent>> agents = co_await agentsOfRep(source, email, stop);
        if (!agents) {
            list.note(agents.error());
            continue;
        }
        const QList<Agent> rep = *agents;
        for (const Agent &agent : rep) {
            const Result<QList<HistoricCall>> calls = co_await source.history->calls(agent, month, stop);
            const QList<HistoricCall> rows = calls.value_or(QList<HistoricCall>{});
            for (const HistoricCall &row : rows)
                list.add(callOf(row));
            if (!calls)
                list.note(calls.error());
        }
    }
    co_return list.past();
}

} // namespace callcard

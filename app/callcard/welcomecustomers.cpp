// The customers' step of the assistant: what a source or a file would bring is shown first, and fetched when somebody said yes.
#include "welcomedesk.h"

#include <callcard/phone.h>
#include <callcard/ui/importtexts.h>
#include <callcard/ui/terms.h>

#include <algorithm>

namespace callcard {

using namespace Qt::Literals::StringLiterals;
using ui::DirectoryPreview;
using ui::WelcomeStep;
using ui::WelcomeTrouble;

namespace {

constexpr int kShownRows = 3;

int knownOf(const CallerLookup &lookup, const QList<CallParty> &callers)
{
    return static_cast<int>(
        std::count_if(callers.cbegin(), callers.cend(), [&](const CallParty &caller) { return !lookup.whoIs(caller).facts.isEmpty(); }));
}

ui::PreviewRow previewRowOf(const Customer &customer, const QString &region)
{
    const bool isNamed = !customer.name.isEmpty();
    ui::PreviewRow row{.id = customer.id.text(),
                       .name = isNamed ? customer.name : customer.company,
                       .company = isNamed && customer.company != customer.name ? customer.company : QString(),
                       .number = {}};
    const auto readable = std::find_if(customer.numbers.cbegin(), customer.numbers.cend(),
                                       [](const CustomerNumber &number) { return number.number.has_value(); });
    if (readable != customer.numbers.cend())
        row.number = readableForm(*readable->number, region);
    else if (!customer.numbers.isEmpty())
        row.number = customer.numbers.constFirst().text;
    return row;
}

/// The most frequent first.
class Reasons
{
public:
    void add(const QString &why)
    {
        const auto known = std::find_if(m_all.begin(), m_all.end(), [&](const ui::RefusedReason &one) { return one.why == why; });
        if (known == m_all.end())
            m_all.append({.why = why, .count = 1});
        else
            ++known->count;
    }
    [[nodiscard]] QList<ui::RefusedReason> sorted()
    {
        std::stable_sort(m_all.begin(), m_all.end(), [](const auto &left, const auto &right) { return left.count > right.count; });
        return m_all;
    }

private:
    QList<ui::RefusedReason> m_all;
};

Result<DirectoryPreview> previewOf(const CustomersPreview &looked, const QString &region)
{
    const Directory &directory = looked.directory();
    const Result<DirectoryStats> stats = directory.stats();
    const Result<FoundCustomers> found = directory.find({.limit = kShownRows});
    const Result<QList<RefusedRecords>> refused = directory.refused();
    if (!stats || !found || !refused)
        return tl::unexpected(!stats ? stats.error() : !found ? found.error() : refused.error());
    DirectoryPreview preview{.customers = stats->customers,
                             .numbers = stats->numbers,
                             .refused = stats->refused,
                             .unreadable = stats->unparseable,
                             .callersKnown = ui::CallersKnown::NotYet,
                             .part = looked.isPart()};
    for (const FoundCustomer &one : found->customers)
        preview.rows.append(previewRowOf(one.customer, region));
    Reasons reasons;
    for (const RefusedRecords &source : *refused) {
        for (const RefusedRecord &record : source.first)
            reasons.add(ui::recordReason(record.reason));
    }
    if (const auto &report = looked.import()) {
        preview.refused = report->refusedRows;
        for (const ImportReport::Finding &row : report->refused)
            reasons.add(ui::importReason(row.reason));
    }
    preview.reasons = reasons.sorted();
    for (const SourceSync &source : looked.sync().sources) {
        if (source.error)
            preview.denied.append(source.name.section(u':', 1));
    }
    return preview;
}

} // namespace

std::stop_token WelcomeDesk::newLook()
{
    m_look.request_stop();
    m_look = std::stop_source();
    m_offer = {};
    return m_look.get_token();
}

void WelcomeDesk::onStepShown(WelcomeStep step)
{
    if (step != WelcomeStep::Customers || m_looks > 0 || m_offer.preview || !m_engine.customers().isWaitingForFirst())
        return;
    const Accounts *accounts = m_engine.accounts();
    if (accounts && accounts->firebase && accounts->firebase->tokens->state() == TokenKeeper::State::SignedIn)
        m_scope.start(offerSource(u"firestore"_s, newLook()));
}

void WelcomeDesk::showCustomersOf(const QString &service)
{
    show(u"customers"_s);
    m_scope.start(offerSource(service, newLook()));
}

QCoro::Task<> WelcomeDesk::offerSource(QString service, std::stop_token stop)
{
    ++m_looks;
    m_window->showBusy(WelcomeStep::Customers);
    const Result<std::shared_ptr<CustomersPreview>> preview = co_await m_engine.previewCustomers(service, stop);
    --m_looks;
    if (stop.stop_requested())
        co_return;
    const QString name = service == "firestore"_L1 ? u"Firebase"_s : ui::serviceName(service);
    if (!preview) {
        tell(WelcomeStep::Customers, preview.error(), name);
        co_return;
    }
    const Result<DirectoryStats> stats = (*preview)->directory().stats();
    if (stats && stats->customers == 0) {
        m_window->showTrouble(WelcomeStep::Customers, WelcomeTrouble::NobodyYours, name);
        co_return;
    }
    m_offer = {.preview = *preview, .service = service, .file = {}, .past = {}};
    co_await showOffer(stop);
}

QCoro::Task<> WelcomeDesk::offerFile(QString file, std::stop_token stop)
{
    m_window->showBusy(WelcomeStep::Customers);
    const Result<std::shared_ptr<CustomersPreview>> preview = co_await m_engine.previewFile(file, stop);
    if (stop.stop_requested())
        co_return;
    if (!preview) {
        tellFile(preview.error());
        co_return;
    }
    if ((*preview)->import()->kept == 0) {
        m_window->showTrouble(WelcomeStep::Customers, WelcomeTrouble::NobodyInIt, {});
        co_return;
    }
    m_offer = {.preview = *preview, .service = {}, .file = file, .past = {}};
    co_await showOffer(stop);
}

QCoro::Task<> WelcomeDesk::showOffer(std::stop_token stop)
{
    const Result<DirectoryPreview> looked = previewOf(*m_offer.preview, m_engine.preferences().value(settings::kUserRegion));
    if (!looked) {
        m_offer = {};
        tell(WelcomeStep::Customers, looked.error(), {});
        co_return;
    }
    DirectoryPreview shown = *looked;
    m_window->showPreview(shown);
    const PastCallers past = co_await m_engine.callersOfLastMonth(stop);
    if (stop.stop_requested() || !m_offer.preview)
        co_return;
    m_offer.past = past;
    shown.callers = past.callers.size();
    shown.known = knownOf(m_offer.preview->directory(), past.callers);
    shown.callersKnown = past.problem ? ui::CallersKnown::Partly : ui::CallersKnown::All;
    m_window->showPreview(shown);
}

void WelcomeDesk::keepOffer()
{
    if (!m_offer.preview)
        return;
    m_look.request_stop();
    m_look = std::stop_source();
    if (m_offer.service.isEmpty())
        m_scope.start(importFile(m_offer.file, m_look.get_token()));
    else
        m_scope.start(fetchCustomers(m_offer.service, m_look.get_token()));
}

Result<> WelcomeDesk::choose(const QString &service)
{
    Preferences &preferences = m_engine.preferences();
    const SettingState chosen = preferences.state(settings::kDirectorySources.name());
    const Directory *directory = m_engine.customers().directory();
    const Result<DirectoryStats> stats = directory ? directory->stats() : Result<DirectoryStats>(DirectoryStats{});
    if (!stats)
        return tl::unexpected(stats.error());
    // What nobody chose and nothing was fetched of is not chosen along with another one.
    const bool isAnybodys = chosen.origin != SettingOrigin::Default || stats->lastSync.isValid();
    QStringList sources = isAnybodys ? preferences.value(settings::kDirectorySources) : QStringList();
    if (!sources.contains(service))
        sources.append(service);
    else if (chosen.origin != SettingOrigin::Default)
        return {};
    return preferences.set(settings::kDirectorySources.name(), sources);
}

QCoro::Task<> WelcomeDesk::fetchCustomers(QString service, std::stop_token stop)
{
    const QString name = service == "firestore"_L1 ? u"Firebase"_s : ui::serviceName(service);
    m_window->showBusy(WelcomeStep::Customers);
    if (const Result<> chosen = choose(service); !chosen) {
        tell(WelcomeStep::Customers, chosen.error(), name);
        co_return;
    }
    const Result<SyncReport> report = co_await m_engine.syncCustomers(stop);
    if (stop.stop_requested())
        co_return;
    const Result<DirectoryPreview> there = report ? kept() : Result<DirectoryPreview>(tl::unexpected(report.error()));
    if (there)
        m_window->showPreview(*there);
    else
        tell(WelcomeStep::Customers, there.error(), name);
    m_offer = {}; // a sync that failed is tried again by itself
}

QCoro::Task<> WelcomeDesk::importFile(QString file, std::stop_token stop)
{
    Directory *directory = m_engine.customers().directory();
    if (!directory) {
        tell(WelcomeStep::Customers, m_engine.customers().problem().value_or(Error{.kind = ErrorKind::Storage}), {});
        co_return;
    }
    m_window->showBusy(WelcomeStep::Customers);
    ImportRequest request{.file = file, .region = m_engine.preferences().value(settings::kUserRegion)};
    const Result<ImportReport> report = co_await directory->importFile(std::move(request), stop);
    if (stop.stop_requested())
        co_return;
    if (!report) {
        tellFile(report.error());
        co_return;
    }
    if (report->kept == 0) { // another file by now
        m_window->showTrouble(WelcomeStep::Customers, WelcomeTrouble::NobodyInIt, {});
        co_return;
    }
    const Result<DirectoryPreview> there = kept();
    if (!there) {
        tell(WelcomeStep::Customers, there.error(), {});
        co_return;
    }
    DirectoryPreview shown = *there;
    shown.refused = report->refusedRows;
    shown.unreadable = report->unparseable;
    m_window->showPreview(shown);
    m_offer = {};
}

void WelcomeDesk::tellFile(const Error &error)
{
    if (error.kind == ErrorKind::Cancelled)
        return;
    m_window->showTrouble(WelcomeStep::Customers, error.kind == ErrorKind::BadPayload ? WelcomeTrouble::NotAFile : welcomeTrouble(error),
                          {});
}

Result<DirectoryPreview> WelcomeDesk::kept() const
{
    const Directory *directory = m_engine.customers().directory();
    if (!directory)
        return tl::unexpected(m_engine.customers().problem().value_or(Error{.kind = ErrorKind::Storage}));
    const Result<DirectoryStats> stats = directory->stats();
    if (!stats)
        return tl::unexpected(stats.error());
    return DirectoryPreview{.customers = stats->customers,
                            .numbers = stats->numbers,
                            .refused = stats->refused,
                            .unreadable = stats->unparseable,
                            .callers = m_offer.past.callers.size(),
                            .known = knownOf(m_engine.customers(), m_offer.past.callers),
                            .callersKnown = m_offer.past.problem ? ui::CallersKnown::Partly : ui::CallersKnown::All,
                            .kept = true};
}

} // namespace callcard

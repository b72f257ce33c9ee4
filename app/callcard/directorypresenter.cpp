#include "directorypresenter.h"

#include <QLoggingCategory>

#include <algorithm>

namespace callcard {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {
Q_LOGGING_CATEGORY(lcPresenter, "callcard.app")
constexpr int kFirstPage = 50; ///< More than a screen, in a frame.
constexpr int kNextPage = 200;
constexpr int kMostFound = 1000; ///< Of a search: nobody scrolls further, one more letter is quicker.
constexpr auto kRest = 100ms;
} // namespace

DirectoryPresenter::DirectoryPresenter(Directory &directory, ui::DirectoryPage &page, PastOf pastOf)
    : m_directory(directory), m_page(page), m_pastOf(std::move(pastOf))
{
    m_changed.setSingleShot(true);
    m_changed.setInterval(kRest);
    connect(&m_changed, &QTimer::timeout, this, &DirectoryPresenter::refresh);
    connect(&directory, &Directory::generationChanged, &m_changed, qOverload<>(&QTimer::start));
    connect(&directory, &Directory::learnedChanged, &m_changed, qOverload<>(&QTimer::start));
    const auto progressed = [this](const ImportProgress &progress) {
        if (m_import.phase != ui::ImportState::Phase::Reading && m_import.phase != ui::ImportState::Phase::Keeping)
            return;
        m_import.progress = progress;
        m_page.setImport(m_import);
    };
    connect(&directory, &Directory::importProgressed, this, progressed);

    connect(&page, &ui::DirectoryPage::searchChanged, this, &DirectoryPresenter::onSearch);
    connect(&page, &ui::DirectoryPage::moreWanted, this, &DirectoryPresenter::onMoreWanted);
    connect(&page, &ui::DirectoryPage::customerChosen, this, &DirectoryPresenter::onChosen);
    connect(&page, &ui::DirectoryPage::saveRequested, this, &DirectoryPresenter::onSave);
    connect(&page, &ui::DirectoryPage::discardRequested, this, [this](const CustomerId &id) { keep(m_directory.discard(id)); });
    connect(&page, &ui::DirectoryPage::unlearnRequested, this, [this](const PhoneNumber &number) { keep(m_directory.unlearn(number)); });
    connect(&page, &ui::DirectoryPage::choicesRequested, this, [this](int most) {
        m_mostChoices = most;
        showChoices();
    });
    connect(&page, &ui::DirectoryPage::refusedRequested, this, &DirectoryPresenter::showRefused);
    connect(&page, &ui::DirectoryPage::linkRequested, this, &DirectoryPresenter::onLink);
    connect(&page, &ui::DirectoryPage::importRequested, this, &DirectoryPresenter::onImport);
    connect(&page, &ui::DirectoryPage::importCancelled, this, [this] { m_importStop.request_stop(); });
    refresh();
}

DirectoryPresenter::~DirectoryPresenter() = default;

void DirectoryPresenter::refresh()
{
    showStats();
    search();
    showRecord();
    if (m_page.areChoicesShown())
        showChoices();
    if (m_page.areRefusedShown())
        showRefused();
}

void DirectoryPresenter::showRefused()
{
    const auto refused = m_directory.refused();
    if (refused)
        m_page.setRefused(*refused);
    else
        m_page.setTrouble(refused.error());
}

void DirectoryPresenter::showChoices()
{
    const auto learned = m_directory.learned();
    if (!learned) {
        m_page.setTrouble(learned.error());
        return;
    }
    QList<ui::ChosenNumber> choices;
    for (const LearnedChoice &choice : learned->first(std::min<qsizetype>(learned->size(), m_mostChoices))) {
        ui::ChosenNumber chosen{.choice = choice};
        const auto customer = m_directory.customer(choice.customer);
        if (!customer) {
            m_page.setTrouble(customer.error());
            return;
        }
        if (*customer) {
            chosen.name = (*customer)->name.isEmpty() ? (*customer)->company : (*customer)->name;
            chosen.company = (*customer)->name.isEmpty() ? QString() : (*customer)->company;
        }
        choices.append(chosen);
    }
    m_page.setChoices(choices, learned->size());
}

void DirectoryPresenter::openCustomer(const CustomerId &customer)
{
    const auto known = m_directory.customer(customer);
    if (!known || !*known)
        return;
    // The list shows whom the record is of: found by the name, chosen by the id.
    m_page.search((*known)->name.isEmpty() ? (*known)->company : (*known)->name);
    m_chosen = (*known)->id;
    showRecord();
}

void DirectoryPresenter::onSearch(const QString &text, CustomerFilter filter)
{
    m_query = {.text = text, .filter = filter};
    m_loaded = 0;
    search();
}

void DirectoryPresenter::search()
{
    // After a change as many rows as were there, so that nobody's place in the list moves.
    m_query.limit = std::max({m_query.limit, kFirstPage, m_loaded});
    m_query.after.clear();
    const auto found = m_directory.find(m_query);
    m_page.setTrouble(found ? std::nullopt : std::optional(found.error()));
    if (!found)
        return;
    m_query.after = found->next;
    m_loaded = static_cast<int>(found->customers.size());
    m_page.setFound(*found);
}

void DirectoryPresenter::onMoreWanted()
{
    CustomerQuery query = m_query;
    if (query.text.trimmed().isEmpty()) {
        query.limit = kNextPage;
    } else {
        query.limit = kMostFound;
        m_query.limit = kMostFound;
    }
    auto found = m_directory.find(query);
    if (!found) {
        m_page.setTrouble(found.error());
        return;
    }
    if (query.text.trimmed().isEmpty()) {
        m_query.after = found->next;
        m_loaded += static_cast<int>(found->customers.size());
    } else {
        found->more = false;
    }
    m_page.appendFound(*found);
}

void DirectoryPresenter::onChosen(const CustomerId &customer)
{
    m_chosen = customer;
    showRecord();
}

void DirectoryPresenter::showStats()
{
    const auto stats = m_directory.stats();
    if (stats)
        m_page.setStats(*stats);
    else
        m_page.setTrouble(stats.error());
}

void DirectoryPresenter::showRecord()
{
    if (m_chosen.isEmpty()) {
        m_page.setRecord(std::nullopt);
        return;
    }
    const auto customer = m_directory.customer(m_chosen);
    if (!customer) {
        m_page.setTrouble(customer.error());
        return;
    }
    if (!*customer) {
        m_page.setRecord(std::nullopt);
        return;
    }
    ui::CustomerRecord record{.customer = **customer};
    const auto isOne = [&](const CustomerId &id) {
        return std::any_of(record.customer.origins.cbegin(), record.customer.origins.cend(),
                           [&](const CustomerOrigin &origin) { return recordKey(origin.source, origin.sourceId) == id.text(); });
    };
    if (const auto learned = m_directory.learned()) {
        for (const LearnedChoice &choice : *learned) {
            if (isOne(choice.customer))
                record.learned.append(choice);
        }
    }
    record.changedHere = std::any_of(record.customer.origins.cbegin(), record.customer.origins.cend(),
                                     [](const CustomerOrigin &origin) { return origin.source == "local"_L1; });
    if (const auto unsent = m_directory.unsent()) {
        record.waiting = m_directory.hasOutlet() && std::any_of(unsent->cbegin(), unsent->cend(),
                                                                [&](const LocalCustomer &local) { return isOne(local.customer.id); });
    }
    if (m_pastOf)
        m_pastOf(record);
    m_page.setRecord(record);
}

void DirectoryPresenter::keep(const Result<> &done)
{
    m_page.setTrouble(done ? std::nullopt : std::optional(done.error()));
    showRecord();
}

void DirectoryPresenter::onSave(const CustomerDraft &draft)
{
    const auto id = m_directory.save(draft);
    if (!id) {
        // What somebody wrote is not lost with the form: it comes back, and why stands above the list.
        m_page.addCustomer(draft);
        m_page.setTrouble(id.error());
        return;
    }
    m_page.setTrouble(std::nullopt);
    if (draft.edits.isEmpty())
        openCustomer(*id);
    else
        showRecord();
    Q_EMIT
    saved(*id);
}

void DirectoryPresenter::onLink(const CustomerNumber &number, const CustomerId &customer)
{
    const Result<> linked = m_directory.link(number, customer);
    keep(linked);
    if (!linked)
        return; // it is still looked for
    m_page.setLinking({});
    Q_EMIT
    saved(customer);
}

void DirectoryPresenter::onImport(const ImportRequest &request)
{
    if (m_import.phase == ui::ImportState::Phase::Reading || m_import.phase == ui::ImportState::Phase::Keeping)
        return;
    m_importStop = std::stop_source();
    m_import = {.phase = request.dryRun ? ui::ImportState::Phase::Reading : ui::ImportState::Phase::Keeping, .file = request.file};
    m_page.setImport(m_import);
    m_scope.start(import(request, m_importStop.get_token()));
}

QCoro::Task<> DirectoryPresenter::import(ImportRequest request, std::stop_token stop)
{
    const auto onEnd = [this] { m_importStop.request_stop(); };
    const std::stop_callback<decltype(onEnd)> ending(m_scope.stopToken(), onEnd);
    const Result<ImportReport> report = co_await m_directory.importFile(request, stop);
    m_import.progress = {};
    if (report) {
        m_import.report = *report;
        m_import.phase = request.dryRun ? ui::ImportState::Phase::Report : ui::ImportState::Phase::Kept;
        m_import.error.reset();
    } else if (report.error().kind == ErrorKind::Cancelled) {
        m_import = {};
    } else {
        qCWarning(lcPresenter) << "an import failed:" << report.error();
        m_import.phase = ui::ImportState::Phase::Failed;
        m_import.error = report.error();
    }
    if (!m_scope.stopToken().stop_requested())
        m_page.setImport(m_import);
}

} // namespace callcard

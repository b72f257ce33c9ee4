#include "metricsdesk.h"

#include "panelexport.h"
#include "panelvalues.h"

#include <engine/engine.h>

#include <callcard/metricssync.h>

#include <algorithm>

namespace callcard {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {
constexpr int kPanelDays = 731;
constexpr int kSliceDays = 14;
constexpr int kShownEvery = 8; // slices
constexpr auto kFiguresSoon = 150ms;
constexpr int kMostChanged = 40;
constexpr int kCustomersAsked = 12;
constexpr int kCallsShown = 200;
constexpr int kMostSynced = 30;
} // namespace

MetricsDesk::MetricsDesk(Engine &engine, PageFrame &frame, QObject *parent) : QObject(parent), m_engine(engine), m_frame(frame)
{
    m_slices.setInterval(0);
    connect(&m_slices, &QTimer::timeout, this, &MetricsDesk::readSlice);
    m_soon.setSingleShot(true);
    m_soon.setInterval(kFiguresSoon);
    connect(&m_soon, &QTimer::timeout, this, &MetricsDesk::readChanged);
    connect(&frame, &PageFrame::opened, this, &MetricsDesk::open);
    connect(&frame, &PageFrame::closed, this, &MetricsDesk::close);
    if (const CallLog *log = engine.callBook().log()) {
        connect(log, &CallLog::entryChanged, this, &MetricsDesk::onEntryChanged);
        connect(log, &CallLog::textChanged, this, &MetricsDesk::onDirtied);
        connect(log, &CallLog::dirtied, this, &MetricsDesk::onDirtied);
        connect(log, &CallLog::cleared, this, &MetricsDesk::readAnew);
    }
    if (MetricsService *metrics = engine.metrics()) {
        connect(&metrics->sync(), &MetricsSync::stateChanged, this, &MetricsDesk::takeSyncState);
        connect(&metrics->sync(), &MetricsSync::synced, this, [this] {
            if (m_page && m_reader)
                readAnew();
        });
        connect(metrics, &MetricsService::reconciledWith, this, [this](const QList<ReconciledFigure> &figures) {
            m_agreement = agreementOf(figures, m_engine.clock().now());
            showFacts();
        });
    }
}

MetricsDesk::~MetricsDesk() = default;

void MetricsDesk::open()
{
    if (m_page)
        return;
    m_page = new ui::MetricsPage;
    m_page->choose(m_choice);
    wirePage();
    readAnew();
    m_frame.setPage(m_page);
}

void MetricsDesk::close()
{
    m_slices.stop();
    m_soon.stop();
    m_changed.clear();
    if (m_page) {
        m_choice = m_page->choice();
        m_page->disconnect(this);
    }
    m_page = nullptr;
    m_frame.setPage(nullptr);
    m_reader.reset();
    m_facts = {};
}

void MetricsDesk::wirePage()
{
    connect(m_page, &ui::MetricsPage::choiceChanged, this, &MetricsDesk::showCustomers);
    connect(m_page, &ui::MetricsPage::detailsRequested, this, &MetricsDesk::answer);
    connect(m_page, &ui::MetricsPage::callRequested, this, &MetricsDesk::callRequested);
    connect(m_page, &ui::MetricsPage::customerRequested, this, &MetricsDesk::customerRequested);
    connect(m_page, &ui::MetricsPage::historyRequested, this, &MetricsDesk::historyRequested);
    connect(m_page, &ui::MetricsPage::connectionsRequested, this, &MetricsDesk::connectionsRequested);
    connect(m_page, &ui::MetricsPage::syncRequested, this, &MetricsDesk::sync);
    connect(m_page, &ui::MetricsPage::exportRequested, this, [this](ui::PanelExport what) {
        exportPanel(*m_page, what, m_reader ? std::optional(*m_reader) : std::nullopt, m_engine.callBook().log());
    });
}

void MetricsDesk::readAnew()
{
    if (!m_page)
        return;
    const CallLog *log = m_engine.callBook().log();
    if (log == nullptr)
        return tell(m_engine.callBook().problem().value_or(Error{.kind = ErrorKind::Storage}));
    const MetricsService *metrics = m_engine.metrics();
    const SyncedRep who = metrics != nullptr ? metrics->rep() : repOf(m_engine.preferences());
    const QTimeZone zone = countingZone(*log, who);
    Result<std::unique_ptr<CallFigures>> more = CallFigures::open(m_engine.profile().callLogFile());
    if (!more)
        return tell(more.error());
    m_reader = std::make_unique<PanelReader>(*log, std::move(*more), Rep{.email = who.email, .zone = zone});
    const QDateTime now = m_engine.clock().now();
    const QDate today = m_reader->dayOf(now);
    m_page->setOptions({.homeRegion = m_engine.preferences().value(settings::kUserRegion), .times = ui::TimeTexts(QLocale(), zone)});
    if (const Result<> coverage = m_reader->readCoverage(); !coverage)
        return tell(coverage.error());
    const DayRange first{today.addDays(-kUsualReach), today};
    const Result<PanelSlice> slice = m_reader->read(first, today);
    if (!slice)
        return tell(slice.error());
    // Older days stay as they were until the slices come to them: nothing that was there flickers.
    const QDate begin = today.addDays(1 - kPanelDays);
    if (m_facts.days.isEmpty() || m_facts.days.first().day != begin) {
        m_facts.days.clear();
        for (QDate day = begin; day <= today; day = day.addDays(1))
            m_facts.days.append({.day = day});
    }
    m_facts.now = now;
    m_facts.zone = zone;
    m_facts.usual = slice->usual;
    m_readFrom = first.from;
    put(slice->days);
    takeSyncState();
    m_page->setProblem(std::nullopt);
    showFacts();
    showCustomers();
    m_slices.start();
}

void MetricsDesk::readSlice()
{
    const QDate begin = m_facts.days.first().day;
    const DayRange range{std::max(begin, m_readFrom.addDays(-kSliceDays)), m_readFrom.addDays(-1)};
    const bool over = range.from > range.to;
    if (!over) {
        const Result<PanelSlice> slice = m_reader->read(range, m_facts.days.last().day);
        if (!slice) {
            m_slices.stop();
            return tell(slice.error());
        }
        m_readFrom = range.from;
        put(slice->days);
    }
    if (over)
        m_slices.stop();
    if (over || range.from.toJulianDay() / kSliceDays % kShownEvery == 0)
        showFacts();
}

void MetricsDesk::put(const QList<ui::PanelDay> &days)
{
    for (const ui::PanelDay &day : days) {
        const qint64 place = m_facts.days.first().day.daysTo(day.day);
        if (place >= 0 && place < m_facts.days.size())
            m_facts.days[place] = day;
    }
}

void MetricsDesk::onEntryChanged(const CallId &call)
{
    if (!m_reader)
        return;
    const Result<std::optional<LogEntry>> entry = m_engine.callBook().log()->entry(call);
    if (entry && *entry)
        m_changed.insert(m_reader->dayOf((*entry)->call.startedAt));
    m_changed.insert(m_reader->dayOf(m_engine.clock().now()));
    m_soon.start();
}

void MetricsDesk::onDirtied()
{
    if (!m_reader)
        return;
    if (const Result<QList<DirtyDay>> days = m_engine.callBook().log()->dirtyDays()) {
        for (const DirtyDay &day : *days)
            m_changed.insert(day.day);
    }
    m_changed.insert(m_reader->dayOf(m_engine.clock().now()));
    m_soon.start();
}

void MetricsDesk::readChanged()
{
    const QSet<QDate> changed = std::exchange(m_changed, {});
    if (!m_page || !m_reader || m_facts.days.isEmpty())
        return;
    const QDate today = m_reader->dayOf(m_engine.clock().now());
    if (changed.size() > kMostChanged || today != m_facts.days.last().day)
        return readAnew();
    for (const QDate &day : changed) {
        if (day < m_readFrom)
            continue; // its slice comes
        const Result<PanelSlice> slice = m_reader->read({day, day}, today);
        if (!slice)
            return tell(slice.error());
        put(slice->days);
    }
    m_facts.now = m_engine.clock().now();
    showFacts();
    showCustomers();
}

void MetricsDesk::showFacts()
{
    m_facts.agreement = m_agreement;
    if (m_page && !m_facts.days.isEmpty())
        m_page->setFacts(m_facts);
}

void MetricsDesk::showCustomers()
{
    if (!m_page || !m_reader || m_facts.days.isEmpty())
        return;
    const DayRange range = m_page->figures().counted;
    const Result<QList<PersonEntry>> people = m_reader->busiest(range, kCustomersAsked);
    const Result<QList<Message>> texts = m_reader->textsBehind(range);
    if (!people || !texts)
        return tell(!people ? people.error() : texts.error());
    m_page->setCustomers(
        panelCustomers(*people, *texts, m_engine.customers().directory(), m_engine.preferences().value(settings::kUserRegion)));
}

void MetricsDesk::takeSyncState()
{
    const MetricsService *metrics = m_engine.metrics();
    if (!m_page || metrics == nullptr)
        return;
    const SyncState &state = m_engine.metrics()->sync().state();
    m_facts.readAt = state.lastSuccess;
    const bool failed = state.phase == SyncState::Phase::Failing || state.phase == SyncState::Phase::NeedsPerson;
    m_facts.trouble = failed && state.problem ? std::optional(state.problem->error) : std::nullopt;
    m_facts.troubleSource = state.problem ? state.problem->source : QString();
    m_facts.nextTry = state.nextTry;
    m_page->setSyncing(m_syncing || state.phase == SyncState::Phase::Running);
    showFacts();
}

void MetricsDesk::answer(ui::Figure figure, const DayRange &range)
{
    if (!m_page || !m_reader)
        return;
    ui::FigureDetails details{.figure = figure, .range = range};
    const auto fail = [&](const Error &error) {
        details.problem = ui::errorText(error, {}, m_engine.clock().now());
        m_page->setDetails(details);
    };
    if (figure == ui::Figure::Texts || figure == ui::Figure::TextReplies) {
        Result<QList<Message>> texts = m_reader->textsBehind(range);
        if (!texts)
            return fail(texts.error());
        if (figure == ui::Figure::Texts)
            texts->removeIf([](const Message &text) { return text.direction != CallDirection::Outbound; });
        details.all = static_cast<int>(texts->size());
        details.texts = texts->first(std::min<qsizetype>(texts->size(), kCallsShown));
        return m_page->setDetails(details);
    }
    const Result<QList<CallId>> calls =
        m_reader->callsBehind(range, [figure](const CountedCall &call) { return ui::countsFor(figure, call); });
    if (!calls)
        return fail(calls.error());
    details.all = static_cast<int>(calls->size());
    for (const CallId &call : calls->first(std::min<qsizetype>(calls->size(), kCallsShown))) {
        const Result<std::optional<LogEntry>> entry = m_engine.callBook().log()->entry(call);
        if (!entry)
            return fail(entry.error());
        if (*entry)
            details.calls.append(**entry);
    }
    m_page->setDetails(details);
}

void MetricsDesk::refresh()
{
    if (!m_page)
        return;
    const QDateTime now = m_engine.clock().now();
    if (!m_reader)
        return m_page->setNow(now);
    if (!m_facts.days.isEmpty() && m_reader->dayOf(now) != m_facts.days.last().day)
        return readAnew(); // midnight
    m_facts.now = now;
    m_page->setNow(now);
}

void MetricsDesk::tell(const Error &error)
{
    if (m_page)
        m_page->setProblem(ui::errorText(error, {}, m_engine.clock().now()));
}

void MetricsDesk::sync()
{
    if (std::exchange(m_syncing, true))
        return;
    takeSyncState();
    m_scope.start(syncNow());
}

QCoro::Task<> MetricsDesk::syncNow()
{
    const std::stop_token stop = m_scope.stopToken();
    if (MetricsService *metrics = m_engine.metrics()) {
        // What is looked at, but never so much that the phone service refuses the rest of the day.
        const QDate today = metrics->sync().today();
        const DayRange shown = m_page ? m_page->figures().counted : DayRange{today, today};
        const DayRange range{std::max(shown.from, shown.to.addDays(-kMostSynced)), shown.to};
        (void)co_await metrics->sync().sync(range, false, stop); // how it went is told by its state
    }
    m_syncing = false;
    takeSyncState();
}

} // namespace callcard

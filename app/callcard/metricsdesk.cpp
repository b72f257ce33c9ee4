#include "metricsdesk.h"

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

MetricsDesk::MetricsDesk(Engine &engine, PageFrame &frame, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_frame(frame)
    , m_cache(engine.profile().dataFolder + u"/team"_s)
    , m_prints(engine.profile().dataFolder + u"/print"_s)
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
            if (m_reader)
                readAnew();
        });
        connect(metrics, &MetricsService::userKnown, this, &MetricsDesk::onUserKnown);
        connect(metrics, &MetricsService::goalsChanged, this, &MetricsDesk::takeGoals);
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
    showPeople();
    readAnew();
    m_frame.setPage(m_page);
    if (MetricsService *metrics = m_engine.metrics())
        metrics->refreshGoals();
}

void MetricsDesk::close()
{
    m_slices.stop();
    m_soon.stop();
    m_changed.clear();
    m_dirtied = false;
    for (std::optional<Error> *trouble : {&m_daysTrouble, &m_customersTrouble, &m_wishTrouble})
        trouble->reset();
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
    connect(m_page, &ui::MetricsPage::personChosen, this, &MetricsDesk::showPerson);
    connect(m_page, &ui::MetricsPage::syncRequested, this, &MetricsDesk::sync);
    connect(m_page, &ui::MetricsPage::retryRequested, this, &MetricsDesk::readAnew);
    connect(m_page, &ui::MetricsPage::exportRequested, this, &MetricsDesk::onExportRequested);
}

void MetricsDesk::readAnew()
{
    if (!m_page)
        return;
    tell(m_wishTrouble, std::nullopt);
    if (!isOwn())
        return showOther();
    const CallLog *log = m_engine.callBook().log();
    if (log == nullptr)
        return tell(m_daysTrouble, m_engine.callBook().problem().value_or(Error{.kind = ErrorKind::Storage}));
    const MetricsService *metrics = m_engine.metrics();
    const SyncedRep who = metrics != nullptr ? metrics->rep() : repOf(m_engine.preferences());
    const QTimeZone zone = countingZone(*log, who);
    Result<std::unique_ptr<CallFigures>> more = CallFigures::open(m_engine.profile().callLogFile());
    if (!more)
        return tell(m_daysTrouble, more.error());
    m_reader = std::make_unique<PanelReader>(*log, std::move(*more), Rep{.email = who.email, .zone = zone},
                                             metrics != nullptr ? metrics->sources() : QStringList());
    const QDateTime now = m_engine.clock().now();
    const QDate today = m_reader->dayOf(now);
    m_page->setOptions({.homeRegion = m_engine.preferences().value(settings::kUserRegion), .times = ui::TimeTexts(QLocale(), zone)});
    if (const Result<> coverage = m_reader->readCoverage(); !coverage)
        return tell(m_daysTrouble, coverage.error());
    const DayRange first{today.addDays(-kUsualReach), today};
    const Result<PanelSlice> slice = m_reader->read(first, today);
    if (!slice)
        return tell(m_daysTrouble, slice.error());
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
    tell(m_daysTrouble, std::nullopt);
    takeSyncState();
    takeGoals();
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
            return tell(m_daysTrouble, slice.error());
        }
        m_readFrom = range.from;
        put(slice->days);
        tell(m_daysTrouble, std::nullopt);
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
    if (m_reader)
        m_changed.insert(call);
    readSoon();
}

void MetricsDesk::onDirtied()
{
    m_dirtied = m_reader != nullptr;
    readSoon();
}

/// Somebody else may be signed in now, or another provider be set up.
void MetricsDesk::onUserKnown()
{
    const MetricsService *metrics = m_engine.metrics();
    if (!m_page || !isOwn() || metrics == nullptr)
        return;
    showPeople();
    if (!m_reader || m_reader->sources() != metrics->sources() || m_reader->rep().email != metrics->rep().email)
        readAnew();
}

/// A timer that runs is left alone: calls that come one after another would put it off for ever.
void MetricsDesk::readSoon()
{
    if (m_reader && !m_soon.isActive())
        m_soon.start();
}

Result<QSet<QDate>> MetricsDesk::changedDays()
{
    const CallLog &log = *m_engine.callBook().log();
    QSet<QDate> days{m_reader->dayOf(m_engine.clock().now())};
    const QSet<CallId> calls = std::exchange(m_changed, {});
    for (const CallId &call : calls) {
        const Result<std::optional<LogEntry>> entry = log.entry(call);
        if (!entry)
            return tl::unexpected(entry.error());
        if (*entry)
            days.insert(m_reader->dayOf((*entry)->call.startedAt));
    }
    if (!std::exchange(m_dirtied, false))
        return days;
    const Result<QList<DirtyDay>> dirty = log.dirtyDays();
    if (!dirty)
        return tl::unexpected(dirty.error());
    for (const DirtyDay &day : *dirty)
        days.insert(day.day);
    return days;
}

void MetricsDesk::readChanged()
{
    if (!m_page || !m_reader)
        return;
    // What could not be read at first is tried as a whole.
    if (m_facts.days.isEmpty() || m_changed.size() > kMostChanged || m_reader->dayOf(m_engine.clock().now()) != m_facts.days.last().day) {
        m_changed.clear();
        m_dirtied = false;
        return readAnew();
    }
    const Result<QSet<QDate>> changed = changedDays();
    if (!changed)
        return tell(m_daysTrouble, changed.error());
    if (changed->size() > kMostChanged)
        return readAnew();
    for (const QDate &day : *changed) {
        if (day < m_readFrom)
            continue; // its slice comes
        const Result<PanelSlice> slice = m_reader->read({day, day}, m_facts.days.last().day);
        if (!slice)
            return tell(m_daysTrouble, slice.error());
        put(slice->days);
    }
    tell(m_daysTrouble, std::nullopt);
    if (m_readFrom > m_facts.days.first().day)
        m_slices.start(); // they stopped at what is over now
    m_facts.now = m_engine.clock().now();
    showFacts();
    showCustomers();
}

void MetricsDesk::showFacts()
{
    m_facts.agreement = isOwn() ? m_agreement : std::nullopt;
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
        return tell(m_customersTrouble, !people ? people.error() : texts.error());
    tell(m_customersTrouble, std::nullopt);
    m_page->setCustomers(
        panelCustomers(*people, *texts, m_engine.customers().directory(), m_engine.preferences().value(settings::kUserRegion)));
}

void MetricsDesk::takeSyncState()
{
    MetricsService *metrics = m_engine.metrics();
    if (!m_page || !isOwn() || metrics == nullptr)
        return;
    const SyncState &state = metrics->sync().state();
    m_facts.readAt = state.lastSuccess;
    // Also while it tries again: whether it succeeds is not known yet.
    m_facts.trouble = state.problem ? std::optional(state.problem->error) : std::nullopt;
    m_facts.troubleSource = state.problem ? state.problem->source : QString();
    m_facts.nextTry = state.nextTry;
    m_page->setSyncing(m_syncing || state.phase == SyncState::Phase::Running);
    showFacts();
}

void MetricsDesk::takeGoals()
{
    const MetricsService *metrics = m_engine.metrics();
    if (!m_page || metrics == nullptr)
        return;
    const KnownGoals &known = metrics->goals();
    m_facts.hours = known.hours;
    m_facts.hoursAssumed = known.hoursTrouble && known.hours == BusinessHours();
    if (isOwn()) {
        m_facts.goals = known.goals;
        m_facts.goalsKnown = known.areKnown();
        m_facts.goalsAt = known.readAt;
        m_facts.goalsTrouble = known.trouble;
    }
    showFacts();
}

void MetricsDesk::answer(ui::Figure figure, const DayRange &range)
{
    if (m_page && !isOwn())
        return m_scope.start(answerFromRecords(figure, range));
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
    if (!isOwn() || !m_reader)
        return m_page->setNow(now);
    if (!m_facts.days.isEmpty() && m_reader->dayOf(now) != m_facts.days.last().day)
        return readAnew(); // midnight
    m_facts.now = now;
    m_page->setNow(now);
}

void MetricsDesk::tell(std::optional<Error> &which, const std::optional<Error> &trouble)
{
    which = trouble;
    if (!m_page)
        return;
    const std::optional<Error> &shown = m_daysTrouble ? m_daysTrouble : m_customersTrouble ? m_customersTrouble : m_wishTrouble;
    m_page->setProblem(shown ? std::optional(ui::errorText(*shown, {}, m_engine.clock().now())) : std::nullopt);
}

void MetricsDesk::sync()
{
    if (!isOwn()) // what is shown is what Firestore has
        return showOther();
    if (std::exchange(m_syncing, true))
        return;
    tell(m_wishTrouble, std::nullopt);
    takeSyncState();
    m_scope.start(syncNow());
}

QCoro::Task<> MetricsDesk::syncNow()
{
    const std::stop_token stop = m_scope.stopToken();
    std::optional<Error> refused;
    if (MetricsService *metrics = m_engine.metrics()) {
        // What is looked at, but never so much that the phone service refuses the rest of the day.
        const QDate today = metrics->sync().today();
        const DayRange shown = m_page ? m_page->figures().counted : DayRange{today, today};
        const DayRange range{std::max(shown.from, shown.to.addDays(-kMostSynced)), shown.to};
        const Result<SyncSummary> synced = co_await metrics->sync().sync(range, false, stop); // how it went is told by its state
        if (!synced && synced.error().kind != ErrorKind::Cancelled)
            refused = synced.error();
    }
    m_syncing = false;
    takeSyncState();
    if (refused)
        tell(m_wishTrouble, refused);
}

} // namespace callcard

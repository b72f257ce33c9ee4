#include "historydesk.h"

#include <engine/engine.h>
#include <engine/providers.h>

#include <callcard/ui/cardvalues.h>
#include <callcard/ui/errortexts.h>
#include <callcard/ui/terms.h>

#include <QDesktopServices>
#include <QFileInfo>
#include <QUrl>

#include <utility>

namespace callcard {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr auto kRemindIn = std::chrono::hours(1);
}

HistoryDesk::HistoryDesk(Engine &engine, ui::CallHistoryPage &page, QObject *parent)
    : QObject(parent), m_engine(engine), m_page(page), m_outcomes(engine)
{
    applySettings();
    connect(&m_outcomes, &OutcomeLists::changed, this, &HistoryDesk::applySettings);
    connect(&engine, &Engine::connectionsChanged, this, [this, could = false]() mutable {
        if (std::exchange(could, canText()) != canText())
            applySettings();
    });
    connect(&engine.preferences(), &Preferences::changed, this, &HistoryDesk::applySettings);
    if (!engine.callBook().log()) {
        tell(engine.callBook().problem().value_or(Error{.kind = ErrorKind::Storage}));
        return;
    }
    wirePage();
    wireLog();
    if (const QString old = engine.callBook().setAsideAs(); !old.isEmpty())
        m_page.setProblem(ui::damageText(ui::DamagedFile::CallLog, old));
    answer(m_page.query(), m_page.grouping(), false);
}

void HistoryDesk::applySettings()
{
    const QTimeZone zone = m_engine.screenPop().rules().zone;
    m_page.setOptions({.homeRegion = m_engine.preferences().value(settings::kUserRegion),
                       .outcomes = ui::usualOutcomes(),
                       .theirOutcomes = m_outcomes.theirs(),
                       .canText = canText(),
                       .zone = zone,
                       .times = ui::TimeTexts(QLocale(), zone)});
    refresh();
}

void HistoryDesk::refresh()
{
    m_page.setNow(m_engine.clock().now());
}

void HistoryDesk::wirePage()
{
    CallLog *log = m_engine.callBook().log();
    connect(&m_page, &ui::CallHistoryPage::queryChanged, this,
            [this](const HistoryQuery &query, ui::HistoryGrouping grouping) { answer(query, grouping, false); });
    connect(&m_page, &ui::CallHistoryPage::moreRequested, this,
            [this](const HistoryQuery &query, ui::HistoryGrouping grouping) { answer(query, grouping, true); });
    connect(&m_page, &ui::CallHistoryPage::retryRequested, this, [this] {
        if (!m_trouble) // what was damaged is not to be tried again
            QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(m_engine.callBook().setAsideAs()).path()));
        else
            answer(m_page.query(), m_page.grouping(), false);
    });
    connect(&m_page, &ui::CallHistoryPage::dayShown, this, &HistoryDesk::showDay);
    connect(&m_page, &ui::CallHistoryPage::callChosen, this, &HistoryDesk::showStory);
    connect(&m_page, &ui::CallHistoryPage::noteEdited, log, &CallLog::setNote);
    connect(&m_page, &ui::CallHistoryPage::outcomeChosen, log, &CallLog::setOutcome);
    connect(&m_page, &ui::CallHistoryPage::privateChosen, log, &CallLog::setPrivate);
    connect(&m_page, &ui::CallHistoryPage::recordingRequested, this, &HistoryDesk::openRecording);
    connect(&m_page, &ui::CallHistoryPage::textRequested, this, &HistoryDesk::textRequested);
    connect(&m_page, &ui::CallHistoryPage::starChosen, this, [this, log](const LogEntry &entry, bool on) {
        log->setStar(personKey(entry.customer.id, entry.call), on);
        showStory(entry.call.id);
    });
    connect(&m_page, &ui::CallHistoryPage::dialRequested, this, [this](const LogEntry &entry) {
        Q_EMIT
        dialRequested(entry.call.remote);
    });
    connect(&m_page, &ui::CallHistoryPage::customerRequested, this, [this](const LogEntry &entry) {
        if (entry.customer.id.isEmpty())
            Q_EMIT
        strangerRequested(entry.call.id, entry.call.remote);
        else Q_EMIT
        customerRequested(entry.customer.id);
    });
    connect(&m_page, &ui::CallHistoryPage::reminderRequested, this, [this, log](const LogEntry &entry) {
        log->addReminder({.kind = Reminder::Kind::Reminder,
                          .customer = entry.customer,
                          .party = entry.call.remote,
                          .call = entry.call.id,
                          .due = m_engine.clock().now().addSecs(std::chrono::seconds(kRemindIn).count())});
    });
}

void HistoryDesk::wireLog()
{
    CallLog *log = m_engine.callBook().log();
    connect(log, &CallLog::entryChanged, this, &HistoryDesk::onEntryChanged);
    connect(log, &CallLog::entryRemoved, &m_page, &ui::CallHistoryPage::removeEntry);
    connect(log, &CallLog::cleared, this, [this] { answer(m_page.query(), m_page.grouping(), false); });
    connect(log, &CallLog::troubleChanged, this, [this, log] {
        if (log->trouble())
            tell(*log->trouble());
        else
            told();
    });
}

void HistoryDesk::answer(const HistoryQuery &query, ui::HistoryGrouping grouping, bool more)
{
    const CallLog &log = *m_engine.callBook().log();
    if (grouping == ui::HistoryGrouping::ByCustomer) {
        const Result<PeoplePage> people = log.people(query);
        if (!people)
            return tell(people.error());
        if (more)
            m_page.addPeople(*people);
        else
            m_page.setPeople(*people);
    } else {
        const Result<HistoryPage> page = log.history(query);
        if (!page)
            return tell(page.error());
        if (more)
            m_page.addPage(*page);
        else
            m_page.setPage(*page);
    }
    told();
}

void HistoryDesk::showDay(QDate day)
{
    const QTimeZone zone = m_engine.screenPop().rules().zone;
    const Result<LogTotals> totals =
        m_engine.callBook().log()->totals(day.startOfDay(zone).toUTC(), day.addDays(1).startOfDay(zone).toUTC());
    if (totals)
        m_page.setDayTotals(day, *totals);
    else
        tell(totals.error());
}

void HistoryDesk::showStory(const CallId &call)
{
    const Result<std::optional<CallStory>> story = m_engine.callBook().log()->story(call);
    if (!story)
        tell(story.error());
    else if (*story)
        tellStory(**story);
}

void HistoryDesk::tellStory(CallStory story)
{
    const Deliveries *deliveries = m_engine.deliveries();
    QString refusal;
    if (!deliveries || !deliveries->sendsRemarksOf(story.entry.call)) {
        // Nobody is told that something is on its way where there is no way.
        story.deliveries.removeIf(
            [](const Delivered &delivery) { return delivery.what != Delivers::CallRecord && !delivery.at.isValid(); });
    } else if (const std::optional<Error> refused = deliveries->refusalOf(story.entry.call.id)) {
        refusal = ui::errorText(*refused, ui::serviceName(story.entry.call.source), m_engine.clock().now()).happened;
    }
    m_page.setStory(story);
    m_page.setRefusal(story.entry.call.id, refusal);
    const CustomerId &customer = story.entry.customer.id;
    const Memory memory =
        m_engine.callBook().memoryOf(customer.isEmpty() ? std::nullopt : std::optional(customer), story.entry.call.remote);
    m_page.setStar(story.entry.call.id, memory.star);
}

void HistoryDesk::onEntryChanged(const CallId &call)
{
    const Result<std::optional<LogEntry>> entry = m_engine.callBook().log()->entry(call);
    if (!entry)
        return tell(entry.error());
    if (!*entry)
        return;
    m_page.setEntry(**entry);
    if (m_page.chosen() == call)
        showStory(call);
}

bool HistoryDesk::canText() const
{
    return m_engine.liveCalls().texter() != nullptr;
}

void HistoryDesk::openRecording(const QUrl &url)
{
    // An address from outside: a page, never a program or a file.
    if (url.scheme() != "https"_L1 && url.scheme() != "http"_L1)
        return;
    const Result<std::optional<LogEntry>> entry = m_engine.callBook().log()->entry(m_page.chosen());
    if (!entry || !*entry || !fetchesRecordings((*entry)->call.source)) {
        QDesktopServices::openUrl(url);
        return;
    }
    if (const QString known = m_sounds.find(url); !known.isEmpty())
        QDesktopServices::openUrl(QUrl::fromLocalFile(known));
    else if (!std::exchange(m_fetching, true))
        m_scope.start(fetchRecording(url, m_scope.stopToken()));
}

QCoro::Task<> HistoryDesk::fetchRecording(QUrl url, std::stop_token stop)
{
    m_page.setCursor(Qt::BusyCursor);
    const Result<FetchedSound> sound = co_await m_engine.recording(url, stop);
    m_fetching = false;
    if (stop.stop_requested())
        co_return; // the page may be gone
    m_page.unsetCursor();
    const Result<QString> path = sound ? m_sounds.keep(url, sound->bytes, sound->mimeType) : Result<QString>(tl::unexpected(sound.error()));
    if (!path)
        m_page.setProblem(ui::errorText(path.error(), ui::serviceName(u"ringcentral"_s), m_engine.clock().now()));
    else
        QDesktopServices::openUrl(QUrl::fromLocalFile(*path));
}

void HistoryDesk::tell(const Error &error)
{
    m_trouble = true;
    m_page.setProblem(ui::errorText(error, {}, m_engine.clock().now()));
}

void HistoryDesk::told()
{
    if (std::exchange(m_trouble, false))
        m_page.setProblem(std::nullopt);
}

} // namespace callcard

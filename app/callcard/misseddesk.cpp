#include "misseddesk.h"

#include <engine/engine.h>

namespace callcard {

using namespace std::chrono_literals;

namespace {
constexpr auto kMissedReadSoon = 200ms;
}

MissedDesk::MissedDesk(Engine &engine, ui::MissedPage &page, QObject *parent) : QObject(parent), m_engine(engine), m_page(page)
{
    applySettings();
    connect(&engine.preferences(), &Preferences::changed, this, &MissedDesk::applySettings);
    const CallLog *log = engine.callBook().log();
    if (!log) {
        tell(engine.callBook().problem().value_or(Error{.kind = ErrorKind::Storage}));
        return;
    }
    m_soon.setSingleShot(true);
    m_soon.setInterval(kMissedReadSoon);
    connect(&m_soon, &QTimer::timeout, this, &MissedDesk::read);
    const auto later = [this] {
        if (!m_soon.isActive())
            m_soon.start();
    };
    connect(log, &CallLog::queueChanged, this, later);
    connect(log, &CallLog::cleared, this, later);
    connect(log, &CallLog::entryChanged, this, later);
    connect(&engine.callBook(), &CallBook::remindersDue, this, &MissedDesk::read);
    wirePage();
    m_soon.start(); // not now: whoever counts listens in a moment
}

void MissedDesk::applySettings()
{
    const QTimeZone zone = m_engine.screenPop().rules().zone;
    m_page.setOptions(
        {.homeRegion = m_engine.preferences().value(settings::kUserRegion), .zone = zone, .times = ui::TimeTexts(QLocale(), zone)});
    refresh();
}

void MissedDesk::wirePage()
{
    CallLog *log = m_engine.callBook().log();
    connect(&m_page, &ui::MissedPage::orderChosen, this, [this](QueueOrder order) {
        m_page.setOrder(order);
        read();
    });
    connect(&m_page, &ui::MissedPage::retryRequested, this, &MissedDesk::read);
    connect(&m_page, &ui::MissedPage::callChosen, this, &MissedDesk::callRequested);
    connect(&m_page, &ui::MissedPage::dialRequested, this, [this](const WaitingCaller &caller) {
        Q_EMIT
        dialRequested(caller.newest.call.remote);
    });
    connect(&m_page, &ui::MissedPage::customerRequested, this, [this](const WaitingCaller &caller) {
        if (!caller.newest.customer.id.isEmpty())
            Q_EMIT
        customerRequested(caller.newest.customer.id);
    });
    connect(&m_page, &ui::MissedPage::laterRequested, this, [log](const WaitingCaller &caller, const QDateTime &due) {
        Reminder reminder = caller.reminder.value_or(Reminder{.kind = Reminder::Kind::Snooze});
        reminder.customer = caller.newest.customer;
        reminder.party = caller.newest.call.remote;
        if (!caller.newest.call.id.isEmpty())
            reminder.call = caller.newest.call.id;
        reminder.due = due;
        log->addReminder(reminder);
    });
    // A reminder whose call does not wait stands in the queue by itself: without a call there is only the reminder to take away.
    connect(&m_page, &ui::MissedPage::doneRequested, this, [log](const WaitingCaller &caller) {
        if (!caller.newest.call.id.isEmpty())
            log->setSettled(caller.newest.call.id, true);
        if (caller.reminder)
            log->removeReminder(caller.reminder->id);
    });
    connect(&m_page, &ui::MissedPage::undoRequested, this, [log](const WaitingCaller &caller) {
        if (!caller.newest.call.id.isEmpty())
            log->setSettled(caller.newest.call.id, false);
        if (caller.reminder)
            log->addReminder(*caller.reminder);
    });
}

qint64 MissedDesk::valueOf(const CustomerId &customer) const
{
    const Directory *directory = m_engine.customers().directory();
    if (!directory || customer.isEmpty())
        return 0;
    const Result<std::optional<Customer>> record = directory->customer(customer);
    return record && *record ? (*record)->salesThisYearCents.value_or(0) : 0;
}

void MissedDesk::read()
{
    const QDateTime now = m_engine.clock().now();
    const QTimeZone zone = m_engine.screenPop().rules().zone;
    const QDateTime midnight = now.toTimeZone(zone).date().startOfDay(zone).toUTC();
    const Result<QueueFacts> facts = m_engine.callBook().log()->queueFacts(midnight);
    if (!facts) {
        tell(facts.error());
        return;
    }
    tell(std::nullopt);
    m_queue = callBackQueue(*facts, m_page.order(), now, [this](const CustomerId &customer) { return valueOf(customer); });
    m_page.setQueue(m_queue, now);
    Q_EMIT
    countChanged(static_cast<int>(m_queue.waiting.size()));
}

void MissedDesk::refresh()
{
    m_page.setQueue(m_queue, m_engine.clock().now());
}

void MissedDesk::tell(const std::optional<Error> &error)
{
    m_page.setProblem(error ? std::optional(ui::errorText(*error, {}, m_engine.clock().now())) : std::nullopt);
}

} // namespace callcard

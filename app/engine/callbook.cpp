#include "callbook.h"

#include "beginanew.h"

#include <QLoggingCategory>

namespace callcard {

using namespace std::chrono_literals;

namespace {

constexpr std::chrono::milliseconds kLongestWait = 60s; // the computer may sleep meanwhile, and its clock be set
constexpr qsizetype kMostUnasked = 500;
constexpr int kMostLeftovers = 500; // older ones an earlier start has asked about

Q_LOGGING_CATEGORY(lcCallBook, "callcard.engine.callbook")

CardReceipt receiptOf(const PopDecision &decision)
{
    return {.eventTime = decision.eventTime,
            .receivedAt = decision.receivedAt,
            .matching = decision.matching,
            .painting = decision.painted.value_or(std::chrono::microseconds{}),
            .reason = popReasonName(decision.reason)};
}

} // namespace

CallBook::CallBook(const QString &file, Clock &clock, QObject *parent) : QObject(parent), m_clock(clock)
{
    Result<std::unique_ptr<CallLog>> opened = openOrBeginAnew(file, clock, m_setAsideAs, [&] { return CallLog::open(file, clock); });
    if (!m_setAsideAs.isEmpty())
        qCWarning(lcCallBook) << "the call log was damaged and has been set aside; a new one is begun";
    if (!opened) {
        m_problem = opened.error();
        qCWarning(lcCallBook) << "the call log cannot be opened, nothing is remembered:" << opened.error();
        return;
    }
    m_log = *std::move(opened);
    connect(m_log.get(), &CallLog::troubleChanged, this, &CallBook::problemChanged);
    connect(m_log.get(), &CallLog::queueChanged, this, &CallBook::lookForDue);
    m_scope.start(lookAfter(0ms, m_scope.stopToken())); // not now: whoever is told listens in a moment
}

CallBook::~CallBook() = default;

std::optional<Error> CallBook::problem() const
{
    return m_log ? m_log->trouble() : m_problem;
}

void CallBook::setZone(const QTimeZone &zone)
{
    if (m_log)
        m_log->setZone(zone);
}

void CallBook::lookForDue()
{
    if (m_scope.isClosed())
        return;
    const Result<QList<Reminder>> reminders = m_log->reminders();
    const QDateTime now = m_clock.now();
    QList<Reminder> due;
    std::optional<std::chrono::milliseconds> next;
    QHash<qint64, QDateTime> told;
    if (!reminders) { // told by whoever shows the queue; the disk may answer again
        next = kLongestWait;
        told = m_toldDue;
    } else {
        for (const Reminder &reminder : *reminders) { // soonest first
            if (!reminder.due.isValid())
                continue;
            if (reminder.due > now) {
                next = std::min(kLongestWait, std::chrono::milliseconds(now.msecsTo(reminder.due)));
                break;
            }
            if (m_toldDue.value(reminder.id) != reminder.due)
                due.append(reminder);
            told.insert(reminder.id, reminder.due);
        }
    }
    m_toldDue = told;
    m_dueWait.request_stop();
    m_dueWait = {};
    if (next)
        m_scope.start(lookAfter(*next, m_dueWait.get_token()));
    if (!due.isEmpty())
        Q_EMIT
    remindersDue(due);
}

QCoro::Task<> CallBook::lookAfter(std::chrono::milliseconds wait, std::stop_token stop)
{
    const Result<> waited = co_await m_clock.sleep(wait, stop);
    if (waited)
        lookForDue();
}

QCoro::Task<> CallBook::stop()
{
    m_dueWait.request_stop();
    co_await m_scope.close();
    if (m_log)
        co_await m_log->stop();
}

Memory CallBook::memoryOf(const std::optional<CustomerId> &customer, const CallParty &caller) const
{
    return m_log ? m_log->memoryOf(customer, caller) : Memory{};
}

QList<Call> CallBook::leftovers() const
{
    const Result<HistoryPage> newest = m_log ? m_log->history({.limit = kMostLeftovers}) : HistoryPage{};
    QList<Call> left;
    if (!newest)
        return left; // the log's own trouble is told by problem()
    for (const LogEntry &entry : newest->entries) {
        if (entry.call.isLive())
            left.append(entry.call);
    }
    return left;
}

void CallBook::onCallChanged(const Call &call)
{
    if (m_log)
        m_log->onCallChanged(call);
}

void CallBook::onCallMerged(const CallId &from, const CallId &into)
{
    for (Unasked &one : m_unasked) {
        if (one.call == from)
            one.call = into;
    }
    if (m_log)
        m_log->onCallMerged(from, into);
}

void CallBook::onMessage(const Message &message)
{
    if (m_log)
        m_log->onText(message);
}

void CallBook::onDecided(const PopDecision &decision, const WhoIs &who)
{
    if (!m_log || decision.test)
        return;
    if (who.problem && m_unasked.size() < kMostUnasked)
        m_unasked.append({.call = decision.call, .caller = decision.caller});
    nameCaller(decision.call, who);
    m_log->setReceipt(decision.call, receiptOf(decision));
}

bool CallBook::nameCaller(const CallId &call, const WhoIs &who)
{
    if (who.facts.size() != 1 && (!who.learned || who.facts.isEmpty()))
        return false;
    const Customer &customer = who.facts.first().customer;
    m_log->setCustomer(call, {.id = customer.id, .name = customer.name, .company = customer.company});
    return true;
}

void CallBook::askAgain(const CallerLookup &lookup)
{
    while (!m_unasked.isEmpty()) {
        const WhoIs who = lookup.whoIs(m_unasked.first().caller);
        if (who.problem)
            return;
        nameCaller(m_unasked.takeFirst().call, who);
    }
}

void CallBook::onReceipt(const PopDecision &decision)
{
    if (m_log && !decision.test)
        m_log->setReceipt(decision.call, receiptOf(decision));
}

} // namespace callcard

#include "callbook.h"

#include <QLoggingCategory>

namespace callcard {

namespace {

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

CallBook::CallBook(const QString &file, Clock &clock, QObject *parent) : QObject(parent)
{
    Result<std::unique_ptr<CallLog>> opened = CallLog::open(file, clock);
    if (!opened) {
        m_problem = opened.error();
        qCWarning(lcCallBook) << "the call log cannot be opened, nothing is remembered:" << opened.error();
        return;
    }
    m_log = *std::move(opened);
    connect(m_log.get(), &CallLog::troubleChanged, this, &CallBook::problemChanged);
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

QCoro::Task<> CallBook::stop()
{
    if (m_log)
        co_await m_log->stop();
}

Memory CallBook::memoryOf(const std::optional<CustomerId> &customer, const CallParty &caller) const
{
    return m_log ? m_log->memoryOf(customer, caller) : Memory{};
}

void CallBook::onCallChanged(const Call &call)
{
    if (m_log)
        m_log->onCallChanged(call);
}

void CallBook::onCallMerged(const CallId &from, const CallId &into)
{
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
    if (who.facts.size() == 1 || (who.learned && !who.facts.isEmpty())) {
        const Customer &customer = who.facts.first().customer;
        m_log->setCustomer(decision.call, {.id = customer.id, .name = customer.name, .company = customer.company});
    }
    m_log->setReceipt(decision.call, receiptOf(decision));
}

void CallBook::onReceipt(const PopDecision &decision)
{
    if (m_log && !decision.test)
        m_log->setReceipt(decision.call, receiptOf(decision));
}

} // namespace callcard

// The part of Deliveries that writes call records.
#include "deliveries.h"

#include "outboxfollow.h"

#include <callcard/callrecorddocuments.h>

#include <QLoggingCategory>

namespace callcard {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {
Q_LOGGING_CATEGORY(lcRecords, "callcard.engine.deliveries", QtInfoMsg)
constexpr std::chrono::milliseconds kRecordsPatience = 2min;
constexpr int kCallsAPage = 200;
} // namespace

bool Deliveries::writesRecords() const
{
    return m_context.preferences.value(settings::kCallRecords);
}

void Deliveries::openRecords()
{
    if (!m_accounts->firebase || !writesRecords())
        return;
    const Accounts::Firebase &firebase = *m_accounts->firebase;
    m_records = std::make_shared<Way>();
    m_records->accounts = m_accounts;
    m_records->delivery = makeCallRecordsDelivery({.base = firebase.firestore,
                                                   .projectId = firebase.projectId,
                                                   .apiKey = firebase.apiKey,
                                                   .isEmulator = firebase.isEmulator,
                                                   .http = m_context.http,
                                                   .tokens = *firebase.tokens,
                                                   .clock = m_context.clock});
    m_records->pump = std::make_unique<OutboxPump>(m_context.outbox, callRecordsDestination(), *m_records->delivery, m_context.clock);
    connect(m_records->pump.get(), &OutboxPump::delivered, this,
            [this](const QString &key) { onArrived(callRecordsDestination(), key, {Delivers::CallRecord}); });
    // Records carry the name of who is signed in, so they wait in the log until that is known.
    connect(firebase.tokens.get(), &TokenKeeper::stateChanged, m_records->pump.get(), [this] {
        handOverSoon();
        nudge();
    });
    m_records->pump->start();
}

/// Switched off means: nothing more leaves, not even what waits.
void Deliveries::forgetRecords()
{
    const Result<> withdrawn = m_context.outbox.withdrawAll(callRecordsDestination());
    const Result<> dropped = m_context.log.dropMarks(Delivers::CallRecord);
    if (!withdrawn || !dropped)
        qCWarning(lcRecords) << "call records that wait could not be withdrawn:" << (withdrawn ? dropped.error() : withdrawn.error());
}

Result<> Deliveries::handOverRecord(const UndeliveredMark &mark)
{
    if (!writesRecords() || user().isEmpty())
        return {};
    const Result<std::optional<LogEntry>> entry = m_context.log.entry(mark.call);
    if (!entry)
        return tl::unexpected(entry.error());
    if (!*entry)
        return {};
    if (const std::optional<OutboxItem> item = recordOf(**entry)) {
        const Result<QList<OutboxItem>> parts = partsOf(**entry);
        if (!parts)
            return tl::unexpected(parts.error());
        if (const Result<> put = m_context.outbox.put(callRecordsDestination(), QList{*item} + *parts); !put)
            return put;
    }
    return m_context.log.handedOver(mark);
}

/// Sessions that had records of their own before it was known that they are one call.
Result<QList<OutboxItem>> Deliveries::partsOf(const LogEntry &entry) const
{
    const Result<QList<CallId>> names = m_context.log.otherNames(entry.call.id);
    if (!names)
        return tl::unexpected(names.error());
    QList<OutboxItem> items;
    for (const CallId &name : *names) {
        const QString session = name.text().section(u':', 1);
        if (session.isEmpty() || session == entry.call.sessionId || name.text().startsWith(kDialledId))
            continue;
        OutboxItem item = partRecordItem(entry.call, session,
                                         {.user = user(), .collection = m_context.preferences.value(settings::kCallRecordsCollection)});
        item.key = name.text();
        items.append(item);
    }
    return items;
}

/// Nothing for a call that stays private, and for the own phone that rings only so that the other one can be called.
std::optional<OutboxItem> Deliveries::recordOf(const LogEntry &entry) const
{
    if (entry.isPrivate || entry.call.ownRingOutLeg)
        return std::nullopt;
    Call call = entry.call;
    if (call.agentEmail.isEmpty())
        call.agentEmail = m_accounts->userEmail;
    std::optional<Customer> customer;
    if (!entry.customer.id.isEmpty())
        customer = Customer{.id = entry.customer.id, .name = entry.customer.name};
    OutboxItem item =
        callRecordItem(call, {.user = user(), .collection = m_context.preferences.value(settings::kCallRecordsCollection)}, customer);
    item.key = entry.call.id.text();
    return item;
}

void Deliveries::onNamed(const Call &clicked, const Call &named)
{
    if (!m_accounts || !writesRecords() || user().isEmpty())
        return; // then there is none either
    OutboxItem item = provisionalRecordGone(clicked, named,
                                            {.user = user(), .collection = m_context.preferences.value(settings::kCallRecordsCollection)});
    item.key = QString(u"gone:"_s + clicked.id.text()); // its own: the record may be on its way just now
    if (const Result<> put = m_context.outbox.put(callRecordsDestination(), item); !put)
        qCWarning(lcRecords) << "a provisional call record stays:" << put.error();
}

QCoro::Task<Result<Deliveries::RecordsSent>> Deliveries::sendRecords(DayRange range, QTimeZone zone, std::stop_token stop)
{
    if (!writesRecords())
        co_return failure(ErrorKind::Refused, u"call records are switched off; a setting (callRecords/enabled) switches them on"_s);
    const std::shared_ptr<Way> way = m_records;
    if (!way || user().isEmpty())
        co_return failure(ErrorKind::Refused, u"Firestore is not set up, so there is nowhere to write call records to"_s);
    RecordsSent sent;
    HistoryQuery query{.from = range.from.startOfDay(zone).toUTC(), .to = range.to.addDays(1).startOfDay(zone).toUTC()};
    query.limit = kCallsAPage;
    for (bool more = true; more;) {
        const Result<HistoryPage> page = m_context.log.history(query);
        if (!page)
            co_return tl::unexpected(page.error());
        QList<OutboxItem> items;
        for (const LogEntry &entry : page->entries) {
            if (const std::optional<OutboxItem> item = recordOf(entry))
                items.append(*item);
            query.before = entry.place;
        }
        if (const Result<> put = m_context.outbox.put(callRecordsDestination(), items); !put)
            co_return tl::unexpected(put.error());
        sent.calls += static_cast<int>(items.size());
        more = page->more && !page->entries.isEmpty();
        const Result<> goOn = co_await m_context.clock.sleep(1ms, stop); // a ringing call comes first
        if (!goOn)
            co_return tl::unexpected(goOn.error());
    }
    const QStringList everything;
    co_await untilSettled(m_context.outbox, *way->pump, m_context.clock, everything, kRecordsPatience, stop);
    const Result<OutboxCounts> counts = m_context.outbox.counts(callRecordsDestination());
    if (!counts)
        co_return tl::unexpected(counts.error());
    sent.waiting = counts->waiting;
    sent.parked = counts->parked;
    sent.why = way->pump->pausedBecause();
    co_return sent;
}

} // namespace callcard

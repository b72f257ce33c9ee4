#include "customerpast.h"

#include <QHash>

#include <algorithm>

namespace callcard {

namespace {

constexpr int kMostCalls = 500; ///< Beyond these nobody is told since when: counting on would be felt.
constexpr int kMostTexts = 100;
constexpr qsizetype kShown = 50;

QDateTime momentOf(const ui::RecordEvent &event)
{
    return event.entry ? event.entry->call.startedAt : event.text->sentAt;
}

QList<PhoneNumber> numbersOf(const Customer &customer)
{
    QList<PhoneNumber> numbers;
    for (const CustomerNumber &known : customer.numbers) {
        if (known.number && !numbers.contains(*known.number))
            numbers.append(*known.number);
    }
    return numbers;
}

/// Another customer may share the number: a call that is known to be with them is not with this one.
bool isWith(const LogEntry &entry, const QList<CustomerId> &ids)
{
    return entry.customer.id.isEmpty() || ids.contains(entry.customer.id);
}

std::optional<PhoneNumber> usuallyReached(const QList<LogEntry> &calls, const QList<PhoneNumber> &numbers)
{
    if (numbers.size() < 2)
        return std::nullopt; // "usually" is said of one of several
    QHash<PhoneNumber, int> reached;
    for (const LogEntry &entry : calls) {
        if (entry.call.wasAnswered() && entry.call.remote.number)
            ++reached[*entry.call.remote.number];
    }
    std::optional<PhoneNumber> usual;
    for (const PhoneNumber &number : numbers) {
        if (reached.value(number) > (usual ? reached.value(*usual) : 0))
            usual = number;
    }
    return usual;
}

} // namespace

Result<> addPast(const CallLog &log, const QTimeZone &zone, ui::CustomerRecord &record)
{
    QList<CustomerId> ids{record.customer.id};
    for (const CustomerOrigin &origin : std::as_const(record.customer.origins))
        ids.append(CustomerId(recordKey(origin.source, origin.sourceId)));

    const Result<QList<Promise>> promises = log.openPromises();
    if (!promises)
        return tl::unexpected(promises.error());
    const auto promise = std::find_if(promises->cbegin(), promises->cend(), [&](const Promise &one) { return ids.contains(one.customer); });
    if (promise != promises->cend())
        record.promise = *promise;

    const QList<PhoneNumber> numbers = numbersOf(record.customer);
    const Result<HistoryPage> history = log.history({.customer = record.customer.id, .numbers = numbers, .limit = kMostCalls});
    if (!history)
        return tl::unexpected(history.error());
    QList<LogEntry> calls;
    std::copy_if(history->entries.cbegin(), history->entries.cend(), std::back_inserter(calls),
                 [&](const LogEntry &entry) { return isWith(entry, ids); });
    record.usualNumber = usuallyReached(calls, numbers);
    const auto noted = std::find_if(calls.cbegin(), calls.cend(), [](const LogEntry &entry) { return !entry.note.trimmed().isEmpty(); });
    if (noted != calls.cend()) {
        record.lastNote = noted->note;
        record.lastNoteAt = noted->call.startedAt;
        record.lastNoteBy = noted->call.agentEmail;
        record.lastNoteOf = noted->call.id;
    }

    const Result<QList<Message>> texts = log.texts(numbers, kMostTexts);
    if (!texts)
        return tl::unexpected(texts.error());
    for (const LogEntry &entry : std::as_const(calls))
        record.events.append({.entry = entry, .text = {}});
    for (const Message &text : *texts)
        record.events.append({.entry = {}, .text = text});
    std::stable_sort(record.events.begin(), record.events.end(),
                     [](const ui::RecordEvent &left, const ui::RecordEvent &right) { return momentOf(left) > momentOf(right); });
    if (!record.events.isEmpty() && !history->more && texts->size() < kMostTexts) {
        record.eventCount = static_cast<int>(record.events.size());
        record.eventsSince = momentOf(record.events.constLast()).toTimeZone(zone).date();
    }
    record.events = record.events.first(std::min(kShown, record.events.size()));
    return {};
}

} // namespace callcard

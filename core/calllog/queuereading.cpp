#include <callcard/calllog.h>

#include "entryrow.h"

#include <algorithm>

namespace callcard {

using namespace Qt::Literals::StringLiterals;

namespace {

Promise promiseFrom(const Row &row)
{
    return {.id = row.integer(0), .customer = CustomerId(row.text(1)), .text = row.text(2), .due = row.day(3), .done = row.flag(4)};
}

Reminder reminderFrom(const Row &row)
{
    Reminder reminder{.id = row.integer(0), .kind = static_cast<Reminder::Kind>(row.integer(1))};
    reminder.customer = {.id = CustomerId(row.text(2)), .name = row.text(3), .company = row.text(4)};
    reminder.party = {.number = numberFrom(row, 5), .rawNumber = row.text(6), .extension = row.text(7), .name = row.text(8)};
    reminder.call = CallId(row.text(9));
    reminder.text = row.text(10);
    reminder.due = row.time(11);
    return reminder;
}

} // namespace

Result<QueueFacts> CallLog::queueFacts(const QDateTime &midnight, std::chrono::days reach) const
{
    static const QString waiting =
        QString(u"SELECT "_s + entryColumns() +
                u" FROM calls c WHERE c.waiting=1 AND c.hidden=0 AND c.own_leg=0 AND c.place>=? ORDER BY c.place DESC LIMIT 2000"_s);
    static const QString settled = QString(
        u"SELECT "_s + entryColumns() +
        u" FROM calls c WHERE c.settling>0 AND c.settled_at>=? AND c.hidden=0 AND c.own_leg=0 ORDER BY c.settled_at DESC LIMIT 500"_s);
    QueueFacts facts;
    auto missed = m_store->all(waiting, entryFrom, placeOf(m_clock.now().addDays(-reach.count())));
    auto done = m_store->all(settled, entryFrom, midnight);
    auto later = reminders();
    const auto stars = m_store->all(u"SELECT person FROM stars"_s, [](const Row &row) { return row.text(0); });
    if (!missed || !done || !later || !stars)
        return tl::unexpected(!missed ? missed.error() : !done ? done.error() : !later ? later.error() : stars.error());
    facts.missed = std::move(*missed);
    facts.settled = std::move(*done);
    facts.reminders = std::move(*later);
    facts.stars = QSet<QString>(stars->begin(), stars->end());
    QHash<QString, qint64> since;
    for (const LogEntry &entry : std::as_const(facts.missed)) { // newest first, so the oldest stays
        if (const QString person = personKey(entry.customer.id, entry.call); !person.isEmpty())
            since[person] = entry.place;
    }
    if (since.isEmpty())
        return facts;
    const Result<> tried = m_store->each(
        u"SELECT person, place FROM calls WHERE direction='Outbound' AND place>? AND state='ended' AND answered IS NULL AND hidden=0 "
        u"AND NOT (id LIKE 'dial:%' AND reason='failed')"_s,
        [&](const Row &row) {
            const auto first = since.constFind(row.text(0));
            if (first != since.constEnd() && row.integer(1) > *first)
                ++facts.tries[first.key()];
            return true;
        },
        *std::min_element(since.cbegin(), since.cend()));
    if (!tried)
        return tl::unexpected(tried.error());
    return facts;
}

Result<QList<Promise>> CallLog::openPromises() const
{
    return m_store->all(u"SELECT id, customer, text, due, done FROM promises WHERE done=0 ORDER BY due IS NULL, due, id LIMIT 1000"_s,
                        promiseFrom);
}

Result<QList<Reminder>> CallLog::reminders() const
{
    return m_store->all(
        u"SELECT id, kind, customer, customer_name, company, number, raw, extension, name, call, text, due FROM reminders ORDER BY due, id LIMIT 1000"_s,
        reminderFrom);
}

Memory CallLog::memoryOf(const std::optional<CustomerId> &customer, const CallParty &caller) const
{
    const QString person = personKey(customer.value_or(CustomerId()), Call{.remote = caller});
    Memory memory;
    if (person.isEmpty())
        return memory;
    const std::optional<qint64> number = numberColumn(caller.number);
    // A card is painted with what can be read; what cannot is told by whoever writes next.
    const auto promise = m_store->first(u"SELECT id, customer, text, due, done FROM promises WHERE done=0 AND ((customer=? AND "
                                        u"customer<>'') OR number=?) ORDER BY due IS NULL, "
                                        "due, id LIMIT 1"_s,
                                        promiseFrom, customer.value_or(CustomerId()).text(), number);
    if (promise)
        memory.promise = *promise;

    static const QString lately =
        u"SELECT note, started, agent, talk, answered FROM calls WHERE person=? AND state='ended' AND hidden=0 AND own_leg=0 "
        u"AND NOT (id LIKE 'dial:%' AND reason='failed') ORDER BY place DESC LIMIT 50"_s; // a refused one was never dialled
    bool any = false;
    bool talked = false;
    const Result<> visited = m_store->each(
        lately,
        [&](const Row &row) {
            if (memory.lastNote.isEmpty())
                memory.lastNote = row.text(0);
            const bool answered = !row.isNull(4);
            if (!any || (!talked && answered)) {
                memory.lastCallAt = row.time(1);
                memory.lastCallBy = row.text(2);
                memory.lastTalk = std::chrono::seconds(row.integer(3));
            }
            any = true;
            talked |= answered;
            return !talked || memory.lastNote.isEmpty();
        },
        person);
    memory.firstCall = visited && !any;
    const QDate today = m_clock.now().toTimeZone(m_zone).date();
    const auto count = m_store->first(
        u"SELECT count(*), total(state<>'ended') FROM calls WHERE person=? AND place>=? AND place<? AND hidden=0 AND own_leg=0"_s,
        [](const Row &row) { return std::pair(static_cast<int>(row.integer(0)), row.real(1) > 0); }, person,
        placeOf(today.startOfDay(m_zone)), placeOf(today.addDays(1).startOfDay(m_zone)));
    // The call whose card asks is one of them, though it may not be on the disk yet.
    if (count && *count)
        memory.callsToday = (*count)->first + ((*count)->second ? 0 : 1);
    const auto star = m_store->first(
        u"SELECT 1 FROM stars WHERE person IN (?, ?)"_s, [](const Row &row) { return row.flag(0); }, person,
        caller.number ? QString(u"n:"_s + caller.number->e164()) : person);
    memory.star = star && *star;
    return memory;
}

} // namespace callcard

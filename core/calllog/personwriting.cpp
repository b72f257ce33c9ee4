#include "callmerge.h"
#include "logwriter.h"

#include <callcard/callbackqueue.h>

namespace callcard {

using namespace Qt::Literals::StringLiterals;

Result<> LogWriter::edit(const CallId &call, const std::function<void(LogEntry &)> &change, std::optional<Delivers> delivers)
{
    auto known = readEntry(m_store, call);
    if (!known)
        return tl::unexpected(known.error());
    if (!*known)
        return {};
    StoredEntry &stored = **known;
    const LogEntry before = stored.entry;
    change(stored.entry);
    if (stored.entry == before)
        return {};
    if (const Result<> written = writeEntry(m_store, stored, m_now, m_texts); !written)
        return written;
    m_changes.entry(stored.entry.call.id);
    return delivers && !stored.entry.isPrivate ? mark(stored.entry.call.id, *delivers) : Result<>();
}

Result<qint64> LogWriter::nextRevision()
{
    if (const auto counted = m_store.run(u"UPDATE counter SET value=value+1"_s); !counted)
        return tl::unexpected(counted.error());
    return m_store.first(u"SELECT value FROM counter"_s, [](const Row &row) { return row.integer(0); })
        .map([](const std::optional<qint64> &value) { return value.value_or(0); });
}

Result<> LogWriter::mark(const CallId &call, Delivers what)
{
    const Result<qint64> revision = nextRevision();
    if (!revision)
        return tl::unexpected(revision.error());
    const auto marked = m_store.run(u"INSERT OR REPLACE INTO marks(call, what, revision, handed, delivered) VALUES(?, ?, ?, 0, NULL)"_s,
                                    call.text(), static_cast<int>(what), *revision);
    if (marked)
        m_changes.marks.append({.call = call, .what = what, .revision = *revision});
    return onlySuccess(marked);
}

Result<> LogWriter::unmark(const CallId &call)
{
    // Also what has no mark: records of the past are handed over by the day.
    for (const Delivers what : {Delivers::Note, Delivers::Outcome, Delivers::Rating, Delivers::CallRecord})
        m_changes.unmarked.append({call, what});
    return onlySuccess(m_store.run(u"DELETE FROM marks WHERE call=? AND delivered IS NULL"_s, call.text()));
}

Result<> LogWriter::setPrivate(const CallId &call, bool isPrivate)
{
    const auto known = readEntry(m_store, call);
    if (!known)
        return tl::unexpected(known.error());
    if (!*known || (*known)->entry.isPrivate == isPrivate)
        return {};
    const LogEntry &entry = (*known)->entry;
    const Result<> edited = edit(call, [isPrivate](LogEntry &changed) { changed.isPrivate = isPrivate; }, {});
    if (!edited || isPrivate)
        return edited ? unmark(entry.call.id) : edited;
    // What was written while it was private goes out now.
    if (!entry.note.isEmpty() && entry.note != (*known)->toldNote) {
        if (const Result<> marked = mark(entry.call.id, Delivers::Note); !marked)
            return marked;
    }
    if (!entry.outcome.isEmpty() && entry.outcome != (*known)->toldOutcome)
        return mark(entry.call.id, Delivers::Outcome);
    return {};
}

Result<> LogWriter::settled(const CallId &call, bool done)
{
    const auto known = readEntry(m_store, call);
    if (!known)
        return tl::unexpected(known.error());
    if (!*known)
        return {};
    const QString person = (*known)->person;
    const CallId id = (*known)->entry.call.id;
    m_changes.queue = true;
    if (done) {
        if (const Result<> dropped = dropReminders(**known, {}); !dropped)
            return dropped;
    }
    m_changes.entry(id);
    // All of a person's waiting calls share one moment, by which Undo finds them again.
    const QString change =
        done ? u"UPDATE calls SET waiting=0, settling=?, settled_at=?, settled_by='', settled_call='' WHERE waiting=1 AND "
               "(id=? OR (person=? AND person<>''))"_s
             : u"UPDATE calls SET waiting=0, settling=0, settled_at=NULL WHERE settling=? AND settled_at=? AND (id=? OR "
               "(person=? AND person<>''))"_s;
    const QDateTime moment = done ? m_now : (*known)->entry.settlement.at;
    const auto changed = m_store.run(change, static_cast<int>(Settling::ByHand), moment, id.text(), person);
    if (!changed)
        return onlySuccess(changed);
    const auto others = m_store.all(
        u"SELECT id FROM calls WHERE person=? AND person<>'' AND direction='Inbound' AND reason IN ('missed', 'voicemail') ORDER BY place DESC LIMIT 100"_s,
        [](const Row &row) { return CallId(row.text(0)); }, person);
    if (!others)
        return tl::unexpected(others.error());
    for (const CallId &other : *others)
        m_changes.entry(other);
    if (done)
        return {};
    if (person.isEmpty())
        return onlySuccess(m_store.run(u"UPDATE calls SET waiting=1 WHERE id=? AND settling=0"_s, id.text()));
    return settle(person, (*known)->entry.call.startedAt);
}

Result<> LogWriter::promise(const Promise &promise, const std::optional<PhoneNumber> &number, const CallId &call)
{
    m_changes.promises = true;
    return onlySuccess(m_store.run(u"INSERT INTO promises(customer, number, call, text, due, done) VALUES(?, ?, ?, ?, ?, ?)"_s,
                                   promise.customer.text(), numberColumn(number), call.text(), bounded(promise.text, 2'000), promise.due,
                                   promise.done));
}

Result<> LogWriter::promiseDone(qint64 id, bool done)
{
    m_changes.promises = true;
    return onlySuccess(m_store.run(u"UPDATE promises SET done=? WHERE id=?"_s, done, id));
}

Result<> LogWriter::reminder(const Reminder &reminder)
{
    m_changes.queue = true;
    // One a person: whoever says "later" again means the new time.
    const QString customer = reminder.customer.id.text();
    const auto earlier = m_store.run(u"DELETE FROM reminders WHERE id=? OR (call=? AND call<>'') OR (customer=? AND customer<>'') OR "
                                     "(customer='' AND ?='' AND number=?)"_s,
                                     reminder.id, reminder.call.text(), customer, customer, numberColumn(reminder.party.number));
    if (!earlier)
        return onlySuccess(earlier);
    return onlySuccess(m_store.run(u"INSERT INTO reminders(kind, customer, customer_name, company, number, raw, extension, name, call, "
                                   u"text, due, made) VALUES(?, ?, ?, ?, ?, "
                                   "?, ?, ?, ?, ?, ?, ?)"_s,
                                   static_cast<int>(reminder.kind), reminder.customer.id.text(), bounded(reminder.customer.name, 400),
                                   bounded(reminder.customer.company, 400), numberColumn(reminder.party.number),
                                   bounded(reminder.party.rawNumber, 400), bounded(reminder.party.extension, 400),
                                   bounded(reminder.party.name, 400), reminder.call.text(), bounded(reminder.text, 2'000), reminder.due,
                                   m_now));
}

Result<> LogWriter::dropReminders(const StoredEntry &stored, const std::optional<QDateTime> &madeUntil)
{
    const LogEntry &entry = stored.entry;
    const QString customer = entry.customer.id.text();
    const std::optional<qint64> number = entry.call.withheld ? std::nullopt : numberColumn(entry.call.remote.number);
    const QString plain = number || entry.call.withheld ? QString() : entry.call.remote.extension;
    // Somebody else's reminder may have the same number, which several share.
    const auto gone = m_store.run(
        u"DELETE FROM reminders WHERE (? OR made<=?) AND (call=? OR (customer=? AND customer<>'') OR (number=? AND (customer='' "
        "OR ?='')) OR (number IS NULL AND customer='' AND extension=? AND extension<>''))"_s,
        !madeUntil, madeUntil.value_or(QDateTime()), entry.call.id.text(), customer, number, customer, plain);
    if (gone && gone->rows > 0)
        m_changes.queue = true;
    return onlySuccess(gone);
}

Result<> LogWriter::removeReminder(qint64 id)
{
    m_changes.queue = true;
    return onlySuccess(m_store.run(u"DELETE FROM reminders WHERE id=?"_s, id));
}

Result<> LogWriter::star(const QString &person, bool on)
{
    m_changes.queue = true;
    return onlySuccess(on ? m_store.run(u"INSERT OR IGNORE INTO stars(person) VALUES(?)"_s, person)
                          : m_store.run(u"DELETE FROM stars WHERE person=?"_s, person));
}

} // namespace callcard

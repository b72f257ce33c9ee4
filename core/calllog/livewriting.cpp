#include "callmerge.h"
#include "logwriter.h"

#include <callcard/callbackqueue.h>

namespace callcard {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto kSettlingReach = std::chrono::days(30);
constexpr int kMostCallsSettled = 500;

} // namespace

QString agentKey(const QString &email)
{
    return email.trimmed().toCaseFolded();
}

Result<> onlySuccess(const Result<Changes> &done)
{
    return done.map([](const Changes &) {});
}

Result<> LogWriter::call(const Call &call, bool marksRecord)
{
    const auto known = readEntry(m_store, call.id, call.sessionId);
    if (known && *known && (*known)->entry.call.id != call.id) { // its history came first under another id, or it was merged
        const auto named =
            m_store.run(u"INSERT OR IGNORE INTO aliases(alias, id) VALUES(?, ?)"_s, call.id.text(), (*known)->entry.call.id.text());
        if (!named)
            return onlySuccess(named);
    }
    if (!known)
        return tl::unexpected(known.error());
    StoredEntry stored = known->value_or(StoredEntry{});
    const bool isNew = !known->has_value();
    const Call before = stored.entry.call;
    if (isNew) {
        stored.entry.call = call;
        bound(stored.entry.call);
    } else {
        joinLive(stored, call);
    }
    const Call &after = stored.entry.call;
    if (!isNew && after == before)
        return {};
    if (!isNew && before.state != after.state && after.isLive() && after.state != CallState::Ringing &&
        before.state != CallState::Ringing) {
        const auto step = m_store.run(u"INSERT OR IGNORE INTO steps(call, at, state) VALUES(?, ?, ?)"_s, after.id.text(), m_now,
                                      callStateName(after.state));
        if (!step)
            return onlySuccess(step);
    }
    if (const Result<> saved = save(stored); !saved)
        return saved;
    if (marksRecord && !stored.entry.isPrivate && (isNew || before.state != after.state || before.reason != after.reason))
        return mark(after.id, Delivers::CallRecord);
    return {};
}

Result<> LogWriter::save(StoredEntry &stored)
{
    const QString personBefore = stored.person;
    if (const Result<> written = writeEntry(m_store, stored, m_now, m_texts); !written)
        return written;
    m_changes.entry(stored.entry.call.id);
    if (!personBefore.isEmpty() && personBefore != stored.person) {
        if (const Result<> settled = settle(personBefore, stored.entry.call.startedAt); !settled)
            return settled;
    }
    const Call &call = stored.entry.call;
    if (call.isLive() && !call.wasAnswered())
        return {};
    if (const Settlement talk = settledBy(call); talk.how != Settling::Open) {
        // A colleague's conversation has no beginning that we know.
        const QDateTime when = talk.how == Settling::Colleague && call.endedAt.isValid() ? call.endedAt : talk.at;
        if (const Result<> dropped = dropReminders(stored, when); !dropped)
            return dropped;
    }
    if (stored.person.isEmpty())
        return {};
    return settle(stored.person, call.startedAt);
}

Result<> LogWriter::settle(const QString &person, const QDateTime &around)
{
    if (person.isEmpty())
        return {};
    if (m_unsettled) { // many calls come at once: each person is looked at when all are there
        QDateTime &earliest = (*m_unsettled)[person];
        if (!earliest.isValid() || around < earliest)
            earliest = around;
        return {};
    }
    const QDateTime since = (around.isValid() ? around : m_now).addDays(-kSettlingReach.count());
    // Most people missed nothing lately.
    const auto missed = m_store.first(
        u"SELECT 1 FROM calls WHERE person=? AND place>=? AND ((direction='Inbound' AND reason IN ('missed', 'voicemail')) OR waiting=1 OR "
        "settling<>0) LIMIT 1"_s,
        [](const Row &row) { return row.flag(0); }, person, placeOf(since));
    if (!missed || !*missed)
        return missed.map([](const std::optional<bool> &) {});
    const auto calls = readPerson(m_store, person, placeOf(since), kMostCallsSettled);
    if (!calls)
        return tl::unexpected(calls.error());
    QList<LogEntry> entries;
    for (const StoredEntry &stored : *calls)
        entries.append(stored.entry);
    const QList<Settlement> settlements = callcard::settle(entries);
    for (int i = 0; i < entries.size(); ++i) {
        const LogEntry &entry = entries.at(i);
        const Settlement &settlement = settlements.at(i);
        // Colleagues have an extension, not a customer's patience: their calls are no call-backs.
        // Nor does anybody wait where it was my own phone that rang in vain.
        const bool waits = entry.isMissed() && !entry.call.internal && !entry.call.ownRingOutLeg && settlement.how == Settling::Open;
        if (entry.waiting == waits && entry.settlement == settlement)
            continue;
        const auto done =
            m_store.run(u"UPDATE calls SET waiting=?, settling=?, settled_at=?, settled_by=?, settled_call=? WHERE id=?"_s, waits,
                        static_cast<int>(settlement.how), settlement.at, settlement.by, settlement.byCall.text(), entry.call.id.text());
        if (!done)
            return onlySuccess(done);
        m_changes.entry(entry.call.id);
        if (!settlement.byCall.isEmpty())
            m_changes.entry(settlement.byCall);
        m_changes.queue = true;
        // Whoever was reached need not be called later either.
        if (!waits && settlement.how != Settling::Open) {
            const auto gone = m_store.run(u"DELETE FROM reminders WHERE call=? AND call<>''"_s, entry.call.id.text());
            if (!gone)
                return onlySuccess(gone);
        }
    }
    return {};
}

Result<> LogWriter::merge(const CallId &from, const CallId &into, bool marksRecord)
{
    const auto source = readEntry(m_store, from);
    const auto target = readEntry(m_store, into);
    if (!source || !target)
        return tl::unexpected(source ? target.error() : source.error());
    const auto alias = [&](const CallId &name, const CallId &id) {
        return onlySuccess(m_store.run(u"INSERT OR REPLACE INTO aliases(alias, id) VALUES(?, ?)"_s, name.text(), id.text()));
    };
    if (!*source || (*target && (*target)->entry.call.id == (*source)->entry.call.id))
        return {};
    if (!*target) // the call is known by its other name only, until its next event
        return alias(into, (*source)->entry.call.id);
    const CallId gone = (*source)->entry.call.id;
    StoredEntry stored = **target;
    joinCalls(stored, **source);
    const auto waiting = m_store.all(
        u"SELECT what FROM marks WHERE call=? AND delivered IS NULL"_s,
        [](const Row &row) { return static_cast<Delivers>(row.integer(0)); }, gone.text());
    if (!waiting)
        return tl::unexpected(waiting.error());
    if (const Result<> withdrawn = unmark(gone); !withdrawn)
        return withdrawn;
    for (const QString &sql : {u"UPDATE OR IGNORE steps SET call=? WHERE call=?"_s, u"UPDATE OR IGNORE receipts SET call=? WHERE call=?"_s,
                               u"UPDATE OR IGNORE marks SET call=? WHERE call=?"_s, u"UPDATE OR IGNORE sent SET call=? WHERE call=?"_s,
                               u"UPDATE told SET call=? WHERE call=?"_s, u"UPDATE promises SET call=? WHERE call=?"_s,
                               u"UPDATE reminders SET call=? WHERE call=?"_s, u"UPDATE aliases SET id=? WHERE id=?"_s}) {
        if (const auto moved = m_store.run(sql, stored.entry.call.id.text(), gone.text()); !moved)
            return onlySuccess(moved);
    }
    if (const Result<> removed = removeEntry(m_store, **source, m_texts); !removed)
        return removed;
    m_changes.removed.append(gone);
    if (const Result<> named = alias(gone, stored.entry.call.id); !named)
        return named;
    if (marksRecord && !waiting->contains(Delivers::CallRecord)) { // the part may have one, which must not outlive the call
        if (const Result<> marked = stored.entry.isPrivate ? Result<>() : mark(stored.entry.call.id, Delivers::CallRecord); !marked)
            return marked;
    }
    for (const Delivers what : *waiting) { // under the name that stays, with all that was written
        const Result<> marked = stored.entry.isPrivate ? Result<>() : mark(stored.entry.call.id, what);
        if (!marked)
            return marked;
    }
    return save(stored);
}

Result<> LogWriter::receipt(const CallId &call, const CardReceipt &receipt)
{
    const auto known = readEntry(m_store, call);
    if (!known)
        return tl::unexpected(known.error());
    if (!*known)
        return {};
    const CallId id = (*known)->entry.call.id;
    m_changes.entry(id);
    return onlySuccess(
        m_store.run(u"INSERT OR REPLACE INTO receipts(call, event_time, received, matching, painting, reason) VALUES(?, ?, ?, ?, ?, ?)"_s,
                    id.text(), receipt.eventTime, receipt.receivedAt, static_cast<qint64>(receipt.matching.count()),
                    static_cast<qint64>(receipt.painting.count()), receipt.reason));
}

Result<> LogWriter::customer(const CallId &call, const CustomerLink &customer)
{
    const auto known = readEntry(m_store, call);
    if (!known)
        return tl::unexpected(known.error());
    if (!*known || (*known)->entry.call.withheld)
        return {};
    QList<StoredEntry> linked{**known};
    if ((*known)->entry.call.remote.number) {
        static const QString unlinked =
            QString(u"SELECT "_s + entryColumns() +
                    u" FROM calls c WHERE c.number=? AND c.customer='' AND c.id<>? ORDER BY c.place DESC LIMIT 1000"_s);
        const auto others =
            m_store.all(unlinked, storedFrom, numberColumn((*known)->entry.call.remote.number), (*known)->entry.call.id.text());
        if (!others)
            return tl::unexpected(others.error());
        linked += *others;
    }
    for (StoredEntry &stored : linked) {
        if (stored.entry.customer == customer)
            continue;
        stored.entry.customer = {.id = customer.id, .name = bounded(customer.name, 400), .company = bounded(customer.company, 400)};
        if (const Result<> saved = save(stored); !saved)
            return saved;
    }
    return {};
}

Result<> LogWriter::unlink(const CallId &call)
{
    auto known = readEntry(m_store, call);
    if (!known)
        return tl::unexpected(known.error());
    if (!*known)
        return {};
    (*known)->entry.customer = {};
    return save(**known);
}

Result<> LogWriter::text(const Message &text)
{
    if (text.id.isEmpty() || !text.sentAt.isValid())
        return {};
    m_changes.texts.append(text.id);
    // What the history says of it stays: an event may be late.
    return onlySuccess(m_store.run(
        u"INSERT INTO texts(id, source, direction, number, raw, extension, name, local_number, local_raw, agent, text, sent, user_day, "
        u"told, "
        "deleted) "
        "VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?) ON CONFLICT(id) DO UPDATE SET text=excluded.text, deleted=excluded.deleted "
        "WHERE told=0 AND forgotten=0"_s,
        text.id.text(), text.source, callDirectionName(text.direction), numberColumn(text.remote.number),
        bounded(text.remote.rawNumber, 400), bounded(text.remote.extension, 400), bounded(text.remote.name, 400),
        numberColumn(text.local.number), bounded(text.local.rawNumber, 400), agentKey(text.agentEmail), bounded(text.text, 20'000),
        text.sentAt, text.userDay, text.deleted));
}

} // namespace callcard

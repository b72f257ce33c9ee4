#include <callcard/callbackqueue.h>

#include <algorithm>

namespace callcard {

namespace {

QString personOf(const LogEntry &entry)
{
    return personKey(entry.customer.id, entry.call);
}

QString personOf(const Reminder &reminder)
{
    return personKey(reminder.customer.id, Call{.remote = reminder.party});
}

QList<WaitingCaller> callersOf(const QList<LogEntry> &missed)
{
    QList<WaitingCaller> callers;
    QHash<QString, qsizetype> places;
    for (const LogEntry &entry : missed) {
        const QString person = personOf(entry);
        const auto place = places.constFind(person);
        if (place == places.constEnd()) {
            places.insert(person, callers.size());
            callers.append({.person = person,
                            .newest = entry,
                            .since = entry.call.startedAt,
                            .times = 1,
                            .provisional = entry.call.missedProvisional});
            continue;
        }
        WaitingCaller &caller = callers[*place];
        ++caller.times;
        caller.since = std::min(caller.since, entry.call.startedAt);
        if (entry.place > caller.newest.place) {
            caller.newest = entry;
            caller.provisional = entry.call.missedProvisional;
        }
    }
    return callers;
}

/// A conversation settles all misses before it: the row is about the last of them, the wait counts from the first.
QList<SettledCaller> settledOf(const QList<LogEntry> &settled)
{
    QList<SettledCaller> callers;
    QHash<std::pair<QString, QString>, qsizetype> places;
    QHash<std::pair<QString, QString>, QDateTime> first;
    for (const LogEntry &entry : settled) {
        const std::pair key(personOf(entry), entry.settlement.byCall.text());
        const auto place = places.constFind(key);
        if (place == places.constEnd()) {
            places.insert(key, callers.size());
            first.insert(key, entry.call.startedAt);
            callers.append({.person = key.first, .missed = entry});
        } else {
            first[key] = std::min(first.value(key), entry.call.startedAt);
            if (entry.place > callers[*place].missed.place)
                callers[*place].missed = entry;
        }
    }
    for (auto place = places.cbegin(); place != places.cend(); ++place) {
        SettledCaller &caller = callers[place.value()];
        caller.after = std::chrono::seconds(std::max<qint64>(0, first.value(place.key()).secsTo(caller.missed.settlement.at)));
    }
    std::sort(callers.begin(), callers.end(), [](const SettledCaller &left, const SettledCaller &right) {
        return std::pair(left.missed.settlement.at, left.missed.place) > std::pair(right.missed.settlement.at, right.missed.place);
    });
    return callers;
}

} // namespace

void sortQueue(QList<WaitingCaller> &waiting, QueueOrder order)
{
    // The longest wait decides between equals, so that the order never depends on how rows were read.
    const auto key = [order](const WaitingCaller &caller) {
        const qint64 since = caller.since.toMSecsSinceEpoch();
        const qint64 newest = caller.newest.call.startedAt.toMSecsSinceEpoch();
        switch (order) {
        case QueueOrder::Value:
            return std::tuple(caller.star ? 0 : 1, -caller.value, since, caller.person);
        case QueueOrder::Waiting:
            return std::tuple(0, since, newest, caller.person);
        case QueueOrder::Time:
            return std::tuple(0, -newest, since, caller.person);
        }
        Q_UNREACHABLE();
    };
    std::sort(waiting.begin(), waiting.end(),
              [&](const WaitingCaller &left, const WaitingCaller &right) { return key(left) < key(right); });
}

CallBackQueue callBackQueue(const QueueFacts &facts, QueueOrder order, const QDateTime &now,
                            const std::function<qint64(const CustomerId &)> &valueOf)
{
    CallBackQueue queue;
    QHash<QString, Reminder> later;
    QList<Reminder> alone;
    for (const Reminder &reminder : facts.reminders) {
        const QString person = personOf(reminder);
        const auto known = later.constFind(person);
        if (person.isEmpty())
            alone.append(reminder);
        else if (known == later.constEnd() || reminder.due < known->due)
            later.insert(person, reminder);
    }
    const auto complete = [&](WaitingCaller &caller) {
        caller.tries = facts.tries.value(caller.person);
        caller.star = facts.stars.contains(caller.person);
        if (valueOf && !caller.newest.customer.id.isEmpty())
            caller.value = valueOf(caller.newest.customer.id);
    };
    for (WaitingCaller &caller : callersOf(facts.missed)) {
        complete(caller);
        const auto reminder = later.constFind(caller.person);
        if (reminder != later.constEnd()) {
            caller.reminder = *reminder;
            later.erase(reminder);
        }
        // Somebody who called again after "later" was said waits now, whatever was said then.
        const bool calledSince = caller.reminder && !caller.reminder->call.isEmpty() && caller.reminder->call != caller.newest.call.id;
        const bool due = !caller.reminder || caller.reminder->due <= now || calledSince;
        (due ? queue.waiting : queue.later).append(caller);
    }
    alone.append(later.values());
    for (const Reminder &reminder : std::as_const(alone)) {
        WaitingCaller caller{.person = personOf(reminder), .since = reminder.due, .reminder = reminder};
        caller.newest.call.remote = reminder.party;
        caller.newest.call.startedAt = reminder.due;
        caller.newest.customer = reminder.customer;
        complete(caller);
        (reminder.due <= now ? queue.waiting : queue.later).append(caller);
    }
    sortQueue(queue.waiting, order);
    std::sort(queue.later.begin(), queue.later.end(), [](const WaitingCaller &left, const WaitingCaller &right) {
        return std::pair(left.reminder->due, left.person) < std::pair(right.reminder->due, right.person);
    });
    queue.settledToday = settledOf(facts.settled);
    return queue;
}

QString QueueWalk::current(const QList<WaitingCaller> &waiting) const
{
    const auto waits = [&](const QString &person) {
        return std::any_of(waiting.begin(), waiting.end(), [&](const WaitingCaller &caller) { return caller.person == person; });
    };
    if (!m_at.isEmpty() && waits(m_at))
        return m_at;
    for (const WaitingCaller &caller : waiting) {
        if (!m_skipped.contains(caller.person))
            return caller.person;
    }
    for (const QString &person : m_skipped) {
        if (waits(person))
            return person;
    }
    return {};
}

void QueueWalk::skip(const QList<WaitingCaller> &waiting)
{
    const QString person = current(waiting);
    if (person.isEmpty())
        return;
    m_at.clear();
    m_skipped.removeAll(person);
    m_skipped.append(person);
}

void QueueWalk::restart()
{
    m_at.clear();
    m_skipped.clear();
}

} // namespace callcard

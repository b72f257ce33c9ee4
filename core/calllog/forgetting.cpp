#include "logwriter.h"

namespace callcard {

using namespace Qt::Literals::StringLiterals;

Result<int> LogWriter::prune(const QDateTime &before)
{
    // A slice at a time: whoever prunes comes again until nothing is left.
    constexpr int kSlice = 500;
    static const QString old =
        QString(u"SELECT "_s + entryColumns() +
                u" FROM calls c WHERE c.place<? AND c.state='ended' AND NOT EXISTS (SELECT 1 FROM promises p WHERE p.call=c.id AND "
                u"p.done=0) AND NOT "
                "EXISTS (SELECT 1 FROM marks m WHERE m.call=c.id AND m.delivered IS NULL) ORDER BY c.place LIMIT ?"_s);
    const auto calls = m_store.all(old, storedFrom, placeOf(before), kSlice);
    if (!calls)
        return tl::unexpected(calls.error());
    int removed = 0;
    for (const StoredEntry &stored : *calls) {
        if (const Result<> gone = removeEntry(m_store, stored, m_texts); !gone)
            return tl::unexpected(gone.error());
        m_changes.removed.append(stored.entry.call.id);
        ++removed;
    }
    const auto rows = m_store.run(
        u"DELETE FROM told WHERE (source, row) IN (SELECT source, row FROM told WHERE started<? AND NOT EXISTS (SELECT 1 FROM calls WHERE "
        "calls.id=told.call) LIMIT ?)"_s,
        before, kSlice);
    if (!rows)
        return tl::unexpected(rows.error());
    const auto texts = m_store.run(u"DELETE FROM texts WHERE id IN (SELECT id FROM texts WHERE sent<? LIMIT ?)"_s, before, kSlice);
    if (!texts)
        return tl::unexpected(texts.error());
    if (removed > 0)
        m_changes.queue = true;
    return removed + texts->rows;
}

Result<> LogWriter::forgetCall(const StoredEntry &stored)
{
    if (const Result<> gone = unmark(stored.entry.call.id); !gone)
        return gone;
    if (const Result<> gone = removeEntry(m_store, stored, m_texts); !gone)
        return gone;
    m_changes.removed.append(stored.entry.call.id);
    // What counts stays, under a name that says nothing; the digest would tell the same row apart for ever.
    return onlySuccess(m_store.run(u"UPDATE told SET forgotten=1, call='', digest=x'' WHERE call=?"_s, stored.entry.call.id.text()));
}

Result<> LogWriter::forget(const CustomerId &customer, const QList<PhoneNumber> &numbers)
{
    static const QString ofCustomer = QString(u"SELECT "_s + entryColumns() + u" FROM calls c WHERE c.person=?"_s);
    static const QString ofNumber = QString(u"SELECT "_s + entryColumns() + u" FROM calls c WHERE c.number=?"_s);
    Result<QList<StoredEntry>> calls = QList<StoredEntry>();
    if (!customer.isEmpty())
        calls = m_store.all(ofCustomer, storedFrom, QString(u"c:"_s + customer.text()));
    for (const PhoneNumber &number : numbers) {
        const auto more = calls ? m_store.all(ofNumber, storedFrom, numberColumn(number)) : calls;
        if (!more)
            return tl::unexpected(more.error());
        *calls += *more;
    }
    if (!calls)
        return tl::unexpected(calls.error());
    for (const StoredEntry &stored : std::as_const(*calls)) {
        if (const Result<> gone = forgetCall(stored); !gone)
            return gone;
    }
    const auto erase = [this](const QString &sql, const auto &value) { return onlySuccess(m_store.run(sql, value)); };
    if (!customer.isEmpty()) {
        for (const QString &sql : {u"DELETE FROM promises WHERE customer=?"_s, u"DELETE FROM reminders WHERE customer=?"_s,
                                   u"DELETE FROM stars WHERE person='c:' || ?"_s}) {
            if (const Result<> gone = erase(sql, customer.text()); !gone)
                return gone;
        }
    }
    for (const PhoneNumber &number : numbers) {
        for (const QString &sql : {u"DELETE FROM promises WHERE number=?"_s, u"DELETE FROM reminders WHERE number=?"_s,
                                   u"DELETE FROM stars WHERE person='n:+' || ?"_s,
                                   u"UPDATE texts SET number=NULL, raw='', extension='', name='', text='', forgotten=1 WHERE number=?"_s}) {
            if (const Result<> gone = erase(sql, numberColumn(number)); !gone)
                return gone;
        }
    }
    m_changes.everything = true;
    m_changes.queue = true;
    m_changes.promises = true;
    if (const Result<> erased = finish(); !erased)
        return erased;
    // Deleted words stay in the index's old segments until they are merged.
    return onlySuccess(m_store.run(u"INSERT INTO calls_text(calls_text) VALUES('optimize')"_s));
}

} // namespace callcard

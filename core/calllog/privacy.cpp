#include <callcard/calllog.h>

#include "logchanges.h"
#include "logwriter.h"
#include "schema.h"

namespace callcard {

using namespace Qt::Literals::StringLiterals;

namespace {

/// What was overwritten in the file still lies in the log beside it until that is emptied.
Result<> emptyTheLog(Store &store)
{
    const auto done = store.first(u"PRAGMA wal_checkpoint(TRUNCATE)"_s, [](const Row &row) { return row.flag(0); });
    return done.map([](const std::optional<bool> &) {});
}

} // namespace

Result<TakenHistory> CallLog::take(const std::function<Result<TakenHistory>(LogWriter &)> &work)
{
    if (const Result<> written = flush(); !written)
        return tl::unexpected(written.error()); // history joins live calls, so these must be there
    LogChanges changes;
    LogWriter writer(*m_store, changes, m_clock.now());
    const auto taken = m_store->transact([&]() -> Result<TakenHistory> {
        auto done = work(writer);
        const Result<> finished = done ? writer.finish() : Result<>();
        return finished ? done : tl::unexpected(finished.error());
    });
    if (taken)
        announce(changes);
    return taken;
}

Result<TakenHistory> CallLog::takeHistory(const HistorySpan &span, const QList<HistoryRow> &rows)
{
    return take([&](LogWriter &writer) {
        writer.setMarksRecords(m_marksRecords);
        return writer.takeRows(span, rows, true);
    });
}

Result<TakenHistory> CallLog::takeRows(const HistorySpan &span, const QList<HistoryRow> &rows)
{
    return take([&](LogWriter &writer) {
        writer.setMarksRecords(m_marksRecords);
        return writer.takeRows(span, rows, false);
    });
}

Result<TakenHistory> CallLog::takeTexts(const HistorySpan &span, const QList<Message> &texts)
{
    return take([&](LogWriter &writer) { return writer.takeTexts(span, texts); });
}

Result<int> CallLog::prune(std::chrono::days keep)
{
    int all = 0;
    while (true) {
        int removed = 0;
        const auto done = take([&](LogWriter &writer) -> Result<TakenHistory> {
            const Result<int> some = writer.prune(m_clock.now().addDays(-keep.count()));
            if (!some)
                return tl::unexpected(some.error());
            removed = *some;
            return TakenHistory{};
        });
        if (!done)
            return tl::unexpected(done.error());
        all += removed;
        if (removed == 0)
            return all;
    }
}

Result<> CallLog::forget(const CustomerId &customer, const QList<PhoneNumber> &numbers)
{
    const auto done = take([&](LogWriter &writer) { return writer.forget(customer, numbers).map([] { return TakenHistory{}; }); });
    if (!done)
        return tl::unexpected(done.error());
    return emptyTheLog(*m_store);
}

Result<> CallLog::wipe()
{
    m_writes.clear();
    setTrouble({});
    const Result<> gone = m_store->transact([&]() -> Result<> {
        for (const QString &table : logTables()) {
            if (const auto done = m_store->run(QString(u"DELETE FROM "_s + table)); !done)
                return onlySuccess(done);
        }
        return onlySuccess(m_store->run(u"INSERT INTO calls_text(calls_text) VALUES('optimize')"_s));
    });
    if (!gone)
        return gone;
    LogChanges changes;
    changes.everything = changes.queue = changes.promises = true;
    announce(changes);
    if (const auto packed = m_store->run(u"VACUUM"_s); !packed)
        return onlySuccess(packed);
    return emptyTheLog(*m_store);
}

} // namespace callcard

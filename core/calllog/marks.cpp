#include <callcard/calllog.h>

#include "logwriter.h"

namespace callcard {

using namespace Qt::Literals::StringLiterals;

Result<QList<DirtyDay>> CallLog::dirtyDays() const
{
    return m_store->all(u"SELECT source, agent, day, revision FROM dirty ORDER BY day DESC, source, agent"_s, [](const Row &row) {
        return DirtyDay{.source = row.text(0), .agentEmail = row.text(1), .day = row.day(2), .revision = row.integer(3)};
    });
}

Result<> CallLog::clearDirty(const QList<DirtyDay> &days)
{
    return m_store->transact([&]() -> Result<> {
        for (const DirtyDay &day : days) {
            const auto done = m_store->run(u"DELETE FROM dirty WHERE source=? AND agent=? AND day=? AND revision=?"_s, day.source,
                                           agentKey(day.agentEmail), day.day, day.revision);
            if (!done)
                return onlySuccess(done);
        }
        return {};
    });
}

Result<> CallLog::markDirty(const QString &source, const QString &agentEmail, const QDate &from, const QDate &to)
{
    const auto done = take([&](LogWriter &writer) -> Result<TakenHistory> {
        for (QDate day = from; day <= to; day = day.addDays(1)) {
            if (const Result<> one = writer.dirty(source, agentEmail, day); !one)
                return tl::unexpected(one.error());
        }
        return TakenHistory{};
    });
    return done.map([](const TakenHistory &) {});
}

Result<QList<ReadSpan>> CallLog::readSpans(const QString &source, const QString &agentEmail, bool texts) const
{
    return m_store->all(
        u"SELECT start, stop, read FROM spans WHERE source=? AND agent=? AND texts=? ORDER BY start"_s,
        [](const Row &row) { return ReadSpan{.from = row.time(0), .to = row.time(1), .readAt = row.time(2)}; }, source,
        agentKey(agentEmail), texts);
}

Result<std::optional<QByteArray>> CallLog::kept(const QString &key) const
{
    return m_store->first(
        u"SELECT value FROM kept WHERE key=?"_s, [](const Row &row) { return row.bytes(0); }, key);
}

Result<> CallLog::keep(const QString &key, const QByteArray &value)
{
    return onlySuccess(m_store->run(u"INSERT OR REPLACE INTO kept(key, value) VALUES(?, ?)"_s, key, value));
}

Result<QList<UndeliveredMark>> CallLog::undelivered() const
{
    return m_store->all(u"SELECT call, what, revision FROM marks WHERE handed=0 ORDER BY revision"_s, [](const Row &row) {
        return UndeliveredMark{.call = CallId(row.text(0)), .what = static_cast<Delivers>(row.integer(1)), .revision = row.integer(2)};
    });
}

Result<> CallLog::handedOver(const UndeliveredMark &mark)
{
    return m_store->transact([&]() -> Result<> {
        const auto handed = m_store->run(u"UPDATE marks SET handed=1 WHERE call=? AND what=? AND revision=?"_s, mark.call.text(),
                                         static_cast<int>(mark.what), mark.revision);
        if (!handed || handed->rows == 0 || (mark.what != Delivers::Note && mark.what != Delivers::Outcome))
            return onlySuccess(handed);
        // By this we know our own words again, wherever they are met.
        const QString keep =
            mark.what == Delivers::Note
                ? u"INSERT OR REPLACE INTO sent(call, what, revision, text) SELECT id, ?, ?, note FROM calls WHERE id=? AND note<>''"_s
                : u"INSERT OR REPLACE INTO sent(call, what, revision, text) SELECT id, ?, ?, outcome FROM calls WHERE id=? AND outcome<>''"_s;
        const auto kept = m_store->run(keep, static_cast<int>(mark.what), mark.revision, mark.call.text());
        if (!kept)
            return onlySuccess(kept);
        return onlySuccess(m_store->run(u"DELETE FROM sent WHERE call=? AND what=? AND revision NOT IN (SELECT revision FROM sent WHERE "
                                        "call=? AND what=? ORDER BY revision DESC LIMIT 6)"_s,
                                        mark.call.text(), static_cast<int>(mark.what), mark.call.text(), static_cast<int>(mark.what)));
    });
}

Result<> CallLog::delivered(const CallId &call, Delivers what)
{
    // What arrived once arrived then.
    const auto done = m_store->run(u"UPDATE marks SET delivered=? WHERE call=? AND what=? AND handed=1 AND delivered IS NULL"_s,
                                   m_clock.now(), call.text(), static_cast<int>(what));
    if (done && done->rows > 0)
        Q_EMIT
    entryChanged(call);
    return onlySuccess(done);
}

Result<> CallLog::dropMarks(Delivers what, const CallId &call)
{
    const auto done = m_store->run(u"DELETE FROM marks WHERE what=? AND delivered IS NULL AND (?='' OR call=?)"_s, static_cast<int>(what),
                                   call.text(), call.text());
    if (done && done->rows > 0 && !call.isEmpty())
        Q_EMIT
    entryChanged(call);
    return onlySuccess(done);
}

} // namespace callcard

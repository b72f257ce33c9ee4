#include "staging.h"
#include "generations.h"
#include "recordcode.h"
#include "refusedrecords.h"
#include "schema.h"
#include "written.h"

namespace callcard {

using namespace Qt::Literals::StringLiterals;

Result<std::unique_ptr<Staging>> Staging::open(const QString &path)
{
    const StoreOptions options{.durability = StoreOptions::Durability::Normal, .checkAfterUncleanEnd = false};
    auto store = Store::open(path, stagingSchema(), options);
    if (!store && storageFault(store.error()) == StorageFault::Corrupt) {
        removeDatabase(path); // what is lost here is fetched again
        store = Store::open(path, stagingSchema(), options);
    }
    if (!store)
        return tl::unexpected(store.error());
    return std::unique_ptr<Staging>(new Staging(std::move(*store)));
}

Result<QByteArray> Staging::begin(const QString &source, const Pass &pass)
{
    const int scope = static_cast<int>(pass.scope);
    const auto known = m_store->first(
        u"SELECT cursor FROM page WHERE source=? AND scope=? AND place=? AND person=?"_s, [](const Row &row) { return row.bytes(0); },
        source, scope, pass.account.place, pass.account.person);
    if (!known)
        return tl::unexpected(known.error());
    if (*known)
        return **known;
    const Result<> begun = m_store->transact([&]() -> Result<> {
        const Result<> cleared = clear(source);
        return cleared ? written(m_store->run(u"INSERT INTO page(source, scope, place, person, cursor) VALUES(?, ?, ?, ?, ?)"_s, source,
                                              scope, pass.account.place, pass.account.person, pass.cursor))
                       : cleared;
    });
    return begun ? Result<QByteArray>(pass.cursor) : Result<QByteArray>(tl::unexpected(begun.error()));
}

Result<> Staging::add(const QString &source, const SourcePage &page)
{
    return m_store->transact([&]() -> Result<> {
        for (const SourceRecord &record : page.changed) {
            if (record.sourceId.isEmpty())
                return failure(ErrorKind::BadPayload, u"a record without an id"_s);
            const auto put = m_store->run(u"INSERT OR REPLACE INTO staged(source, source_id, body) VALUES(?, ?, ?)"_s, source,
                                          record.sourceId, encoded(record));
            if (!put)
                return written(put);
            if (const Result<> somebody = dropRefused(*m_store, source, record.sourceId); !somebody)
                return somebody;
        }
        for (const QString &id : page.removed) {
            if (const auto gone = m_store->run(u"INSERT OR REPLACE INTO staged(source, source_id, body) VALUES(?, ?, NULL)"_s, source, id);
                !gone)
                return written(gone);
            if (const Result<> nothing = dropRefused(*m_store, source, id); !nothing)
                return nothing;
        }
        for (const RefusedRecord &record : page.refused) {
            if (const Result<> kept = putRefused(*m_store, source, record); !kept)
                return kept;
        }
        return written(m_store->run(u"UPDATE page SET cursor=? WHERE source=?"_s, page.cursor, source));
    });
}

Result<Staging::Counts> Staging::count(const QString &source)
{
    return m_store
        ->first(
            u"SELECT count(body), count(*) - count(body) FROM staged WHERE source=?"_s,
            [](const Row &row) {
                return Counts{row.integer(0), row.integer(1)};
            },
            source)
        .map([](const auto &counts) { return counts.value_or(Counts()); });
}

Result<> Staging::each(const QString &source, const std::function<Result<>(const SourceRecord &)> &changed,
                       const std::function<Result<>(const QString &)> &removed)
{
    Result<> done;
    const Result<> visited = m_store->each(
        u"SELECT source_id, body FROM staged WHERE source=?"_s,
        [&](const Row &row) {
            if (row.isNull(1)) {
                done = removed(row.text(0));
            } else if (auto record = decodedRecord(row.bytes(1))) {
                record->sourceId = row.text(0);
                done = changed(*record);
            } else {
                done = failure(ErrorKind::Storage, u"a fetched record is damaged"_s);
            }
            return done.has_value();
        },
        source);
    return visited ? done : visited;
}

Result<> Staging::eachRefused(const QString &source, const std::function<Result<>(const RefusedRecord &)> &visit)
{
    return callcard::eachRefused(*m_store, source, visit);
}

Result<> Staging::clear(const QString &source)
{
    return m_store->transact([&]() -> Result<> {
        if (const Result<> refused = dropAllRefused(*m_store, source); !refused)
            return refused;
        const auto staged = m_store->run(u"DELETE FROM staged WHERE source=?"_s, source);
        return staged ? written(m_store->run(u"DELETE FROM page WHERE source=?"_s, source)) : written(staged);
    });
}

} // namespace callcard

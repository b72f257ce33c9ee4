#include "refusedrecords.h"
#include "written.h"

namespace callcard {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kMostRefusedShown = 1000;

RefusedRecord refusedIn(const Row &row)
{
    return {.sourceId = row.text(0), .place = row.integer(1), .reason = row.text(2), .mark = row.text(3)};
}

} // namespace

QStringList refusedTables()
{
    return {u"CREATE TABLE refused(id INTEGER PRIMARY KEY, source TEXT NOT NULL, source_id TEXT NOT NULL, place INTEGER NOT NULL, "
            "reason TEXT NOT NULL)"_s,
            u"CREATE UNIQUE INDEX refused_key ON refused(source, source_id) WHERE source_id<>''"_s};
}

QStringList refusedMarks()
{
    return {u"ALTER TABLE refused ADD COLUMN mark TEXT NOT NULL DEFAULT ''"_s,
            u"CREATE UNIQUE INDEX refused_mark ON refused(source, mark) WHERE mark<>''"_s};
}

Result<> putRefused(Store &store, const QString &source, const RefusedRecord &record)
{
    return written(
        store.run(u"INSERT INTO refused(source, source_id, place, reason, mark) VALUES(?, ?, ?, ?, ?) "
                  "ON CONFLICT(source, source_id) WHERE source_id<>'' DO UPDATE SET place=excluded.place, reason=excluded.reason "
                  "ON CONFLICT(source, mark) WHERE mark<>'' DO UPDATE SET place=excluded.place, reason=excluded.reason"_s,
                  source, record.sourceId, record.place, record.reason, record.mark));
}

Result<> dropRefused(Store &store, const QString &source, const QString &sourceId)
{
    return written(store.run(u"DELETE FROM refused WHERE source=? AND source_id=? AND source_id<>''"_s, source, sourceId));
}

Result<> dropRefusedWithoutId(Store &store, const QString &source)
{
    return written(store.run(u"DELETE FROM refused WHERE source=? AND source_id=''"_s, source));
}

Result<> dropAllRefused(Store &store, const QString &source)
{
    return written(store.run(u"DELETE FROM refused WHERE source=?"_s, source));
}

Result<> copyRefused(Store &from, Store &to, const QString &exceptSource, const std::function<Error(const Error &)> &ofReading)
{
    Result<> copied;
    const Result<> visited = from.each(
        u"SELECT source_id, place, reason, mark, source FROM refused WHERE source<>? ORDER BY id"_s,
        [&](const Row &row) {
            copied = putRefused(to, row.text(4), refusedIn(row));
            return copied.has_value();
        },
        exceptSource);
    return visited ? copied : Result<>(tl::unexpected(ofReading(visited.error())));
}

Result<> eachRefused(Store &store, const QString &source, const std::function<Result<>(const RefusedRecord &)> &visit)
{
    Result<> done;
    const Result<> visited = store.each(
        u"SELECT source_id, place, reason, mark FROM refused WHERE source=? ORDER BY id"_s,
        [&](const Row &row) {
            done = visit(refusedIn(row));
            return done.has_value();
        },
        source);
    return visited ? done : visited;
}

Result<QSet<QString>> refusedIds(Store &store, const QString &source)
{
    const auto ids = store.all(
        u"SELECT source_id FROM refused WHERE source=? AND source_id<>''"_s, [](const Row &row) { return row.text(0); }, source);
    if (!ids)
        return tl::unexpected(ids.error());
    return QSet<QString>(ids->cbegin(), ids->cend());
}

Result<qint64> refusedCount(Store &store)
{
    return store.first(u"SELECT count(*) FROM refused"_s, [](const Row &row) { return row.integer(0); }).map([](const auto &count) {
        return count.value_or(0);
    });
}

Result<bool> haveAllTold(Store &store)
{
    return store.first(u"SELECT 1 FROM cursor WHERE told=0 LIMIT 1"_s, [](const Row &row) { return row.integer(0); })
        .map([](const auto &untold) { return !untold; });
}

Result<QList<RefusedRecords>> refusedBySource(Store &store)
{
    auto sources =
        store.all(u"SELECT s.told_of, (SELECT count(*) FROM refused WHERE source=s.told_of), "
                  "EXISTS(SELECT 1 FROM cursor WHERE source=s.told_of AND told=0) "
                  "FROM (SELECT source AS told_of FROM refused UNION SELECT source FROM cursor WHERE told=0) s ORDER BY s.told_of"_s,
                  [](const Row &row) { return RefusedRecords{.source = row.text(0), .count = row.integer(1), .isKnown = !row.flag(2)}; });
    if (!sources)
        return tl::unexpected(sources.error());
    for (RefusedRecords &one : *sources) {
        const auto first = store.all(u"SELECT source_id, place, reason, mark FROM refused WHERE source=? ORDER BY id LIMIT ?"_s, refusedIn,
                                     one.source, kMostRefusedShown);
        if (!first)
            return tl::unexpected(first.error());
        one.first = *first;
    }
    return *std::move(sources);
}

} // namespace callcard

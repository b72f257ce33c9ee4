#include "generationbuild.h"
#include "generationwriter.h"
#include "recordcode.h"
#include "schema.h"

#include <QScopeGuard>

namespace callcard {

using namespace Qt::Literals::StringLiterals;

namespace {

/// A file that nobody reads yet needs no journal, and the indexes grow in memory of a fixed size.
Result<> prepareForBulk(Store &store)
{
    for (const QString &pragma :
         {u"PRAGMA journal_mode=OFF"_s, u"PRAGMA synchronous=OFF"_s, u"PRAGMA locking_mode=EXCLUSIVE"_s, u"PRAGMA cache_size=-65536"_s,
          u"INSERT INTO words(words, rank) VALUES('hashsize', 8388608)"_s, u"DROP INDEX record_name"_s}) {
        const Result<> set = store.each(pragma, [](const Row &) { return false; });
        if (!set)
            return set;
    }
    return {};
}

Result<bool> fillFile(const QString &path, const std::function<Result<>(GenerationWriter &)> &fill, const std::function<bool()> &stopped,
                      const std::function<Result<bool>(Store &)> &inspect)
{
    auto store = Store::open(path, directorySchema(), {.durability = StoreOptions::Durability::Normal, .checkAfterUncleanEnd = false});
    if (!store)
        return tl::unexpected(store.error());
    if (const Result<> prepared = prepareForBulk(**store); !prepared)
        return tl::unexpected(prepared.error());
    GenerationWriter writer(**store, true);
    const Result<> filled = (*store)->transact([&]() -> Result<> {
        if (const Result<> put = fill(writer); !put)
            return put;
        return writer.finish(stopped);
    });
    if (!filled)
        return tl::unexpected(filled.error());
    const Result<bool> wanted = inspect(**store);
    if (!wanted || !*wanted)
        return wanted;
    // What is opened next is a file like any other.
    for (const QString &pragma : {u"PRAGMA locking_mode=NORMAL"_s, u"PRAGMA journal_mode=WAL"_s}) {
        if (const Result<> set = (*store)->each(pragma, [](const Row &) { return false; }); !set)
            return tl::unexpected(set.error());
    }
    return true;
}

} // namespace

Result<> buildGeneration(const Generations &files, Turn turn, const std::function<Result<>(GenerationWriter &)> &fill,
                         const std::function<bool()> &stopped, const std::function<Result<bool>(Store &)> &inspect)
{
    files.discardBuilding(turn);
    auto discard = qScopeGuard([&] { files.discardBuilding(turn); });
    const Result<bool> filled = fillFile(files.buildingPathOf(turn), fill, stopped, inspect);
    if (!filled)
        return tl::unexpected(filled.error());
    if (!*filled)
        return {};
    const Result<> published = files.publish(turn);
    if (published)
        discard.dismiss();
    return published;
}

Result<> copyRecords(Store &from, GenerationWriter &to, const QString &exceptSource, const std::function<bool()> &stopped)
{
    Result<> copied;
    const Result<> visited = from.each(
        u"SELECT s.name, r.source_id, r.body FROM record r JOIN source s ON s.id=r.source WHERE s.name<>? ORDER BY r.id"_s,
        [&](const Row &row) {
            if (stopped()) {
                copied = failure(ErrorKind::Cancelled);
                return false;
            }
            auto record = decodedRecord(row.bytes(2));
            if (!record) {
                copied = failure(ErrorKind::Storage, u"a record of the directory is damaged"_s);
                return false;
            }
            record->sourceId = row.text(1);
            const auto put = to.put(row.text(0), *record, GenerationWriter::Clash::Replace);
            if (!put)
                copied = tl::unexpected(put.error());
            return put.has_value();
        },
        exceptSource);
    if (!visited)
        return visited;
    if (!copied)
        return copied;
    const Result<> cursors = from.each(
        u"SELECT source, scope, cursor, at, place, person, name FROM cursor WHERE source<>?"_s,
        [&](const Row &row) {
            copied = to.setCursor(row.text(0), static_cast<int>(row.integer(1)), row.bytes(2), row.time(3),
                                  {.place = row.text(4), .person = row.text(5), .name = row.text(6)});
            return copied.has_value();
        },
        exceptSource);
    return cursors ? copied : cursors;
}

Result<> applyChanges(Store &store, const QString &source, const QList<SourceRecord> &changed, const QList<QString> &removed)
{
    return store.transact([&]() -> Result<> {
        GenerationWriter writer(store, false);
        for (const SourceRecord &record : changed) {
            if (const auto put = writer.put(source, record, GenerationWriter::Clash::Replace); !put)
                return tl::unexpected(put.error());
        }
        for (const QString &id : removed) {
            if (const auto gone = writer.remove(source, id); !gone)
                return tl::unexpected(gone.error());
        }
        return writer.finish();
    });
}

} // namespace callcard

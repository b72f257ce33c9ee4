#include "generationbuild.h"
#include "damage.h"
#include "generationwriter.h"
#include "importpoint.h"
#include "recordcode.h"
#include "refusedrecords.h"
#include "schema.h"

#include <QScopeGuard>

namespace callcard {

using namespace Qt::Literals::StringLiterals;

namespace {

Result<std::unique_ptr<Store>> openFile(const QString &path)
{
    return Store::open(path, directorySchema(), {.durability = StoreOptions::Durability::Normal, .checkAfterUncleanEnd = false});
}

Result<> askFor(Store &store, const QStringList &pragmas)
{
    for (const QString &pragma : pragmas) {
        const Result<> set = store.each(pragma, [](const Row &) { return false; });
        if (!set)
            return set;
    }
    return {};
}

/// A file that nobody reads yet is flushed once, when it is whole, and its indexes grow in memory of a fixed size. One that is made in
/// several pieces has a journal: a kill takes back the piece it met, and the system has all the others, flushed or not, until it is
/// started anew.
Result<> prepareForBulk(Store &store, bool inPieces)
{
    const bool flushes = inPieces && !knowsItsLastStart();
    return askFor(store, {inPieces ? u"PRAGMA journal_mode=TRUNCATE"_s : u"PRAGMA journal_mode=OFF"_s,
                          flushes ? u"PRAGMA synchronous=NORMAL"_s : u"PRAGMA synchronous=OFF"_s, u"PRAGMA locking_mode=EXCLUSIVE"_s,
                          u"PRAGMA cache_size=-65536"_s, u"INSERT INTO words(words, rank) VALUES('hashsize', 8388608)"_s,
                          u"DROP INDEX IF EXISTS record_name"_s});
}

Result<> fillFile(Store &store, const FillPiece &fill, const std::function<bool()> &stopped)
{
    GenerationWriter writer(store, true);
    for (bool more = true; more;) {
        const Result<bool> filled = store.transact([&]() -> Result<bool> {
            const Result<bool> put = fill(writer);
            if (!put)
                return put;
            const Result<> done = *put ? writer.keepCounts() : writer.finish(stopped);
            return done ? put : Result<bool>(tl::unexpected(done.error()));
        });
        if (!filled)
            return tl::unexpected(filled.error());
        more = *filled;
    }
    return {};
}

/// What is opened next is a file like any other.
Result<> leaveInOrder(Store &store)
{
    return askFor(store, {u"PRAGMA locking_mode=NORMAL"_s, u"PRAGMA journal_mode=WAL"_s});
}

/// A full disk needs the room, and in what is damaged or contradicts itself nothing can go on.
bool isWorthKeeping(const Error &error)
{
    switch (storageFault(error)) {
    case StorageFault::Full:
    case StorageFault::Corrupt:
    case StorageFault::Conflict:
        return false;
    default:
        return true;
    }
}

} // namespace

Result<> buildGeneration(const Generations &files, Turn turn, const std::function<Result<>(GenerationWriter &)> &fill,
                         const std::function<bool()> &stopped, const std::function<Result<bool>(Store &)> &inspect)
{
    files.discardBuilding(turn);
    auto discard = qScopeGuard([&] { files.discardBuilding(turn); });
    {
        const auto store = openFile(files.buildingPathOf(turn));
        if (!store)
            return tl::unexpected(store.error());
        const auto inOnePiece = [&](GenerationWriter &writer) { return fill(writer).map([] { return false; }); };
        Result<> built = prepareForBulk(**store, false);
        if (built)
            built = fillFile(**store, inOnePiece, stopped);
        if (!built)
            return built;
        const Result<bool> wanted = inspect(**store);
        if (!wanted)
            return tl::unexpected(wanted.error());
        if (!*wanted)
            return {};
        if (const Result<> settled = leaveInOrder(**store); !settled)
            return settled;
    }
    const Result<> published = files.publish(turn);
    if (published)
        discard.dismiss();
    return published;
}

Result<> buildInPieces(const Generations &files, const PiecesBuild &build)
{
    auto discard = qScopeGuard([&] { files.discardBuilding(Turn::Import); });
    const auto keepFor = [&](const Error &error) {
        if (isWorthKeeping(error))
            discard.dismiss();
        return tl::unexpected(error);
    };
    {
        const QString path = files.buildingPathOf(Turn::Import);
        Result<std::unique_ptr<Store>> store = failure(ErrorKind::Storage);
        Interrupted kept = Interrupted::Nothing;
        if (files.isBuilding(Turn::Import)) {
            store = openFile(path);
            const Result<Interrupted> found = store ? build.goOn(**store) : Result<Interrupted>(Interrupted::Nothing);
            if (!found && found.error().kind == ErrorKind::Cancelled)
                return keepFor(found.error());
            if (!found && found.error().kind != ErrorKind::Storage)
                return tl::unexpected(found.error());
            kept = found.value_or(Interrupted::Nothing); // damaged, or of another import: the beginning is worth more
        }
        if (kept == Interrupted::Nothing) {
            store = failure(ErrorKind::Storage); // closes it
            files.discardBuilding(Turn::Import);
            store = openFile(path);
        }
        if (!store)
            return tl::unexpected(store.error());
        if (kept != Interrupted::Everything) {
            if (const Result<> prepared = prepareForBulk(**store, true); !prepared)
                return prepared;
            const auto piece = [&](GenerationWriter &writer) {
                const Result<bool> more = build.fill(writer);
                if (more.value_or(false))
                    kept = Interrupted::Pieces;
                return more;
            };
            const Result<> filled = fillFile(**store, piece, build.stopped);
            if (!filled && kept == Interrupted::Nothing)
                return filled;
            if (!filled)
                return keepFor(filled.error());
        }
        const Result<bool> wanted = build.inspect(**store);
        if (!wanted)
            return keepFor(wanted.error());
        if (!*wanted)
            return {};
        if (const Result<> settled = leaveInOrder(**store); !settled)
            return settled;
    }
    const Result<> published = files.publish(Turn::Import);
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
                copied = tl::unexpected(ofInForce(damagedRecord().value()));
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
        return tl::unexpected(ofInForce(visited.error()));
    if (copied)
        copied = copyRefused(from, to.store(), exceptSource, ofInForce);
    if (!copied)
        return copied;
    const Result<> cursors = from.each(
        u"SELECT source, scope, cursor, at, place, person, name, told FROM cursor WHERE source<>?"_s,
        [&](const Row &row) {
            const SourceAccount account{.place = row.text(4), .person = row.text(5), .name = row.text(6)};
            copied = to.setCursor(row.text(0), static_cast<int>(row.integer(1)), row.bytes(2), row.time(3), account, row.flag(7));
            return copied.has_value();
        },
        exceptSource);
    return cursors ? copied : Result<>(tl::unexpected(ofInForce(cursors.error())));
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

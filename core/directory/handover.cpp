#include "damage.h"
#include "generationbuild.h"
#include "generationreader.h"
#include "generationwriter.h"
#include "inheritance.h"
#include "refusedrecords.h"
#include "staging.h"

namespace callcard {

using namespace Qt::Literals::StringLiterals;

namespace {

/// A fifth of a second of writing; beyond, a new file is as fast, and smaller.
constexpr qint64 kMostInPlace = 5000;
constexpr QStringView kFetchedIsDamaged = u"other: what was fetched cannot be read and is fetched again";

/// Corrupt is the file that is written. What was fetched and cannot be read is fetched again.
Result<HandedOver> takeStaged(Staging &staging, const HandOver &what, GenerationWriter &writer, const std::stop_token &stop)
{
    HandedOver handed;
    std::optional<Error> failed; // not the reading
    const auto goesOn = [&](const Result<> &done) {
        if (!done)
            failed = done.error();
        else if (stop.stop_requested())
            failed = Error{.kind = ErrorKind::Cancelled};
        return failed ? Result<>(tl::unexpected(*failed)) : Result<>{};
    };
    const Result<QSet<QString>> refusedBefore = refusedIds(writer.store(), what.source);
    if (!refusedBefore)
        return tl::unexpected(refusedBefore.error());
    const auto isTold = [&](const QString &id) {
        return refusedBefore->contains(id) ? dropRefused(writer.store(), what.source, id) : Result<>{};
    };
    const Result<> taken = staging.each(
        what.source,
        [&](const SourceRecord &record) {
            return goesOn(
                writer.put(what.source, record, GenerationWriter::Clash::Replace)
                    .map([&](GenerationWriter::Outcome outcome) { handed.changed += outcome != GenerationWriter::Outcome::Unchanged; })
                    .and_then([&] { return isTold(record.sourceId); }));
        },
        [&](const QString &id) {
            return goesOn(
                writer.remove(what.source, id).map([&](bool was) { handed.removed += was; }).and_then([&] { return isTold(id); }));
        });
    if (failed)
        return tl::unexpected(*failed);
    if (const Result<> forgotten = dropRefusedWithoutId(writer.store(), what.source); !forgotten)
        return tl::unexpected(forgotten.error());
    const Result<> refused = staging.eachRefused(
        what.source, [&](const RefusedRecord &record) { return goesOn(putRefused(writer.store(), what.source, record)); });
    if (failed)
        return tl::unexpected(*failed);
    if (!taken || !refused)
        return failure(ErrorKind::Storage, kFetchedIsDamaged.toString());
    Result<> kept = writer.setCursor(what.source, static_cast<int>(what.scope), what.cursor, what.now, what.account);
    if (kept)
        kept = writer.forgetUntold(what.source, static_cast<int>(what.widest));
    return kept ? Result<HandedOver>(handed) : Result<HandedOver>(tl::unexpected(kept.error()));
}

Result<bool> hasRecords(const GenerationReader &inForce, const QString &source)
{
    return inForce.store()
        .first(
            u"SELECT 1 FROM record WHERE source=(SELECT id FROM source WHERE name=?) LIMIT 1"_s,
            [](const Row &row) { return row.integer(0); }, source)
        .map([](const auto &one) { return one.has_value(); });
}

/// The pass is given up as well, so that the next one asks from the beginning.
Result<> refuseNobody(Staging &staging, const HandOver &what, const GenerationReader &inForce)
{
    const Result<bool> had = hasRecords(inForce, what.source);
    if (!had)
        return tl::unexpected(ofInForce(had.error()));
    if (!*had)
        return {};
    if (const Result<> cleared = staging.clear(what.source); !cleared)
        return cleared;
    return failure(ErrorKind::BadPayload, u"it says that it has no customers any more, so the earlier ones stay"_s);
}

} // namespace

Result<HandedOver> handOver(const Generations &files, const HandOver &what, std::stop_token stop)
{
    auto staging = Staging::open(files.stagingPath());
    if (!staging)
        return tl::unexpected(staging.error());
    const auto count = (*staging)->count(what.source);
    if (!count)
        return tl::unexpected(count.error());
    std::unique_ptr<GenerationReader> inForce;
    if (what.inForce > 0) {
        auto opened = GenerationReader::open(files.pathOf(what.inForce), false);
        if (!opened)
            return tl::unexpected(ofInForce(opened.error()));
        inForce = *std::move(opened);
    }
    if (inForce && what.replacesAll && !what.isElsewhere && count->changed == 0) {
        if (const Result<> meant = refuseNobody(**staging, what, *inForce); !meant)
            return tl::unexpected(meant.error());
    }
    // A file of an earlier program is made anew once: who inherits what cannot be told in place.
    const Result<bool> knows = inForce ? knowsLinks(inForce->store()) : Result<bool>(false);
    if (!knows)
        return tl::unexpected(ofInForce(knows.error()));
    Result<HandedOver> handed;
    if (*knows && count->changed + count->removed <= kMostInPlace && !what.replacesAll) {
        Store &store = inForce->store();
        handed = store.transact([&]() -> Result<HandedOver> {
            GenerationWriter writer(store, false);
            auto taken = takeStaged(**staging, what, writer, stop);
            if (!taken)
                return taken;
            const Result<> finished = writer.finish();
            return finished ? taken : Result<HandedOver>(tl::unexpected(finished.error()));
        });
        if (!handed)
            handed = tl::unexpected(ofInForce(handed.error()));
    } else {
        const auto stopped = [&] { return stop.stop_requested(); };
        const auto fill = [&](GenerationWriter &writer) -> Result<> {
            if (inForce) {
                const Result<> copied = copyRecords(inForce->store(), writer, what.replacesAll ? what.source : QString(), stopped);
                if (!copied)
                    return copied;
            }
            handed = takeStaged(**staging, what, writer, stop);
            return handed ? Result<>{} : Result<>(tl::unexpected(handed.error()));
        };
        const Result<> built = buildGeneration(files, Turn::Next, fill, stopped);
        if (!built)
            handed = tl::unexpected(built.error());
    }
    if (!handed && handed.error().detail == kFetchedIsDamaged)
        files.discardStaging();
    if (!handed)
        return handed;
    // Killed before this, the next sync takes the same over once more, which changes nothing.
    const Result<> cleared = (*staging)->clear(what.source);
    return cleared ? handed : Result<HandedOver>(tl::unexpected(cleared.error()));
}

} // namespace callcard

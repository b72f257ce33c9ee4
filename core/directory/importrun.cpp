#include "importrun.h"
#include "batchreader.h"
#include "damage.h"
#include "generationbuild.h"
#include "generationreader.h"
#include "generationwriter.h"
#include "importpoint.h"

#include <QElapsedTimer>

#include <utility>

namespace callcard {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype kMostFindings = 1000;

std::chrono::milliseconds rounded(std::chrono::nanoseconds time)
{
    return std::chrono::round<std::chrono::milliseconds>(time);
}

class ImportRun
{
public:
    ImportRun(ImportSource &source, ImportMeter &meter, ImportThreads threads, std::stop_token stop)
        : m_source(source)
        , m_meter(meter)
        , m_stop(std::move(stop))
        , m_name(source.sourceName())
        , m_report(source.description())
        , m_reader(source, threads, m_stop)
    {
    }

    /// What is done is kept every so often. Never: a trial.
    void keepPoints(const QByteArray &identity, std::chrono::milliseconds every)
    {
        m_identity = identity;
        m_pointEvery = every;
    }

    /// Goes on behind the rows that an interrupted import of the same file kept.
    [[nodiscard]] Result<Interrupted> goOn(Store &store)
    {
        const auto known = pointIn(store, m_identity);
        if (!known)
            return tl::unexpected(known.error());
        if (!*known)
            return Interrupted::Nothing;
        const ImportPoint &point = **known;
        m_goesOn = true;
        if (!point.whole) {
            const qint64 passed = m_source.skip(point.report.rows, m_stop);
            if (m_stop.stop_requested())
                return failure(ErrorKind::Cancelled);
            m_isAnother = passed != point.report.rows;
            if (m_isAnother)
                return failure(ErrorKind::BadPayload, u"the file is another one than it was"_s);
        }
        m_report.rows = point.report.rows;
        m_report.kept = point.report.kept;
        m_report.refusedRows = point.report.refusedRows;
        m_report.refused = point.report.refused;
        m_report.numberProblems = point.report.numberProblems;
        m_report.numbers = point.report.numbers;
        m_report.unparseable = point.report.unparseable;
        m_line = point.line;
        if (point.whole)
            noteGoingOn(point.line);
        return point.whole ? Interrupted::Everything : Interrupted::Pieces;
    }

    [[nodiscard]] bool goesOn() const { return m_goesOn; }
    /// What the earlier run left is of no use after all.
    [[nodiscard]] bool wentOnInVain(const Error &error) const
    {
        const StorageFault fault = storageFault(error);
        const bool isRuined = (fault == StorageFault::Corrupt && !isOfInForce(error)) || fault == StorageFault::Conflict;
        return m_goesOn && (isRuined || m_isAnother);
    }

    /// Rows until it is time to keep them (true) or until the last one.
    [[nodiscard]] Result<bool> fill(GenerationWriter &writer)
    {
        QElapsedTimer sinceLast;
        sinceLast.start();
        bool any = false;
        // A row is known to be whole when another one follows it: where a file breaks off, half a row looks like one.
        while (!m_stop.stop_requested() && (!m_batch.empty() || nextBatch())) {
            const bool due = any && std::chrono::nanoseconds(sinceLast.nsecsElapsed()) >= m_pointEvery;
            if (due && !m_identity.isEmpty())
                return keptPoint(writer, false);
            if (const Result<> stored = storeBatch(writer); !stored)
                return tl::unexpected(stored.error());
            any = true;
        }
        m_reader.end();
        m_report.spent.reading = rounded(m_reader.spent());
        m_report.spent.storing = rounded(m_storing);
        const auto problem = m_source.problem();
        if (m_stop.stop_requested() && any && !problem && !m_identity.isEmpty())
            return keptPoint(writer, false); // asked once more, nothing is new any more
        if (m_stop.stop_requested())
            return failure(ErrorKind::Cancelled);
        if (problem)
            return tl::unexpected(*problem);
        return m_identity.isEmpty() ? Result<bool>(false) : keptPoint(writer, true);
    }

    /// What differs from the import before.
    Result<> compare(Store &built, Store *inForce)
    {
        if (!inForce)
            return {};
        qint64 known = 0;
        Result<> compared;
        const QString sql = u"SELECT r.source_id, r.body FROM record r JOIN source s ON s.id=r.source WHERE s.name=?"_s;
        const Result<> visited = built.each(
            sql,
            [&](const Row &row) {
                const QByteArray body = row.bytes(1);
                const auto before = inForce->first(
                    u"SELECT r.body FROM record r JOIN source s ON s.id=r.source WHERE r.source_id=? AND s.name=?"_s,
                    [](const Row &old) { return old.bytes(0); }, row.text(0), m_name);
                if (!before)
                    compared = tl::unexpected(ofInForce(before.error()));
                else if (*before) {
                    ++known;
                    m_report.updated += **before != body;
                }
                return compared.has_value() && !m_stop.stop_requested();
            },
            m_name);
        if (!visited || !compared)
            return visited ? compared : visited;
        const auto total = inForce->first(
            u"SELECT count(*) FROM record WHERE source=(SELECT id FROM source WHERE name=?)"_s,
            [](const Row &row) { return row.integer(0); }, m_name);
        if (!total)
            return tl::unexpected(ofInForce(total.error()));
        m_report.removed = total->value_or(0) - known;
        return m_stop.stop_requested() ? Result<>(failure(ErrorKind::Cancelled)) : Result<>{};
    }

    [[nodiscard]] ImportReport &report() { return m_report; }
    [[nodiscard]] const QString &sourceName() const { return m_name; }

private:
    /// More is to come, unless this is the point behind the last row.
    Result<bool> keptPoint(GenerationWriter &writer, bool whole)
    {
        const Result<> kept = keepPoint(writer.store(), m_identity, {.report = m_report, .line = m_line, .whole = whole});
        return kept ? Result<bool>(!whole) : tl::unexpected(kept.error());
    }

    void noteGoingOn(qint64 line)
    {
        m_report.resumedAt = line;
        m_meter.resumedAt = line;
    }

    bool nextBatch()
    {
        const bool more = m_reader.next(m_batch);
        if (m_goesOn && m_report.resumedAt == 0)
            noteGoingOn(m_batch.empty() ? m_line : m_batch.front().line);
        return more;
    }

    Result<> storeBatch(GenerationWriter &writer)
    {
        StopWatch watch;
        const std::vector<ImportedRow> batch = std::exchange(m_batch, {});
        for (const ImportedRow &row : batch) {
            if (const Result<> stored = store(writer, row); !stored)
                return stored;
        }
        m_storing += watch.lap();
        return {};
    }

    Result<> store(GenerationWriter &writer, const ImportedRow &row)
    {
        ++m_report.rows;
        m_line = row.line;
        for (const auto &problem : row.numberProblems) {
            if (m_report.numberProblems.size() < kMostFindings)
                m_report.numberProblems.append(problem);
        }
        if (!row.record) {
            ++m_report.refusedRows;
            if (m_report.refused.size() < kMostFindings)
                m_report.refused.append(row.refusal);
            return {};
        }
        ++m_report.kept;
        for (const CustomerNumber &number : row.record->customer.numbers)
            ++(number.number ? m_report.numbers : m_report.unparseable);
        const auto put = writer.put(m_name, *row.record, GenerationWriter::Clash::Unite);
        if (!put)
            return tl::unexpected(put.error());
        if (*put == GenerationWriter::Outcome::SetApart && m_report.numberProblems.size() < kMostFindings)
            m_report.numberProblems.append({.line = row.line, .field = u"id"_s, .reason = u"same-id"_s});
        return {};
    }

    ImportSource &m_source;
    ImportMeter &m_meter;
    const std::stop_token m_stop;
    const QString m_name;
    QByteArray m_identity; ///< Empty: nothing is kept for another run.
    std::chrono::milliseconds m_pointEvery{};
    bool m_goesOn = false;
    bool m_isAnother = false;
    ImportReport m_report;
    qint64 m_line = 0;                ///< Of the last row that was stored.
    std::vector<ImportedRow> m_batch; ///< Read and not stored yet.
    BatchReader m_reader;
    std::chrono::nanoseconds m_storing{};
};

} // namespace

Result<ImportReport> runImport(const Generations &files, int generation, const ImportRequest &request, ImportThreads threads,
                               ImportMeter &meter, std::stop_token stop)
{
    meter.rows = 0;
    meter.resumedAt = 0;
    auto source = openImportSource(request, meter);
    if (!source)
        return tl::unexpected(source.error());
    std::unique_ptr<GenerationReader> inForce;
    Result<qint64> revision = 0;
    if (generation > 0) {
        auto opened = GenerationReader::open(files.pathOf(generation), false);
        if (!opened)
            return tl::unexpected(ofInForce(opened.error()));
        inForce = *std::move(opened);
        revision = inForce->revision();
    }
    if (!revision)
        return tl::unexpected(ofInForce(revision.error()));
    ImportRun run(**source, meter, threads, stop);
    StopWatch phases;
    StopWatch whole;
    const auto stopped = [&] { return stop.stop_requested(); };
    bool areOthersThere = false;
    const auto fill = [&](GenerationWriter &writer) -> Result<bool> {
        // The others first: they keep their order, and it is their rows that look-ups have met.
        if (inForce && !areOthersThere && !run.goesOn()) {
            const Result<> copied = copyRecords(inForce->store(), writer, run.sourceName(), stopped);
            if (!copied)
                return tl::unexpected(copied.error());
        }
        areOthersThere = true;
        const Result<bool> filled = run.fill(writer);
        (void)phases.lap();
        return filled;
    };
    const auto inspect = [&](Store &store) -> Result<bool> {
        run.report().spent.indexing = rounded(phases.lap());
        if (const Result<> compared = run.compare(store, inForce ? &inForce->store() : nullptr); !compared)
            return tl::unexpected(compared.error());
        const auto shared = store.first(u"SELECT value FROM meta WHERE key='shared'"_s, [](const Row &row) { return row.integer(0); });
        if (!shared)
            return tl::unexpected(shared.error());
        run.report().shared = shared->value_or(0);
        // A file that nothing could be made of must not empty the directory.
        run.report().inForce = !request.dryRun && run.report().kept > 0;
        const Result<> forgotten = forgetPoint(store);
        return forgotten ? Result<bool>(run.report().inForce) : tl::unexpected(forgotten.error());
    };
    Result<> built;
    if (request.dryRun) {
        const auto fillAll = [&](GenerationWriter &writer) { return fill(writer).map([](bool) {}); };
        built = buildGeneration(files, Turn::Next, fillAll, stopped, inspect);
    } else {
        if (request.fresh)
            files.discardBuilding(Turn::Import);
        run.keepPoints(importIdentity(request, generation, *revision), request.pointEvery);
        const auto goOn = [&](Store &store) { return run.goOn(store); };
        built = buildInPieces(files, {.goOn = goOn, .fill = fill, .stopped = stopped, .inspect = inspect});
    }
    if (!built && run.wentOnInVain(built.error())) {
        ImportRequest anew = request;
        anew.fresh = true;
        return runImport(files, generation, anew, threads, meter, std::move(stop));
    }
    if (!built)
        return tl::unexpected(built.error());
    run.report().spent.publishing = rounded(phases.lap());
    run.report().spent.total = rounded(whole.lap());
    return run.report();
}

} // namespace callcard

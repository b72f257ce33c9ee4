#include "importrun.h"
#include "generationbuild.h"
#include "generationreader.h"
#include "generationwriter.h"
#include "rowqueue.h"
#include "workerpriority.h"

#include <QElapsedTimer>

#include <thread>

namespace callcard {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype kMostFindings = 1000;
constexpr std::size_t kBatch = 256;

/// The time since it was last asked.
class StopWatch
{
public:
    StopWatch() { m_timer.start(); }
    [[nodiscard]] std::chrono::nanoseconds lap()
    {
        const qint64 now = m_timer.nsecsElapsed();
        return std::chrono::nanoseconds(now - std::exchange(m_last, now));
    }

private:
    QElapsedTimer m_timer;
    qint64 m_last = 0;
};

std::chrono::milliseconds rounded(std::chrono::nanoseconds time)
{
    return std::chrono::round<std::chrono::milliseconds>(time);
}

class ImportRun
{
public:
    ImportRun(ImportSource &source, ImportThreads threads, std::stop_token stop)
        : m_source(source), m_threads(threads), m_stop(std::move(stop)), m_name(source.sourceName()), m_report(source.description())
    {
    }

    Result<> fill(GenerationWriter &writer)
    {
        const Result<> stored = m_threads == ImportThreads::Two ? storeWhileAnotherReads(writer) : storeInTurn(writer);
        m_report.spent.reading = rounded(m_reading);
        m_report.spent.storing = rounded(m_storing);
        if (m_stop.stop_requested())
            return failure(ErrorKind::Cancelled);
        if (const auto problem = m_source.problem(); stored && problem)
            return tl::unexpected(*problem);
        return stored;
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
                    compared = tl::unexpected(before.error());
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
            return tl::unexpected(total.error());
        m_report.removed = total->value_or(0) - known;
        return m_stop.stop_requested() ? Result<>(failure(ErrorKind::Cancelled)) : Result<>{};
    }

    [[nodiscard]] ImportReport &report() { return m_report; }
    [[nodiscard]] const QString &sourceName() const { return m_name; }

private:
    Result<> storeInTurn(GenerationWriter &writer)
    {
        StopWatch watch;
        std::vector<ImportedRow> batch;
        for (bool more = true; more && !m_stop.stop_requested();) {
            more = readBatch(batch);
            m_reading += watch.lap();
            if (const Result<> stored = storeBatch(writer, batch); !stored)
                return stored;
            m_storing += watch.lap();
        }
        return {};
    }

    Result<> storeWhileAnotherReads(GenerationWriter &writer)
    {
        RowQueue queue;
        std::stop_source enough; // the file's end, a failure here, or the person's wish
        const std::stop_callback cancelled(m_stop, [&enough] { enough.request_stop(); });
        std::thread reader([&] {
            lowerPriority();
            StopWatch watch;
            for (bool more = true; more && !enough.stop_requested();) {
                RowQueue::Batch batch;
                (void)watch.lap(); // waiting for the other thread is no reading
                more = readBatch(batch);
                m_reading += watch.lap();
                if (!queue.put(std::move(batch), enough.get_token()))
                    break;
            }
            queue.end();
        });
        Result<> stored;
        RowQueue::Batch batch;
        StopWatch watch;
        while (stored && queue.take(batch, enough.get_token())) {
            (void)watch.lap();
            stored = storeBatch(writer, batch);
            m_storing += watch.lap();
        }
        enough.request_stop();
        reader.join();
        return stored;
    }

    /// False: that was the last one.
    bool readBatch(std::vector<ImportedRow> &batch)
    {
        batch.clear();
        batch.reserve(kBatch);
        ImportedRow row;
        while (batch.size() < kBatch) {
            if (!m_source.next(row))
                return false;
            batch.push_back(std::move(row));
        }
        return true;
    }

    Result<> storeBatch(GenerationWriter &writer, const std::vector<ImportedRow> &batch)
    {
        for (const ImportedRow &row : batch) {
            if (const Result<> stored = store(writer, row); !stored)
                return stored;
        }
        return {};
    }

    Result<> store(GenerationWriter &writer, const ImportedRow &row)
    {
        ++m_report.rows;
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
    const ImportThreads m_threads;
    const std::stop_token m_stop;
    const QString m_name;
    ImportReport m_report;
    std::chrono::nanoseconds m_reading{}; ///< Written by the thread that reads, looked at when it has ended.
    std::chrono::nanoseconds m_storing{};
};

} // namespace

Result<ImportReport> runImport(const Generations &files, int generation, const ImportRequest &request, ImportThreads threads,
                               ImportMeter &meter, std::stop_token stop)
{
    auto source = openImportSource(request, meter);
    if (!source)
        return tl::unexpected(source.error());
    std::unique_ptr<GenerationReader> inForce;
    if (generation > 0) {
        auto opened = GenerationReader::open(files.pathOf(generation), false);
        if (!opened)
            return tl::unexpected(opened.error());
        inForce = *std::move(opened);
    }
    ImportRun run(**source, threads, stop);
    StopWatch phases;
    StopWatch whole;
    // A file that nothing could be made of must not empty the directory.
    const auto nothingKept = [&] { return run.report().kept == 0; };
    const Result<> built = buildGeneration(
        files, Turn::Next,
        [&](GenerationWriter &writer) -> Result<> {
            // The others first: they keep their order, and it is their rows that look-ups have met.
            if (inForce) {
                const Result<> copied = copyRecords(inForce->store(), writer, run.sourceName(), [&] { return stop.stop_requested(); });
                if (!copied)
                    return copied;
            }
            const Result<> filled = run.fill(writer);
            (void)phases.lap();
            return filled;
        },
        [&] { return stop.stop_requested(); },
        [&](Store &store) -> Result<bool> {
            run.report().spent.indexing = rounded(phases.lap());
            if (const Result<> compared = run.compare(store, inForce ? &inForce->store() : nullptr); !compared)
                return tl::unexpected(compared.error());
            const auto shared = store.first(u"SELECT value FROM meta WHERE key='shared'"_s, [](const Row &row) { return row.integer(0); });
            if (!shared)
                return tl::unexpected(shared.error());
            run.report().shared = shared->value_or(0);
            run.report().inForce = !request.dryRun && !nothingKept();
            return run.report().inForce;
        });
    if (!built)
        return tl::unexpected(built.error());
    run.report().spent.publishing = rounded(phases.lap());
    run.report().spent.total = rounded(whole.lap());
    return run.report();
}

} // namespace callcard

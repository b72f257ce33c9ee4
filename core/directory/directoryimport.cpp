#include "damage.h"
#include "directory_p.h"
#include "importrun.h"
#include "workerpriority.h"

#include <QLoggingCategory>
#include <QTimer>

#include <algorithm>

namespace callcard {

using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(lcImport, "callcard.directory", QtInfoMsg)

/// On a thread of its own: a file path and values go in, one report comes out.
void startWorker(const std::shared_ptr<RunningWork> &running, WorkerBell &bell, const Generations &files, int generation,
                 const ImportRequest &request)
{
    running->thread = std::thread([running, &bell, files, generation, request] {
        lowerPriority();
        running->leave(runImport(files, generation, request, ImportThreads::Two, running->meter, running->stop.get_token()));
        bell.ring();
    });
}

} // namespace

QCoro::Task<Result<ImportReport>> Directory::importFile(ImportRequest request, std::stop_token stop)
{
    if (!d->running)
        refresh();
    if (const Result<> ready = d->mayBuild(); !ready)
        co_return tl::unexpected(ready.error());
    const auto running = std::make_shared<RunningWork>();
    d->running = running;
    const auto cancel = [running] { running->stop.request_stop(); };
    const std::stop_callback<decltype(cancel)> onCancel(stop, cancel);
    startWorker(running, d->bell, d->files, d->generation, request);
    QTimer ticks;
    const auto tick = [this, running] {
        const auto read = static_cast<double>(running->meter.bytes) / static_cast<double>(running->meter.size);
        Q_EMIT
        importProgressed({.rows = running->meter.rows, .part = std::min(1.0, read), .resumedAt = running->meter.resumedAt});
    };
    connect(&ticks, &QTimer::timeout, this, tick);
    ticks.start(100ms);
    // The worker hears of a wish to stop and ends early; until it has ended there is no going on.
    const Result<ImportReport> report = co_await running->done.wait({});
    ticks.stop();
    if (running->abandoned)
        co_return failure(ErrorKind::Cancelled);
    running->thread.join();
    if (report) {
        Q_EMIT
        importProgressed({.rows = report->rows, .part = 1.0, .resumedAt = report->resumedAt});
    } else if (isOfInForce(report.error()) && d->givesWay(report.error())) {
        (void)d->endWork();
        co_return co_await importFile(std::move(request), stop); // nothing was wrong with the file
    }
    const int before = d->generation;
    if (report) {
        if (const Result<> taken = d->takeNewest(); !taken)
            qCWarning(lcImport) << "the old generation stays in force:" << taken.error();
        if (report->inForce)
            d->damage.reset();
    }
    // What was saved meanwhile is there before anybody looks.
    const bool changedHere = d->endWork();
    if (changedHere || d->generation != before)
        Q_EMIT
    generationChanged();
    co_return report;
}

Result<ImportReport> Directory::importNow(const ImportRequest &request, std::stop_token stop)
{
    if (!d->running)
        refresh();
    if (const Result<> ready = d->mayBuild(); !ready)
        return tl::unexpected(ready.error());
    ImportMeter meter;
    auto report = runImport(d->files, d->generation, request, ImportThreads::One, meter, stop);
    if (!report && isOfInForce(report.error()) && d->givesWay(report.error()))
        return importNow(request, std::move(stop));
    if (report && report->inForce)
        d->damage.reset();
    if (report)
        refresh();
    return report;
}

} // namespace callcard

#include "damage.h"
#include "directory_p.h"
#include "staging.h"
#include "workerpriority.h"

#include <algorithm>

namespace callcard {

using namespace Qt::Literals::StringLiterals;

namespace {

/// A source that never comes to an end is broken; at 500 records a page this is far more than anybody has.
constexpr int kMostPages = 20'000;

void startHandOver(const std::shared_ptr<RunningWork> &running, WorkerBell &bell, const Generations &files, const HandOver &what)
{
    running->handedOver = std::make_unique<Completion<HandedOver>>();
    running->thread = std::thread([running, &bell, files, what] {
        lowerPriority();
        running->leave(handOver(files, what, running->stop.get_token()));
        bell.ring();
    });
}

} // namespace

Result<QByteArray> Directory::Private::cursorOf(const CustomerSource &source, SyncScope scope, const SourceAccount &account) const
{
    if (!reader)
        return QByteArray();
    const Result<bool> told = reader->hasTold(source.name(), static_cast<int>(scope));
    if (!told)
        return tl::unexpected(told.error());
    const Result<QByteArray> cursor = reader->cursor(source.name(), static_cast<int>(scope), account);
    return cursor && !*told ? source.fromTheBeginning(*cursor) : cursor;
}

Result<bool> Directory::Private::isElsewhere(const QString &source, const SourceAccount &account) const
{
    const Result<QString> place = reader ? reader->placeOf(source) : QString();
    return place.map([&](const QString &known) { return !known.isEmpty() && !account.place.isEmpty() && known != account.place; });
}

/// Damaged, what was fetched is fetched again.
Error Directory::Private::ofStaging(const Error &error) const
{
    if (storageFault(error) == StorageFault::Corrupt)
        files.discardStaging();
    return error;
}

/// One source's pass of one scope. It may outlive the directory while a page is on its way: nothing of it is touched then.
QCoro::Task<Result<>> Directory::pass(CustomerSource &source, SyncScope scope, std::shared_ptr<RunningWork> running, SourceSync &outcome)
{
    const std::stop_token stop = running->stop.get_token();
    const QString name = source.name();
    auto opened = Staging::open(d->files.stagingPath());
    if (!opened)
        co_return tl::unexpected(opened.error());
    const std::unique_ptr<Staging> staging = *std::move(opened);
    const Result<SourceAccount> account = co_await source.account(stop);
    if (running->abandoned)
        co_return failure(ErrorKind::Cancelled);
    if (!account)
        co_return tl::unexpected(account.error());
    const Result<QByteArray> known = d->cursorOf(source, scope, *account);
    if (!known) {
        (void)d->givesWay(known.error());
        co_return tl::unexpected(known.error());
    }
    const Result<QByteArray> begun = staging->begin(name, {scope, *account, *known});
    if (!begun)
        co_return tl::unexpected(d->ofStaging(begun.error()));

    HandOver what{.source = name, .scope = scope, .widest = running->widest, .account = *account, .cursor = *begun};
    for (int pages = 0;; ++pages) {
        if (pages == kMostPages)
            co_return failure(ErrorKind::BadPayload, u"the source does not come to an end"_s);
        const Result<SourcePage> page = co_await source.page(scope, what.cursor, stop);
        if (running->abandoned)
            co_return failure(ErrorKind::Cancelled);
        if (!page)
            co_return tl::unexpected(page.error());
        if (const Result<> added = staging->add(name, *page); !added)
            co_return tl::unexpected(d->ofStaging(added.error()));
        outcome.fetched += page->changed.size() + page->removed.size();
        outcome.refused += page->refused.size();
        Q_EMIT
        syncProgressed(name, outcome.fetched);
        what.cursor = page->cursor;
        if (page->last) {
            what.replacesAll = page->everything && running->isWhole;
            break;
        }
    }
    const Result<bool> elsewhere = d->isElsewhere(name, *account);
    if (!elsewhere) {
        (void)d->givesWay(elsewhere.error());
        co_return tl::unexpected(elsewhere.error());
    }
    what.isElsewhere = *elsewhere;
    what.replacesAll = what.replacesAll || what.isElsewhere;
    what.inForce = d->generation;
    what.now = d->clock.now();
    startHandOver(running, d->bell, d->files, what);
    const Result<HandedOver> handed = co_await running->handedOver->wait({});
    if (running->abandoned)
        co_return failure(ErrorKind::Cancelled);
    running->thread.join();
    if (!handed && isOfInForce(handed.error()))
        (void)d->givesWay(handed.error());
    if (!handed)
        co_return tl::unexpected(handed.error());
    outcome.changed += handed->changed;
    outcome.removed += handed->removed;
    if (const Result<> taken = d->takeNewest(); !taken)
        co_return taken;
    d->damage.reset();
    d->readMyName();
    d->bringLocalIn(); // a new generation may not have what was saved while it was built
    Q_EMIT
    generationChanged();
    co_return {};
}

QCoro::Task<Result<SyncReport>> Directory::sync(QList<CustomerSource *> sources, QList<SyncScope> scopes, std::stop_token stop)
{
    if (!d->running)
        refresh();
    if (const Result<> ready = d->mayBuild(); !ready)
        co_return tl::unexpected(ready.error());
    const auto running = std::make_shared<RunningWork>();
    d->running = running;
    const auto cancel = [running] { running->stop.request_stop(); };
    const std::stop_callback<decltype(cancel)> onCancel(stop, cancel);

    running->widest = scopes.isEmpty() ? SyncScope::Own : *std::max_element(scopes.cbegin(), scopes.cend());
    SyncReport report;
    for (CustomerSource *source : sources)
        report.sources.append({.name = source->name()});
    // Own accounts of every source come into force before the first stranger is asked for.
    for (const SyncScope scope : scopes) {
        // Whoever is not among the rep's own is not gone, but comes in a moment.
        running->isWhole = scopes.size() == 1 || scope == SyncScope::Everything;
        for (qsizetype i = 0; i < sources.size(); ++i) {
            SourceSync &outcome = report.sources[i];
            // What is refused in one scope may be given in a wider one; anything else fails there as well.
            if (outcome.error && outcome.error->kind != ErrorKind::Refused)
                continue;
            const Result<> passed = co_await pass(*sources.at(i), scope, running, outcome);
            if (running->abandoned)
                co_return failure(ErrorKind::Cancelled);
            if (!passed)
                outcome.error = passed.error();
            else if (scope == SyncScope::Everything)
                outcome.error.reset(); // whatever was missing is among it
            if (running->stop.stop_requested())
                break;
        }
        if (running->stop.stop_requested())
            break;
    }
    if (d->endWork())
        Q_EMIT
    generationChanged();
    if (running->stop.stop_requested())
        co_return failure(ErrorKind::Cancelled);
    // One collection that is denied does not fail the sync, unless there is no other.
    const auto failed = [](const SourceSync &one) { return one.error.has_value(); };
    if (!report.sources.isEmpty() && std::all_of(report.sources.cbegin(), report.sources.cend(), failed))
        co_return tl::unexpected(*report.sources.constFirst().error);
    co_return report;
}

} // namespace callcard

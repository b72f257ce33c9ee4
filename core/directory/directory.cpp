#include "browse.h"
#include "directory_p.h"
#include "generationbuild.h"
#include "generationwriter.h"
#include "refusedrecords.h"
#include "search.h"

#include <QLoggingCategory>

#include <utility>

namespace callcard {

using namespace Qt::Literals::StringLiterals;

namespace {
Q_LOGGING_CATEGORY(lcDirectory, "callcard.directory", QtInfoMsg)
}

Result<> Directory::Private::takeNewest()
{
    std::optional<Error> failed;
    std::optional<DamagedFile> damaged;
    for (const int candidate : files.existing()) {
        if (candidate == generation && reader)
            return {};
        const QString path = files.pathOf(candidate);
        auto opened = GenerationReader::open(path, readOnly);
        if (!opened) {
            qCWarning(lcDirectory) << "generation" << candidate << "cannot be read:" << opened.error();
            const bool isDamaged = storageFault(opened.error()) == StorageFault::Corrupt;
            const Result<QString> aside = isDamaged && !readOnly ? setAside(path, clock.now()) : failure(ErrorKind::Storage);
            if (aside) {
                damaged = DamagedFile{.what = DamagedFile::What::Customers, .error = opened.error(), .aside = *aside};
                continue; // out of the way of whatever is built from now on
            }
            if (!failed)
                failed = opened.error();
            continue;
        }
        reader = *std::move(opened);
        generation = candidate;
        readMyName();
        if (!readOnly && !failed)
            files.cleanUp(generation);
        return damaged ? beginAnew() : Result<>{};
    }
    if (damaged) {
        damage = damaged;
        if (const Result<> begun = beginAnew(); !begun)
            return begun;
    }
    return failed ? Result<>(tl::unexpected(*failed)) : Result<>{};
}

Result<> Directory::Private::mayWrite() const
{
    if (readOnly)
        return failure(ErrorKind::Storage, u"the directory was opened for reading"_s);
    // What is built now began with what is in force: a change in between would be lost.
    return running ? Result<>(failure(ErrorKind::Refused, u"an import or sync is on its way"_s)) : Result<>{};
}

/// One that another program published meanwhile was looked for before; what then is newer cannot be read now, and is no ruin.
Result<> Directory::Private::mayBuild() const
{
    if (const Result<> free = mayWrite(); !free)
        return free;
    return files.newest() == generation ? Result<>{} : Result<>(failure(ErrorKind::Storage, u"the newest generation cannot be read"_s));
}

void Directory::Private::readMyName()
{
    context.me = me;
    if (!me.name.isEmpty() || !reader)
        return;
    if (const auto name = reader->nameOfRep())
        context.me.name = *name;
    else
        qCWarning(lcDirectory) << "the rep's name cannot be read:" << name.error();
}

Result<> Directory::Private::putInForce(const QString &source, const QList<SourceRecord> &changed, const QList<QString> &removed)
{
    if (reader)
        return applyChanges(reader->store(), source, changed, removed);
    const auto fill = [&](GenerationWriter &writer) -> Result<> {
        for (const SourceRecord &record : changed) {
            if (const auto put = writer.put(source, record, GenerationWriter::Clash::Replace); !put)
                return tl::unexpected(put.error());
        }
        return {};
    };
    const auto never = [] { return false; };
    const Result<> built = buildGeneration(files, running ? Turn::First : Turn::Next, fill, never);
    if (built)
        return takeNewest();
    // Somebody else's first generation was there sooner.
    const Result<> taken = running ? takeNewest() : built;
    return taken && reader ? applyChanges(reader->store(), source, changed, removed) : built;
}

void RunningWork::takeIn()
{
    auto brought = [&] {
        const std::scoped_lock lock(shelfLock);
        return std::exchange(shelf, std::monostate());
    }();
    if (auto *report = std::get_if<Result<ImportReport>>(&brought))
        done.complete(std::move(*report));
    else if (auto *handed = std::get_if<Result<HandedOver>>(&brought))
        handedOver->complete(std::move(*handed));
}

Directory::Directory(std::unique_ptr<Private> p) : d(std::move(p))
{
    d->q = this;
}

Directory::~Directory()
{
    if (const auto running = std::exchange(d->running, nullptr)) {
        running->abandoned = true;
        running->stop.request_stop();
        if (running->thread.joinable())
            running->thread.join();
        running->done.complete(failure(ErrorKind::Cancelled));
        if (running->handedOver)
            running->handedOver->complete(failure(ErrorKind::Cancelled));
    }
}

Result<std::unique_ptr<Directory>> Directory::open(const QString &folder, const Clock &clock, Access access)
{
    auto d = std::make_unique<Private>(folder, clock, access == Access::ReadOnly);
    auto choices = LearnedChoices::open(d->files.choicesPath(), d->readOnly, clock);
    if (!choices)
        return tl::unexpected(choices.error());
    d->choices = *std::move(choices);
    auto local = LocalCustomers::open(d->files.localPath(), d->readOnly, clock);
    if (!local)
        return tl::unexpected(local.error());
    d->local = *std::move(local);
    if (const Result<> taken = d->takeNewest(); !taken)
        return tl::unexpected(taken.error());
    d->noticeDamage();
    if (!d->readOnly) {
        d->files.cleanUp(d->generation);
        d->files.discardLeftovers(clock.now());
        d->changedLocally(); // what a kill left
        d->noticeDamage();
    }
    return std::unique_ptr<Directory>(new Directory(std::move(d)));
}

void Directory::setMe(const Me &me)
{
    d->me = me;
    d->readMyName();
}

Me Directory::me() const
{
    return d->context.me;
}

bool Directory::isBusy() const
{
    return d->running != nullptr;
}

void Directory::setOwnLines(const QSet<PhoneNumber> &lines)
{
    d->context.ownLines = lines;
}

void Directory::setRegion(const QString &region)
{
    d->context.region = region;
}

Result<WhoIs> Directory::lookUp(const CallParty &caller) const
{
    return d->asking([&] { return Matcher(d->reader.get(), *d->choices, d->context, d->clock.now()).whoIs(caller); });
}

WhoIs Directory::whoIs(const CallParty &caller) const
{
    auto found = lookUp(caller);
    if (!found) {
        qCWarning(lcDirectory) << "a look-up failed:" << found.error();
        return {.problem = found.error()};
    }
    if (d->damage && found->facts.isEmpty())
        found->problem = d->damage->error; // they may have been in what was lost
    return *std::move(found);
}

Result<std::optional<Customer>> Directory::customer(const CustomerId &id) const
{
    return d->asking([&]() -> Result<std::optional<Customer>> {
        if (!d->reader)
            return std::nullopt;
        const auto row = d->reader->rowOf(id.text());
        if (!row)
            return tl::unexpected(row.error());
        return *row ? d->reader->customerAt(**row) : Result<std::optional<Customer>>(std::nullopt);
    });
}

Result<QList<Customer>> Directory::search(const QString &text, int limit) const
{
    if (text.trimmed().isEmpty())
        return QList<Customer>{}; // a page of everybody is find()'s
    const auto found = find({.text = text, .limit = limit});
    if (!found)
        return tl::unexpected(found.error());
    QList<Customer> customers;
    for (const FoundCustomer &one : found->customers)
        customers.append(one.customer);
    return customers;
}

Result<FoundCustomers> Directory::find(const CustomerQuery &query) const
{
    return d->asking([&]() -> Result<FoundCustomers> {
        if (!d->reader)
            return FoundCustomers{};
        return query.text.trimmed().isEmpty() ? Browse(*d->reader, d->context).page(query) : Search(*d->reader, d->context).find(query);
    });
}

Result<DirectoryStats> Directory::stats() const
{
    return d->asking([&]() -> Result<DirectoryStats> {
        if (!d->reader)
            return DirectoryStats{};
        const auto counts = d->reader->counts();
        if (!counts)
            return tl::unexpected(counts.error());
        const auto synced = d->reader->lastSync();
        if (!synced)
            return tl::unexpected(synced.error());
        const auto refused = refusedCount(d->reader->store());
        if (!refused)
            return tl::unexpected(refused.error());
        const auto told = haveAllTold(d->reader->store());
        if (!told)
            return tl::unexpected(told.error());
        return DirectoryStats{.customers = counts->customers,
                              .numbers = counts->numbers,
                              .unparseable = counts->unparseable,
                              .shared = counts->shared,
                              .refused = *refused,
                              .refusedKnown = *told,
                              .lastSync = *synced,
                              .generation = d->generation};
    });
}

Result<QList<RefusedRecords>> Directory::refused() const
{
    return d->asking(
        [&]() -> Result<QList<RefusedRecords>> { return d->reader ? refusedBySource(d->reader->store()) : QList<RefusedRecords>{}; });
}

Result<> Directory::learn(const PhoneNumber &number, const CustomerId &customer)
{
    const Result<> learned = d->choices->learn({number, customer, d->clock.now()});
    d->noticeDamage();
    if (learned)
        Q_EMIT
    learnedChanged();
    return learned;
}

Result<> Directory::unlearn(const PhoneNumber &number)
{
    const Result<bool> forgotten = d->choices->unlearn(number);
    d->noticeDamage();
    if (!forgotten)
        return tl::unexpected(forgotten.error());
    if (*forgotten)
        Q_EMIT
    learnedChanged();
    return {};
}

Result<QList<LearnedChoice>> Directory::learned() const
{
    auto all = d->choices->all();
    d->noticeDamage();
    return all;
}

Result<> Directory::apply(const QString &source, const QList<SourceRecord> &changed, const QList<QString> &removed)
{
    if (const Result<> free = d->mayWrite(); !free)
        return free;
    if (const Result<> put = d->asking([&] { return d->putInForce(source, changed, removed); }); !put)
        return put;
    Q_EMIT
    generationChanged();
    return {};
}

void Directory::refresh()
{
    const int before = d->generation;
    if (const Result<> taken = d->takeNewest(); !taken)
        qCWarning(lcDirectory) << "the old generation stays in force";
    if (d->generation != before)
        Q_EMIT
    generationChanged();
}

} // namespace callcard

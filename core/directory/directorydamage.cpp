#include "directory_p.h"

#include <QLoggingCategory>

namespace callcard {

using namespace Qt::Literals::StringLiterals;

namespace {
Q_LOGGING_CATEGORY(lcDamage, "callcard.directory", QtInfoMsg)
} // namespace

/// What continued a generation that was set aside: half a pass is fetched from where the one in force ends, half an import is read from
/// the beginning, and what was written here is put in once more.
Result<> Directory::Private::beginAnew()
{
    if (running) {
        running->isVoid = true;
        running->stop.request_stop();
    } else {
        files.discardStaging();
        files.discardBuilding(Turn::Import);
    }
    return local->forgetApplied();
}

bool Directory::Private::givesWay(const Error &error)
{
    if (readOnly || !reader || storageFault(error) != StorageFault::Corrupt)
        return false;
    const QString path = files.pathOf(generation);
    reader.reset(); // closed before it is moved
    const Result<QString> aside = setAside(path, clock.now());
    if (!aside) {
        qCWarning(lcDamage) << "generation" << generation << "is damaged and cannot be set aside:" << aside.error();
        if (auto opened = GenerationReader::open(path, readOnly))
            reader = *std::move(opened); // for what can still be read of it
        return false;
    }
    qCWarning(lcDamage) << "generation" << generation << "is damaged and has been set aside:" << error;
    generation = 0;
    if (const Result<> taken = takeNewest(); !taken)
        qCWarning(lcDamage) << "no other generation can be read:" << taken.error();
    damage = DamagedFile{.what = DamagedFile::What::Customers, .error = error, .aside = *aside};
    if (const Result<> begun = beginAnew(); !begun)
        qCWarning(lcDamage) << "what was made here cannot be put in again:" << begun.error();
    bringLocalIn();
    if (q)
        q->tellOfDamage();
    return true;
}

void Directory::Private::noticeDamage()
{
    const bool isChoices = choices->file().takeNews();
    const bool isLocal = local->file().takeNews();
    if (isLocal && !readOnly) {
        if (const Result<> back = takeBackLocal(); !back)
            qCWarning(lcDamage) << "customers made here cannot be taken back from the directory:" << back.error();
    }
    if ((isChoices || isLocal) && q)
        q->tellOfDamage();
}

Result<> Directory::Private::takeBackLocal()
{
    if (!reader)
        return {};
    const auto rows = reader->store().all(
        u"SELECT id FROM record WHERE source=(SELECT id FROM source WHERE name=?)"_s, [](const Row &row) { return row.integer(0); },
        localSource());
    if (!rows)
        return tl::unexpected(rows.error());
    for (const qint64 row : *rows) {
        const auto record = reader->recordAt(row);
        if (!record)
            return tl::unexpected(record.error());
        const Result<> taken = *record ? local->takeBack(**record, clock.now()) : Result<>{};
        if (!taken)
            return taken;
    }
    return {};
}

/// Whoever asked is in the middle of something: they hear of it afterwards.
void Directory::tellOfDamage()
{
    const auto tell = [this] {
        Q_EMIT
        generationChanged();
        Q_EMIT
        damageFound();
    };
    QMetaObject::invokeMethod(this, tell, Qt::QueuedConnection);
}

QList<DamagedFile> Directory::damages() const
{
    QList<DamagedFile> all;
    for (const std::optional<DamagedFile> &one : {d->damage, d->choices->file().damage(), d->local->file().damage()}) {
        if (one)
            all.append(*one);
    }
    return all;
}

QStringList Directory::filesSetAside() const
{
    return d->files.setAsideFiles();
}

} // namespace callcard

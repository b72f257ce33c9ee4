#include "generationreader.h"
#include "customerunion.h"
#include "damage.h"
#include "localcustomers.h"
#include "recordcode.h"
#include "schema.h"

#include <algorithm>

namespace callcard {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kMostLinks = 6; ///< company, its parent, its sales …: links may form a circle

qint64 firstInteger(const Row &row)
{
    return row.integer(0);
}

} // namespace

Result<std::unique_ptr<GenerationReader>> GenerationReader::open(const QString &path, bool readOnly)
{
    // A check of the whole file would take longer than the start may: a damaged page shows itself when it is read.
    auto store = Store::open(path, directorySchema(),
                             {.durability = StoreOptions::Durability::Normal, .readOnly = readOnly, .checkAfterUncleanEnd = false});
    if (!store)
        return tl::unexpected(store.error());
    return std::unique_ptr<GenerationReader>(new GenerationReader(std::move(*store)));
}

Result<QList<qint64>> GenerationReader::withNumber(const PhoneNumber &number) const
{
    return m_store->all(u"SELECT record FROM number WHERE e164=? LIMIT ?"_s, firstInteger, number.toInteger(), kMostSharing + 1);
}

Result<QList<qint64>> GenerationReader::withAlias(qint64 hash) const
{
    return m_store->all(u"SELECT record FROM alias WHERE hash=? LIMIT ?"_s, firstInteger, hash, kMostSharing + 1);
}

Result<std::optional<GenerationReader::Loaded>> GenerationReader::load(qint64 row) const
{
    bool damaged = false;
    const auto found = m_store->first(
        u"SELECT s.name, r.source_id, r.body FROM record r JOIN source s ON s.id=r.source WHERE r.id=?"_s,
        [&](const Row &columns) {
            Loaded loaded;
            loaded.source = columns.text(0);
            auto record = decodedRecord(columns.bytes(2));
            damaged = !record;
            if (record)
                loaded.record = *std::move(record);
            loaded.record.sourceId = columns.text(1);
            loaded.key = recordKey(loaded.source, loaded.record.sourceId);
            return loaded;
        },
        row);
    if (damaged)
        return damagedRecord();
    return found;
}

Result<std::optional<SourceRecord>> GenerationReader::recordAt(qint64 row) const
{
    return load(row).map([](std::optional<Loaded> loaded) { return loaded ? std::optional(loaded->record) : std::nullopt; });
}

Result<std::optional<qint64>> GenerationReader::rowOf(const QString &key) const
{
    return m_store->first(u"SELECT r.id FROM record r JOIN source s ON s.id=r.source WHERE r.source_id=? AND s.name=?"_s, firstInteger,
                          key.section(u'/', 1), key.section(u'/', 0, 0));
}

Result<qint64> GenerationReader::leaderOf(qint64 row) const
{
    return m_store->first(u"SELECT lead FROM twin WHERE record=?"_s, firstInteger, row).map([&](const std::optional<qint64> &lead) {
        return lead.value_or(row);
    });
}

Result<QList<GenerationReader::Loaded>> GenerationReader::group(qint64 row) const
{
    const Result<qint64> leader = leaderOf(row);
    if (!leader)
        return tl::unexpected(leader.error());
    const auto first = load(*leader);
    if (!first)
        return tl::unexpected(first.error());
    if (!*first)
        return QList<Loaded>{};
    QList<Loaded> group{**first};
    const auto others = m_store->all(u"SELECT record FROM twin WHERE lead=? AND record<>lead"_s, firstInteger, *leader);
    if (!others)
        return tl::unexpected(others.error());
    for (const qint64 other : *others) {
        const auto twin = load(other);
        if (!twin)
            return tl::unexpected(twin.error());
        if (*twin)
            group.append(**twin);
    }
    std::sort(group.begin() + 1, group.end(), [](const Loaded &a, const Loaded &b) { return a.key < b.key; });
    return group;
}

Result<std::optional<Customer>> GenerationReader::customerAt(qint64 row) const
{
    const auto twins = group(row);
    return twins ? assembled(*twins) : Result<std::optional<Customer>>(tl::unexpected(twins.error()));
}

Result<std::optional<Customer>> GenerationReader::withoutLocal(qint64 row) const
{
    auto twins = group(row);
    if (!twins)
        return tl::unexpected(twins.error());
    twins->removeIf([](const Loaded &one) { return one.source == localSource(); });
    return assembled(*twins);
}

Result<std::optional<Customer>> GenerationReader::assembled(const QList<Loaded> &group) const
{
    if (group.isEmpty() || (group.size() == 1 && group.constFirst().record.factsOnly))
        return std::nullopt;
    // What was written here stands before what sources say; the id stays the leading record's.
    QList<const Loaded *> order;
    for (const Loaded &one : group)
        order.append(&one);
    std::stable_partition(order.begin(), order.end(), [](const Loaded *one) { return one->source == localSource(); });
    QList<QString> links;
    QList<QString> withdrawn;
    ClearedTexts cleared;
    std::optional<Customer> customer;
    for (const Loaded *one : std::as_const(order)) {
        links += one->record.completedBy;
        Customer part = one->record.customer;
        withdraw(part, withdrawn);
        clear(part, cleared);
        withdrawn += one->record.withdrawn;
        cleared.company = cleared.company || one->record.cleared.company;
        cleared.title = cleared.title || one->record.cleared.title;
        cleared.note = cleared.note || one->record.cleared.note;
        part.origins = {{one->source, one->record.sourceId}};
        if (customer)
            absorb(*customer, part);
        else
            customer = part;
    }
    if (customer->name.isEmpty() && group.size() == 1)
        return std::nullopt; // a change made here of somebody who is gone
    customer->id = CustomerId(group.constFirst().key);
    std::stable_partition(customer->origins.begin(), customer->origins.end(), [&](const CustomerOrigin &origin) {
        return recordKey(origin.source, origin.sourceId) == group.constFirst().key;
    });
    const QString company = customer->company;
    if (const Result<> completed = complete(*customer, links); !completed)
        return tl::unexpected(completed.error());
    if (cleared.company)
        customer->company = company; // the linked one's name was emptied too
    return customer;
}

Result<> GenerationReader::complete(Customer &customer, const QList<QString> &links) const
{
    QList<QString> open = links;
    QList<QString> seen{customer.id.text()};
    while (!open.isEmpty() && seen.size() <= kMostLinks) {
        const QString key = open.takeFirst();
        if (seen.contains(key))
            continue;
        seen.append(key);
        const auto row = rowOf(key);
        if (!row)
            return tl::unexpected(row.error());
        if (!*row)
            continue; // not fetched, or another rep's
        // A company may have twins of its own: the ERP's customer, which knows who owns the account.
        const auto leader = leaderOf(**row);
        if (!leader)
            return tl::unexpected(leader.error());
        auto rows = m_store->all(u"SELECT record FROM twin WHERE lead=?"_s, firstInteger, *leader);
        if (!rows)
            return tl::unexpected(rows.error());
        if (rows->isEmpty())
            rows->append(**row);
        for (const qint64 one : std::as_const(*rows)) {
            const auto linked = load(one);
            if (!linked)
                return tl::unexpected(linked.error());
            if (!*linked)
                continue;
            fillGaps(customer, (*linked)->record);
            open += (*linked)->record.completedBy;
        }
    }
    return {};
}

Result<QList<GenerationReader::BlockRow>> GenerationReader::block(const PhoneNumber &number) const
{
    const qint64 base = static_cast<qint64>(number.toInteger()) / 100 * 100;
    QList<BlockRow> rows;
    const Result<> visited = m_store->each(
        u"SELECT e164, record, company FROM number WHERE e164 BETWEEN ? AND ? LIMIT 500"_s,
        [&](const Row &row) {
            rows.append({row.integer(0), row.integer(1), row.integer(2)});
            return rows.constLast().company != 0 && rows.constLast().company == rows.constFirst().company;
        },
        base, base + 99);
    if (!visited)
        return tl::unexpected(visited.error());
    return rows;
}

Result<DirectoryCounts> GenerationReader::counts() const
{
    DirectoryCounts counts;
    const Result<> visited = m_store->each(u"SELECT key, value FROM meta"_s, [&](const Row &row) {
        const QString key = row.text(0);
        const qint64 value = row.integer(1);
        if (key == "records"_L1)
            counts.customers += value;
        else if (key == "merged"_L1)
            counts.customers -= value;
        else if (key == "numbers"_L1)
            counts.numbers = value;
        else if (key == "unparseable"_L1)
            counts.unparseable = value;
        else if (key == "shared"_L1)
            counts.shared = value;
        return true;
    });
    if (!visited)
        return tl::unexpected(visited.error());
    return counts;
}

Result<qint64> GenerationReader::revision() const
{
    return m_store->first(u"SELECT value FROM meta WHERE key='revision'"_s, firstInteger).map([](const auto &found) {
        return found.value_or(0);
    });
}

Result<QDateTime> GenerationReader::lastSync() const
{
    return m_store->first(u"SELECT max(at) FROM cursor"_s, [](const Row &row) { return row.time(0); }).map([](const auto &at) {
        return at.value_or(QDateTime());
    });
}

Result<QByteArray> GenerationReader::cursor(const QString &source, int scope, const SourceAccount &account) const
{
    return m_store
        ->first(
            u"SELECT cursor FROM cursor WHERE source=? AND scope=? AND place=? AND person=?"_s, [](const Row &row) { return row.bytes(0); },
            source, scope, account.place, account.person)
        .map([](const auto &cursor) { return cursor.value_or(QByteArray()); });
}

Result<bool> GenerationReader::hasTold(const QString &source, int scope) const
{
    return m_store
        ->first(
            u"SELECT told FROM cursor WHERE source=? AND scope=?"_s, [](const Row &row) { return row.flag(0); }, source, scope)
        .map([](const auto &told) { return told.value_or(true); });
}

Result<QString> GenerationReader::placeOf(const QString &source) const
{
    return m_store
        ->first(
            u"SELECT place FROM cursor WHERE source=? AND place<>'' ORDER BY at DESC LIMIT 1"_s, [](const Row &row) { return row.text(0); },
            source)
        .map([](const auto &place) { return place.value_or(QString()); });
}

Result<QString> GenerationReader::nameOfRep() const
{
    return m_store->first(u"SELECT name FROM cursor WHERE name<>'' ORDER BY at DESC LIMIT 1"_s, [](const Row &row) { return row.text(0); })
        .map([](const auto &name) { return name.value_or(QString()); });
}

} // namespace callcard

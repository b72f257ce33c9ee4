#include "localcustomers.h"
#include "recordcode.h"
#include "schema.h"
#include "written.h"

#include <QFileInfo>

namespace callcard {

using namespace Qt::Literals::StringLiterals;

namespace {

std::optional<SourceRecord> recordIn(const Row &row, int idColumn, int bodyColumn)
{
    auto record = decodedRecord(row.bytes(bodyColumn));
    if (record)
        record->sourceId = row.text(idColumn);
    return record;
}

tl::unexpected<Error> damaged()
{
    return failure(ErrorKind::Storage, u"a customer made here is damaged"_s);
}

} // namespace

CustomerOutlet::~CustomerOutlet() = default;

QString localSource()
{
    return u"local"_s;
}

LocalCustomer localCustomer(const SourceRecord &record, const QDateTime &at)
{
    LocalCustomer local{.localId = record.sourceId,
                        .edits = CustomerId(record.sameAs),
                        .customer = record.customer,
                        .withdrawn = record.withdrawn,
                        .at = at};
    local.customer.id = CustomerId(recordKey(localSource(), record.sourceId));
    return local;
}

Result<std::unique_ptr<LocalCustomers>> LocalCustomers::open(const QString &path, bool readOnly)
{
    if (readOnly && !QFileInfo::exists(path))
        return std::unique_ptr<LocalCustomers>(new LocalCustomers(nullptr));
    auto store = Store::open(path, localCustomersSchema(), {.readOnly = readOnly});
    if (!store)
        return tl::unexpected(store.error());
    return std::unique_ptr<LocalCustomers>(new LocalCustomers(std::move(*store)));
}

Result<> LocalCustomers::save(const SourceRecord &record, const QDateTime &at)
{
    if (!m_store)
        return failure(ErrorKind::Storage, u"opened for reading"_s);
    return written(m_store->run(u"INSERT OR REPLACE INTO customer(id, target, body, at, applied, sent) VALUES(?, ?, ?, ?, 0, 0)"_s,
                                record.sourceId, record.sameAs, encoded(record), at));
}

Result<> LocalCustomers::remove(const QString &localId)
{
    if (!m_store)
        return failure(ErrorKind::Storage, u"opened for reading"_s);
    return written(m_store->run(u"UPDATE customer SET body=NULL, target='', applied=0, sent=0 WHERE id=?"_s, localId));
}

Result<std::optional<SourceRecord>> LocalCustomers::editOf(const QString &key) const
{
    if (!m_store || key.isEmpty())
        return std::nullopt;
    const auto found = m_store->first(
        u"SELECT id, body FROM customer WHERE target=? AND body IS NOT NULL"_s, [](const Row &row) { return recordIn(row, 0, 1); }, key);
    if (!found)
        return tl::unexpected(found.error());
    return *found && !**found ? Result<std::optional<SourceRecord>>(damaged()) : found->value_or(std::nullopt);
}

Result<std::optional<SourceRecord>> LocalCustomers::record(const QString &localId) const
{
    if (!m_store)
        return std::nullopt;
    const auto found = m_store->first(
        u"SELECT id, body FROM customer WHERE id=? AND body IS NOT NULL"_s, [](const Row &row) { return recordIn(row, 0, 1); }, localId);
    if (!found)
        return tl::unexpected(found.error());
    return *found && !**found ? Result<std::optional<SourceRecord>>(damaged()) : found->value_or(std::nullopt);
}

Result<QList<LocalCustomers::Change>> LocalCustomers::unapplied() const
{
    QList<Change> changes;
    if (!m_store)
        return changes;
    bool whole = true;
    const Result<> visited = m_store->each(u"SELECT id, body FROM customer WHERE applied=0 ORDER BY at, id"_s, [&](const Row &row) {
        if (row.isNull(1)) {
            changes.append({{.sourceId = row.text(0)}, true});
            return true;
        }
        auto record = recordIn(row, 0, 1);
        whole = record.has_value();
        if (record)
            changes.append({*std::move(record), false});
        return whole;
    });
    if (!visited)
        return tl::unexpected(visited.error());
    return whole ? Result<QList<Change>>(changes) : Result<QList<Change>>(damaged());
}

Result<> LocalCustomers::setApplied(const QString &localId)
{
    return written(m_store->run(u"UPDATE customer SET applied=1 WHERE id=?"_s, localId));
}

Result<> LocalCustomers::forgetApplied()
{
    return m_store ? written(m_store->run(u"UPDATE customer SET applied=0"_s)) : Result<>{};
}

Result<QList<LocalCustomers::Unsent>> LocalCustomers::unsent() const
{
    QList<Unsent> waiting;
    if (!m_store)
        return waiting;
    bool whole = true;
    const Result<> visited = m_store->each(u"SELECT id, body, at FROM customer WHERE sent=0 ORDER BY at, id"_s, [&](const Row &row) {
        if (row.isNull(1)) {
            waiting.append({{.localId = row.text(0), .at = row.time(2)}, true});
            return true;
        }
        const auto record = recordIn(row, 0, 1);
        whole = record.has_value();
        if (record)
            waiting.append({localCustomer(*record, row.time(2)), false});
        return whole;
    });
    if (!visited)
        return tl::unexpected(visited.error());
    return whole ? Result<QList<Unsent>>(waiting) : Result<QList<Unsent>>(damaged());
}

Result<> LocalCustomers::setSent(const QString &localId)
{
    return written(m_store->run(u"UPDATE customer SET sent=1 WHERE id=?"_s, localId));
}

} // namespace callcard

#include "localcustomers.h"
#include "damage.h"
#include "recordcode.h"
#include "schema.h"
#include "written.h"

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

/// From either end as far as it can be read; what cannot be understood stays behind.
void rescueCustomers(Store &damaged, Store &into)
{
    for (const QString &order : {u"ASC"_s, u"DESC"_s}) {
        (void)damaged.each(QString(u"SELECT id, target, body, at, applied, sent FROM customer ORDER BY id "_s + order),
                           [&](const Row &row) {
                               const std::optional<QByteArray> body = row.isNull(2) ? std::nullopt : std::optional(row.bytes(2));
                               if (body && !decodedRecord(*body))
                                   return true;
                               return into
                                   .run(u"INSERT OR IGNORE INTO customer(id, target, body, at, applied, sent) VALUES(?, ?, ?, ?, ?, ?)"_s,
                                        row.text(0), row.text(1), body, row.time(3), row.integer(4), row.integer(5))
                                   .has_value();
                           });
    }
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

Result<std::unique_ptr<LocalCustomers>> LocalCustomers::open(const QString &path, bool readOnly, const Clock &clock)
{
    auto file = PersonalFile::open(path, {.what = DamagedFile::What::MadeHere, .schema = localCustomersSchema(), .rescue = rescueCustomers},
                                   readOnly, clock);
    if (!file)
        return tl::unexpected(file.error());
    return std::unique_ptr<LocalCustomers>(new LocalCustomers(*std::move(file)));
}

Result<> LocalCustomers::write(const std::function<Result<Changes>(Store &)> &statement)
{
    return written(m_file->ask(statement, m_file->unwritable()));
}

Result<> LocalCustomers::save(const SourceRecord &record, const QDateTime &at)
{
    return write([&](Store &store) {
        return store.run(u"INSERT OR REPLACE INTO customer(id, target, body, at, applied, sent) VALUES(?, ?, ?, ?, 0, 0)"_s,
                         record.sourceId, record.sameAs, encoded(record), at);
    });
}

Result<> LocalCustomers::takeBack(const SourceRecord &record, const QDateTime &at)
{
    return write([&](Store &store) {
        return store.run(u"INSERT OR IGNORE INTO customer(id, target, body, at, applied, sent) VALUES(?, ?, ?, ?, 1, 0)"_s, record.sourceId,
                         record.sameAs, encoded(record), at);
    });
}

Result<> LocalCustomers::remove(const QString &localId)
{
    return write(
        [&](Store &store) { return store.run(u"UPDATE customer SET body=NULL, target='', applied=0, sent=0 WHERE id=?"_s, localId); });
}

Result<QList<LocalCustomers::Change>> LocalCustomers::unapplied() const
{
    const auto list = [](Store &store) -> Result<QList<Change>> {
        QList<Change> changes;
        bool whole = true;
        const Result<> visited = store.each(u"SELECT id, body FROM customer WHERE applied=0 ORDER BY at, id"_s, [&](const Row &row) {
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
        return whole ? Result<QList<Change>>(changes) : Result<QList<Change>>(damagedRecord());
    };
    return m_file->ask(list, QList<Change>{});
}

Result<> LocalCustomers::setApplied(const QString &localId)
{
    return write([&](Store &store) { return store.run(u"UPDATE customer SET applied=1 WHERE id=?"_s, localId); });
}

Result<> LocalCustomers::forgetApplied()
{
    return m_file->isThere() ? write([](Store &store) { return store.run(u"UPDATE customer SET applied=0"_s); }) : Result<>{};
}

Result<QList<LocalCustomers::Unsent>> LocalCustomers::unsent() const
{
    const auto list = [](Store &store) -> Result<QList<Unsent>> {
        QList<Unsent> waiting;
        bool whole = true;
        const Result<> visited = store.each(u"SELECT id, body, at FROM customer WHERE sent=0 ORDER BY at, id"_s, [&](const Row &row) {
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
        return whole ? Result<QList<Unsent>>(waiting) : Result<QList<Unsent>>(damagedRecord());
    };
    return m_file->ask(list, QList<Unsent>{});
}

Result<> LocalCustomers::setSent(const QString &localId)
{
    return write([&](Store &store) { return store.run(u"UPDATE customer SET sent=1 WHERE id=?"_s, localId); });
}

} // namespace callcard

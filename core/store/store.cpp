#include "storagefault.h"
#include "store_p.h"

#include <callcard/testing/storefaults.h>

#include <QSqlError>
#include <QTimeZone>

namespace callcard {

using namespace Qt::Literals::StringLiterals;

namespace {

/// "INSERT INTO entries …" → "insert into entries": enough to find the statement, and no value of it.
QString briefly(const QString &sql)
{
    return QStringView(sql).first(qMin<qsizetype>(sql.size(), 40)).toString().simplified();
}

} // namespace

bool Row::isNull(int column) const
{
    return m_query.isNull(column);
}

QString Row::text(int column) const
{
    return m_query.value(column).toString();
}

QByteArray Row::bytes(int column) const
{
    return m_query.value(column).toByteArray();
}

qint64 Row::integer(int column) const
{
    return m_query.value(column).toLongLong();
}

double Row::real(int column) const
{
    return m_query.value(column).toDouble();
}

QDateTime Row::time(int column) const
{
    const QVariant value = m_query.value(column);
    return value.isNull() ? QDateTime() : QDateTime::fromMSecsSinceEpoch(value.toLongLong(), Qt::UTC);
}

QDate Row::day(int column) const
{
    return QDate::fromString(m_query.value(column).toString(), Qt::ISODate);
}

QVariant toColumn(const QString &text)
{
    return text.isNull() ? QString(u""_s) : text; // the driver would store NULL, and NULL is not the same text as ""
}

QVariant toColumn(const QByteArray &bytes)
{
    return bytes.isNull() ? QByteArray("") : bytes;
}

QVariant toColumn(const QDateTime &time)
{
    return time.isValid() ? QVariant(time.toMSecsSinceEpoch()) : QVariant();
}

QVariant toColumn(QDate day)
{
    return day.isValid() ? QVariant(day.toString(Qt::ISODate)) : QVariant();
}

Result<QString> Store::Private::direct(const QString &sql)
{
    if (auto fault = testing::StoreFaults::next())
        return tl::unexpected(std::move(*fault));
    QSqlQuery query(database);
    query.setForwardOnly(true);
    if (!query.exec(sql))
        return tl::unexpected(storageError(query.lastError(), briefly(sql)));
    return query.next() ? query.value(0).toString() : QString();
}

Result<std::unique_ptr<QSqlQuery>> Store::Private::execute(const QString &sql, const QVariantList &values)
{
    if (auto fault = testing::StoreFaults::next())
        return tl::unexpected(std::move(*fault));
    std::unique_ptr<QSqlQuery> query(prepared.take(sql));
    if (!query) {
        query = std::make_unique<QSqlQuery>(database);
        query->setForwardOnly(true); // else the driver copies every row it passes
        if (!query->prepare(sql))
            return tl::unexpected(storageError(query->lastError(), briefly(sql)));
    }
    for (int i = 0; i < values.size(); ++i)
        query->bindValue(i, values.at(i));
    if (!query->exec()) {
        Error error = storageError(query->lastError(), briefly(sql));
        keep(sql, std::move(query));
        return tl::unexpected(std::move(error));
    }
    return query;
}

void Store::Private::keep(const QString &sql, std::unique_ptr<QSqlQuery> query)
{
    query->finish();             // ends the read transaction that the statement holds open
    if (!prepared.contains(sql)) // a visitor may have run the same statement meanwhile
        prepared.insert(sql, query.release());
}

Store::Store(std::unique_ptr<Private> d) : d(std::move(d)) {}

Store::~Store() = default;

Result<Changes> Store::runBound(const QString &sql, const QVariantList &values)
{
    auto query = d->execute(sql, values);
    if (!query)
        return tl::unexpected(query.error());
    const Changes changes{.rows = (*query)->numRowsAffected(), .insertedId = (*query)->lastInsertId().toLongLong()};
    d->keep(sql, std::move(*query));
    return changes;
}

Result<> Store::visitBound(const QString &sql, const std::function<bool(const Row &)> &visit, const QVariantList &values)
{
    auto query = d->execute(sql, values);
    if (!query)
        return tl::unexpected(query.error());
    const Row row(**query);
    while ((*query)->next()) {
        if (!visit(row))
            break;
    }
    // The end of the rows and a damaged page look alike to next(); only the error tells them apart.
    const QSqlError error = (*query)->lastError();
    d->keep(sql, std::move(*query));
    if (error.isValid())
        return tl::unexpected(storageError(error, briefly(sql)));
    return {};
}

Result<> Store::begin()
{
    // IMMEDIATE: a second writer is met here, where we can wait, and not in the middle, where SQLite cannot.
    const Result<Changes> begun = runBound(d->depth == 0 ? u"BEGIN IMMEDIATE"_s : u"SAVEPOINT inner%1"_s.arg(d->depth), {});
    if (!begun)
        return tl::unexpected(begun.error());
    ++d->depth;
    return {};
}

Result<> Store::commit()
{
    const int inner = d->depth - 1;
    const Result<Changes> committed = runBound(inner == 0 ? u"COMMIT"_s : u"RELEASE inner%1"_s.arg(inner), {});
    if (!committed) {
        rollback(); // a commit that failed leaves the transaction open
        return tl::unexpected(committed.error());
    }
    --d->depth;
    return {};
}

void Store::rollback()
{
    const int inner = --d->depth;
    // Past the test hook, like a roll-back that a kill brings about; refused where SQLite has rolled back by itself already, as it
    // does when the disk is full.
    QSqlQuery query(d->database);
    if (inner == 0) {
        query.exec(u"ROLLBACK"_s);
        return;
    }
    query.exec(u"ROLLBACK TO inner%1"_s.arg(inner));
    query.exec(u"RELEASE inner%1"_s.arg(inner));
}

Result<> Store::check()
{
    return d->quickCheck();
}

const QString &Store::path() const
{
    return d->path;
}

bool Store::endedUncleanly() const
{
    return d->uncleanEnd;
}

} // namespace callcard

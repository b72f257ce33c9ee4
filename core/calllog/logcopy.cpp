#include <callcard/logcopy.h>

#include "entryrow.h"
#include "schema.h"
#include "textrow.h"

namespace callcard {

using namespace Qt::Literals::StringLiterals;

namespace {

KeptPromise keptPromiseFrom(const Row &row)
{
    return {
        .promise = {.id = row.integer(0), .customer = CustomerId(row.text(1)), .text = row.text(2), .due = row.day(3), .done = row.flag(4)},
        .number = numberFrom(row, 5),
        .call = CallId(row.text(6))};
}

} // namespace

LogCopy::LogCopy(std::unique_ptr<Store> store) : m_store(std::move(store)) {}

LogCopy::~LogCopy() = default;

Result<std::unique_ptr<LogCopy>> LogCopy::open(const QString &path)
{
    auto store = Store::open(path, logSchema(), {.readOnly = true});
    if (!store)
        return tl::unexpected(store.error());
    return std::unique_ptr<LogCopy>(new LogCopy(std::move(*store)));
}

Result<QList<Message>> LogCopy::texts(const std::optional<Message> &last, int limit) const
{
    static const QString sql = QString(u"SELECT "_s + textColumns() +
                                       u" FROM texts WHERE (sent, id)>(?, ?) AND deleted=0 AND forgotten=0 ORDER BY sent, id LIMIT ?"_s);
    const QDateTime beginning = QDateTime::fromMSecsSinceEpoch(0, Qt::UTC);
    return m_store->all(sql, textFrom, last ? last->sentAt : beginning, last ? last->id.text() : QString(), limit);
}

Result<QList<KeptPromise>> LogCopy::promises(qint64 last, int limit) const
{
    return m_store->all(u"SELECT id, customer, text, due, done, number, call FROM promises WHERE id>? ORDER BY id LIMIT ?"_s,
                        keptPromiseFrom, last, limit);
}

} // namespace callcard

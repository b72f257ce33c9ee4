#include <callcard/callfigures.h>

#include "logwriter.h"
#include "pagequery.h"
#include "schema.h"
#include "textrow.h"

namespace callcard {

using namespace Qt::Literals::StringLiterals;

CallFigures::CallFigures(std::unique_ptr<Store> store) : m_store(std::move(store)) {}

CallFigures::~CallFigures() = default;

Result<std::unique_ptr<CallFigures>> CallFigures::open(const QString &path)
{
    auto store = Store::open(path, logSchema(), {.readOnly = true});
    if (!store)
        return tl::unexpected(store.error());
    return std::unique_ptr<CallFigures>(new CallFigures(std::move(*store)));
}

Result<QList<PersonEntry>> CallFigures::busiest(const QDateTime &from, const QDateTime &to, int limit) const
{
    return readBusiest(*m_store, from, to, limit);
}

Result<QList<CalledBack>> CallFigures::calledBack(const QDateTime &from, const QDateTime &to) const
{
    return m_store->all(
        u"SELECT started, settled_at FROM calls WHERE place>=? AND place<? AND direction='Inbound' AND reason IN ('missed', 'voicemail') "
        "AND settling=? AND settled_at IS NOT NULL AND hidden=0 AND own_leg=0 ORDER BY place"_s,
        [](const Row &row) { return CalledBack{.missedAt = row.time(0), .reachedAt = row.time(1)}; }, placeOf(from), placeOf(to),
        static_cast<int>(Settling::ReachedByMe));
}

Result<QList<Message>> CallFigures::texts(const QString &agentEmail, const QDate &from, const QDate &to) const
{
    static const QString sql =
        QString(u"SELECT "_s + textColumns() + u" FROM texts WHERE sent>=? AND sent<? AND agent=? AND told=1 ORDER BY sent DESC, id"_s);
    // The ends of a civil day in any zone, as for countables().
    constexpr qint64 kDayAndAHalf = 36 * 3600;
    auto texts = m_store->all(sql, textFrom, from.startOfDay(Qt::UTC).addSecs(-kDayAndAHalf),
                              to.addDays(1).startOfDay(Qt::UTC).addSecs(kDayAndAHalf), agentKey(agentEmail));
    if (!texts)
        return tl::unexpected(texts.error());
    for (Message &text : *texts)
        text.text.clear();
    return texts;
}

} // namespace callcard

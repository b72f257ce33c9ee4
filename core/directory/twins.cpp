#include "twins.h"
#include "customerunion.h"
#include "generationwriter.h"
#include "indextext.h"
#include "recordcode.h"
#include "schema.h"

#include <algorithm>

namespace callcard {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Member {
    qint64 id{};
    qint64 source{};
    QString key{};
    SourceRecord record{};
};

constexpr int kMostTwins = 64; ///< Of one customer. More is a source that names everybody alike.

class Joining
{
public:
    explicit Joining(Store &store) : m_store(store) {}

    [[nodiscard]] const QSet<qint64> &settled() const { return m_settled; }

    Result<> regroup(qint64 start)
    {
        if (m_settled.contains(start))
            return {};
        QList<qint64> open{start};
        const auto together = groupOf(start);
        if (!together)
            return tl::unexpected(together.error());
        open += *together;
        // An old group may fall apart, so each of its members begins a search of its own.
        for (const qint64 seed : std::as_const(open)) {
            if (const Result<> settled = settle(seed); !settled)
                return settled;
        }
        return {};
    }

private:
    Result<> settle(qint64 seed)
    {
        if (m_settled.contains(seed))
            return {};
        QHash<qint64, Member> group;
        QList<qint64> open{seed};
        while (!open.isEmpty() && group.size() < kMostTwins) {
            const qint64 id = open.takeFirst();
            if (group.contains(id))
                continue;
            const auto found = member(id);
            if (!found)
                return tl::unexpected(found.error());
            if (!*found)
                continue;
            group.insert(id, **found);
            const auto near = twinsOf(**found);
            if (!near)
                return tl::unexpected(near.error());
            open += *near;
        }
        for (const Member &one : std::as_const(group))
            m_settled.insert(one.id);
        return write(group.values());
    }

    Result<> write(QList<Member> group)
    {
        std::sort(group.begin(), group.end(), [](const Member &a, const Member &b) { return a.key < b.key; });
        for (const Member &one : std::as_const(group)) {
            const auto written =
                group.size() > 1 ? m_store.run(u"INSERT OR REPLACE INTO twin(record, lead) VALUES(?, ?)"_s, one.id, group.constFirst().id)
                                 : m_store.run(u"DELETE FROM twin WHERE record=?"_s, one.id);
            if (!written)
                return tl::unexpected(written.error());
        }
        return {};
    }

    Result<QList<qint64>> groupOf(qint64 id)
    {
        return m_store.all(
            u"SELECT record FROM twin WHERE lead=(SELECT lead FROM twin WHERE record=?)"_s, [](const Row &row) { return row.integer(0); },
            id);
    }

    Result<std::optional<Member>> member(qint64 id)
    {
        const auto found = m_store.first(
            u"SELECT r.source, s.name, r.source_id, r.body FROM record r JOIN source s ON s.id=r.source WHERE r.id=?"_s,
            [&](const Row &row) -> std::optional<Member> {
                auto record = decodedRecord(row.bytes(3));
                if (!record)
                    return std::nullopt;
                return Member{id, row.integer(0), recordKey(row.text(1), row.text(2)), *std::move(record)};
            },
            id);
        if (!found)
            return tl::unexpected(found.error());
        if (*found && !**found)
            return failure(ErrorKind::Storage, u"a record of the directory is damaged"_s);
        return *found ? **found : std::nullopt;
    }

    Result<QList<qint64>> twinsOf(const Member &one)
    {
        QList<qint64> twins;
        QSet<qint64> candidates;
        const auto collect = [&](const Result<QList<qint64>> &found) -> Result<> {
            if (!found)
                return tl::unexpected(found.error());
            if (found->size() <= kMostSharing)
                candidates.unite(QSet<qint64>(found->cbegin(), found->cend()));
            return {};
        };
        const auto id = [](const Row &row) { return row.integer(0); };
        for (const PhoneNumber &number : identifyingNumbers(one.record.customer)) {
            if (const Result<> ok =
                    collect(m_store.all(u"SELECT record FROM number WHERE e164=? LIMIT ?"_s, id, number.toInteger(), kMostSharing + 1));
                !ok)
                return tl::unexpected(ok.error());
        }
        for (const QString &email : one.record.customer.emails) {
            if (const Result<> ok =
                    collect(m_store.all(u"SELECT record FROM alias WHERE hash=? LIMIT ?"_s, id, emailHash(email), kMostSharing + 1));
                !ok)
                return tl::unexpected(ok.error());
        }
        candidates.remove(one.id);
        for (const qint64 candidate : std::as_const(candidates)) {
            const auto other = member(candidate);
            if (!other)
                return tl::unexpected(other.error());
            if (*other && (*other)->source != one.source && areOneCustomer(one.record, (*other)->record))
                twins.append(candidate);
        }
        // What a source says outright, in both directions.
        const auto claims =
            m_store.all(u"SELECT record FROM claim WHERE target=? UNION SELECT r.id FROM record r JOIN source s ON s.id=r.source "
                        "WHERE r.source_id=? AND s.name=? LIMIT ?"_s,
                        id, one.key, one.record.sameAs.section(u'/', 1), one.record.sameAs.section(u'/', 0, 0), kMostTwins);
        if (!claims)
            return tl::unexpected(claims.error());
        return twins + *claims;
    }

    Store &m_store;
    QSet<qint64> m_settled;
};

} // namespace

Result<> joinTwins(Store &store, QSet<qint64> &records)
{
    Joining joining(store);
    QList<qint64> ordered(records.cbegin(), records.cend());
    std::sort(ordered.begin(), ordered.end());
    for (const qint64 record : std::as_const(ordered)) {
        if (const Result<> joined = joining.regroup(record); !joined)
            return joined;
    }
    records.unite(joining.settled());
    return {};
}

Result<> joinAllTwins(Store &store)
{
    const auto sources = store.first(u"SELECT count(*) FROM source"_s, [](const Row &row) { return row.integer(0); });
    if (!sources)
        return tl::unexpected(sources.error());
    if (sources->value_or(0) < 2)
        return {};
    Joining joining(store);
    Result<> joined;
    // Only where one way to reach somebody is known to several records, and those records come from more than one source.
    const QString suspects =
        u"SELECT k.record FROM %1 k JOIN (SELECT %2 FROM %1 GROUP BY %2 HAVING count(*) BETWEEN 2 AND ?) d USING(%2)"_s;
    for (const QString &sql :
         {suspects.arg(u"number"_s, u"e164"_s), suspects.arg(u"alias"_s, u"hash"_s), u"SELECT record FROM claim WHERE ? > 0"_s}) {
        const Result<> visited = store.each(
            sql,
            [&](const Row &row) {
                joined = joining.regroup(row.integer(0));
                return joined.has_value();
            },
            kMostSharing);
        if (!visited || !joined)
            return visited ? joined : visited;
    }
    return {};
}

Result<> separateTwins(Store &store, qint64 record, QSet<qint64> &touched)
{
    const auto group = store.all(
        u"SELECT record FROM twin WHERE lead=(SELECT lead FROM twin WHERE record=?)"_s, [](const Row &row) { return row.integer(0); },
        record);
    if (!group)
        return tl::unexpected(group.error());
    for (const qint64 one : *group) {
        touched.insert(one);
        if (const auto apart = store.run(u"DELETE FROM twin WHERE record=?"_s, one); !apart)
            return tl::unexpected(apart.error());
    }
    return {};
}

} // namespace callcard

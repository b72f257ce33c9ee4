#include "twins.h"
#include "customerunion.h"
#include "damage.h"
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

constexpr int kMostTwins = 64;             ///< Of one customer. More is a source that names everybody alike.
constexpr qsizetype kMostRemembered = 512; ///< Those who share a number are met by each other, so they are read once for all.

class Joining
{
public:
    explicit Joining(Store &store) : m_store(store) {}

    [[nodiscard]] const QSet<qint64> &settled() const { return m_settled; }
    [[nodiscard]] qint64 merged() const { return m_merged; }

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
            const auto lead = m_store.first(
                u"SELECT lead FROM twin WHERE record=?"_s, [](const Row &row) { return row.integer(0); }, one.id);
            if (!lead)
                return tl::unexpected(lead.error());
            m_merged += (one.id != group.constFirst().id ? 1 : 0) - (lead->value_or(one.id) != one.id ? 1 : 0);
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
        if (const auto known = m_near.constFind(id); known != m_near.cend())
            return *known;
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
            return damagedRecord();
        if (m_near.size() >= kMostRemembered)
            m_near.clear();
        return *m_near.insert(id, *found ? **found : std::nullopt);
    }

    Result<QList<qint64>> twinsOf(const Member &one)
    {
        QList<qint64> twins;
        QSet<qint64> candidates;
        // Of the same source nobody is a twin, so they are not even read.
        const auto collect = [&](const Result<QList<std::pair<qint64, qint64>>> &found) -> Result<> {
            if (!found)
                return tl::unexpected(found.error());
            for (const auto &[record, source] : found->size() <= kMostSharing ? *found : QList<std::pair<qint64, qint64>>()) {
                if (source != one.source)
                    candidates.insert(record);
            }
            return {};
        };
        const auto id = [](const Row &row) { return row.integer(0); };
        const auto pair = [](const Row &row) { return std::pair(row.integer(0), row.integer(1)); };
        for (const PhoneNumber &number : identifyingNumbers(one.record.customer)) {
            if (const Result<> ok =
                    collect(m_store.all(u"SELECT n.record, r.source FROM number n JOIN record r ON r.id=n.record WHERE n.e164=? LIMIT ?"_s,
                                        pair, number.toInteger(), kMostSharing + 1));
                !ok)
                return tl::unexpected(ok.error());
        }
        for (const QString &email : one.record.customer.emails) {
            if (const Result<> ok =
                    collect(m_store.all(u"SELECT a.record, r.source FROM alias a JOIN record r ON r.id=a.record WHERE a.hash=? LIMIT ?"_s,
                                        pair, emailHash(email), kMostSharing + 1));
                !ok)
                return tl::unexpected(ok.error());
        }
        candidates.remove(one.id);
        for (const qint64 candidate : std::as_const(candidates)) {
            const auto other = member(candidate);
            if (!other)
                return tl::unexpected(other.error());
            if (*other && areOneCustomer(one.record, (*other)->record))
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
    QHash<qint64, std::optional<Member>> m_near;
    qint64 m_merged = 0;
};

} // namespace

Result<qint64> joinTwins(Store &store, QSet<qint64> &records)
{
    Joining joining(store);
    QList<qint64> ordered(records.cbegin(), records.cend());
    std::sort(ordered.begin(), ordered.end());
    for (const qint64 record : std::as_const(ordered)) {
        if (const Result<> joined = joining.regroup(record); !joined)
            return tl::unexpected(joined.error());
    }
    records.unite(joining.settled());
    return joining.merged();
}

Result<> joinAllTwins(Store &store, const std::function<bool()> &stopped)
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
        u"SELECT k.record FROM (SELECT %2 FROM (SELECT %2 FROM %1 GROUP BY %2 HAVING count(*) BETWEEN 2 AND ?) AS several "
        "WHERE (SELECT count(DISTINCT r.source) FROM %1 s JOIN record r ON r.id=s.record WHERE s.%2=several.%2) > 1) AS met "
        "JOIN %1 k USING(%2)"_s;
    for (const QString &sql :
         {suspects.arg(u"number"_s, u"e164"_s), suspects.arg(u"alias"_s, u"hash"_s), u"SELECT record FROM claim WHERE ? > 0"_s}) {
        const Result<> visited = store.each(
            sql,
            [&](const Row &row) {
                joined = stopped() ? Result<>(failure(ErrorKind::Cancelled)) : joining.regroup(row.integer(0));
                return joined.has_value();
            },
            kMostSharing);
        if (!visited || !joined)
            return visited ? joined : visited;
    }
    return {};
}

Result<qint64> separateTwins(Store &store, qint64 record, QSet<qint64> &touched)
{
    const auto group = store.all(
        u"SELECT record, record<>lead FROM twin WHERE lead=(SELECT lead FROM twin WHERE record=?)"_s,
        [](const Row &row) { return std::pair(row.integer(0), row.integer(1)); }, record);
    if (!group)
        return tl::unexpected(group.error());
    qint64 merged = 0;
    for (const auto &[one, isMerged] : *group) {
        merged += isMerged;
        touched.insert(one);
        if (const auto apart = store.run(u"DELETE FROM twin WHERE record=?"_s, one); !apart)
            return tl::unexpected(apart.error());
    }
    return merged;
}

} // namespace callcard

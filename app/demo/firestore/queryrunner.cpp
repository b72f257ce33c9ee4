#include "queryrunner.h"

#include "order.h"
#include "valuejson.h"

#include <algorithm>

namespace callcard::demo::firestore {

namespace {

constexpr std::size_t kKeptQueries = 8;

std::string keyOf(const Filter &filter)
{
    if (filter.kind == Filter::Kind::Field)
        return "(" + filter.path.text() + " " + std::to_string(static_cast<int>(filter.op)) + " " +
               toJson(filter.value).dump(-1, ' ', false, Json::error_handler_t::replace) + ")";
    std::string key = filter.kind == Filter::Kind::And ? "(&" : "(|";
    for (const Filter &inner : filter.filters)
        key += keyOf(inner);
    return key + ")";
}

/// Everything that decides what is found and in which order, but for cursors, offset and limit.
std::string keyOf(const Query &query)
{
    std::string key = query.path() + (query.allDescendants ? " * " : " ");
    for (const Order &order : query.orders)
        key += order.path.text() + (order.descending ? "- " : "+ ");
    return query.where ? key + keyOf(*query.where) : key;
}

int compareBy(const Order &order, const Value *one, const Value *other)
{
    const int result = compare(*one, *other);
    return order.descending ? -result : result;
}

class Sorter
{
public:
    Sorter(const Query &query, const Database &database) : m_query(query), m_database(database) {}

    bool operator()(const DocumentPtr &one, const DocumentPtr &other) const
    {
        for (const Order &order : m_query.orders) {
            int result = 0;
            if (order.path.isName()) {
                result = compareNames(one->path, other->path);
                result = order.descending ? -result : result;
            } else {
                result = compareBy(order, valueAt(one->fields, order.path), valueAt(other->fields, order.path));
            }
            if (result != 0)
                return result < 0;
        }
        return false;
    }

    /// Where a document stands to a cursor: before it, on it, behind it.
    [[nodiscard]] int toCursor(const DocumentPtr &document, const Cursor &cursor) const
    {
        for (std::size_t at = 0; at < cursor.values.size(); ++at) {
            const auto value = orderedValue(m_query.orders[at], *document, m_database);
            if (const int result = compareBy(m_query.orders[at], &*value, &cursor.values[at]))
                return result;
        }
        return 0;
    }

private:
    const Query &m_query;
    const Database &m_database;
};

} // namespace

std::vector<DocumentPtr> QueryRunner::scanned(const Query &query)
{
    std::vector<DocumentPtr> found;
    const auto visit = [&](const DocumentPtr &document) {
        if (query.where && !matches(*query.where, *document, m_database))
            return;
        // Who lacks an ordered field is not in its index, so not in the result.
        for (const Order &order : query.orders) {
            if (!order.path.isName() && valueAt(document->fields, order.path) == nullptr)
                return;
        }
        found.push_back(document);
    };
    if (!query.allDescendants) {
        m_store.each(query.path(), visit);
        return found;
    }
    for (const std::string &collection : m_store.collectionGroup(query.parent, query.collection))
        m_store.each(collection, visit);
    return found;
}

QueryRunner::Hits QueryRunner::sorted(const Query &query)
{
    const std::string key = keyOf(query);
    const std::uint64_t version = query.allDescendants ? m_store.version() : m_store.version(query.path());
    const auto kept = std::find_if(m_kept.begin(), m_kept.end(), [&](const Kept &it) { return it.key == key; });
    if (kept != m_kept.end()) {
        if (kept->version == version)
            return kept->hits;
        m_kept.erase(kept);
    }
    std::vector<DocumentPtr> found = scanned(query);
    std::sort(found.begin(), found.end(), Sorter(query, m_database));
    auto hits = std::make_shared<const std::vector<DocumentPtr>>(std::move(found));
    m_kept.push_front({key, version, hits});
    if (m_kept.size() > kKeptQueries)
        m_kept.pop_back();
    return hits;
}

QueryHits QueryRunner::run(const Query &query)
{
    const Hits hits = sorted(query);
    const Sorter sorter(query, m_database);
    auto begin = hits->begin();
    auto end = hits->end();
    if (query.start) {
        const int from = query.start->before ? 0 : 1;
        begin =
            std::partition_point(begin, end, [&](const DocumentPtr &document) { return sorter.toCursor(document, *query.start) < from; });
    }
    if (query.end) {
        const int until = query.end->before ? 0 : 1;
        end = std::partition_point(begin, end, [&](const DocumentPtr &document) { return sorter.toCursor(document, *query.end) < until; });
    }
    QueryHits out;
    out.skipped = std::min(query.offset, static_cast<std::size_t>(end - begin));
    begin += static_cast<std::ptrdiff_t>(out.skipped);
    if (query.limit && *query.limit < static_cast<std::size_t>(end - begin))
        end = begin + static_cast<std::ptrdiff_t>(*query.limit);
    out.documents.assign(begin, end);
    return out;
}

} // namespace callcard::demo::firestore

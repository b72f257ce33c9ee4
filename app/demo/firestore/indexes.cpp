#include "indexes.h"

#include <algorithm>
#include <set>

namespace callcard::demo::firestore {

namespace {

CompositeIndex metricsIndex(std::initializer_list<const char *> equal, bool descending)
{
    CompositeIndex index{"metrics", {}, false};
    for (const char *name : equal)
        index.fields.push_back({{{name}}, false});
    index.fields.push_back({{{"date"}}, descending});
    return index;
}

bool isEquality(Operator op)
{
    return op == Operator::Equal || op == Operator::In || op == Operator::IsNull || op == Operator::IsNaN;
}

bool isContains(Operator op)
{
    return op == Operator::ArrayContains || op == Operator::ArrayContainsAny;
}

/// The orders an index must end with: the name at the end is part of every index, in the direction of the field before it.
std::vector<Order> neededOrders(const std::vector<const Filter *> &conjunction, const Query &query)
{
    std::vector<Order> out;
    for (const Order &order : query.orders) {
        const bool isFixed = std::any_of(conjunction.begin(), conjunction.end(), [&order](const Filter *filter) {
            return filter->op == Operator::Equal && filter->path == order.path;
        });
        if (!isFixed)
            out.push_back(order);
    }
    if (!out.empty() && out.back().path.isName()) {
        const bool goesAlong = out.size() == 1 || out[out.size() - 2].descending == out.back().descending;
        if (goesAlong)
            out.pop_back();
    }
    return out;
}

bool endsWith(const CompositeIndex &index, const std::vector<Order> &orders)
{
    if (index.fields.size() < orders.size())
        return false;
    return std::equal(orders.begin(), orders.end(), index.fields.end() - static_cast<std::ptrdiff_t>(orders.size()),
                      [](const Order &one, const Order &other) { return one.path == other.path && one.descending == other.descending; });
}

} // namespace

Indexes::Indexes()
{
    add(metricsIndex({"userId", "type"}, true));
    add(metricsIndex({"userId"}, false));
    add(metricsIndex({"userId"}, true));
    add(metricsIndex({"type"}, false));
    add(metricsIndex({"type", "userId"}, true));
}

bool Indexes::serves(const std::vector<const Filter *> &conjunction, const Query &query) const
{
    std::set<FieldPath> fixed;
    std::size_t contains = 0;
    for (const Filter *filter : conjunction) {
        if (filter->path.isName())
            continue;
        if (isEquality(filter->op) || isContains(filter->op))
            fixed.insert(filter->path);
        contains += isContains(filter->op) ? 1 : 0;
    }
    const std::vector<Order> orders = neededOrders(conjunction, query);
    // One field alone, or equalities alone, which are merged from the automatic indexes.
    if (orders.empty() || (orders.size() == 1 && fixed.empty()))
        return !query.allDescendants || (fixed.empty() && orders.empty());
    if (orders.size() == 1 && fixed.size() == 1 && *fixed.begin() == orders.front().path && contains == 0)
        return !query.allDescendants;
    // Several indexes with the same end are merged: together they must cover every equality.
    std::set<FieldPath> uncovered = fixed;
    bool any = false;
    for (const CompositeIndex &index : m_indexes) {
        if (index.collection != query.collection || index.isGroup != query.allDescendants || !endsWith(index, orders))
            continue;
        const auto prefixEnd = index.fields.end() - static_cast<std::ptrdiff_t>(orders.size());
        if (!std::all_of(index.fields.begin(), prefixEnd, [&fixed](const Order &field) { return fixed.contains(field.path); }))
            continue;
        any = true;
        std::for_each(index.fields.begin(), prefixEnd, [&uncovered](const Order &field) { uncovered.erase(field.path); });
    }
    return any && uncovered.empty();
}

void Indexes::check(const Query &query, const Database &database) const
{
    for (const auto &conjunction : disjunctions(query)) {
        if (!serves(conjunction, query))
            refuse(Code::FailedPrecondition,
                   "The query requires an index. You can create it here: https://console.firebase.google.com/v1/r/project/" +
                       database.project + "/firestore/indexes?create_composite=" + query.collection);
    }
}

} // namespace callcard::demo::firestore

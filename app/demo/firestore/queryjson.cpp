// From the wire's words to a Query.

#include "message.h"
#include "order.h"
#include "query.h"
#include "valuejson.h"

#include <algorithm>
#include <set>

namespace callcard::demo::firestore {

namespace {

constexpr int kDeepestFilter = 20;
constexpr std::size_t kMostFilters = 100;
constexpr std::size_t kMostInValues = 30;
constexpr std::size_t kMostNotInValues = 10;

FieldPath fieldFrom(const Message &message, std::string_view name)
{
    const Json *json = message.find(name);
    if (json == nullptr)
        refuseArgument("'" + message.where(name) + "' must be set.");
    return fieldPathFrom(Message(*json, message.where(name), {"fieldPath"}).text("fieldPath"), true);
}

/// A document of the queried collection, as conditions on "__name__" need it.
void checkName(const Value &value, const Database &database)
{
    const Reference *reference = value.as<Reference>();
    if (reference == nullptr)
        refuseArgument("__key__ filter value must be a Key.");
    (void)database.documentPath(reference->name);
}

void checkList(const Filter &filter, const std::string &where)
{
    const Array *values = filter.value.as<Array>();
    if (values == nullptr)
        refuseArgument("'" + where + "' needs an array value for this operator.");
    if (values->empty())
        refuseArgument("'" + where + "' requires a non-empty ArrayValue.");
    const std::size_t most = filter.op == Operator::NotIn ? kMostNotInValues : kMostInValues;
    if (values->size() > most)
        refuseArgument("'" + where + "' supports up to " + std::to_string(most) + " comparison values.");
}

Filter fieldFilterFrom(const Json &json, const std::string &where, const Database &database)
{
    const Message message(json, where, {"field", "op", "value"});
    Filter filter;
    filter.kind = Filter::Kind::Field;
    filter.path = fieldFrom(message, "field");
    filter.op = static_cast<Operator>(
        message.word("op", {"OPERATOR_UNSPECIFIED", "LESS_THAN", "LESS_THAN_OR_EQUAL", "GREATER_THAN", "GREATER_THAN_OR_EQUAL", "EQUAL",
                            "NOT_EQUAL", "ARRAY_CONTAINS", "IN", "ARRAY_CONTAINS_ANY", "NOT_IN"}));
    if (filter.op == Operator::Unspecified)
        refuseArgument("'" + message.where("op") + "' must be set.");
    if (!message.has("value"))
        refuseArgument("'" + message.where("value") + "' must be set.");
    filter.value = valueFrom(*message.find("value"), message.where("value"));
    const bool isList = filter.op == Operator::In || filter.op == Operator::NotIn || filter.op == Operator::ArrayContainsAny;
    if (isList)
        checkList(filter, where);
    if (filter.path.isName()) {
        if (filter.op == Operator::ArrayContains || filter.op == Operator::ArrayContainsAny)
            refuseArgument("Array operators do not apply to __name__.");
        if (!isList)
            checkName(filter.value, database);
        else
            for (const Value &value : *filter.value.as<Array>())
                checkName(value, database);
    }
    return filter;
}

Filter unaryFilterFrom(const Json &json, const std::string &where)
{
    const Message message(json, where, {"field", "op"});
    Filter filter;
    filter.kind = Filter::Kind::Field;
    filter.path = fieldFrom(message, "field");
    // The enumeration leaves out the number 1.
    constexpr Operator kOperators[] = {Operator::Unspecified, Operator::Unspecified, Operator::IsNaN,
                                       Operator::IsNull,      Operator::IsNotNaN,    Operator::IsNotNull};
    filter.op = kOperators[message.word("op", {"OPERATOR_UNSPECIFIED", "", "IS_NAN", "IS_NULL", "IS_NOT_NAN", "IS_NOT_NULL"})];
    if (filter.op == Operator::Unspecified)
        refuseArgument("'" + message.where("op") + "' must be set.");
    return filter;
}

Filter filterFrom(const Json &json, const std::string &where, const Database &database, int depth, std::size_t &count)
{
    if (depth > kDeepestFilter || ++count > kMostFilters)
        refuseArgument("The query has too many filters.");
    const Message message(json, where, {"compositeFilter", "fieldFilter", "unaryFilter"});
    const std::string_view kind = message.oneOf({"compositeFilter", "fieldFilter", "unaryFilter"});
    const Json &inner = *message.find(kind);
    if (kind == "fieldFilter")
        return fieldFilterFrom(inner, message.where(kind), database);
    if (kind == "unaryFilter")
        return unaryFilterFrom(inner, message.where(kind));
    const Message composite(inner, message.where(kind), {"op", "filters"});
    Filter filter;
    const std::size_t op = composite.word("op", {"OPERATOR_UNSPECIFIED", "AND", "OR"});
    if (op == 0)
        refuseArgument("'" + composite.where("op") + "' must be set.");
    filter.kind = op == 1 ? Filter::Kind::And : Filter::Kind::Or;
    for (const Json *entry : composite.list("filters"))
        filter.filters.push_back(filterFrom(*entry, composite.where("filters"), database, depth + 1, count));
    if (filter.filters.empty())
        refuseArgument("'" + composite.where("filters") + "' must not be empty.");
    return filter;
}

std::optional<Cursor> cursorFrom(const Message &query, std::string_view name)
{
    const Json *json = query.find(name);
    if (json == nullptr)
        return std::nullopt;
    const Message message(*json, query.where(name), {"values", "before"});
    Cursor cursor;
    cursor.before = message.flag("before");
    for (const Json *value : message.list("values"))
        cursor.values.push_back(valueFrom(*value, message.where("values")));
    return cursor;
}

void checkCursor(const Query &query, const std::optional<Cursor> &cursor, const Database &database)
{
    if (!cursor)
        return;
    if (cursor->values.size() > query.statedOrders)
        refuseArgument("Cursor has too many values.");
    for (std::size_t at = 0; at < cursor->values.size(); ++at) {
        if (query.orders[at].path.isName())
            checkName(cursor->values[at], database);
    }
}

void readFrom(const Message &message, Query &query)
{
    const auto from = message.list("from");
    if (from.size() != 1)
        refuseArgument("'" + message.where("from") + "' must have exactly one entry.");
    const Message selector(*from.front(), message.where("from"), {"collectionId", "allDescendants"});
    query.collection = selector.text("collectionId");
    query.allDescendants = selector.flag("allDescendants");
    if (query.collection.empty() ? !query.allDescendants : query.collection.find('/') != std::string::npos)
        refuseArgument("'" + selector.where("collectionId") + "' is not a collection id.");
    if (!query.collection.empty())
        checkSegments({query.collection});
}

std::size_t countFrom(const Message &message, std::string_view name)
{
    const auto number = message.number(name);
    if (number && *number < 0)
        refuseArgument("'" + message.where(name) + "' is negative.");
    return static_cast<std::size_t>(number.value_or(0));
}

void collect(const Filter &filter, std::vector<const Filter *> &out)
{
    if (filter.kind == Filter::Kind::Field)
        out.push_back(&filter);
    for (const Filter &inner : filter.filters)
        collect(inner, out);
}

/// NOT_IN and NOT_EQUAL stand alone: they exclude what the others would include.
void checkCombination(const Query &query)
{
    std::vector<const Filter *> filters;
    if (query.where)
        collect(*query.where, filters);
    const auto count = [&filters](std::initializer_list<Operator> ops) {
        return std::count_if(filters.begin(), filters.end(),
                             [&ops](const Filter *filter) { return std::find(ops.begin(), ops.end(), filter->op) != ops.end(); });
    };
    const auto notIn = count({Operator::NotIn});
    if (notIn > 1 ||
        (notIn == 1 && count({Operator::NotEqual, Operator::In, Operator::ArrayContainsAny, Operator::IsNotNaN, Operator::IsNotNull}) > 0))
        refuseArgument("NOT_IN cannot be used with NOT_EQUAL, IN, ARRAY_CONTAINS_ANY or another NOT_IN in one query.");
    for (const auto &conjunction : disjunctions(query)) {
        const auto contains = std::count_if(conjunction.begin(), conjunction.end(), [](const Filter *filter) {
            return filter->op == Operator::ArrayContains || filter->op == Operator::ArrayContainsAny;
        });
        if (contains > 1)
            refuseArgument("A maximum of 1 'ARRAY_CONTAINS' filter is allowed per disjunction.");
    }
}

} // namespace

Query queryFrom(const Json &json, const std::string &where, const std::string &parent, const Database &database)
{
    const Message message(json, where, {"select", "from", "where", "orderBy", "startAt", "endAt", "offset", "limit", "findNearest"});
    if (message.has("findNearest"))
        refuse(Code::Unimplemented, "Vector search is not served here.");
    Query query;
    query.parent = parent;
    readFrom(message, query);
    std::size_t count = 0;
    if (const Json *filter = message.find("where"))
        query.where = filterFrom(*filter, message.where("where"), database, 0, count);
    for (const Json *entry : message.list("orderBy")) {
        const Message order(*entry, message.where("orderBy"), {"field", "direction"});
        query.orders.push_back(
            {fieldFrom(order, "field"), order.word("direction", {"DIRECTION_UNSPECIFIED", "ASCENDING", "DESCENDING"}) == 2});
    }
    if (const Json *select = message.find("select")) {
        const Message projection(*select, message.where("select"), {"fields"});
        for (const Json *field : projection.list("fields")) {
            if (!query.select)
                query.select.emplace();
            query.select->push_back(fieldPathFrom(Message(*field, projection.where("fields"), {"fieldPath"}).text("fieldPath"), true));
        }
    }
    query.start = cursorFrom(message, "startAt");
    query.end = cursorFrom(message, "endAt");
    query.offset = countFrom(message, "offset");
    const std::size_t limit = countFrom(message, "limit");
    if (message.has("limit"))
        query.limit = limit;
    completeOrders(query);
    checkCursor(query, query.start, database);
    checkCursor(query, query.end, database);
    checkCombination(query);
    return query;
}

std::vector<Order> ordersFromText(std::string_view text)
{
    std::vector<Order> out;
    if (text.empty())
        return out;
    for (const std::string &part : splitOutsideQuotes(text, ',')) {
        std::vector<std::string> words = splitOutsideQuotes(part, ' ');
        std::erase_if(words, [](const std::string &word) { return word.empty(); });
        if (words.empty() || words.size() > 2)
            refuseArgument("Invalid order_by: \"" + std::string(text.substr(0, 200)) + "\".");
        Order order{fieldPathFrom(words[0], true), false};
        if (words.size() == 2) {
            std::transform(words[1].begin(), words[1].end(), words[1].begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
            if (words[1] != "asc" && words[1] != "desc")
                refuseArgument("Invalid order_by: \"" + std::string(text.substr(0, 200)) + "\".");
            order.descending = words[1] == "desc";
        }
        out.push_back(std::move(order));
    }
    return out;
}

void completeOrders(Query &query)
{
    query.statedOrders = query.orders.size();
    for (std::size_t at = 0; at < query.orders.size(); ++at) {
        for (std::size_t other = 0; other < at; ++other) {
            if (query.orders[other].path == query.orders[at].path)
                refuseArgument("Cannot order by the same field twice: " + query.orders[at].path.text());
        }
    }
    const bool descending = !query.orders.empty() && query.orders.back().descending;
    const auto isOrdered = [&query](const FieldPath &path) {
        return std::any_of(query.orders.begin(), query.orders.end(), [&path](const Order &order) { return order.path == path; });
    };
    std::vector<const Filter *> filters;
    if (query.where)
        collect(*query.where, filters);
    std::set<FieldPath> ranged;
    for (const Filter *filter : filters) {
        if (filter->isInequality() && !filter->path.isName())
            ranged.insert(filter->path);
    }
    for (const FieldPath &path : ranged) {
        if (!isOrdered(path))
            query.orders.push_back({path, descending});
    }
    if (!isOrdered({{"__name__"}}))
        query.orders.push_back({{{"__name__"}}, descending});
}

} // namespace callcard::demo::firestore

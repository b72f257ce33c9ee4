#include "query.h"

#include "order.h"

#include <algorithm>

namespace callcard::demo::firestore {

namespace {

constexpr std::size_t kMostDisjunctions = 30;

bool isAny(const Array &values, const Value &value)
{
    return std::any_of(values.begin(), values.end(), [&value](const Value &entry) { return isSame(entry, value); });
}

bool holds(const Filter &filter, const Value &value)
{
    switch (filter.op) {
    case Operator::LessThan:
        return areComparable(value, filter.value) && compare(value, filter.value) < 0;
    case Operator::LessThanOrEqual:
        return areComparable(value, filter.value) && compare(value, filter.value) <= 0;
    case Operator::GreaterThan:
        return areComparable(value, filter.value) && compare(value, filter.value) > 0;
    case Operator::GreaterThanOrEqual:
        return areComparable(value, filter.value) && compare(value, filter.value) >= 0;
    case Operator::Equal:
        return isSame(value, filter.value);
    case Operator::NotEqual: // null is never found by it
        return !value.isNull() && !isSame(value, filter.value);
    case Operator::ArrayContains:
        return value.as<Array>() != nullptr && isAny(*value.as<Array>(), filter.value);
    case Operator::In: // nor by this
        return !value.isNull() && isAny(*filter.value.as<Array>(), value);
    case Operator::ArrayContainsAny:
        return value.as<Array>() != nullptr &&
               std::any_of(value.as<Array>()->begin(), value.as<Array>()->end(),
                           [&filter](const Value &entry) { return isAny(*filter.value.as<Array>(), entry); });
    case Operator::NotIn: // a null in the list excludes everything
        return !value.isNull() && !isAny(*filter.value.as<Array>(), Null()) && !isAny(*filter.value.as<Array>(), value);
    case Operator::IsNaN:
        return value.isNaN();
    case Operator::IsNull:
        return value.isNull();
    case Operator::IsNotNaN:
        return !value.isNull() && !value.isNaN();
    case Operator::IsNotNull:
        return !value.isNull();
    case Operator::Unspecified:
        break;
    }
    return false;
}

using Conjunction = std::vector<const Filter *>;

/// How many conjunctions a filter multiplies into, counted before any is built. IN counts each of its values.
std::size_t breadth(const Filter &filter)
{
    const std::size_t tooMany = kMostDisjunctions + 1;
    if (filter.kind == Filter::Kind::Field) {
        const bool fansOut = filter.op == Operator::In || filter.op == Operator::ArrayContainsAny;
        return fansOut ? std::min(filter.value.as<Array>()->size(), tooMany) : 1;
    }
    std::size_t count = filter.kind == Filter::Kind::And ? 1 : 0;
    for (const Filter &inner : filter.filters)
        count = std::min(filter.kind == Filter::Kind::And ? count * breadth(inner) : count + breadth(inner), tooMany);
    return count;
}

std::vector<Conjunction> expanded(const Filter &filter)
{
    if (filter.kind == Filter::Kind::Field)
        return {{&filter}};
    std::vector<Conjunction> out;
    if (filter.kind == Filter::Kind::Or) {
        for (const Filter &inner : filter.filters) {
            auto more = expanded(inner);
            out.insert(out.end(), more.begin(), more.end());
        }
        return out;
    }
    out.emplace_back();
    for (const Filter &inner : filter.filters) {
        std::vector<Conjunction> product;
        const auto factors = expanded(inner);
        for (const Conjunction &left : out) {
            for (const Conjunction &right : factors) {
                product.push_back(left);
                product.back().insert(product.back().end(), right.begin(), right.end());
            }
        }
        out = std::move(product);
    }
    return out;
}

} // namespace

bool Filter::isInequality() const
{
    switch (op) {
    case Operator::LessThan:
    case Operator::LessThanOrEqual:
    case Operator::GreaterThan:
    case Operator::GreaterThanOrEqual:
    case Operator::NotEqual:
    case Operator::NotIn:
    case Operator::IsNotNaN:
    case Operator::IsNotNull:
        return kind == Kind::Field;
    default:
        return false;
    }
}

bool matches(const Filter &filter, const Document &document, const Database &database)
{
    const auto inner = [&](const Filter &entry) { return matches(entry, document, database); };
    if (filter.kind == Filter::Kind::And)
        return std::all_of(filter.filters.begin(), filter.filters.end(), inner);
    if (filter.kind == Filter::Kind::Or)
        return std::any_of(filter.filters.begin(), filter.filters.end(), inner);
    if (filter.path.isName())
        return holds(filter, Reference{database.fullName(document.path)});
    const Value *value = valueAt(document.fields, filter.path);
    return value != nullptr && holds(filter, *value);
}

std::optional<Value> orderedValue(const Order &order, const Document &document, const Database &database)
{
    if (order.path.isName())
        return Reference{database.fullName(document.path)};
    const Value *value = valueAt(document.fields, order.path);
    return value != nullptr ? std::optional(*value) : std::nullopt;
}

std::vector<std::vector<const Filter *>> disjunctions(const Query &query)
{
    if (!query.where)
        return {{}};
    if (breadth(*query.where) > kMostDisjunctions)
        refuseArgument("The query has more than 30 disjunctions after normalization.");
    return expanded(*query.where);
}

} // namespace callcard::demo::firestore

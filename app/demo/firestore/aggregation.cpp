#include "aggregation.h"

#include "documentlimits.h"
#include "message.h"
#include "valuejson.h"

#include <algorithm>
#include <limits>
#include <set>

namespace callcard::demo::firestore {

namespace {

constexpr std::size_t kMost = 5;

Aggregation aggregationFrom(const Json &json, const std::string &where, std::size_t number)
{
    const Message message(json, where, {"alias", "count", "sum", "avg"});
    Aggregation out;
    out.alias = message.text("alias");
    if (out.alias.empty())
        out.alias = "field_" + std::to_string(number);
    checkFieldName(out.alias);
    const std::string_view kind = message.oneOf({"count", "sum", "avg"});
    if (kind == "count") {
        const Message count(*message.find(kind), message.where(kind), {"upTo"});
        if (count.has("upTo")) {
            const Value value = valueFrom(Json{{"integerValue", *count.find("upTo")}}, count.where("upTo"));
            out.upTo = *value.as<std::int64_t>();
            if (*out.upTo <= 0)
                refuseArgument("'" + count.where("upTo") + "' must be greater than zero.");
        }
        return out;
    }
    out.kind = kind == "sum" ? Aggregation::Kind::Sum : Aggregation::Kind::Average;
    const Message inner(*message.find(kind), message.where(kind), {"field"});
    if (!inner.has("field"))
        refuseArgument("'" + inner.where("field") + "' must be set.");
    out.path = fieldPathFrom(Message(*inner.find("field"), inner.where("field"), {"fieldPath"}).text("fieldPath"));
    return out;
}

/// Sums stay integers as long as every number is one and none is lost.
Value result(const Aggregation &aggregation, const std::vector<DocumentPtr> &documents)
{
    if (aggregation.kind == Aggregation::Kind::Count) {
        const auto count = static_cast<std::int64_t>(documents.size());
        return std::min(count, aggregation.upTo.value_or(count));
    }
    std::int64_t whole = 0;
    double sum = 0;
    bool isWhole = true;
    std::size_t count = 0;
    for (const DocumentPtr &document : documents) {
        const Value *value = valueAt(document->fields, aggregation.path);
        if (value == nullptr || !value->isNumber())
            continue;
        ++count;
        if (const auto *integer = value->as<std::int64_t>()) {
            sum += static_cast<double>(*integer);
            isWhole = isWhole && !__builtin_add_overflow(whole, *integer, &whole);
        } else {
            sum += *value->as<double>();
            isWhole = false;
        }
    }
    if (aggregation.kind == Aggregation::Kind::Sum)
        return isWhole ? Value(whole) : Value(sum);
    return count == 0 ? Value() : Value(sum / static_cast<double>(count));
}

} // namespace

std::vector<Aggregation> aggregationsFrom(const std::vector<const Json *> &list, const std::string &where)
{
    if (list.empty() || list.size() > kMost)
        refuseArgument("The maximum number of aggregations allowed in an aggregation query is 5, the minimum 1.");
    std::vector<Aggregation> out;
    std::set<std::string> aliases;
    for (const Json *json : list) {
        out.push_back(aggregationFrom(*json, where, out.size() + 1));
        if (!aliases.insert(out.back().alias).second)
            refuseArgument("Aggregation aliases contain duplicate alias: " + out.back().alias);
    }
    return out;
}

Json aggregated(const std::vector<Aggregation> &aggregations, const std::vector<DocumentPtr> &documents)
{
    Json out = Json::object();
    for (const Aggregation &aggregation : aggregations)
        out[aggregation.alias] = toJson(result(aggregation, documents));
    return out;
}

} // namespace callcard::demo::firestore

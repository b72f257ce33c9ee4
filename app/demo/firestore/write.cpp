#include "write.h"

#include "documentlimits.h"
#include "order.h"
#include "valuejson.h"

#include <algorithm>
#include <limits>

namespace callcard::demo::firestore {

namespace {

double asDouble(const Value &value)
{
    const auto *whole = value.as<std::int64_t>();
    return whole != nullptr ? static_cast<double>(*whole) : *value.as<double>();
}

/// Integers stay integers and stop at their bounds.
Value sum(const Value &one, const Value &other)
{
    const auto *a = one.as<std::int64_t>();
    const auto *b = other.as<std::int64_t>();
    if (a == nullptr || b == nullptr)
        return asDouble(one) + asDouble(other);
    std::int64_t out = 0;
    if (__builtin_add_overflow(*a, *b, &out))
        return *b > 0 ? std::numeric_limits<std::int64_t>::max() : std::numeric_limits<std::int64_t>::min();
    return out;
}

bool contains(const Array &values, const Value &value)
{
    return std::any_of(values.begin(), values.end(), [&value](const Value &entry) { return isSame(entry, value); });
}

Value appended(const Value *old, const Array &more)
{
    Array values = old != nullptr && old->as<Array>() != nullptr ? *old->as<Array>() : Array();
    for (const Value &value : more) {
        if (!contains(values, value))
            values.push_back(value);
    }
    return values;
}

Value without(const Value *old, const Array &less)
{
    Array values = old != nullptr && old->as<Array>() != nullptr ? *old->as<Array>() : Array();
    std::erase_if(values, [&less](const Value &value) { return contains(less, value); });
    return values;
}

/// Applies one transform; returns its result.
Value applied(const Transform &transform, Map &fields, const CommitTimes &times)
{
    const Value *old = valueAt(fields, transform.path);
    Value value = transform.operand; // what a missing or non-numeric field becomes
    const bool isNumber = old != nullptr && old->isNumber();
    switch (transform.kind) {
    case Transform::Kind::RequestTime:
        value = times.request;
        break;
    case Transform::Kind::Increment:
        if (isNumber)
            value = sum(*old, transform.operand);
        break;
    case Transform::Kind::Maximum:
        if (isNumber && (old->isNaN() || (!value.isNaN() && compare(*old, value) >= 0)))
            value = *old;
        break;
    case Transform::Kind::Minimum:
        if (isNumber && (old->isNaN() || (!value.isNaN() && compare(*old, value) <= 0)))
            value = *old;
        break;
    case Transform::Kind::AppendMissing:
        setAt(fields, transform.path, appended(old, *transform.operand.as<Array>()));
        return Null();
    case Transform::Kind::RemoveAll:
        setAt(fields, transform.path, without(old, *transform.operand.as<Array>()));
        return Null();
    }
    setAt(fields, transform.path, value);
    return value;
}

Map mergedFields(const Write &write, const Document *before)
{
    if (write.kind == Write::Kind::TransformOnly)
        return before != nullptr ? before->fields : Map();
    if (!write.mask)
        return write.fields;
    Map fields = before != nullptr ? before->fields : Map();
    for (const FieldPath &path : *write.mask) {
        if (const Value *value = valueAt(write.fields, path))
            setAt(fields, path, *value);
        else
            eraseAt(fields, path);
    }
    return fields;
}

} // namespace

void checkPrecondition(const Write &write, const Document *before, const Database &database)
{
    const Precondition &condition = write.precondition;
    if (condition.exists && !*condition.exists && before != nullptr)
        refuse(Code::AlreadyExists, "Document already exists: " + database.fullName(write.path));
    if (condition.exists && *condition.exists && before == nullptr)
        refuse(Code::NotFound, "No document to update: " + database.fullName(write.path));
    if (condition.updateTime && (before == nullptr || before->updateTime != *condition.updateTime))
        refuse(Code::FailedPrecondition, "the stored version (" +
                                             (before != nullptr ? timestampText(before->updateTime) : std::string("none")) +
                                             ") does not match the required base version (" + timestampText(*condition.updateTime) + ")");
}

Outcome outcomeOf(const Write &write, const Document *before, const CommitTimes &times, const Database &database)
{
    Outcome out;
    if (write.kind == Write::Kind::Delete) {
        out.changed = before != nullptr;
        return out;
    }
    if (before != nullptr)
        out.after = *before;
    if (write.kind == Write::Kind::Verify)
        return out;
    Map fields = mergedFields(write, before);
    Json results = Json::array();
    for (const Transform &transform : write.transforms)
        results.push_back(toJson(applied(transform, fields, times)));
    checkDocument(database.fullName(write.path), fields);
    // A write that changes nothing keeps the old updateTime.
    out.changed = before == nullptr || !(fields == before->fields);
    if (out.changed)
        out.after = Document{write.path, std::move(fields), before != nullptr ? before->createTime : times.commit, times.commit};
    out.result["updateTime"] = timestampText(out.after->updateTime);
    if (!results.empty())
        out.result["transformResults"] = std::move(results);
    return out;
}

} // namespace callcard::demo::firestore

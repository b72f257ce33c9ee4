#include "order.h"

#include "documentname.h"

#include <cmath>

namespace callcard::demo::firestore {

namespace {

int kind(const Value &value)
{
    if (value.isNumber())
        return value.isNaN() ? 2 : 3;
    constexpr int kKinds[] = {0, 1, 3, 3, 4, 5, 6, 7, 8, 9, 10}; // by the variant's alternatives
    return kKinds[value.data.index()];
}

template <typename T>
int three(const T &one, const T &other)
{
    return one < other ? -1 : other < one ? 1 : 0;
}

/// Exact even where a double cannot hold the integer.
int mixed(std::int64_t whole, double number)
{
    if (number >= 9223372036854775808.0)
        return -1;
    if (number < -9223372036854775808.0)
        return 1;
    const double floor = std::floor(number);
    const int byWhole = three(whole, static_cast<std::int64_t>(floor));
    return byWhole != 0 ? byWhole : number > floor ? -1 : 0;
}

int numbers(const Value &one, const Value &other)
{
    if (one.isNaN() || other.isNaN())
        return three(kind(one), kind(other));
    const auto *wholeOne = one.as<std::int64_t>();
    const auto *wholeOther = other.as<std::int64_t>();
    if (wholeOne != nullptr && wholeOther != nullptr)
        return three(*wholeOne, *wholeOther);
    if (wholeOne != nullptr)
        return mixed(*wholeOne, *other.as<double>());
    if (wholeOther != nullptr)
        return -mixed(*wholeOther, *one.as<double>());
    return three(*one.as<double>(), *other.as<double>());
}

int bytes(const std::string &one, const std::string &other)
{
    return three(one.compare(other), 0); // char_traits compares as unsigned
}

int arrays(const Array &one, const Array &other)
{
    for (std::size_t at = 0; at < one.size() && at < other.size(); ++at) {
        if (const int order = compare(one[at], other[at]))
            return order;
    }
    return three(one.size(), other.size());
}

int maps(const Map &one, const Map &other)
{
    auto at = one.begin();
    auto too = other.begin();
    for (; at != one.end() && too != other.end(); ++at, ++too) {
        if (const int order = bytes(at->name, too->name))
            return order;
        if (const int order = compare(at->value, too->value))
            return order;
    }
    return three(one.size(), other.size());
}

} // namespace

int compare(const Value &one, const Value &other)
{
    if (const int order = three(kind(one), kind(other)))
        return order;
    switch (kind(one)) {
    case 1:
        return three(*one.as<bool>(), *other.as<bool>());
    case 3:
        return numbers(one, other);
    case 4:
        return three(one.as<Timestamp>()->micros, other.as<Timestamp>()->micros);
    case 5:
        return bytes(*one.as<std::string>(), *other.as<std::string>());
    case 6:
        return bytes(one.as<Bytes>()->data, other.as<Bytes>()->data);
    case 7:
        return compareNames(one.as<Reference>()->name, other.as<Reference>()->name);
    case 8: {
        const auto *a = one.as<GeoPoint>();
        const auto *b = other.as<GeoPoint>();
        const int north = three(a->latitude, b->latitude);
        return north != 0 ? north : three(a->longitude, b->longitude);
    }
    case 9:
        return arrays(*one.as<Array>(), *other.as<Array>());
    case 10:
        return maps(*one.as<Map>(), *other.as<Map>());
    default:
        return 0; // null, not-a-number
    }
}

bool areComparable(const Value &one, const Value &other)
{
    return kind(one) == kind(other);
}

} // namespace callcard::demo::firestore

#include "valuejson.h"

#include "base64.h"
#include "documentlimits.h"
#include "documentname.h"
#include "message.h"

#include <charconv>
#include <cmath>
#include <limits>

namespace callcard::demo::firestore {

namespace {

[[noreturn]] void invalid(const std::string &where, const char *type)
{
    refuseArgument("Invalid value at '" + where + "' (" + type + ")");
}

std::int64_t integerFrom(const Json &json, const std::string &where)
{
    if (json.is_number_unsigned() && json.get<std::uint64_t>() > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max()))
        invalid(where, "TYPE_INT64");
    if (json.is_number_integer())
        return json.get<std::int64_t>();
    if (json.is_number_float()) { // 3.0 is a whole number to Google's reader
        const double number = json.get<double>();
        if (std::trunc(number) == number && std::fabs(number) < 9e18)
            return static_cast<std::int64_t>(number);
    }
    if (json.is_string()) {
        const std::string &text = json.get_ref<const std::string &>();
        std::int64_t number = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
        if (error == std::errc() && end == text.data() + text.size())
            return number;
    }
    invalid(where, "TYPE_INT64");
}

double doubleFrom(const Json &json, const std::string &where)
{
    if (json.is_number())
        return json.get<double>();
    if (json.is_string()) {
        const std::string &text = json.get_ref<const std::string &>();
        if (text == "NaN")
            return std::numeric_limits<double>::quiet_NaN();
        if (text == "Infinity")
            return std::numeric_limits<double>::infinity();
        if (text == "-Infinity")
            return -std::numeric_limits<double>::infinity();
        double number = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
        if (error == std::errc() && end == text.data() + text.size() && std::isfinite(number))
            return number;
    }
    invalid(where, "TYPE_DOUBLE");
}

const std::string &stringFrom(const Json &json, const std::string &where)
{
    if (!json.is_string())
        invalid(where, "TYPE_STRING");
    const std::string &text = json.get_ref<const std::string &>();
    if (text.size() > kLongestValue)
        refuseArgument("The value of property \"" + where + "\" is longer than " + std::to_string(kLongestValue) + " bytes.");
    return text;
}

Value bytesFrom(const Json &json, const std::string &where)
{
    if (!json.is_string())
        invalid(where, "TYPE_BYTES");
    auto bytes = fromBase64(json.get_ref<const std::string &>());
    if (!bytes)
        invalid(where, "TYPE_BYTES");
    if (bytes->size() > kLongestValue)
        refuseArgument("The value of property \"" + where + "\" is longer than " + std::to_string(kLongestValue) + " bytes.");
    return Bytes{std::move(*bytes)};
}

Value timestampValue(const Json &json, const std::string &where)
{
    const auto timestamp = json.is_string() ? timestampFrom(json.get_ref<const std::string &>()) : std::nullopt;
    if (!timestamp)
        refuseArgument("Invalid value at '" + where + "' (type.googleapis.com/google.protobuf.Timestamp)");
    return *timestamp;
}

double coordinate(const Message &point, std::string_view name, double bound)
{
    const Json *json = point.find(name);
    const double number = json != nullptr ? doubleFrom(*json, point.where(name)) : 0.0;
    if (!(std::fabs(number) <= bound)) // not-a-number too
        refuseArgument("Value at '" + point.where(name) + "' is out of range.");
    return number;
}

Value geoPointFrom(const Json &json, const std::string &where)
{
    const Message point(json, where, {"latitude", "longitude"});
    return GeoPoint{coordinate(point, "latitude", 90), coordinate(point, "longitude", 180)};
}

Value arrayFrom(const Json &json, const std::string &where)
{
    Array values;
    const Message array(json, where, {"values"});
    for (const Json *entry : array.list("values")) {
        Value value = valueFrom(*entry, array.where("values"));
        if (value.as<Array>() != nullptr)
            refuseArgument("Cannot convert an array value in an array value.");
        values.push_back(std::move(value));
    }
    return values;
}

Value mapFrom(const Json &json, const std::string &where)
{
    const Message map(json, where, {"fields"});
    const Json *fields = map.find("fields");
    return fields != nullptr ? fieldsFrom(*fields, map.where("fields")) : Map();
}

Json numberText(double number)
{
    if (std::isnan(number))
        return "NaN";
    if (std::isinf(number))
        return number > 0 ? "Infinity" : "-Infinity";
    return number == 0 ? 0.0 : number; // negative zero comes back as zero
}

struct Printer {
    Json operator()(const Null &) const { return {{"nullValue", nullptr}}; }
    Json operator()(bool value) const { return {{"booleanValue", value}}; }
    Json operator()(std::int64_t value) const { return {{"integerValue", std::to_string(value)}}; }
    Json operator()(double value) const { return {{"doubleValue", numberText(value)}}; }
    Json operator()(const Timestamp &value) const { return {{"timestampValue", timestampText(value)}}; }
    Json operator()(const std::string &value) const { return {{"stringValue", value}}; }
    Json operator()(const Bytes &value) const { return {{"bytesValue", base64(value.data)}}; }
    Json operator()(const Reference &value) const { return {{"referenceValue", value.name}}; }
    Json operator()(const GeoPoint &value) const
    {
        Json point = Json::object();
        if (value.latitude != 0)
            point["latitude"] = value.latitude;
        if (value.longitude != 0)
            point["longitude"] = value.longitude;
        return {{"geoPointValue", std::move(point)}};
    }
    Json operator()(const Array &value) const
    {
        Json array = Json::object();
        for (const Value &entry : value)
            array["values"].push_back(toJson(entry));
        return {{"arrayValue", std::move(array)}};
    }
    Json operator()(const Map &value) const
    {
        Json map = Json::object();
        if (!value.empty())
            map["fields"] = toJson(value);
        return {{"mapValue", std::move(map)}};
    }
};

} // namespace

Value valueFrom(const Json &json, const std::string &where)
{
    if (!json.is_object())
        refuseArgument("Invalid value at '" + where + "': expected an object with the type as its only key.");
    if (json.size() != 1)
        refuseArgument(json.empty() ? "The value at '" + where + "' has no type."
                                    : "Invalid value at '" + where + "' (oneof), oneof field 'value_type' is already set.");
    const std::string &key = json.items().begin().key();
    const Json &value = json.items().begin().value();
    const auto is = [&key](std::string_view name) { return key == name || key == snakeCase(name); };
    const std::string inner = where + "." + key;
    if (is("nullValue")) {
        if (value.is_null() || value == "NULL_VALUE" || (value.is_number_integer() && value == 0))
            return Null();
        invalid(inner, "type.googleapis.com/google.protobuf.NullValue");
    }
    const bool known = is("booleanValue") || is("integerValue") || is("doubleValue") || is("timestampValue") || is("stringValue") ||
                       is("bytesValue") || is("referenceValue") || is("geoPointValue") || is("arrayValue") || is("mapValue");
    if (!known)
        refuseArgument("Invalid JSON payload received. Unknown name \"" + key.substr(0, 100) + "\" at '" + where + "': Cannot find field.");
    if (value.is_null()) // what JSON libraries make of not-a-number
        refuseArgument("The value at '" + where + "' has no type.");
    if (is("booleanValue")) {
        if (!value.is_boolean())
            invalid(inner, "TYPE_BOOL");
        return value.get<bool>();
    }
    if (is("integerValue"))
        return integerFrom(value, inner);
    if (is("doubleValue"))
        return doubleFrom(value, inner);
    if (is("timestampValue"))
        return timestampValue(value, inner);
    if (is("stringValue"))
        return stringFrom(value, inner);
    if (is("bytesValue"))
        return bytesFrom(value, inner);
    if (is("referenceValue")) {
        const std::string &name = stringFrom(value, inner);
        checkReference(name);
        return Reference{name};
    }
    if (is("geoPointValue"))
        return geoPointFrom(value, inner);
    return is("arrayValue") ? arrayFrom(value, inner) : mapFrom(value, inner);
}

Map fieldsFrom(const Json &json, const std::string &where)
{
    if (!json.is_object())
        refuseArgument("Invalid value at '" + where + "': expected an object.");
    Map fields;
    for (const auto &[name, value] : json.items()) {
        checkFieldName(name);
        fields[name] = valueFrom(value, where + "." + name.substr(0, 100));
    }
    return fields;
}

Json toJson(const Value &value)
{
    return std::visit(Printer(), value.data);
}

Json toJson(const Map &fields)
{
    Json json = Json::object();
    for (const auto &[name, value] : fields)
        json[name] = toJson(value);
    return json;
}

} // namespace callcard::demo::firestore

#include "valuewire.h"

#include <cmath>

namespace callcard::firestore {

using namespace Qt::Literals::StringLiterals;
using wire::Json;

namespace {

std::string utf8(const QString &text)
{
    return text.toStdString();
}

tl::unexpected<Error> broken(const char *what)
{
    return failure(ErrorKind::BadPayload, u"a field's value is no %1"_s.arg(QLatin1StringView(what)));
}

struct Writer {
    Json operator()(std::monostate) const { return {{"nullValue", nullptr}}; }
    Json operator()(bool value) const { return {{"booleanValue", value}}; }
    Json operator()(qint64 value) const { return {{"integerValue", std::to_string(value)}}; }
    Json operator()(double value) const
    {
        // JSON has no words for these, and what a library makes of them (null) is no value.
        if (std::isnan(value))
            return {{"doubleValue", "NaN"}};
        if (std::isinf(value))
            return {{"doubleValue", value > 0 ? "Infinity" : "-Infinity"}};
        return {{"doubleValue", value}};
    }
    Json operator()(Timestamp value) const { return {{"timestampValue", utf8(timestampText(value))}}; }
    Json operator()(const QString &value) const { return {{"stringValue", utf8(value)}}; }
    Json operator()(const QByteArray &value) const { return {{"bytesValue", value.toBase64().toStdString()}}; }
    Json operator()(const Reference &value) const { return {{"referenceValue", utf8(value.name)}}; }
    Json operator()(const GeoPoint &value) const
    {
        return {{"geoPointValue", {{"latitude", value.latitude}, {"longitude", value.longitude}}}};
    }
    Json operator()(const List &value) const
    {
        Json values = Json::array();
        for (const Value &one : value)
            values.push_back(toJson(one));
        return values.empty() ? Json{{"arrayValue", Json::object()}} : Json{{"arrayValue", {{"values", std::move(values)}}}};
    }
    Json operator()(const Map &value) const
    {
        return value.empty() ? Json{{"mapValue", Json::object()}} : Json{{"mapValue", {{"fields", toJson(value)}}}};
    }
    Json operator()(const Unsupported &) const { return {{"nullValue", nullptr}}; }
};

Result<Value> integerFrom(const Json &json)
{
    const std::string *text = json.get_ptr<const std::string *>();
    bool ok = false;
    const qint64 whole = text != nullptr ? QByteArray::fromStdString(*text).toLongLong(&ok) : 0;
    return ok ? Result<Value>(whole) : broken("integer");
}

Result<Value> doubleFrom(const Json &json)
{
    if (json.is_number())
        return Value(json.get<double>());
    const std::string *text = json.get_ptr<const std::string *>();
    if (text != nullptr && *text == "NaN")
        return Value(std::nan(""));
    if (text != nullptr && (*text == "Infinity" || *text == "-Infinity"))
        return Value(*text == "Infinity" ? HUGE_VAL : -HUGE_VAL);
    return broken("double");
}

Result<Value> geoPointFrom(const Json &json)
{
    if (!json.is_object())
        return broken("geo point");
    // A zero is left out of answers.
    const Json &latitude = wire::member(json, "latitude");
    const Json &longitude = wire::member(json, "longitude");
    return Value(GeoPoint{latitude.is_number() ? latitude.get<double>() : 0, longitude.is_number() ? longitude.get<double>() : 0});
}

Result<Value> listFrom(const Json &json)
{
    if (!json.is_object())
        return broken("array");
    List list;
    for (const Json &one : wire::array(json, "values")) {
        Result<Value> value = valueFrom(one);
        if (!value)
            return value;
        list.push_back(*std::move(value));
    }
    return Value(std::move(list));
}

Result<Value> mapFrom(const Json &json)
{
    if (!json.is_object())
        return broken("map");
    Result<Map> map = fieldsFrom(wire::member(json, "fields"));
    return map ? Result<Value>(*std::move(map)) : tl::unexpected(map.error());
}

} // namespace

Json toJson(const Value &value)
{
    return std::visit(Writer(), value.data());
}

Json toJson(const Map &fields)
{
    Json json = Json::object();
    for (const auto &[name, value] : fields)
        json[utf8(name)] = toJson(value);
    return json;
}

Result<Value> valueFrom(const Json &json)
{
    if (!json.is_object() || json.size() != 1)
        return broken("value with one type");
    const std::string &type = json.begin().key();
    const Json &inner = json.begin().value();
    const std::string *text = inner.get_ptr<const std::string *>();
    const auto whole = [&] { return QString::fromUtf8(text->data(), static_cast<qsizetype>(text->size())); };
    if (type == "nullValue")
        return Value();
    if (type == "booleanValue")
        return inner.is_boolean() ? Result<Value>(inner.get<bool>()) : broken("boolean");
    if (type == "integerValue")
        return integerFrom(inner);
    if (type == "doubleValue")
        return doubleFrom(inner);
    if (type == "geoPointValue")
        return geoPointFrom(inner);
    if (type == "arrayValue")
        return listFrom(inner);
    if (type == "mapValue")
        return mapFrom(inner);
    if (type == "stringValue")
        return text != nullptr ? Result<Value>(whole()) : broken("text");
    if (type == "referenceValue")
        return text != nullptr ? Result<Value>(Reference{whole()}) : broken("reference");
    if (type == "timestampValue") {
        const auto when = text != nullptr ? timestampFrom(whole()) : std::nullopt;
        return when ? Result<Value>(*when) : broken("timestamp");
    }
    if (type == "bytesValue") {
        if (text == nullptr)
            return broken("bytes");
        const auto bytes = QByteArray::fromBase64Encoding(QByteArray::fromStdString(*text), QByteArray::AbortOnBase64DecodingErrors);
        return bytes ? Result<Value>(*bytes) : broken("bytes");
    }
    return Value(Unsupported{QString::fromStdString(type).left(60)});
}

Result<Map> fieldsFrom(const Json &json)
{
    Map map;
    if (json.is_null())
        return map;
    if (!json.is_object())
        return broken("set of fields");
    for (const auto &[name, inner] : json.items()) {
        Result<Value> value = valueFrom(inner);
        if (!value)
            return tl::unexpected(value.error());
        map.emplace(QString::fromStdString(name), *std::move(value));
    }
    return map;
}

} // namespace callcard::firestore

#include "pendingdocument.h"
#include "valuewire.h"

#include <array>

namespace callcard::firestore {

using namespace Qt::Literals::StringLiterals;
using wire::Json;

namespace {

constexpr std::array kKinds{std::pair{PendingDocument::Kind::Metric, "metric"}, std::pair{PendingDocument::Kind::Plain, "plain"},
                            std::pair{PendingDocument::Kind::Stamp, "stamp"}, std::pair{PendingDocument::Kind::Gone, "gone"}};

Json texts(const QStringList &list)
{
    Json json = Json::array();
    for (const QString &text : list)
        json.push_back(text.toStdString());
    return json;
}

QStringList textsIn(const Json &json, const char *key)
{
    QStringList list;
    for (const Json &one : wire::array(json, key))
        list.append(wire::asText(one));
    return list;
}

} // namespace

QByteArray payloadOf(const PendingDocument &document)
{
    Json json{{"path", document.path.toStdString()},
              {"user", document.user.toStdString()},
              {"fields", toJson(document.fields)},
              {"changing", texts(document.changing)}};
    for (const auto &[kind, word] : kKinds) {
        if (kind == document.kind)
            json["kind"] = word;
    }
    if (!document.writtenBy.isEmpty())
        json["writtenBy"] = document.writtenBy.toStdString();
    if (document.day.isValid())
        json["day"] = document.day.toString(Qt::ISODate).toStdString();
    if (document.correctsOnly)
        json["correctsOnly"] = true;
    if (!document.covered.isEmpty())
        json["covered"] = texts(document.covered);
    return wire::dump(json);
}

Result<PendingDocument> pendingFrom(const QByteArray &payload)
{
    const Result<Json> json = wire::parse(payload, kDeepestAnswer);
    if (!json)
        return tl::unexpected(json.error());
    Result<Map> fields = fieldsFrom(wire::member(*json, "fields"));
    if (!fields)
        return tl::unexpected(fields.error());
    PendingDocument document{.path = wire::text(*json, "path"),
                             .user = wire::text(*json, "user"),
                             .writtenBy = wire::text(*json, "writtenBy"),
                             .day = QDate::fromString(wire::text(*json, "day"), Qt::ISODate),
                             .fields = *std::move(fields),
                             .changing = textsIn(*json, "changing"),
                             .correctsOnly = wire::flag(*json, "correctsOnly"),
                             .covered = textsIn(*json, "covered")};
    const QString word = wire::text(*json, "kind");
    bool isKnown = false;
    for (const auto &[kind, name] : kKinds) {
        if (word == QLatin1StringView(name)) {
            document.kind = kind;
            isKnown = true;
        }
    }
    const bool isWhole = document.kind != PendingDocument::Kind::Metric || document.day.isValid();
    if (!isKnown || !isWhole || document.path.count(u'/') != 1 || document.user.isEmpty())
        return failure(ErrorKind::BadPayload, u"an entry that is no document"_s);
    return document;
}

} // namespace callcard::firestore

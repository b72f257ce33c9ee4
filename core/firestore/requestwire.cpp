#include "requestwire.h"
#include "documentname.h"
#include "valuewire.h"

namespace callcard::firestore {

using namespace Qt::Literals::StringLiterals;
using wire::Json;

namespace {

std::string bytesOf(const QString &text)
{
    return text.toStdString();
}

const char *word(Comparison comparison)
{
    switch (comparison) {
    case Comparison::Equal:
        return "EQUAL";
    case Comparison::LessOrEqual:
        return "LESS_THAN_OR_EQUAL";
    case Comparison::GreaterOrEqual:
        return "GREATER_THAN_OR_EQUAL";
    case Comparison::Greater:
        return "GREATER_THAN";
    case Comparison::In:
        return "IN";
    }
    Q_UNREACHABLE();
}

Json fieldJson(const QString &path)
{
    return {{"fieldPath", bytesOf(path)}};
}

Json pathsJson(const QStringList &paths)
{
    Json list = Json::array();
    for (const QString &path : paths)
        list.push_back(bytesOf(path));
    return list;
}

Json filterJson(const Filter &filter)
{
    return {{"fieldFilter", {{"field", fieldJson(filter.field)}, {"op", word(filter.comparison)}, {"value", toJson(filter.value)}}}};
}

Json whereJson(const QList<Filter> &filters)
{
    if (filters.size() == 1)
        return filterJson(filters.constFirst());
    Json all = Json::array();
    for (const Filter &filter : filters)
        all.push_back(filterJson(filter));
    return {{"compositeFilter", {{"op", "AND"}, {"filters", std::move(all)}}}};
}

/// The value under a quoted path of one segment, or of several.
Value valueAt(const Map &fields, const QString &path)
{
    for (const auto &[name, value] : fields) {
        if (quotedField(name) == path)
            return value;
    }
    return {};
}

Json cursorJson(const Query &query, const QString &project)
{
    Json values = Json::array();
    if (!query.orderBy.isEmpty())
        values.push_back(toJson(valueAt(query.after->fields, query.orderBy)));
    values.push_back(toJson(Value(Reference{documentName(project, query.after->path)})));
    return {{"values", std::move(values)}, {"before", false}};
}

Json writeJson(const Write &write, const QString &project)
{
    if (write.removes)
        return {{"delete", bytesOf(documentName(project, write.path))}};
    Json json{{"update", {{"name", bytesOf(documentName(project, write.path))}, {"fields", toJson(write.fields)}}}};
    if (write.mask)
        json["updateMask"] = write.mask->isEmpty() ? Json::object() : Json{{"fieldPaths", pathsJson(*write.mask)}};
    Json transforms = Json::array();
    for (const QString &field : write.serverTimes)
        transforms.push_back({{"fieldPath", bytesOf(field)}, {"setToServerValue", "REQUEST_TIME"}});
    if (!transforms.empty())
        json["updateTransforms"] = std::move(transforms);
    if (!write.ifUnchangedSince.isEmpty())
        json["currentDocument"] = {{"updateTime", bytesOf(write.ifUnchangedSince)}};
    else if (write.condition != Write::Condition::None)
        json["currentDocument"] = {{"exists", write.condition == Write::Condition::Exists}};
    return json;
}

} // namespace

QByteArray queryBody(const Query &query, const QString &project)
{
    Json body{{"from", Json::array({{{"collectionId", bytesOf(query.collection)}}})}, {"limit", query.limit}};
    if (!query.where.isEmpty())
        body["where"] = whereJson(query.where);
    Json orders = Json::array();
    const char *direction = query.descending ? "DESCENDING" : "ASCENDING";
    if (!query.orderBy.isEmpty())
        orders.push_back({{"field", fieldJson(query.orderBy)}, {"direction", direction}});
    orders.push_back({{"field", fieldJson(u"__name__"_s)}, {"direction", direction}});
    body["orderBy"] = std::move(orders);
    if (!query.select.isEmpty()) {
        Json fields = Json::array();
        for (const QString &path : query.select)
            fields.push_back(fieldJson(path));
        body["select"] = {{"fields", std::move(fields)}};
    }
    if (query.after)
        body["startAt"] = cursorJson(query, project);
    return wire::dump({{"structuredQuery", std::move(body)}});
}

QByteArray commitBody(const QList<Write> &writes, const QString &project)
{
    Json list = Json::array();
    for (const Write &write : writes)
        list.push_back(writeJson(write, project));
    return wire::dump({{"writes", std::move(list)}});
}

QByteArray batchGetBody(const QStringList &paths, const QString &project)
{
    Json names = Json::array();
    for (const QString &path : paths)
        names.push_back(bytesOf(documentName(project, path)));
    return wire::dump({{"documents", std::move(names)}});
}

} // namespace callcard::firestore

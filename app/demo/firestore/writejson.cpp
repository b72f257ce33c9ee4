// From the wire's words to a Write.

#include "documentlimits.h"
#include "message.h"
#include "valuejson.h"
#include "write.h"

namespace callcard::demo::firestore {

namespace {

Array operands(const Message &transform, std::string_view name)
{
    const Value value = valueFrom(Json{{"arrayValue", *transform.find(name)}}, transform.where(name));
    return *value.as<Array>();
}

Transform transformFrom(const Json &json, const std::string &where)
{
    const Message transform(
        json, where, {"fieldPath", "setToServerValue", "increment", "maximum", "minimum", "appendMissingElements", "removeAllFromArray"});
    Transform out;
    out.path = fieldPathFrom(transform.text("fieldPath"));
    const std::string_view kind =
        transform.oneOf({"setToServerValue", "increment", "maximum", "minimum", "appendMissingElements", "removeAllFromArray"});
    if (kind == "setToServerValue") {
        if (transform.word(kind, {"SERVER_VALUE_UNSPECIFIED", "REQUEST_TIME"}) != 1)
            refuseArgument("A server value must be specified at '" + transform.where(kind) + "'.");
        out.kind = Transform::Kind::RequestTime;
    } else if (kind == "appendMissingElements" || kind == "removeAllFromArray") {
        out.kind = kind == "removeAllFromArray" ? Transform::Kind::RemoveAll : Transform::Kind::AppendMissing;
        out.operand = operands(transform, kind);
    } else {
        out.kind = kind == "increment" ? Transform::Kind::Increment
                   : kind == "maximum" ? Transform::Kind::Maximum
                                       : Transform::Kind::Minimum;
        out.operand = valueFrom(*transform.find(kind), transform.where(kind));
        if (!out.operand.isNumber())
            refuseArgument("The operand of '" + transform.where(kind) + "' must be an integer or a double.");
    }
    return out;
}

std::vector<Transform> transformsFrom(const Message &message, std::string_view name)
{
    std::vector<Transform> out;
    for (const Json *entry : message.list(name))
        out.push_back(transformFrom(*entry, message.where(name)));
    if (out.size() > kMostTransforms)
        refuseArgument("A document may have at most 500 transforms in one commit.");
    return out;
}

void readUpdate(const Message &write, const Database &database, Write &out)
{
    const Message document(*write.find("update"), write.where("update"), {"name", "fields", "createTime", "updateTime"});
    out.path = database.documentPath(document.text("name"));
    if (const Json *fields = document.find("fields"))
        out.fields = fieldsFrom(*fields, document.where("fields"));
    if (const Json *mask = write.find("updateMask"))
        out.mask = maskFrom(*mask, write.where("updateMask"), false);
    out.transforms = transformsFrom(write, "updateTransforms");
}

} // namespace

Precondition preconditionFrom(const Json *json, const std::string &where)
{
    Precondition out;
    if (json == nullptr)
        return out;
    const Message condition(*json, where, {"exists", "updateTime"});
    if (condition.has("exists") && condition.has("updateTime"))
        refuseArgument("Invalid value at '" + where + "' (oneof), a precondition is either exists or updateTime.");
    if (condition.has("exists"))
        out.exists = condition.flag("exists");
    if (condition.has("updateTime")) {
        out.updateTime = timestampFrom(condition.text("updateTime"));
        if (!out.updateTime)
            refuseArgument("Invalid value at '" + condition.where("updateTime") + "' (type.googleapis.com/google.protobuf.Timestamp)");
    }
    return out;
}

std::vector<FieldPath> maskFrom(const Json &json, const std::string &where, bool nameAllowed)
{
    std::vector<FieldPath> out;
    const Message mask(json, where, {"fieldPaths"});
    for (const Json *entry : mask.list("fieldPaths")) {
        if (!entry->is_string())
            refuseArgument("Invalid value at '" + mask.where("fieldPaths") + "' (TYPE_STRING)");
        out.push_back(fieldPathFrom(entry->get_ref<const std::string &>(), nameAllowed));
    }
    return out;
}

Write writeFrom(const Json &json, const std::string &where, const Database &database)
{
    const Message write(json, where, {"update", "delete", "verify", "transform", "updateMask", "updateTransforms", "currentDocument"});
    Write out;
    const std::string_view kind = write.oneOf({"update", "delete", "verify", "transform"});
    if (kind == "update") {
        readUpdate(write, database, out);
    } else if (kind == "transform") { // the older form, still in the protocol
        out.kind = Write::Kind::TransformOnly;
        const Message transform(*write.find(kind), write.where(kind), {"document", "fieldTransforms"});
        out.path = database.documentPath(transform.text("document"));
        out.transforms = transformsFrom(transform, "fieldTransforms");
        if (out.transforms.empty())
            refuseArgument("A transform must have at least one field transform.");
    } else {
        out.kind = kind == "delete" ? Write::Kind::Delete : Write::Kind::Verify;
        out.path = database.documentPath(write.text(kind));
    }
    if (kind != "update" && (write.has("updateMask") || write.has("updateTransforms")))
        refuseArgument("updateMask and updateTransforms are for updates only, at '" + where + "'.");
    out.precondition = preconditionFrom(write.find("currentDocument"), write.where("currentDocument"));
    return out;
}

} // namespace callcard::demo::firestore

// The query string of a request, read as Google binds it to a message.

#include "base64.h"
#include "bodytext.h"
#include "message.h"
#include "methods.h"

#include <algorithm>

namespace callcard::demo::firestore {

std::vector<std::string> Incoming::all(std::string_view name) const
{
    std::vector<std::string> out;
    for (const auto &[key, value] : query) {
        if (key == name || key == snakeCase(name))
            out.push_back(value);
    }
    return out;
}

std::string Incoming::one(std::string_view name) const
{
    const auto values = all(name);
    return values.empty() ? std::string() : values.back();
}

void Incoming::allow(std::initializer_list<std::string_view> names) const
{
    for (const auto &[key, value] : query) {
        const bool known =
            std::any_of(names.begin(), names.end(), [&key = key](std::string_view name) { return key == name || key == snakeCase(name); });
        if (!known)
            refuseArgument("Invalid JSON payload received. Unknown name \"" + key.substr(0, 100) +
                           "\": Cannot bind query parameter. Field '" + key.substr(0, 100) + "' could not be found in request message.");
    }
}

std::optional<std::vector<FieldPath>> Incoming::mask(std::string_view name) const
{
    std::optional<std::vector<FieldPath>> out;
    for (const std::string &path : all(std::string(name) + ".fieldPaths")) {
        if (!out)
            out.emplace();
        out->push_back(fieldPathFrom(path, name == "mask"));
    }
    return out;
}

Precondition Incoming::precondition() const
{
    Json json = Json::object();
    const std::string exists = one("currentDocument.exists");
    if (!exists.empty()) {
        if (exists != "true" && exists != "false")
            refuseArgument("Invalid value at 'current_document.exists' (TYPE_BOOL), \"" + exists.substr(0, 20) + "\"");
        json["exists"] = exists == "true";
    }
    if (const std::string updateTime = one("currentDocument.updateTime"); !updateTime.empty())
        json["updateTime"] = updateTime;
    return preconditionFrom(&json, "current_document");
}

Json Incoming::json() const
{
    return body.empty() ? Json::object() : parsedBody(body);
}

ReadScope readScopeFrom(const Message &message, Backend &backend, const Caller &caller)
{
    ReadScope scope;
    if (message.has("readTime"))
        refuse(Code::Unimplemented, "Reading at an earlier time is not served here: no history is kept.");
    if (message.has("transaction")) {
        const auto id = fromBase64(message.text("transaction"));
        if (!id || message.has("newTransaction"))
            refuseArgument("Invalid value at '" + message.where("transaction") + "' (TYPE_BYTES)");
        scope.transaction = *id;
    } else if (message.has("newTransaction")) {
        backend.checkAdmin(caller, "newTransaction");
        const Message options(*message.find("newTransaction"), message.where("newTransaction"), {"readOnly", "readWrite"});
        scope.transaction = backend.transactions.begin(options.has("readOnly"));
        scope.isNew = true;
    }
    return scope;
}

} // namespace callcard::demo::firestore

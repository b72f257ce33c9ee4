#include "base64.h"
#include "message.h"
#include "methods.h"

#include <set>

namespace callcard::demo::firestore {

Json getDocument(Backend &backend, const Incoming &incoming)
{
    incoming.allow({"mask.fieldPaths", "transaction", "readTime"});
    const auto mask = incoming.mask("mask");
    if (!incoming.one("readTime").empty())
        refuse(Code::Unimplemented, "Reading at an earlier time is not served here: no history is kept.");
    const DocumentPtr document = backend.store.find(incoming.path);
    backend.checkGet(incoming.caller, incoming.path, document);
    backend.billReads(1);
    if (const std::string transaction = incoming.one("transaction"); !transaction.empty())
        backend.transactions.note(fromBase64(transaction).value_or(""), incoming.path, document);
    if (!document)
        refuse(Code::NotFound, "Document \"" + backend.database.fullName(incoming.path) + "\" not found.");
    return backend.documentJson(*document, mask);
}

Json batchGet(Backend &backend, const Incoming &incoming)
{
    incoming.allow({});
    const Json body = incoming.json();
    const Message message(body, "", {"database", "documents", "mask", "transaction", "newTransaction", "readTime"});
    std::set<std::string> paths; // duplicates are answered once, and no order is promised
    for (const Json *name : message.list("documents")) {
        if (!name->is_string())
            refuseArgument("Invalid value at 'documents' (TYPE_STRING)");
        paths.insert(backend.database.documentPath(name->get_ref<const std::string &>()));
    }
    std::optional<std::vector<FieldPath>> mask;
    if (const Json *json = message.find("mask"))
        mask = maskFrom(*json, "mask", true);
    for (const std::string &path : paths)
        backend.checkGet(incoming.caller, path, backend.store.find(path));
    const ReadScope scope = readScopeFrom(message, backend, incoming.caller);
    backend.billReads(paths.size());
    const std::string readTime = timestampText(backend.now());
    Json out = Json::array();
    if (scope.isNew)
        out.push_back({{"transaction", base64(scope.transaction)}, {"readTime", readTime}});
    for (const std::string &path : paths) {
        const DocumentPtr document = backend.store.find(path);
        if (!scope.transaction.empty())
            backend.transactions.note(scope.transaction, path, document);
        Json element{{"readTime", readTime}};
        if (document)
            element["found"] = backend.documentJson(*document, mask);
        else
            element["missing"] = backend.database.fullName(path);
        out.push_back(std::move(element));
    }
    return out;
}

} // namespace callcard::demo::firestore

#include "base64.h"
#include "message.h"
#include "methods.h"
#include "valuejson.h"

#include <random>
#include <set>

namespace callcard::demo::firestore {

namespace {

constexpr std::size_t kLongestIdTried = 20;

std::string inventedId()
{
    static thread_local std::mt19937_64 random{std::random_device{}()};
    constexpr std::string_view kLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    std::string id;
    for (std::size_t i = 0; i < kLongestIdTried; ++i)
        id += kLetters[random() % kLetters.size()];
    return id;
}

Message documentMessage(const Json &body)
{
    return Message(body, "document", {"name", "fields", "createTime", "updateTime"});
}

Map fieldsOf(const Message &document)
{
    const Json *fields = document.find("fields");
    return fields != nullptr ? fieldsFrom(*fields, "document.fields") : Map();
}

/// The document as it is after the write, for the answers of create and patch.
Json written(Backend &backend, const Caller &caller, const Write &write, const std::optional<std::vector<FieldPath>> &mask)
{
    (void)backend.commit(caller, {write}, backend.times());
    return backend.documentJson(*backend.store.find(write.path), mask);
}

std::vector<Write> writesFrom(const Message &message, const Database &database)
{
    std::vector<Write> out;
    for (const Json *json : message.list("writes"))
        out.push_back(writeFrom(*json, "writes[" + std::to_string(out.size()) + "]", database));
    return out;
}

std::string transactionId(const Message &message)
{
    const auto id = fromBase64(message.text("transaction"));
    if (!id)
        refuseArgument("Invalid value at 'transaction' (TYPE_BYTES)");
    return *id;
}

} // namespace

Json createDocument(Backend &backend, const Incoming &incoming)
{
    incoming.allow({"documentId", "mask.fieldPaths"});
    const auto mask = incoming.mask("mask");
    const Json body = incoming.json();
    const Message document = documentMessage(body);
    if (!document.text("name").empty())
        refuseArgument("Document parent name must not be set: the name of a new document comes from the URL.");
    Write write;
    const std::string id = incoming.one("documentId");
    write.path = incoming.path + "/" + (id.empty() ? inventedId() : id);
    checkSegments(segmentsOf(incoming.path));
    if (!id.empty())
        checkSegments({id});
    write.fields = fieldsOf(document);
    write.precondition.exists = false;
    return written(backend, incoming.caller, write, mask);
}

Json patchDocument(Backend &backend, const Incoming &incoming)
{
    incoming.allow({"updateMask.fieldPaths", "mask.fieldPaths", "currentDocument.exists", "currentDocument.updateTime"});
    const auto mask = incoming.mask("mask");
    const Json body = incoming.json();
    const Message document = documentMessage(body);
    Write write;
    write.path = incoming.path;
    write.mask = incoming.mask("updateMask");
    write.fields = fieldsOf(document);
    write.precondition = incoming.precondition();
    return written(backend, incoming.caller, write, mask);
}

Json deleteDocument(Backend &backend, const Incoming &incoming)
{
    incoming.allow({"currentDocument.exists", "currentDocument.updateTime"});
    Write write;
    write.kind = Write::Kind::Delete;
    write.path = incoming.path;
    write.precondition = incoming.precondition();
    (void)backend.commit(incoming.caller, {write}, backend.times());
    return Json::object();
}

Json commit(Backend &backend, const Incoming &incoming)
{
    incoming.allow({});
    const Json body = incoming.json();
    const Message message(body, "", {"database", "writes", "transaction"});
    const std::vector<Write> writes = writesFrom(message, backend.database);
    const std::string transaction = message.has("transaction") ? transactionId(message) : std::string();
    if (!transaction.empty()) {
        backend.checkAdmin(incoming.caller, "a transaction");
        try {
            backend.transactions.check(transaction, backend.store);
        } catch (const Refusal &refusal) {
            if (refusal.code == Code::Aborted) // an aborted one is over
                backend.transactions.end(transaction);
            throw;
        }
    }
    if (writes.empty() && transaction.empty())
        return Json::object();
    const CommitTimes times = backend.times();
    Json results = backend.commit(incoming.caller, writes, times);
    if (!transaction.empty())
        backend.transactions.end(transaction);
    Json out{{"commitTime", timestampText(times.commit)}};
    if (!results.empty())
        out["writeResults"] = std::move(results);
    return out;
}

Json batchWrite(Backend &backend, const Incoming &incoming)
{
    incoming.allow({});
    backend.checkAdmin(incoming.caller, "batchWrite");
    const Json body = incoming.json();
    const Message message(body, "", {"database", "writes", "labels"});
    const std::vector<Write> writes = writesFrom(message, backend.database);
    std::set<std::string> paths;
    for (const Write &write : writes) {
        if (!paths.insert(write.path).second)
            refuseArgument("A document may be written at most once per request.");
    }
    Json results = Json::array();
    Json status = Json::array();
    for (const Write &write : writes) {
        try {
            Json result = backend.commit(incoming.caller, {write}, backend.times());
            results.push_back(std::move(result.front()));
            status.push_back(Json::object());
        } catch (const Refusal &refusal) {
            results.push_back(Json::object());
            status.push_back({{"code", static_cast<int>(refusal.code)}, {"message", refusal.message}});
        }
    }
    if (writes.empty())
        return Json::object();
    return {{"writeResults", std::move(results)}, {"status", std::move(status)}};
}

Json beginTransaction(Backend &backend, const Incoming &incoming)
{
    incoming.allow({});
    const Json body = incoming.json();
    const Message message(body, "", {"database", "options"});
    bool readOnly = false;
    if (const Json *json = message.find("options")) {
        const Message options(*json, "options", {"readOnly", "readWrite"});
        readOnly = options.has("readOnly");
        if (readOnly && Message(*options.find("readOnly"), "options.readOnly", {"readTime"}).has("readTime"))
            refuse(Code::Unimplemented, "Reading at an earlier time is not served here: no history is kept.");
        if (options.has("readWrite"))
            (void)Message(*options.find("readWrite"), "options.readWrite", {"retryTransaction"});
    }
    if (!readOnly)
        backend.checkAdmin(incoming.caller, "beginTransaction");
    return {{"transaction", base64(backend.transactions.begin(readOnly))}};
}

Json rollback(Backend &backend, const Incoming &incoming)
{
    incoming.allow({});
    const Json body = incoming.json();
    const Message message(body, "", {"database", "transaction"});
    backend.transactions.end(transactionId(message));
    return Json::object();
}

} // namespace callcard::demo::firestore

#include "aggregation.h"
#include "base64.h"
#include "message.h"
#include "methods.h"

namespace callcard::demo::firestore {

namespace {

Query structuredQuery(const Message &message, Backend &backend, const Incoming &incoming)
{
    if (!message.has("structuredQuery"))
        refuseArgument("'" + message.where("structuredQuery") + "' must be set.");
    return queryFrom(*message.find("structuredQuery"), message.where("structuredQuery"), incoming.path, backend.database);
}

QueryHits found(Backend &backend, const Query &query, const ReadScope &scope)
{
    QueryHits hits = backend.queries.run(query);
    if (!scope.transaction.empty()) {
        for (const DocumentPtr &document : hits.documents)
            backend.transactions.note(scope.transaction, document->path, document);
    }
    return hits;
}

} // namespace

Json runQuery(Backend &backend, const Incoming &incoming)
{
    incoming.allow({});
    const Json body = incoming.json();
    const Message message(body, "", {"parent", "structuredQuery", "transaction", "newTransaction", "readTime", "explainOptions"});
    const Query query = structuredQuery(message, backend, incoming);
    backend.checkQuery(incoming.caller, query);
    const ReadScope scope = readScopeFrom(message, backend, incoming.caller);
    const QueryHits hits = found(backend, query, scope);
    backend.billReads(hits.documents.size() + hits.skipped);
    const std::string readTime = timestampText(backend.now());
    Json out = Json::array();
    if (scope.isNew)
        out.push_back({{"transaction", base64(scope.transaction)}, {"readTime", readTime}});
    for (const DocumentPtr &document : hits.documents)
        out.push_back({{"document", backend.documentJson(*document, query.select)}, {"readTime", readTime}});
    if (hits.skipped > 0) {
        out.push_back({{"readTime", readTime}, {"skippedResults", hits.skipped}});
    } else if (hits.documents.empty() && !scope.isNew) {
        out.push_back({{"readTime", readTime}}); // no hits are one element, not none
        return out;
    }
    if (backend.behaviour.doneOnLastRow)
        out.back()["done"] = true;
    return out;
}

Json runAggregationQuery(Backend &backend, const Incoming &incoming)
{
    incoming.allow({});
    const Json body = incoming.json();
    const Message message(body, "",
                          {"parent", "structuredAggregationQuery", "transaction", "newTransaction", "readTime", "explainOptions"});
    if (!message.has("structuredAggregationQuery"))
        refuseArgument("'structuredAggregationQuery' must be set.");
    const Message inner(*message.find("structuredAggregationQuery"), "structuredAggregationQuery", {"structuredQuery", "aggregations"});
    const Query query = structuredQuery(inner, backend, incoming);
    const auto aggregations = aggregationsFrom(inner.list("aggregations"), inner.where("aggregations"));
    backend.checkQuery(incoming.caller, query);
    const ReadScope scope = readScopeFrom(message, backend, incoming.caller);
    std::vector<DocumentPtr> documents = found(backend, query, scope).documents;
    backend.billReads(documents.size() / 1000 + 1);
    Json element{{"result", {{"aggregateFields", aggregated(aggregations, documents)}}}, {"readTime", timestampText(backend.now())}};
    if (scope.isNew)
        element["transaction"] = base64(scope.transaction);
    return Json::array({std::move(element)});
}

Json partitionQuery(Backend &backend, const Incoming &incoming)
{
    incoming.allow({});
    backend.checkAdmin(incoming.caller, "partitionQuery");
    const Json body = incoming.json();
    const Message message(body, "", {"parent", "structuredQuery", "partitionCount", "pageToken", "pageSize", "readTime"});
    const Query query = structuredQuery(message, backend, incoming);
    if (!query.allDescendants || query.orders.size() != 1 || query.where)
        refuseArgument("A partition query must be a collection group ordered by __name__ ascending, without filters.");
    return Json::object(); // one partition: small collections have no split points
}

} // namespace callcard::demo::firestore

#include "firestore/firestoreservice.h"

#include "clock.h"
#include "jsontext.h"
#include "methods.h"
#include "seeds.h"
#include "services.h"
#include "valuejson.h"

#include <algorithm>
#include <stdexcept>

namespace callcard::demo {

std::unique_ptr<Service> makeFirestore(Stage &stage)
{
    return std::make_unique<firestore::FirestoreService>(stage);
}

namespace firestore {

namespace {

std::string pathIn(const Json &arguments)
{
    const std::string path = textAt(arguments, "path");
    const auto segments = segmentsOf(path);
    if (segments.empty() || segments.size() % 2 != 0)
        throw std::invalid_argument("path names a document, such as \"users/uid\"");
    checkSegments(segments);
    return path;
}

} // namespace

FirestoreService::FirestoreService(Stage &stage)
    : m_stage(stage), m_backend(kProjectId, [&stage] { return static_cast<std::int64_t>(stage.clock.now().time_since_epoch().count()); })
{
    m_switches.declare("rules", {"strict", "open", "callcard"}, "which security rules are deployed");
    // Off, because a stand-in under the emulator's conventions is expected to answer any query; production is not so kind.
    m_switches.declare("indexes", {"off", "required"},
                       "composite indexes: production refuses a query without its index, the emulator never does");
    m_switches.declare("tokens", {"production", "emulator"}, "an expired or foreign ID token: 401, or taken as it is");
    m_switches.declare("first", {"rules", "preconditions"}, "which answers when both would refuse a write");
    m_switches.declare("missingVersion", {"failedPrecondition", "notFound"}, "an updateTime precondition on a document that is not there");
    m_switches.declare("streamErrors", {"array", "bare"}, "errors of methods that answer an array");
    m_switches.declare("webKey", {"optional", "required"}, "whether ?key= may be left out beside an ID token");
    m_switches.declare("appCheck", {"off", "enforced"}, "whether the project refuses requests without an App Check token");
    m_switches.declare("retryAfter", {"absent", "present"}, "Retry-After with RESOURCE_EXHAUSTED");
    m_switches.declare("done", {"present", "absent"}, "\"done\" on the last row of a query");
    applySwitches();
    seed();
    m_stage.world.observe(this);
}

FirestoreService::~FirestoreService()
{
    m_stage.world.unobserve(this);
}

void FirestoreService::seed()
{
    seedCompany(m_backend, m_stage.world, m_stage.clock);
    seedMetrics(m_backend, m_stage.world, m_stage.clock);
    seedDirectory(m_backend, m_stage.world);
}

void FirestoreService::applySwitches()
{
    Behaviour &behaviour = m_backend.behaviour;
    behaviour.rules = m_switches.is("rules", "open") ? openRules() : m_switches.is("rules", "callcard") ? callcardRules() : strictRules();
    behaviour.indexesRequired = m_switches.is("indexes", "required");
    behaviour.tokens = m_switches.is("tokens", "emulator") ? TokenCheck::Emulator : TokenCheck::Production;
    behaviour.rulesBeforePreconditions = m_switches.is("first", "rules");
    behaviour.missingVersionIsNotFound = m_switches.is("missingVersion", "notFound");
    behaviour.streamErrorsWrapped = m_switches.is("streamErrors", "array");
    behaviour.webKeyRequired = m_switches.is("webKey", "required");
    behaviour.appCheckEnforced = m_switches.is("appCheck", "enforced");
    behaviour.sendsRetryAfter = m_switches.is("retryAfter", "present");
    behaviour.doneOnLastRow = m_switches.is("done", "present");
}

void FirestoreService::handle(std::shared_ptr<serving::Exchange> exchange)
{
    exchange->reply(answer(m_backend, exchange->request()));
}

std::map<std::string, std::string> FirestoreService::environment(const std::string &base) const
{
    const std::size_t scheme = base.find("://");
    return {{"FIRESTORE_EMULATOR_HOST", scheme == std::string::npos ? base : base.substr(scheme + 3)}, {"FIREBASE_PROJECT_ID", kProjectId}};
}

serving::Response FirestoreService::refusal(int status)
{
    Refusal refusal{Code::Internal, "Internal error encountered."};
    if (status == 401)
        refusal = {Code::Unauthenticated, "Missing or invalid authentication."};
    else if (status == 403)
        refusal = {Code::PermissionDenied, "Missing or insufficient permissions."};
    else if (status == 409)
        refusal = {Code::Aborted, "Too much contention on these documents. Please try again."};
    else if (status == 429)
        refusal = {Code::ResourceExhausted, "Quota exceeded."};
    else if (status == 503)
        refusal = {Code::Unavailable, "The service is currently unavailable."};
    else if (status == 504)
        refusal = {Code::DeadlineExceeded, "The datastore operation timed out."};
    Json body = errorBody(refusal);
    body["error"]["code"] = status;
    serving::Response response = serving::Response::json(status, dumped(body));
    if (status == 429 && m_backend.behaviour.sendsRetryAfter)
        response.headers.emplace_back("Retry-After", "30");
    return response;
}

void FirestoreService::onCustomerChanged(const Customer &customer)
{
    const auto &customers = m_stage.world.customers();
    const auto found = std::find_if(customers.begin(), customers.end(), [&](const Customer &other) { return other.id == customer.id; });
    const auto number = static_cast<std::size_t>(found - customers.begin());
    const std::string id = std::to_string(customer.copperId);
    const auto place = [&](bool here) { return here && !customer.isDeleted ? std::optional(number) : std::nullopt; };
    m_backend.store.refreshSeed("copper_people", id, place(!customer.isLead));
    m_backend.store.refreshSeed("copper_leads", id, place(customer.isLead));
}

Json FirestoreService::putDocument(const Json &arguments)
{
    Write write;
    write.path = pathIn(arguments);
    write.fields = fieldsFrom(arguments.value("fields", Json::object()), "fields");
    (void)m_backend.commit({true, std::nullopt}, {write}, m_backend.times());
    return m_backend.documentJson(*m_backend.store.find(write.path), std::nullopt);
}

Json FirestoreService::listPaths(const Json &arguments)
{
    const auto limit = static_cast<std::size_t>(std::clamp<std::int64_t>(integerAt(arguments, "limit", 300), 1, 10'000));
    Json out = Json::array();
    for (const std::string &path : m_backend.store.pathsIn(textAt(arguments, "collection"), textAt(arguments, "after"), limit))
        out.push_back(m_backend.documentJson(*m_backend.store.find(path), std::nullopt));
    return {{"documents", std::move(out)}};
}

void FirestoreService::addIndex(const Json &arguments)
{
    CompositeIndex index{textAt(arguments, "collection"), ordersFromText(textAt(arguments, "fields")), flagAt(arguments, "group")};
    if (index.collection.empty() || index.fields.size() < 2)
        throw std::invalid_argument("index needs a collection and two fields or more: \"userId, date desc\"");
    m_backend.indexes.add(std::move(index));
}

Json FirestoreService::control(const std::string &verb, const Json &arguments)
{
    try {
        if (verb == "switches")
            return m_switches.describe();
        if (verb == "switch") {
            m_switches.set(textAt(arguments, "name"), textAt(arguments, "position"));
            applySwitches();
            return m_switches.describe();
        }
        if (verb == "document.get") {
            const DocumentPtr document = m_backend.store.find(pathIn(arguments));
            return {{"document", document ? m_backend.documentJson(*document, std::nullopt) : Json()}};
        }
        if (verb == "document.put")
            return {{"document", putDocument(arguments)}};
        if (verb == "document.delete") {
            m_backend.store.remove(pathIn(arguments));
            return Json::object();
        }
        if (verb == "documents")
            return listPaths(arguments);
        if (verb == "clear") { // back to the story's own documents, or to none
            m_backend.store.clear();
            if (!flagAt(arguments, "empty"))
                seed();
            return Json::object();
        }
        if (verb == "index") {
            addIndex(arguments);
            return Json::object();
        }
        if (verb == "exhaust") {
            m_backend.behaviour.readsExhausted = flagAt(arguments, "reads");
            m_backend.behaviour.writesExhausted = flagAt(arguments, "writes");
            return Json::object();
        }
        if (verb == "break") {
            m_backend.behaviour.streamsToBreak = static_cast<int>(std::clamp<std::int64_t>(integerAt(arguments, "times", 1), 0, 1000));
            return Json::object();
        }
        if (verb == "usage") {
            const Usage usage = m_backend.usage;
            if (flagAt(arguments, "reset"))
                m_backend.usage = {};
            return {{"reads", usage.reads}, {"writes", usage.writes}, {"deletes", usage.deletes}, {"denied", usage.denied}};
        }
    } catch (const Refusal &refusal) {
        throw std::invalid_argument(refusal.message);
    }
    throw std::invalid_argument("firestore knows switches, switch, document.get, document.put, document.delete (path, fields), documents "
                                "(collection, after, limit), clear (empty), index (collection, fields, group), exhaust (reads, writes), "
                                "usage (reset), break (times): "
                                "answers in rows fail after their first ones");
}

} // namespace firestore
} // namespace callcard::demo

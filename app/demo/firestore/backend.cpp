#include "backend.h"

#include "valuejson.h"

#include <map>

namespace callcard::demo::firestore {

Backend::Backend(std::string project, std::function<std::int64_t()> epochMilliseconds)
    : database{std::move(project)}, m_epochMilliseconds(std::move(epochMilliseconds))
{
}

Timestamp Backend::now()
{
    // No two instants are the same, and none is a round millisecond: who loses the last digits shall notice.
    m_last = std::max(m_last + 1, m_epochMilliseconds() * 1000 + 217);
    if (m_last % 1000 == 0)
        ++m_last;
    return {m_last};
}

CommitTimes Backend::times()
{
    const Timestamp commit = now();
    return {cutToMilliseconds(commit), commit};
}

void Backend::deny()
{
    ++usage.denied;
    refuse(Code::PermissionDenied, "Missing or insufficient permissions.");
}

Ask Backend::ask(Operation operation, const Caller &caller, const std::string &path)
{
    Ask out;
    out.operation = operation;
    out.path = segmentsOf(path);
    out.caller = &caller;
    out.lookUp = [this](const std::string &other) { return store.find(other); };
    return out;
}

void Backend::checkGet(const Caller &caller, const std::string &path, const DocumentPtr &document)
{
    if (caller.isAdmin)
        return;
    Ask question = ask(Operation::Get, caller, path);
    question.stored = document ? &document->fields : nullptr;
    question.time = cutToMilliseconds(now());
    if (!isAllowed(behaviour.rules, question))
        deny();
}

void Backend::checkQuery(const Caller &caller, const Query &query)
{
    if (!caller.isAdmin && !isQueryAllowed(behaviour.rules, query, caller, cutToMilliseconds(now()), database,
                                           [this](const std::string &path) { return store.find(path); }))
        deny();
    if (behaviour.indexesRequired)
        indexes.check(query, database);
}

void Backend::checkAdmin(const Caller &caller, const char *method)
{
    if (caller.isAdmin)
        return;
    ++usage.denied;
    refuse(Code::PermissionDenied, std::string("Missing or insufficient permissions: ") + method + " requires admin authentication.");
}

void Backend::billReads(std::size_t count)
{
    if (behaviour.readsExhausted)
        refuse(Code::ResourceExhausted, "Quota exceeded.");
    usage.reads += static_cast<std::int64_t>(std::max<std::size_t>(count, 1)); // an empty answer still costs one
}

void Backend::checkWrite(const Caller &caller, const Write &write, const Document *before, const Outcome &outcome, Timestamp requestTime)
{
    if (caller.isAdmin)
        return;
    Operation operation = before != nullptr ? Operation::Update : Operation::Create;
    if (write.kind == Write::Kind::Delete)
        operation = Operation::Delete;
    if (write.kind == Write::Kind::Verify)
        operation = Operation::Get;
    Ask question = ask(operation, caller, write.path);
    question.stored = before != nullptr ? &before->fields : nullptr;
    question.written = outcome.after && operation != Operation::Get ? &outcome.after->fields : nullptr;
    question.time = requestTime;
    if (!isAllowed(behaviour.rules, question))
        deny();
}

Json Backend::commit(const Caller &caller, const std::vector<Write> &writes, const CommitTimes &times)
{
    if (behaviour.writesExhausted && !writes.empty())
        refuse(Code::ResourceExhausted, "Quota exceeded.");
    std::map<std::string, std::optional<Document>> changed; // later writes of the commit see what earlier ones did
    Usage used;
    Json results = Json::array();
    for (const Write &write : writes) {
        const auto earlier = changed.find(write.path);
        const DocumentPtr stored = earlier == changed.end() ? store.find(write.path) : nullptr;
        const Document *before = earlier == changed.end() ? stored.get() : earlier->second ? &*earlier->second : nullptr;
        if (behaviour.missingVersionIsNotFound && write.precondition.updateTime && before == nullptr)
            refuse(Code::NotFound, "No document to update: " + database.fullName(write.path));
        if (!behaviour.rulesBeforePreconditions)
            checkPrecondition(write, before, database);
        Outcome outcome = outcomeOf(write, before, times, database);
        checkWrite(caller, write, before, outcome, times.request);
        checkPrecondition(write, before, database);
        ++(write.kind == Write::Kind::Delete ? used.deletes : used.writes);
        results.push_back(std::move(outcome.result));
        if (outcome.changed)
            changed[write.path] = std::move(outcome.after);
    }
    for (auto &[path, document] : changed) {
        if (document)
            store.put(std::move(*document));
        else
            store.remove(path);
    }
    usage.writes += used.writes;
    usage.deletes += used.deletes;
    return results;
}

Json Backend::documentJson(const Document &document, const std::optional<std::vector<FieldPath>> &mask) const
{
    Json out{{"name", database.fullName(document.path)},
             {"createTime", timestampText(document.createTime)},
             {"updateTime", timestampText(document.updateTime)}};
    if (mask) {
        const Map fields = masked(document.fields, *mask);
        if (!fields.empty())
            out["fields"] = toJson(fields);
    } else if (!document.fields.empty()) {
        out["fields"] = toJson(document.fields);
    }
    return out;
}

} // namespace callcard::demo::firestore

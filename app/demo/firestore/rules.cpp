#include "rules.h"

#include <algorithm>
#include <cstring>

namespace callcard::demo::firestore {

namespace {

bool covers(std::string_view allow, Operation operation)
{
    const auto word = [operation]() -> std::string_view {
        switch (operation) {
        case Operation::Get:
            return "get";
        case Operation::List:
            return "list";
        case Operation::Create:
            return "create";
        case Operation::Update:
            return "update";
        case Operation::Delete:
            return "delete";
        }
        return {};
    }();
    const std::string_view group = operation == Operation::Get || operation == Operation::List ? "read" : "write";
    return allow.find(word) != std::string_view::npos || allow.find(group) != std::string_view::npos;
}

bool fits(const char *match, const std::vector<std::string> &path)
{
    const std::vector<std::string> pattern = segmentsOf(match);
    for (std::size_t at = 0; at < pattern.size(); ++at) {
        const bool isVariable = pattern[at].starts_with('{');
        if (isVariable && pattern[at].ends_with("=**}"))
            return path.size() > at;
        if (at >= path.size() || (!isVariable && pattern[at] != path[at]))
            return false;
    }
    return pattern.size() == path.size();
}

/// What one disjunct fixes: its equalities, and the id where it names one. An IN is as many facts as it has values.
struct Facts {
    Map fields{};
    std::string path{};
};

std::vector<Facts> factsOf(const std::vector<const Filter *> &conjunction, const Database &database)
{
    std::vector<Facts> out(1);
    for (const Filter *filter : conjunction) {
        Array values;
        if (filter->op == Operator::Equal)
            values.push_back(filter->value);
        else if (filter->op == Operator::In)
            values = *filter->value.as<Array>();
        else if (filter->op == Operator::IsNull)
            values.emplace_back();
        else
            continue;
        std::vector<Facts> product;
        for (const Facts &facts : out) {
            for (const Value &value : values) {
                product.push_back(facts);
                if (filter->path.isName())
                    product.back().path = database.documentPath(value.as<Reference>()->name);
                else
                    setAt(product.back().fields, filter->path, value);
            }
        }
        out = std::move(product);
    }
    return out;
}

} // namespace

std::string Ask::text(const Map *fields, std::string_view name)
{
    const Value *value = fields != nullptr ? fields->find(name) : nullptr;
    const std::string *text = value != nullptr ? value->as<std::string>() : nullptr;
    return text != nullptr ? *text : std::string();
}

bool Ask::isMine(const Map *fields, std::string_view name) const
{
    return signedIn() && !me().empty() && text(fields, name) == me();
}

std::vector<std::string> Ask::affected() const
{
    std::vector<std::string> out;
    if (stored == nullptr || written == nullptr)
        return out;
    for (const auto &[name, value] : *stored) {
        const Value *now = written->find(name);
        if (now == nullptr || !(*now == value))
            out.push_back(name);
    }
    for (const auto &[name, value] : *written) {
        if (stored->find(name) == nullptr)
            out.push_back(name);
    }
    return out;
}

bool isAllowed(RuleSet rules, const Ask &ask)
{
    return std::any_of(rules.begin(), rules.end(), [&ask](const Rule &rule) {
        return covers(rule.allow, ask.operation) && fits(rule.match, ask.path) && rule.holds(ask);
    });
}

bool isQueryAllowed(RuleSet rules, const Query &query, const Caller &caller, Timestamp time, const Database &database,
                    std::function<DocumentPtr(const std::string &)> lookUp)
{
    // A collection group may find its documents anywhere: only a rule with a recursive wildcard in front could allow it.
    const std::vector<std::string> path =
        query.allDescendants ? std::vector<std::string>{"**", "", query.collection, ""} : segmentsOf(query.path() + "/");
    for (const auto &conjunction : disjunctions(query)) {
        for (const Facts &facts : factsOf(conjunction, database)) {
            Ask ask{Operation::List, path, &caller, &facts.fields, nullptr, time, lookUp};
            if (!facts.path.empty())
                ask.path = segmentsOf(facts.path);
            if (!isAllowed(rules, ask))
                return false;
        }
    }
    return true;
}

} // namespace callcard::demo::firestore

#pragma once

#include "caller.h"
#include "query.h"
#include "store.h"

#include <functional>
#include <span>
#include <string>
#include <vector>

namespace callcard::demo::firestore {

enum class Operation { Get, List, Create, Update, Delete };

/// What a condition of the rules may look at. A field that is not there, and in a query a field that the query's own filters do
/// not fix, is an error in the rules' language and therefore counts as false: "rules are not filters" follows from that alone.
class Ask
{
public:
    Operation operation{};
    std::vector<std::string> path{}; ///< Of the document; of a query the last segment is empty unless the query names it.
    const Caller *caller = nullptr;
    const Map *stored = nullptr;                              ///< resource.data; null: no document.
    const Map *written = nullptr;                             ///< request.resource.data: the document after the write.
    Timestamp time{};                                         ///< request.time
    std::function<DocumentPtr(const std::string &)> lookUp{}; ///< get() in rules.

    [[nodiscard]] const std::string &id() const { return path.back(); }
    [[nodiscard]] bool signedIn() const { return caller->token.has_value(); }
    [[nodiscard]] std::string me() const { return caller->uid(); }
    /// A text field; empty when it is missing or something else.
    [[nodiscard]] static std::string text(const Map *fields, std::string_view name);
    [[nodiscard]] bool isMine(const Map *fields, std::string_view name = "userId") const;
    /// Top-level fields that a write adds, removes or changes.
    [[nodiscard]] std::vector<std::string> affected() const;
};

/// One allow line of a rules file.
struct Rule {
    const char *match;     ///< "users/{uid}", "{document=**}"
    const char *allow;     ///< "get, list", "read", "write"
    const char *condition; ///< As the rules' language says it.
    bool (*holds)(const Ask &ask);
};

using RuleSet = std::span<const Rule>;

[[nodiscard]] RuleSet strictRules();   ///< Those of the goals tracker: a rep's own rows, nothing else.
[[nodiscard]] RuleSet openRules();     ///< Those of the portal: nearly everything for everyone.
[[nodiscard]] RuleSet callcardRules(); ///< Those shipped with Callcard: roles and teams by custom claims.

[[nodiscard]] bool isAllowed(RuleSet rules, const Ask &ask);
/// A query is allowed when its filters prove that every possible row is.
[[nodiscard]] bool isQueryAllowed(RuleSet rules, const Query &query, const Caller &caller, Timestamp time, const Database &database,
                                  std::function<DocumentPtr(const std::string &)> lookUp);

} // namespace callcard::demo::firestore

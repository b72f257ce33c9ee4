#pragma once

#include "caller.h"
#include "indexes.h"
#include "queryrunner.h"
#include "rules.h"
#include "transactions.h"
#include "write.h"

#include <cstdint>
#include <functional>

namespace callcard::demo::firestore {

/// How this Firestore behaves where deployments, or production and emulator, differ.
struct Behaviour {
    RuleSet rules = strictRules();
    TokenCheck tokens = TokenCheck::Production;
    bool indexesRequired = true;
    bool rulesBeforePreconditions = true;  ///< Which of the two answers first when both would refuse.
    bool missingVersionIsNotFound = false; ///< An updateTime precondition on a missing document: NOT_FOUND instead of FAILED_PRECONDITION.
    bool streamErrorsWrapped = true;       ///< [{"error"}] instead of {"error"} from methods that answer arrays.
    bool doneOnLastRow = true;
    bool webKeyRequired = false;   ///< ?key=… beside an end user's token.
    bool appCheckEnforced = false; ///< X-Firebase-AppCheck as well.
    bool sendsRetryAfter = false;  ///< With RESOURCE_EXHAUSTED.
    int streamsToBreak = 0;        ///< So many answers in rows fail after their first ones.
    bool readsExhausted = false;   ///< Out of quota: RESOURCE_EXHAUSTED.
    bool writesExhausted = false;
};

/// What was billed.
struct Usage {
    std::int64_t reads = 0;
    std::int64_t writes = 0;
    std::int64_t deletes = 0;
    std::int64_t denied = 0;
};

/// Everything behind the methods: the documents, who may touch them, and the clock.
class Backend
{
public:
    Backend(std::string project, std::function<std::int64_t()> epochMilliseconds);
    Backend(const Backend &) = delete;
    Backend &operator=(const Backend &) = delete;

    Database database;
    Store store;
    QueryRunner queries{store, database};
    Indexes indexes;
    Transactions transactions;
    Behaviour behaviour;
    Usage usage;

    [[nodiscard]] Timestamp now();
    [[nodiscard]] CommitTimes times();

    void checkGet(const Caller &caller, const std::string &path, const DocumentPtr &document);
    void checkQuery(const Caller &caller, const Query &query);
    /// "with an end user's token it answers 403".
    void checkAdmin(const Caller &caller, const char *method);
    void billReads(std::size_t count);

    /// Makes what the writes say, all or nothing; one WriteResult each.
    [[nodiscard]] Json commit(const Caller &caller, const std::vector<Write> &writes, const CommitTimes &times);
    [[nodiscard]] Json documentJson(const Document &document, const std::optional<std::vector<FieldPath>> &mask) const;

private:
    [[nodiscard]] Ask ask(Operation operation, const Caller &caller, const std::string &path);
    void checkWrite(const Caller &caller, const Write &write, const Document *before, const Outcome &outcome, Timestamp requestTime);
    [[noreturn]] void deny();

    std::function<std::int64_t()> m_epochMilliseconds;
    std::int64_t m_last = 0;
};

} // namespace callcard::demo::firestore

#pragma once

#include "documentname.h"
#include "fieldpath.h"
#include "refusal.h"
#include "store.h"

#include <optional>
#include <string>
#include <vector>

namespace callcard::demo::firestore {

/// What must be true of the document before a write.
struct Precondition {
    std::optional<bool> exists{};
    std::optional<Timestamp> updateTime{};
};

struct Transform {
    enum class Kind { RequestTime, Increment, Maximum, Minimum, AppendMissing, RemoveAll };
    FieldPath path{};
    Kind kind{};
    Value operand{}; ///< A number, or an array.
};

/// One write of a commit.
struct Write {
    enum class Kind { Update, Delete, Verify, TransformOnly };
    Kind kind{};
    std::string path{};
    Map fields{};
    std::optional<std::vector<FieldPath>> mask{}; ///< None: the whole document is replaced.
    std::vector<Transform> transforms{};
    Precondition precondition{};
};

/// The clock readings of one commit: the same for all its writes.
struct CommitTimes {
    Timestamp request{}; ///< REQUEST_TIME and the rules' request.time: whole milliseconds.
    Timestamp commit{};
};

/// What a write makes of a document.
struct Outcome {
    std::optional<Document> after{}; ///< None: no document.
    bool changed = false;
    Json result = Json::object(); ///< Its WriteResult.
};

[[nodiscard]] Precondition preconditionFrom(const Json *json, const std::string &where);
[[nodiscard]] std::vector<FieldPath> maskFrom(const Json &json, const std::string &where, bool nameAllowed);
[[nodiscard]] Write writeFrom(const Json &json, const std::string &where, const Database &database);

/// Refuses with ALREADY_EXISTS, NOT_FOUND or FAILED_PRECONDITION.
void checkPrecondition(const Write &write, const Document *before, const Database &database);
/// Computes, stores nothing.
[[nodiscard]] Outcome outcomeOf(const Write &write, const Document *before, const CommitTimes &times, const Database &database);

} // namespace callcard::demo::firestore

// The rules of the goals tracker, as found: firestore-schema.md, section 12. Reading a document that is not there is refused,
// because the condition looks into a resource that is null.

#include "rules.h"

#include <array>

namespace callcard::demo::firestore {

namespace {

bool always(const Ask &)
{
    return true;
}

bool idIsMine(const Ask &ask)
{
    return ask.signedIn() && !ask.me().empty() && ask.id() == ask.me();
}

bool storedIsMine(const Ask &ask)
{
    return ask.isMine(ask.stored);
}

bool writtenIsMine(const Ask &ask)
{
    return ask.isMine(ask.written);
}

constexpr const char *kIdIsMine = "request.auth != null && request.auth.uid == id";
constexpr const char *kStoredIsMine = "request.auth != null && resource.data.userId == request.auth.uid";
constexpr const char *kWrittenIsMine = "request.auth != null && request.resource.data.userId == request.auth.uid";

// The new value of an update is not looked at, nor who gives himself which role: that is how these rules are.
constexpr std::array kStrictRules{
    Rule{"users/{id}", "read, write", kIdIsMine, idIsMine},
    Rule{"metrics/{id}", "get, list", kStoredIsMine, storedIsMine},
    Rule{"metrics/{id}", "create", kWrittenIsMine, writtenIsMine},
    Rule{"metrics/{id}", "update, delete", kStoredIsMine, storedIsMine},
    Rule{"goals/{id}", "get, list", kStoredIsMine, storedIsMine},
    Rule{"goals/{id}", "create", kWrittenIsMine, writtenIsMine},
    Rule{"goals/{id}", "update, delete", kStoredIsMine, storedIsMine},
    Rule{"settings/{id}", "read, write", kIdIsMine, idIsMine},
    Rule{"admin/{id}", "read, write", "true", always},
    Rule{"integrations/{id}", "read, write", "true", always},
    Rule{"products/{id}", "read, write", "true", always},
    Rule{"events/{id}", "read, write", "true", always},
};

} // namespace

RuleSet strictRules()
{
    return kStrictRules;
}

} // namespace callcard::demo::firestore

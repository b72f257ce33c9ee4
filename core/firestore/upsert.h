#pragma once

#include "client.h"
#include "pendingdocument.h"

namespace callcard::firestore {

/// What is known of a document that shall be written.
enum class Presence { Unknown, Absent, There };

[[nodiscard]] Write writeFor(const PendingDocument &document, Presence presence);

/// Writes one document by itself, whatever we believed of it: created when it is not there, changed when it is, so that its createdAt is
/// the first one. A refusal is final only when both ways were refused. The client outlives the task.
[[nodiscard]] QCoro::Task<Answer<>> upsert(Client &client, PendingDocument document, Presence presence, std::stop_token stop);

} // namespace callcard::firestore

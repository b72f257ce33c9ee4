#pragma once

#include "backend.h"

#include <callcard/httpserver.h>

namespace callcard::demo::firestore {

/// One request on its way to a method.
struct Incoming {
    const Caller &caller;
    std::string path{};       ///< Below ".../documents": a document's, a collection's, or empty.
    serving::Headers query{}; ///< Decoded; system parameters taken out.
    std::string body{};

    [[nodiscard]] std::vector<std::string> all(std::string_view name) const; ///< snake_case spelling too.
    [[nodiscard]] std::string one(std::string_view name) const;              ///< The last of that name, as Google reads it; empty: absent.
    /// Refuses parameters the method does not have.
    void allow(std::initializer_list<std::string_view> names) const;
    [[nodiscard]] std::optional<std::vector<FieldPath>> mask(std::string_view name) const;
    [[nodiscard]] Precondition precondition() const;
    [[nodiscard]] Json json() const; ///< The body; empty text is an empty message.
};

// reading.cpp
[[nodiscard]] Json getDocument(Backend &backend, const Incoming &incoming);
[[nodiscard]] Json batchGet(Backend &backend, const Incoming &incoming);
// listing.cpp
[[nodiscard]] Json listDocuments(Backend &backend, const Incoming &incoming);
[[nodiscard]] Json listCollectionIds(Backend &backend, const Incoming &incoming);
// querying.cpp
[[nodiscard]] Json runQuery(Backend &backend, const Incoming &incoming);
[[nodiscard]] Json runAggregationQuery(Backend &backend, const Incoming &incoming);
[[nodiscard]] Json partitionQuery(Backend &backend, const Incoming &incoming);
// writing.cpp
[[nodiscard]] Json createDocument(Backend &backend, const Incoming &incoming);
[[nodiscard]] Json patchDocument(Backend &backend, const Incoming &incoming);
[[nodiscard]] Json deleteDocument(Backend &backend, const Incoming &incoming);
[[nodiscard]] Json commit(Backend &backend, const Incoming &incoming);
[[nodiscard]] Json batchWrite(Backend &backend, const Incoming &incoming);
[[nodiscard]] Json beginTransaction(Backend &backend, const Incoming &incoming);
[[nodiscard]] Json rollback(Backend &backend, const Incoming &incoming);

/// Which transaction, if any, a read belongs to, and whether it begins one.
struct ReadScope {
    std::string transaction{};
    bool isNew = false;
};
class Message;
[[nodiscard]] ReadScope readScopeFrom(const Message &message, Backend &backend, const Caller &caller);

/// Answers one request of the REST interface, whatever it is. `handle` of the service, without a network.
[[nodiscard]] serving::Response answer(Backend &backend, const serving::Request &request);

} // namespace callcard::demo::firestore

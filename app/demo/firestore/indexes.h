#pragma once

#include "query.h"

namespace callcard::demo::firestore {

/// One composite index, as firestore.indexes.json declares it.
struct CompositeIndex {
    std::string collection{};
    std::vector<Order> fields{};
    bool isGroup = false;
};

/// The composite indexes that exist. Production answers FAILED_PRECONDITION to a query without its index, the emulator never does.
class Indexes
{
public:
    Indexes(); ///< With those the existing applications have (metrics).
    void add(CompositeIndex index) { m_indexes.push_back(std::move(index)); }
    void clear() { m_indexes.clear(); }
    /// Refuses when the query needs an index that is not there.
    void check(const Query &query, const Database &database) const;

private:
    [[nodiscard]] bool serves(const std::vector<const Filter *> &conjunction, const Query &query) const;
    std::vector<CompositeIndex> m_indexes;
};

} // namespace callcard::demo::firestore

#pragma once

#include "query.h"

#include <deque>

namespace callcard::demo::firestore {

/// Answers queries. Keeps what the last few found before cursors and limits, so that paging through a large collection scans
/// and sorts it once, not once a page; a change of the collection throws that away.
class QueryRunner
{
public:
    QueryRunner(Store &store, const Database &database) : m_store(store), m_database(database) {}

    [[nodiscard]] QueryHits run(const Query &query);

private:
    using Hits = std::shared_ptr<const std::vector<DocumentPtr>>;
    struct Kept {
        std::string key{};
        std::uint64_t version = 0;
        Hits hits{};
    };
    [[nodiscard]] Hits sorted(const Query &query);
    [[nodiscard]] std::vector<DocumentPtr> scanned(const Query &query);

    Store &m_store;
    const Database &m_database;
    std::deque<Kept> m_kept;
};

} // namespace callcard::demo::firestore

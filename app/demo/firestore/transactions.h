#pragma once

#include "store.h"

#include <map>
#include <optional>
#include <string>

namespace callcard::demo::firestore {

/// Transactions that were begun and not ended. Optimistic: what was read is remembered, and a commit is ABORTED when it has
/// changed meanwhile, as the real service does when two of them meet.
class Transactions
{
public:
    /// Returns its id, raw bytes.
    std::string begin(bool readOnly);
    /// Refuses an id nobody gave out.
    void note(const std::string &id, const std::string &path, const DocumentPtr &document);
    void check(const std::string &id, Store &store) const;
    void end(const std::string &id);

private:
    struct Open {
        bool isReadOnly = false;
        std::map<std::string, std::optional<Timestamp>> seen{}; ///< None: was not there.
    };
    std::map<std::string, Open> m_open;
    std::uint64_t m_last = 0;
};

} // namespace callcard::demo::firestore

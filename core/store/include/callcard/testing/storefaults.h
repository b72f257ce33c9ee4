#pragma once

#include <callcard/store.h>

#include <functional>

namespace callcard::testing {

/// While it lives, the n-th statement of this thread (from 0, BEGIN and COMMIT counted) fails before it reaches SQLite. Works
/// inside rooms that open their own stores. For tests; costs the product one comparison a statement.
class StoreFaults
{
public:
    enum class After {
        Heals, ///< Only that statement fails.
        Dies,  ///< It and everything behind it, roll-back included: what a kill looks like from inside.
    };
    explicit StoreFaults(int failing, After after = After::Heals, StorageFault fault = StorageFault::Full);
    ~StoreFaults();
    StoreFaults(const StoreFaults &) = delete;
    StoreFaults &operator=(const StoreFaults &) = delete;

    [[nodiscard]] int seen() const { return m_seen; }
    [[nodiscard]] bool fired() const { return m_seen > m_failing; }

    /// For the store: the fault of the statement about to run, if it shall fail.
    [[nodiscard]] static std::optional<Error> next();

private:
    const int m_failing;
    const After m_after;
    const StorageFault m_fault;
    int m_seen = 0;
    StoreFaults *m_outer;
};

/// The first statement fails, then the second, until an attempt meets no fault. `attempt` does the thing from the same start
/// each time, `inspect` reopens and compares. Returns how many statements failed; gives up (-1) after `limit`.
[[nodiscard]] int failEveryStatement(StoreFaults::After after, const std::function<void()> &attempt,
                                     const std::function<void(bool failed)> &inspect, int limit = 1000);

} // namespace callcard::testing

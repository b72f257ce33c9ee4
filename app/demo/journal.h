#pragma once

#include "clock.h"

#include <callcard/httpserver.h>

#include <nlohmann/json.hpp>

#include <cstdint>
#include <deque>
#include <map>
#include <string>

namespace callcard::demo {

/// One request as it arrived, whether or not a fault kept it from its service.
struct Received {
    std::uint64_t number = 0; ///< Counts from 1 over all services.
    Instant at{};
    std::string service{};
    std::string method{};
    std::string target{}; ///< Path and query as sent.
    serving::Headers headers{};
    std::string body{};  ///< At most kBodyBytes of it.
    int status = 0;      ///< 0: not answered (yet), or hung up.
    std::string fault{}; ///< The fault it met, if any.
};

/// What the cloud received and what is worth counting. Bounded: the oldest entries go, the counters stay. Serving thread only.
class Journal
{
public:
    static constexpr std::size_t kEntries = 5000;
    static constexpr std::size_t kBodyBytes = 64 * 1024;
    static constexpr std::size_t kTotalBytes = 32 * 1024 * 1024;

    /// Returns its number.
    std::uint64_t add(Received received);
    void answered(std::uint64_t number, int status);
    void markFault(std::uint64_t number, const std::string &fault);
    /// `count("ringcentral", "requestsDuringPenalty")`: read back by `control`'s "counters".
    void count(const std::string &service, const std::string &name, std::int64_t by = 1);
    [[nodiscard]] std::int64_t counter(const std::string &service, const std::string &name) const;

    [[nodiscard]] const std::deque<Received> &entries() const { return m_entries; }
    /// Entries after `after`, newest last, of one service or of all (empty), at most `limit`.
    [[nodiscard]] nlohmann::json read(const std::string &service, std::uint64_t after, std::size_t limit) const;
    [[nodiscard]] nlohmann::json counters() const;
    void clear();

private:
    [[nodiscard]] Received *find(std::uint64_t number);
    std::deque<Received> m_entries;
    std::size_t m_bytes = 0;
    std::uint64_t m_last = 0;
    std::map<std::string, std::map<std::string, std::int64_t>> m_counters;
};

} // namespace callcard::demo

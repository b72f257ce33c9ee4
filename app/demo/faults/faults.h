#pragma once

#include <callcard/httpserver.h>

#include <nlohmann/json.hpp>

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace callcard::demo {

enum class FaultKind {
    Drop,    ///< The connection is cut, the service never sees the request.
    Hang,    ///< Nothing is ever answered, the service never sees the request.
    Delay,   ///< The service sees the request later.
    Double,  ///< The service sees the request twice; the first answer goes out.
    Reorder, ///< The request waits until the service has had a later one.
    Status,  ///< An error status in the service's own words, the service's state is untouched.
    Html,    ///< A gateway's page instead of JSON, with `status` (default 502).
    Half,    ///< The service works; the head and half of the body go out, then the connection is cut.
    Cut,     ///< The service works; a whole answer with half a JSON text.
    Lost,    ///< The service works; the connection is cut before the answer.
    Late,    ///< The service works at once; the answer comes later.
    Garbage, ///< Bytes that are no HTTP.
};

/// One thing that shall go wrong, and where. An empty service, path or method fits all.
struct Fault {
    std::uint64_t id = 0;
    FaultKind kind{};
    std::string service{};
    std::string path{}; ///< Beginning of the path; with '*' anywhere, a pattern for the whole path.
    std::string method{};
    double probability = 1.0;
    int skip = 0;   ///< So many fitting requests pass first.
    int times = -1; ///< Then so many are hit; -1: all.
    std::chrono::milliseconds delay{1000};
    bool inCloudTime = false; ///< The delay is over when the cloud's clock says so.
    int status = 500;
    std::string body{}; ///< Instead of the service's words.
    serving::Headers headers{};
};

[[nodiscard]] const char *word(FaultKind kind);

/// The faults in force, oldest first. The first that fits hits.
class Faults
{
public:
    explicit Faults(std::uint32_t seed);
    std::uint64_t add(Fault fault);
    /// From {"kind","service","path","method","probability","skip","times","delayMs","cloudTime","status","body","headers"}; throws
    /// std::invalid_argument.
    std::uint64_t add(const nlohmann::json &description);
    [[nodiscard]] std::optional<Fault> pick(const std::string &service, const serving::Request &request);
    bool remove(std::uint64_t id);
    void clear(const std::string &service = {});
    [[nodiscard]] nlohmann::json describe() const;

private:
    [[nodiscard]] double luckOf(const Fault &fault, const std::string &service, const serving::Request &request);
    std::vector<Fault> m_faults;
    std::uint64_t m_last = 0;
    const std::uint32_t m_seed;
    std::map<std::size_t, std::uint64_t> m_asked; ///< How often luck was asked for what.
};

/// '*' stands for any run of characters.
[[nodiscard]] bool matchesPattern(std::string_view pattern, std::string_view text);

} // namespace callcard::demo

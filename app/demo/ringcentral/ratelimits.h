#pragma once

#include "wiretime.h"

#include "service.h"

#include <deque>
#include <map>
#include <optional>
#include <string>

namespace callcard::demo::ringcentral {

enum class Group { None, Light, Medium, Heavy, Auth };

[[nodiscard]] std::string groupName(Group group);
[[nodiscard]] std::optional<Group> groupOf(const std::string &name); ///< Any case.

/// Requests of one user, app and group in a sliding window, and the penalty: every request during it starts it again.
class RateLimits
{
public:
    struct Verdict {
        bool admitted = true;
        bool duringPenalty = false;
        int limit = 0;
        int remaining = 0;
        int window = 60;    ///< Seconds.
        int retryAfter = 0; ///< Seconds; of the penalty when refused.
    };

    /// `key` names the user and the app.
    [[nodiscard]] Verdict admit(const std::string &key, Group group, Instant now);

    /// Requests per window; 0: nobody gets in, negative: no limit.
    void setLimit(Group group, int perWindow) { m_limits[group] = perWindow; }
    void setPenalty(std::chrono::seconds penalty) { m_penalty = penalty; }
    /// The next request of the group is refused and the penalty begins, as if the limit were used up.
    void exhaust(Group group) { m_exhausted[group] = true; }
    void clear(); ///< Windows, penalties and counters; limits stay.
    void reset();
    /// Per group: limit, admitted, refused, during a penalty.
    [[nodiscard]] Json report() const;

private:
    struct Bucket {
        std::deque<Instant> admitted{};
        std::optional<Instant> penaltyUntil{};
    };
    struct Counts {
        int admitted = 0;
        int refused = 0;
        int duringPenalty = 0;
    };

    std::map<Group, int> m_limits{{Group::Light, 50}, {Group::Medium, 40}, {Group::Heavy, 10}, {Group::Auth, 5}};
    std::map<Group, bool> m_exhausted;
    std::chrono::seconds m_penalty{60};
    std::map<std::pair<std::string, Group>, Bucket> m_buckets;
    std::map<Group, Counts> m_counts;
};

} // namespace callcard::demo::ringcentral

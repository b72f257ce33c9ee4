#include "ratelimits.h"

#include <algorithm>
#include <cctype>

namespace callcard::demo::ringcentral {

namespace {

constexpr std::chrono::seconds kWindow{60};
constexpr std::size_t kMostBuckets = 10'000; // strangers can invent client ids without end

int secondsUntil(Instant then, Instant now)
{
    return static_cast<int>(std::max<std::int64_t>(1, std::chrono::ceil<std::chrono::seconds>(then - now).count()));
}

} // namespace

std::string groupName(Group group)
{
    switch (group) {
    case Group::Light:
        return "light";
    case Group::Medium:
        return "medium";
    case Group::Heavy:
        return "heavy";
    case Group::Auth:
        return "auth";
    case Group::None:
        break;
    }
    return "none";
}

std::optional<Group> groupOf(const std::string &name)
{
    std::string lower = name;
    std::ranges::transform(lower, lower.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    for (const Group group : {Group::Light, Group::Medium, Group::Heavy, Group::Auth}) {
        if (groupName(group) == lower)
            return group;
    }
    return std::nullopt;
}

RateLimits::Verdict RateLimits::admit(const std::string &key, Group group, Instant now)
{
    Verdict verdict;
    verdict.limit = group == Group::None ? -1 : m_limits[group];
    if (verdict.limit < 0) {
        ++m_counts[group].admitted;
        return verdict;
    }
    if (m_buckets.size() > kMostBuckets)
        std::erase_if(m_buckets, [now](const auto &entry) {
            const Bucket &bucket = entry.second;
            return (!bucket.penaltyUntil || *bucket.penaltyUntil <= now) &&
                   (bucket.admitted.empty() || bucket.admitted.back() + kWindow <= now);
        });

    Bucket &bucket = m_buckets[{key, group}];
    while (!bucket.admitted.empty() && bucket.admitted.front() + kWindow <= now)
        bucket.admitted.pop_front();
    if (bucket.penaltyUntil && *bucket.penaltyUntil <= now) {
        bucket.penaltyUntil.reset();
        bucket.admitted.clear(); // who waited the penalty out starts afresh
    }

    const bool inPenalty = bucket.penaltyUntil.has_value();
    const bool exhausted = std::exchange(m_exhausted[group], false);
    if (inPenalty || exhausted || bucket.admitted.size() >= static_cast<std::size_t>(verdict.limit)) {
        verdict.admitted = false;
        verdict.duringPenalty = inPenalty;
        bucket.penaltyUntil = now + m_penalty;
        verdict.retryAfter = secondsUntil(*bucket.penaltyUntil, now);
        ++m_counts[group].refused;
        m_counts[group].duringPenalty += inPenalty ? 1 : 0;
        return verdict;
    }
    bucket.admitted.push_back(now);
    verdict.remaining = verdict.limit - static_cast<int>(bucket.admitted.size());
    ++m_counts[group].admitted;
    return verdict;
}

void RateLimits::clear()
{
    m_buckets.clear();
    m_counts.clear();
    m_exhausted.clear();
}

void RateLimits::reset()
{
    clear();
    m_limits = RateLimits().m_limits;
    m_penalty = RateLimits().m_penalty;
}

Json RateLimits::report() const
{
    Json groups = Json::object();
    for (const auto &[group, limit] : m_limits) {
        const auto found = m_counts.find(group);
        const Counts counts = found == m_counts.end() ? Counts{} : found->second;
        groups[groupName(group)] = {
            {"limit", limit}, {"admitted", counts.admitted}, {"refused", counts.refused}, {"duringPenalty", counts.duringPenalty}};
    }
    return groups;
}

} // namespace callcard::demo::ringcentral

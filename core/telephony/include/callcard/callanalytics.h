#pragma once

#include <callcard/callhistory.h>

namespace callcard {

/// What a provider says it counted, whoever counted it there.
struct AgentCount {
    int calls{};
    int incoming{};
    int outgoing{};
    bool operator==(const AgentCount &) const = default;
};

/// A provider's own figures: too old to show, good to check ours with.
class CallAnalytics
{
public:
    virtual ~CallAnalytics() = default;
    /// One of the agent's days. Nothing: it has no figures of this agent.
    [[nodiscard]] virtual QCoro::Task<Result<std::optional<AgentCount>>> day(Agent agent, QDate day, std::stop_token stop) = 0;
    /// How far back it reaches.
    [[nodiscard]] virtual std::chrono::days reach() const = 0;
};

} // namespace callcard

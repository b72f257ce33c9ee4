#include <callcard/teampresence.h>

#include "agentbook.h"

#include <algorithm>

namespace callcard {

using namespace Qt::Literals::StringLiterals;

namespace {

/// What one source said of its people.
struct Told {
    HistorySource source{};
    QList<Agent> agents{};
};

PersonNow nowOf(const TeamMember &member, const QList<Told> &told, bool isWhole)
{
    bool isAway = false;
    bool isSeen = false;
    bool isSure = isWhole;
    for (const Told &one : told) {
        const QList<Agent> agents = agentsWithEmail(one.agents, one.source, member.email);
        for (const Agent &agent : agents) {
            if (agent.onCall == true)
                return PersonNow::OnCall;
            isSeen = true;
            isAway = isAway || agent.available == false;
            isSure = isSure && agent.onCall && agent.available;
        }
    }
    if (isAway)
        return PersonNow::Away;
    return isSeen && isSure ? PersonNow::Free : PersonNow::Unknown;
}

} // namespace

QCoro::Task<TeamPresence> lookAtTeam(PresenceQuestion question, std::stop_token stop)
{
    TeamPresence presence;
    QList<Told> told;
    bool isWhole = true;
    bool isAnyAble = false;
    for (const HistorySource &source : std::as_const(question.sources)) {
        std::optional<Error> error;
        if (const auto pause = question.paused.constFind(source.id); pause != question.paused.constEnd()) {
            error = Error{.kind = ErrorKind::RateLimited, .detail = u"paused"_s, .retryAfter = *pause};
        } else {
            const Result<QList<Agent>> agents = co_await source.history->agents(QString(), stop);
            if (agents) {
                // Without the right to see it, or through a relay, nobody's state is told: then nobody is known to be free.
                const bool isAble =
                    std::any_of(agents->cbegin(), agents->cend(), [](const Agent &agent) { return agent.onCall.has_value(); });
                isAnyAble = isAnyAble || isAble;
                isWhole = isWhole && isAble;
                told.append({.source = source, .agents = *agents});
                continue;
            }
            error = agents.error();
        }
        isWhole = false;
        if (!presence.problem)
            presence.problem = SyncProblem{.source = source.id, .error = *error};
    }
    if (!isAnyAble && !presence.problem)
        co_return presence;
    for (const TeamMember &member : std::as_const(question.members))
        presence.people.insert(member.id, nowOf(member, told, isWhole));
    co_return presence;
}

} // namespace callcard

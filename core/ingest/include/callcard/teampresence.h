#pragma once

#include <callcard/figuresstore.h>
#include <callcard/personnow.h>
#include <callcard/synctypes.h>

#include <chrono>
#include <optional>

namespace callcard {

struct PresenceQuestion {
    QList<HistorySource> sources{};
    QHash<QString, std::chrono::seconds> paused{}; ///< Sources that want to be left alone for so long: they are not asked.
    QList<TeamMember> members{};
};

struct TeamPresence {
    /// Everybody of the question; nobody where no source tells such a thing at all.
    QHash<UserId, PersonNow> people{};
    std::optional<SyncProblem> problem{}; ///< Why a source could not be asked; RateLimited for a paused one.
    bool operator==(const TeamPresence &) const = default;
};

/// One question a source, for the whole account. A call or an absence that one source tells of is a fact; free is only who is so in every
/// source, and only while every source tells.
[[nodiscard]] QCoro::Task<TeamPresence> lookAtTeam(PresenceQuestion question, std::stop_token stop);

} // namespace callcard

#pragma once

#include "api.h"
#include "calls.h"

namespace callcard::demo::ringcentral {

/// Call control: sessions, parties and what may be done to them.
class Telephony
{
public:
    Telephony(Context &context, const Calls &calls);
    void registerRoutes(Api &api);
    /// Ends a leg that is not the world's; the RingOut it belongs to knows how.
    void onLegEnded(std::function<void(CallNumber)> function) { m_endLeg = std::move(function); }

private:
    struct Target {
        const WorldCall *call = nullptr;
        Party party{}; ///< As it was: what is done to the call may add parties and move them all.
    };
    [[nodiscard]] const WorldCall &session(const ApiCall &call) const;
    [[nodiscard]] Target target(const ApiCall &call) const;
    /// The caller's own party, or 403.
    [[nodiscard]] Target own(const ApiCall &call) const;
    [[nodiscard]] ApiReply party(int status, CallNumber id, const std::string &partyId) const;
    void check(Moved moved) const;

    ApiReply hangUp(ApiCall &call);
    ApiReply mute(ApiCall &call);
    ApiReply transfer(ApiCall &call);
    ApiReply bridge(ApiCall &call);
    ApiReply forward(ApiCall &call);
    ApiReply ignore(ApiCall &call);
    ApiReply replyTo(ApiCall &call);
    ApiReply record(ApiCall &call, bool isNew);
    [[nodiscard]] std::string deviceOf(const ApiCall &call) const;
    /// Exactly one of the known ways to name where a call goes.
    [[nodiscard]] std::pair<std::string, std::string> destination(const ApiCall &call, bool mayPark) const;
    [[nodiscard]] const Rep *colleague(const std::pair<std::string, std::string> &where) const;

    Context &m_context;
    const Calls &m_calls;
    std::function<void(CallNumber)> m_endLeg;
};

} // namespace callcard::demo::ringcentral

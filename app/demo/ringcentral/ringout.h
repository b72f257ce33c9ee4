#pragma once

#include "api.h"
#include "calls.h"
#include "story.h"

namespace callcard::demo::ringcentral {

/// Calls this provider places: RingOut (the rep's phone first, then the other side) and call-out (a device).
class RingOuts
{
public:
    RingOuts(Context &context, Calls &calls, Story &story);
    void registerRoutes(Api &api);
    void onCallEnded(const WorldCall &call);
    void endLeg(CallNumber leg);
    [[nodiscard]] Json describe() const;
    void reset();

private:
    struct RingOut {
        std::string id{};
        std::string repId{};
        std::string lineId{};
        std::string to{};
        CallNumber leg = 0; ///< 0: the switch says one session.
        CallNumber call = 0;
        std::string callStatus = "InProgress";
        std::string callerStatus = "InProgress";
        std::string calleeStatus = "InProgress";
        std::string callerFate = "Success";
        std::string calleeFate = "Success";
        std::string callFate = "CannotReach"; ///< The word for the whole where a side fails.
        bool isOver = false;
        std::shared_ptr<DemoClock::Timer> timer{};
    };
    ApiReply create(ApiCall &call);
    ApiReply cancel(ApiCall &call);
    ApiReply callOut(ApiCall &call);
    void ringPhone(RingOut &one);
    void phoneAnswered(const std::string &id);
    void otherSide(const std::string &id);
    void finish(RingOut &one, const std::string &legReason);
    [[nodiscard]] RingOut *find(const std::string &id);
    [[nodiscard]] RingOut &own(const ApiCall &call);
    [[nodiscard]] Json json(const ApiCall &call, const RingOut &one) const;

    Context &m_context;
    Calls &m_calls;
    Story &m_story;
    std::map<std::string, RingOut> m_ringOuts;
    std::map<CallNumber, std::shared_ptr<DemoClock::Timer>> m_callOuts;
};

} // namespace callcard::demo::ringcentral

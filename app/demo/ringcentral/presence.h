#pragma once

#include "api.h"
#include "calls.h"
#include "subscriptions.h"

namespace callcard::demo::ringcentral {

/// Who is busy with what: the presence resource and its events.
class Presence
{
public:
    Presence(Context &context, const Calls &calls, Subscriptions &subscriptions);
    void registerRoutes(Api &api);

    /// A party of this rep moved; an ended call is shown once more, then vanishes.
    void onMoved(const Rep &rep, const WorldCall &call, const Party &party);
    void publish(const Rep &rep, const Json &endedCall = {});
    /// The next event of this rep, with this party's call in it.
    [[nodiscard]] Event moved(const Rep &rep, const WorldCall &call, const Party &party);
    void reset() { m_states.clear(); }

private:
    struct State {
        std::string userStatus = "Available";
        std::string dndStatus = "TakeAllCalls";
        std::string dndPersonal = "TakeAllCalls";
        std::string message{};
        bool allowSeeMyPresence = true;
        bool ringOnMonitoredCall = false;
        bool pickUpCallsOnHold = false;
        bool acceptCallQueueCalls = true;
        int sequence = 40'000;
    };
    [[nodiscard]] Event next(const Rep &rep, const Json &endedCall);
    [[nodiscard]] Json body(const Rep &rep, bool isDetailed, const Json &endedCall = {}) const;
    [[nodiscard]] Json activeCall(const WorldCall &call, const Party &party, const std::string &status) const;
    [[nodiscard]] Json resource(const ApiCall &call, const Rep &rep) const;
    ApiReply change(ApiCall &call);

    Context &m_context;
    const Calls &m_calls;
    Subscriptions &m_subscriptions;
    mutable std::map<std::string, State> m_states; ///< By rep; made when first asked for.
};

} // namespace callcard::demo::ringcentral

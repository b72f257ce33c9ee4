#pragma once

#include "calls.h"
#include "presence.h"
#include "subscriptions.h"

namespace callcard::demo::ringcentral {

/// Turns what happens in the world into this provider's events.
class Story final : public WorldObserver
{
public:
    Story(Context &context, Presence &presence, Subscriptions &subscriptions);
    ~Story() override;
    Story(const Story &) = delete;
    Story &operator=(const Story &) = delete;

    void onCallStep(const WorldCall &call, const CallStep &step) override;
    void onTextAdded(const WorldText &text) override;
    void onTextChanged(const WorldText &text) override;
    /// Also said by a RingOut when its own leg moves, and asked by it when a call ends.
    void onEnded(std::function<void(const WorldCall &)> function) { m_onEnded = std::move(function); }
    /// The counters of the message store changed.
    void messagesChanged(const std::string &repId, const std::string &type, const std::string &direction,
                         const std::vector<std::int64_t> &newIds, int updated);
    void reset() { m_late.clear(); }

    /// The telephony session event of one step.
    [[nodiscard]] Event sessionMoved(const WorldCall &call, const CallStep &step) const;

private:
    void publishSession(const WorldCall &call, const CallStep &step);
    void publishVoicemail(const WorldCall &call, const Rep &rep);
    void publishMissed(const WorldCall &call, const Rep &rep);

    Context &m_context;
    Presence &m_presence;
    Subscriptions &m_subscriptions;
    std::function<void(const WorldCall &)> m_onEnded;
    std::vector<std::shared_ptr<DemoClock::Timer>> m_late;
};

} // namespace callcard::demo::ringcentral

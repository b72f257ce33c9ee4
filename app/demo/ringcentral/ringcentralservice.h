#pragma once

#include "api.h"
#include "calllog.h"
#include "contacts.h"
#include "gateway.h"
#include "messages.h"
#include "oauth.h"
#include "presence.h"
#include "ringout.h"
#include "story.h"
#include "telephony.h"

namespace callcard::demo::ringcentral {

/// The make-believe RingCentral, put together.
class RingCentral final : public Service
{
public:
    explicit RingCentral(Stage &stage);
    ~RingCentral() override;

    [[nodiscard]] std::string name() const override { return "ringcentral"; }
    void handle(std::shared_ptr<serving::Exchange> exchange) override;
    [[nodiscard]] std::map<std::string, std::string> environment(const std::string &base) const override;
    Json control(const std::string &verb, const Json &arguments) override;
    [[nodiscard]] std::vector<std::string> verbs() const override;
    serving::Response refusal(int status) override;
    void dropConnections() override { m_gateway.dropAll(); }

private:
    using Verb = std::function<Json(const Json &)>;
    void registerVerbs();
    void registerSocketVerbs();
    void reset();
    void applySwitches();
    /// Of one step, for a webhook that is sent by hand.
    [[nodiscard]] Json webhookEvent(const Hook &hook, const WorldCall &call, const CallStep &step);

    Context m_context;
    OAuth m_oauth;
    Api m_api;
    Calls m_calls;
    Subscriptions m_subscriptions;
    Presence m_presence;
    Story m_story;
    Telephony m_telephony;
    RingOuts m_ringOuts;
    CallLog m_callLog;
    Messages m_messages;
    Contacts m_contacts;
    Gateway m_gateway;
    std::map<std::string, Verb> m_verbs;
};

} // namespace callcard::demo::ringcentral

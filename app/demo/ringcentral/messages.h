#pragma once

#include "api.h"
#include "story.h"

#include <set>

namespace callcard::demo::ringcentral {

/// Texts and voicemails: sending, the message store and its sync.
class Messages
{
public:
    Messages(Context &context, Story &story);
    void registerRoutes(Api &api);
    void reset();

private:
    /// One message of either kind, ready to be shown.
    struct Message {
        std::int64_t id = 0;
        std::string type{};
        std::string direction{};
        std::string readStatus{};
        std::string conversation{};
        std::string number{};
        bool isDeleted = false;
        Instant at{};
        Instant modifiedAt{};
        const WorldText *text = nullptr;
        const WorldCall *call = nullptr;
    };
    /// What is remembered of a voicemail beside the call it came from.
    struct Mail {
        bool isRead = false;
        bool isDeleted = false;
        Instant modifiedAt{};
    };
    ApiReply send(ApiCall &call);
    ApiReply list(ApiCall &call);
    ApiReply one(ApiCall &call);
    ApiReply change(ApiCall &call);
    ApiReply remove(ApiCall &call);
    ApiReply sync(ApiCall &call);
    ApiReply content(ApiCall &call);
    [[nodiscard]] std::vector<Message> all(const Rep &rep) const; ///< Newest first.
    [[nodiscard]] Message find(const ApiCall &call, const std::string &id) const;
    [[nodiscard]] Json json(const ApiCall &call, const Message &message) const;
    void setRead(const Message &message, bool isRead, const Rep &rep);
    void setDeleted(const Message &message, const Rep &rep);
    void deliver(std::int64_t text, const std::string &state, std::chrono::milliseconds after);

    Context &m_context;
    Story &m_story;
    std::map<CallNumber, Mail> m_mails;
    std::vector<std::shared_ptr<DemoClock::Timer>> m_deliveries;
};

} // namespace callcard::demo::ringcentral

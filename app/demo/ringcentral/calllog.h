#pragma once

#include "api.h"
#include "calls.h"

namespace callcard::demo::ringcentral {

/// Call log, its sync, active calls and recordings, all told from the same calls as the events.
class CallLog
{
public:
    CallLog(Context &context, const Calls &calls);
    void registerRoutes(Api &api);

private:
    ApiReply list(ApiCall &call, bool ofAccount);
    ApiReply one(ApiCall &call);
    ApiReply sync(ApiCall &call, bool ofAccount);
    ApiReply fullSync(ApiCall &call, bool ofAccount);
    ApiReply increment(ApiCall &call, bool ofAccount);
    ApiReply active(ApiCall &call, bool ofAccount);
    ApiReply recording(ApiCall &call);
    ApiReply recordingContent(ApiCall &call);
    /// Who may read everybody's.
    void mayReadAccount(const ApiCall &call) const;
    [[nodiscard]] const Rep *ownerIn(const ApiCall &call, bool ofAccount, const WorldCall &one) const;
    [[nodiscard]] bool matches(const ApiCall &call, const WorldCall &one, const Rep &rep) const;
    [[nodiscard]] Json syncReply(const ApiCall &call, bool ofAccount, const std::string &kind, std::vector<Json> records,
                                 std::optional<Instant> dateFrom, const std::string &statusGroup);
    [[nodiscard]] const WorldCall &recorded(const ApiCall &call) const;

    Context &m_context;
    const Calls &m_calls;
};

} // namespace callcard::demo::ringcentral

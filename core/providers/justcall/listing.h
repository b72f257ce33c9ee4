#pragma once

#include "api.h"

namespace callcard::justcall {

/// Every call of the agent in the span, every text of the account in it, or an error. The same row is there once, as the last
/// reading had it. A list that moves while it is read is read again until two readings agree with its count or with each other;
/// a window too wide for the service is halved, down to a day.
enum class RawRows { Dropped, Kept };
/// Everybody's for an empty agent.
[[nodiscard]] QCoro::Task<Result<QList<CallRow>>> everyCall(JustCallContext context, QString agentId, Span span, QString timeZone,
                                                            std::stop_token stop, RawRows raw = RawRows::Dropped);
[[nodiscard]] QCoro::Task<Result<QList<TextRow>>> everyText(JustCallContext context, Span span, QString timeZone, std::stop_token stop,
                                                            RawRows raw = RawRows::Dropped);

} // namespace callcard::justcall

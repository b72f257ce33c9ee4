#include <callcard/justcallcarrying.h>

#include "listing.h"

namespace callcard::justcall {

QCoro::Task<Result<QList<CarriedRow>>> carriedCalls(JustCallContext context, Span span, std::stop_token stop)
{
    const Result<QList<CallRow>> rows = co_await everyCall(context, QString(), span, QString(), stop, RawRows::Kept);
    if (!rows)
        co_return tl::unexpected(rows.error());
    QList<CarriedRow> carried;
    carried.reserve(rows->size());
    for (const CallRow &row : *rows) {
        const CallEvent &event = row.call.event;
        carried.append({.agentId = row.agentId,
                        .agentEmail = event.agentEmail,
                        .direction = event.direction,
                        .talkTime = event.talkTime.value_or(std::chrono::seconds(0)),
                        .start = event.time,
                        .userStart = row.userStart,
                        .json = row.raw});
    }
    co_return carried;
}

QCoro::Task<Result<QList<CarriedRow>>> carriedTexts(JustCallContext context, Span span, std::stop_token stop)
{
    const Result<QList<TextRow>> rows = co_await everyText(context, span, QString(), stop, RawRows::Kept);
    if (!rows)
        co_return tl::unexpected(rows.error());
    QList<CarriedRow> carried;
    carried.reserve(rows->size());
    for (const TextRow &row : *rows) {
        carried.append({.agentId = row.agentId,
                        .agentEmail = row.message.agentEmail,
                        .direction = row.message.direction,
                        .start = row.message.sentAt,
                        .userStart = row.userStart,
                        .json = row.raw});
    }
    co_return carried;
}

} // namespace callcard::justcall

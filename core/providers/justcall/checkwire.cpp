#include "api.h"

#include <callcard/netfault.h>

namespace callcard {

using namespace Qt::Literals::StringLiterals;

QCoro::Task<ServiceCheck> checkJustCall(JustCallContext context, std::stop_token stop)
{
    ServiceCheck check{.name = u"justcall"_s, .outcome = ServiceCheck::Outcome::Failed, .testServer = isLoopbackHost(context.base.host())};
    const Result<QList<justcall::UserRow>> users = co_await justcall::fetchUsers(context, context.userEmail, stop);
    if (!users) {
        check.problem = users.error();
        co_return check;
    }
    check.usersFound = static_cast<int>(users->size());
    if (!context.userEmail.isEmpty() && users->isEmpty()) {
        check.problem = Error{.kind = ErrorKind::Refused, .detail = u"no JustCall agent has the rep's e-mail address"_s};
        co_return check;
    }

    justcall::CallQuery query{.newestFirst = true, .perPage = 20, .region = context.region};
    if (!context.userEmail.isEmpty())
        query.agentId = users->first().agent.id;
    const Result<justcall::Listed<justcall::CallRow>> calls = co_await justcall::fetchPage(context, query, stop);
    if (!calls) {
        check.problem = calls.error();
        co_return check;
    }
    check.recentCalls = static_cast<int>(calls->rows.size());
    for (const justcall::CallRow &row : calls->rows) {
        if (check.callSample.size() == 5)
            break;
        check.callSample.append({row.call.rowId, row.call.event.time,
                                 row.call.event.direction == CallDirection::Inbound ? u"Incoming"_s : u"Outgoing"_s, row.call.outcomeWord});
    }
    check.outcome = ServiceCheck::Outcome::Ok;
    co_return check;
}

} // namespace callcard

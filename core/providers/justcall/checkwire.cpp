#include "apiwire.h"

#include <callcard/netfault.h>

#include <wire/wirejson.h>

namespace callcard {

using namespace Qt::Literals::StringLiterals;

QCoro::Task<ServiceCheck> checkJustCall(JustCallContext context, std::stop_token stop)
{
    ServiceCheck check{.name = u"justcall"_s, .outcome = ServiceCheck::Outcome::Failed, .testServer = isLoopbackHost(context.base.host())};
    // Built before the await: g++ 12 stumbles over a list in braces among a coroutine's arguments.
    const QList<std::pair<QString, QString>> me{{u"email"_s, context.userEmail}, {u"page"_s, u"0"_s}, {u"per_page"_s, u"50"_s}};
    const Result<justcall::Json> users = co_await justcall::ask(context, u"/users"_s, me, stop);
    if (!users) {
        check.problem = users.error();
        co_return check;
    }
    const justcall::Json &rows = wire::member(*users, "data");
    if (!rows.is_array()) {
        check.problem = Error{.kind = ErrorKind::BadPayload, .detail = u"a list of users without data"_s};
        co_return check;
    }
    check.usersFound = static_cast<int>(rows.size());
    QString agent;
    for (const justcall::Json &row : rows) {
        if (wire::text(row, "email", 320).trimmed().compare(context.userEmail.trimmed(), Qt::CaseInsensitive) == 0)
            agent = wire::text(row, "id", 64);
    }
    if (!context.userEmail.isEmpty() && agent.isEmpty()) {
        check.problem = Error{.kind = ErrorKind::Refused, .detail = u"no JustCall agent has the rep's e-mail address"_s};
        co_return check;
    }

    QList<std::pair<QString, QString>> query{
        {u"sort"_s, u"datetime"_s}, {u"order"_s, u"desc"_s}, {u"page"_s, u"0"_s}, {u"per_page"_s, u"20"_s}};
    if (!agent.isEmpty())
        query.append({u"agent_id"_s, agent});
    const Result<justcall::Json> calls = co_await justcall::ask(context, u"/calls"_s, query, stop);
    if (!calls) {
        check.problem = calls.error();
        co_return check;
    }
    const justcall::Json &callRows = wire::member(*calls, "data");
    if (!callRows.is_array()) {
        check.problem = Error{.kind = ErrorKind::BadPayload, .detail = u"a list of calls without data"_s};
        co_return check;
    }
    check.recentCalls = static_cast<int>(callRows.size());
    for (const justcall::Json &row : callRows) {
        if (check.callSample.size() == 5)
            break;
        const justcall::Json &info = wire::member(row, "call_info");
        const QDateTime start = wire::instant(QString(wire::text(row, "call_date", 16) + u'T' + wire::text(row, "call_time", 16)));
        check.callSample.append({wire::text(row, "id", 64), start, wire::text(info, "direction", 32), wire::text(info, "type", 64)});
    }
    check.outcome = ServiceCheck::Outcome::Ok;
    co_return check;
}

} // namespace callcard

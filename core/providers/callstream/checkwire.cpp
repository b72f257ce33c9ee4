#include "streamwire.h"

#include <callcard/netfault.h>

#include <QSet>

namespace callcard {

using namespace Qt::Literals::StringLiterals;

QCoro::Task<ServiceCheck> checkCallStream(CallStreamContext context, std::stop_token stop)
{
    ServiceCheck check{.name = u"relay"_s, .outcome = ServiceCheck::Outcome::Failed, .testServer = isLoopbackHost(context.base.host())};
    QUrl url = context.base;
    url.setPath(QString(url.path() + u"/api/active-calls"_s));
    HttpRequest request = HttpRequest::get(url);
    request.headers.set("Authorization", QByteArray("Bearer " + context.token.reveal()));
    const Result<HttpAnswer> answer = co_await context.http.send(std::move(request), stop);
    const Result<> meaning = answer ? meaningOf(*answer, context.clock.now()) : tl::unexpected(answer.error());
    if (!meaning) {
        check.problem = meaning.error();
        co_return check;
    }
    const Result<QList<CallEvent>> live = callstream::liveCallsFrom(answer->body, context.region);
    if (!live) {
        check.problem = live.error();
        co_return check;
    }
    QSet<QString> calls; // each is told by several facts
    for (const CallEvent &fact : *live)
        calls.insert(fact.sessionId);
    check.recentCalls = static_cast<int>(calls.size());
    check.outcome = ServiceCheck::Outcome::Ok;
    co_return check;
}

} // namespace callcard

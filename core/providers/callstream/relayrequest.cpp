#include "relayrequest.h"

namespace callcard::callstream {

HttpRequest relayRequest(const CallStreamContext &context, const QString &pathAndQuery)
{
    QUrl url = context.base;
    url.setPath(QString(url.path() + pathAndQuery.section(u'?', 0, 0)));
    url.setQuery(pathAndQuery.section(u'?', 1));
    HttpRequest request = HttpRequest::get(url);
    request.headers.set("Authorization", QByteArray("Bearer " + context.token.reveal()));
    return request;
}

QCoro::Task<Result<HttpAnswer>> askRelay(CallStreamContext context, QString pathAndQuery, std::stop_token stop)
{
    const Result<HttpAnswer> answer = co_await context.http.send(relayRequest(context, pathAndQuery), stop);
    if (!answer)
        co_return answer;
    const Result<> meaning = meaningOf(*answer, context.clock.now());
    if (!meaning)
        co_return tl::unexpected(meaning.error());
    co_return answer;
}

} // namespace callcard::callstream

#include "restwire.h"

#include <wire/wirejson.h>

#include <QUrlQuery>

namespace callcard::ringcentral {

QUrl restUrl(const RingCentralContext &context, const QString &path, const QList<std::pair<QString, QString>> &query)
{
    QUrl url = context.server;
    url.setPath(QString(url.path() + QStringLiteral("/restapi/v1.0/account/") + context.accountId + path));
    if (!query.isEmpty()) {
        QUrlQuery items;
        for (const auto &[name, value] : query)
            items.addQueryItem(name, QString::fromUtf8(QUrl::toPercentEncoding(value)));
        url.setQuery(items);
    }
    return url;
}

QCoro::Task<Result<Json>> askRest(RingCentralContext context, QString group, HttpRequest request, std::stop_token stop, Patience patience)
{
    const HttpSender send = sendWithin(context.budget, group, patience);
    const Result<HttpAnswer> answer = co_await sendAuthorized(context.tokens, send, std::move(request), stop, patience);
    if (!answer)
        co_return tl::unexpected(answer.error());
    if (answer->isHtml())
        co_return tl::unexpected(networkError(NetworkFault::CaptivePortal));
    if (!answer->isSuccess())
        co_return tl::unexpected(errorFrom(answer->status, answer->body, answer->retryAfter(context.clock.now())));
    if (answer->status == 204 || answer->body.isEmpty())
        co_return Json();
    co_return wire::parse(answer->body);
}

} // namespace callcard::ringcentral

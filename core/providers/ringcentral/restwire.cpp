#include "restwire.h"

#include <QUrlQuery>

namespace callcard::ringcentral {

using namespace Qt::Literals::StringLiterals;

QUrl restUrl(const RingCentralContext &context, const QString &path, const Query &query)
{
    QUrl url = serverUrl(context, QString(u"/restapi/v1.0/account/"_s + context.accountId + path));
    if (!query.isEmpty()) {
        QUrlQuery items;
        for (const auto &[name, value] : query)
            items.addQueryItem(name, QString::fromUtf8(QUrl::toPercentEncoding(value)));
        url.setQuery(items);
    }
    return url;
}

QUrl serverUrl(const RingCentralContext &context, const QString &path)
{
    QUrl url = context.server;
    url.setPath((url.path().endsWith(u'/') ? url.path().chopped(1) : url.path()) + path);
    return url;
}

QString wireTime(const QDateTime &time)
{
    return time.toUTC().toString(u"yyyy-MM-ddTHH:mm:ss.zzzZ"_s);
}

bool RestAnswer::isGone() const
{
    return status == 404 || code == "CMN-102"_L1;
}

Error RestAnswer::error() const
{
    return refusal(status, code, retryAfter);
}

QCoro::Task<Result<RestAnswer>> ask(RingCentralContext context, QString group, HttpRequest request, std::stop_token stop, Patience patience)
{
    const HttpSender send = sendWithin(context.budget, group, patience);
    const Result<HttpAnswer> answer = co_await sendAuthorized(context.tokens, send, std::move(request), stop, patience);
    if (!answer)
        co_return tl::unexpected(answer.error());
    if (answer->isHtml())
        co_return tl::unexpected(networkError(NetworkFault::CaptivePortal));
    const QDateTime now = context.clock.now();
    RestAnswer result{.status = answer->status, .serverTime = answer->serverTime().value_or(now), .retryAfter = answer->retryAfter(now)};
    if (!answer->body.isEmpty()) {
        Result<Json> json = wire::parse(answer->body);
        if (!json && result.isSuccess())
            co_return tl::unexpected(json.error());
        if (json)
            result.json = *std::move(json);
    }
    if (!result.isSuccess())
        result.code = errorCodeIn(result.json);
    co_return result;
}

QCoro::Task<Result<Json>> askRest(RingCentralContext context, QString group, HttpRequest request, std::stop_token stop, Patience patience)
{
    Result<RestAnswer> answer = co_await ask(context, std::move(group), std::move(request), std::move(stop), patience);
    if (!answer)
        co_return tl::unexpected(answer.error());
    if (!answer->isSuccess())
        co_return tl::unexpected(answer->error());
    Json json = std::move(answer->json);
    co_return json;
}

} // namespace callcard::ringcentral

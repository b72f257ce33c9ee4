#include "apiwire.h"

#include <callcard/netfault.h>

#include <wire/wirejson.h>

#include <QUrlQuery>

namespace callcard::justcall {

using namespace Qt::Literals::StringLiterals;

namespace {

QString messageOf(const Json &body)
{
    for (const char *key : {"message", "error"}) {
        const Json &value = wire::member(body, key);
        const QString text = value.is_array() && !value.empty() ? wire::asText(value.front(), 200) : wire::asText(value, 200);
        if (!text.isEmpty())
            return text;
    }
    return {};
}

Error refusal(const HttpAnswer &answer, const Json &body, const QDateTime &now)
{
    Error error{.kind = ErrorKind::Refused, .detail = u"HTTP %1"_s.arg(answer.status), .retryAfter = answer.retryAfter(now)};
    if (answer.status == 401)
        error.kind = ErrorKind::SignInNeeded;
    else if (answer.status == 429)
        error.kind = ErrorKind::RateLimited;
    else if (answer.status == 408)
        error.kind = ErrorKind::TimedOut;
    else if (answer.status >= 500)
        error.kind = ErrorKind::ServerFault;
    if (answer.isSuccess())
        error.detail = u"a success that says it failed"_s;
    if (answer.status == 403) // a wrong parameter as well as a missing right: only its words tell
        error.detail += u": "_s + messageOf(body);
    return error;
}

} // namespace

QCoro::Task<Result<Json>> ask(JustCallContext context, QString path, QList<std::pair<QString, QString>> query, std::stop_token stop)
{
    QUrl url = context.base;
    url.setPath(QString(url.path() + path));
    QUrlQuery items;
    for (const auto &[name, value] : std::as_const(query))
        items.addQueryItem(name, QString::fromUtf8(QUrl::toPercentEncoding(value)));
    url.setQuery(items);

    HttpRequest request = HttpRequest::get(url);
    // The pair as it is: no scheme word, no base64.
    request.headers.set("Authorization", QByteArray(context.key.reveal() + ':' + context.secret.reveal()));
    request.headers.set("Accept", "application/json");
    const Result<HttpAnswer> answer = co_await context.budget.send(u"account"_s, std::move(request), stop);
    if (!answer)
        co_return tl::unexpected(answer.error());
    if (answer->isHtml())
        co_return tl::unexpected(networkError(NetworkFault::CaptivePortal));
    const Result<Json> body = wire::parse(answer->body);
    if (!answer->isSuccess())
        co_return tl::unexpected(refusal(*answer, body ? *body : Json(), context.clock.now()));
    if (!body)
        co_return tl::unexpected(body.error());
    const QString status = wire::text(*body, "status", 32).toLower();
    if (status == "failed"_L1 || status == "error"_L1)
        co_return tl::unexpected(refusal(*answer, *body, context.clock.now()));
    co_return *body;
}

} // namespace callcard::justcall

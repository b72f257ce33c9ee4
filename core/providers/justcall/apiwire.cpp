#include "apiwire.h"

#include <callcard/netfault.h>

#include <wire/wirejson.h>

#include <QUrlQuery>

#include <array>

namespace callcard::justcall {

using namespace Qt::Literals::StringLiterals;

namespace {

using namespace std::chrono_literals;

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
    if (answer.status == 401) {
        error.kind = ErrorKind::SignInNeeded;
    } else if (answer.status == 429) {
        error.kind = ErrorKind::RateLimited;
        if (!error.retryAfter) {
            if (const auto wait = readJustCallRates(answer, now).untilMore)
                error.retryAfter = std::chrono::ceil<std::chrono::seconds>(*wait);
        }
    } else if (answer.status == 408) {
        error.kind = ErrorKind::TimedOut;
    } else if (answer.status >= 500) {
        error.kind = ErrorKind::ServerFault;
    }
    if (answer.isSuccess())
        error.detail = u"a success that says it failed"_s;
    if (answer.status == 403 || answer.status == 400) // a wrong parameter as well as a missing right: only its words tell
        error.detail += u": "_s + messageOf(body);
    return error;
}

std::optional<double> shareLeft(const HttpAnswer &answer, QByteArrayView limitName, QByteArrayView remainingName)
{
    bool hasLimit = false;
    bool hasRemaining = false;
    const int limit = answer.headers.value(limitName).trimmed().toInt(&hasLimit);
    const int remaining = answer.headers.value(remainingName).trimmed().toInt(&hasRemaining);
    return hasLimit && hasRemaining && limit > 0 ? std::optional(static_cast<double>(remaining) / limit) : std::nullopt;
}

HttpRequest httpRequest(const JustCallContext &context, const ApiRequest &question, bool basic)
{
    QUrl url = context.base;
    url.setPath(QString(url.path() + question.path));
    QUrlQuery items;
    for (const auto &[name, value] : question.query)
        items.addQueryItem(name, QString::fromLatin1(QUrl::toPercentEncoding(value)));
    url.setQuery(items);

    HttpRequest request{.method = question.method, .url = url, .body = question.body};
    // The pair as it is, no scheme word, no base64: that is what is documented.
    const QByteArray pair = context.key.reveal() + ':' + context.secret.reveal();
    request.headers.set("Authorization", basic ? QByteArray("Basic " + pair.toBase64()) : pair);
    request.headers.set("Accept", "application/json");
    if (!question.body.isEmpty())
        request.headers.set("Content-Type", "application/json");
    request.silence = 45s; // wide windows take their time
    return request;
}

} // namespace

QCoro::Task<Result<ApiAnswer>> ask(JustCallContext context, ApiRequest question, std::stop_token stop)
{
    HttpRequest request = httpRequest(context, question, context.form->basic);
    Result<HttpAnswer> answer = co_await context.budget.send(u"account"_s, std::move(request), stop, question.patience);
    if (answer && answer->status == 401 && !context.form->known) {
        context.form->known = true; // whatever comes of it, nothing is tried twice again
        HttpRequest other = httpRequest(context, question, true);
        Result<HttpAnswer> second = co_await context.budget.send(u"account"_s, std::move(other), stop, question.patience);
        if (second && second->status != 401) {
            context.form->basic = true;
            answer = std::move(second);
        }
    }
    if (!answer)
        co_return tl::unexpected(answer.error());
    if (answer->isHtml())
        co_return tl::unexpected(networkError(NetworkFault::CaptivePortal));
    if (answer->status != 401 && answer->status != 404) // routing is decided before the credentials are looked at
        context.form->known = true;
    Result<Json> body = wire::parse(answer->body);
    if (answer->status == 404)
        co_return ApiAnswer{.serverTime = answer->serverTime(), .notFound = true};
    if (!answer->isSuccess())
        co_return tl::unexpected(refusal(*answer, body ? *body : Json(), context.clock.now()));
    if (!body)
        co_return tl::unexpected(body.error());
    const QString status = wire::text(*body, "status", 32).toLower();
    if (status == "failed"_L1 || status == "error"_L1)
        co_return tl::unexpected(refusal(*answer, *body, context.clock.now()));
    const BudgetLeft left{.hour = shareLeft(*answer, "X-Rate-Limit-Limit", "X-Rate-Limit-Remaining"),
                          .minute = shareLeft(*answer, "X-Rate-Limit-Burst-Limit", "X-Rate-Limit-Burst-Remaining")};
    co_return ApiAnswer{.body = *std::move(body), .budget = left, .serverTime = answer->serverTime()};
}

QCoro::Task<Result<ApiAnswer>> askForKnown(JustCallContext context, ApiRequest question, std::stop_token stop)
{
    Result<ApiAnswer> answer = co_await ask(context, std::move(question), stop);
    if (answer && answer->notFound)
        co_return failure(ErrorKind::Refused, u"HTTP 404"_s);
    co_return answer;
}

} // namespace callcard::justcall

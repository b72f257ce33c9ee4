#include "request.h"

namespace callcard::copper {

using namespace Qt::Literals::StringLiterals;

QCoro::Task<Result<QByteArray>> ask(CopperContext context, QString path, QByteArray json, std::stop_token stop)
{
    QUrl url = context.base;
    url.setPath(QString(url.path() + path));
    HttpRequest request = json.isEmpty() ? HttpRequest::get(url) : HttpRequest::postJson(url, json);
    request.repeatable = true; // all of them only read
    request.headers.set("X-PW-AccessToken", context.apiKey.reveal());
    request.headers.set("X-PW-Application", "developer_api");
    request.headers.set("X-PW-UserEmail", context.userEmail.toUtf8());
    request.headers.set("Content-Type", "application/json");
    const Result<HttpAnswer> answer = co_await context.budget.send(u"api"_s, std::move(request), stop);
    if (!answer)
        co_return tl::unexpected(answer.error());
    const Result<> meaning = meaningOf(*answer, context.clock.now());
    if (!meaning)
        co_return tl::unexpected(meaning.error());
    co_return answer->body;
}

} // namespace callcard::copper

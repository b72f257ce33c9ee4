#include <callcard/copper.h>
#include <callcard/netfault.h>

namespace callcard {

using namespace Qt::Literals::StringLiterals;

QCoro::Task<ServiceCheck> checkCopper(CopperContext context, std::stop_token stop)
{
    ServiceCheck check{.name = u"copper"_s, .outcome = ServiceCheck::Outcome::Failed, .testServer = isLoopbackHost(context.base.host())};
    QUrl url = context.base;
    url.setPath(QString(url.path() + u"/users/me"_s));
    HttpRequest request = HttpRequest::get(url);
    request.headers.set("X-PW-AccessToken", context.apiKey.reveal());
    request.headers.set("X-PW-Application", "developer_api");
    request.headers.set("X-PW-UserEmail", context.userEmail.toUtf8());
    request.headers.set("Content-Type", "application/json");
    const Result<HttpAnswer> answer = co_await context.budget.send(u"api"_s, std::move(request), stop);
    const Result<> meaning = answer ? meaningOf(*answer, context.clock.now()) : tl::unexpected(answer.error());
    if (!meaning) {
        check.problem = meaning.error();
        co_return check;
    }
    check.usersFound = 1;
    check.outcome = ServiceCheck::Outcome::Ok;
    co_return check;
}

} // namespace callcard

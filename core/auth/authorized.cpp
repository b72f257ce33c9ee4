#include <callcard/auth.h>

namespace callcard {

HttpSender sendDirectly(HttpClient &client)
{
    return [&client](HttpRequest request, std::stop_token stop) { return client.send(std::move(request), std::move(stop)); };
}

HttpSender sendWithin(RateBudget &budget, const QString &group, Patience patience)
{
    return [&budget, group, patience](HttpRequest request, std::stop_token stop) {
        return budget.send(group, std::move(request), std::move(stop), patience);
    };
}

QCoro::Task<Result<HttpAnswer>> sendAuthorized(TokenKeeper &keeper, HttpSender send, HttpRequest request, std::stop_token stop,
                                               Patience patience)
{
    Result<Secret> token = co_await keeper.accessToken(stop, patience);
    for (int tries = 0;; ++tries) {
        if (!token)
            co_return tl::unexpected(token.error());
        request.headers.set("Authorization", QByteArray("Bearer " + token->reveal()));
        Result<HttpAnswer> answer = co_await send(request, stop);
        if (!answer || answer->status != 401 || tries > 0)
            co_return answer;
        token = co_await keeper.replacement(*token, stop, patience);
    }
}

} // namespace callcard

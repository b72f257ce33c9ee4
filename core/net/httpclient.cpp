#include "httpexchange.h"

#include <QLoggingCategory>

namespace callcard {

using namespace Qt::Literals::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(lcNet, "callcard.net", QtInfoMsg)

bool isRedirect(int status)
{
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

QString origin(const QUrl &url)
{
    return url.scheme() + u"://"_s + url.host() + u':' + QString::number(url.port(url.scheme() == "https"_L1 ? 443 : 80));
}

/// The request for the place an answer points to, or why we do not go there.
Result<HttpRequest> redirected(HttpRequest request, const HttpAnswer &answer)
{
    const QUrl target = answer.url.resolved(QUrl::fromEncoded(answer.headers.value("Location"), QUrl::StrictMode));
    if (answer.headers.value("Location").isEmpty() || !target.isValid())
        return tl::unexpected(networkError(NetworkFault::BadRedirect, u"without an address"_s));
    if (request.url.scheme() == "https"_L1 && target.scheme() != "https"_L1)
        return tl::unexpected(networkError(NetworkFault::BadRedirect, u"out of TLS"_s));
    if (const Result<> allowed = checkedAddress(target); !allowed)
        return tl::unexpected(allowed.error());
    if (origin(target) != origin(request.url)) {
        // A token belongs to the host it was meant for.
        for (const char *name : {"Authorization", "Cookie", "X-Api-Key", "X-PW-AccessToken", "X-PW-UserEmail", "xi-api-key"})
            request.headers.remove(name);
    }
    const bool becomesGet = answer.status == 303 || ((answer.status == 301 || answer.status == 302) && request.method == HttpMethod::Post);
    if (becomesGet && request.method != HttpMethod::Head) {
        request.method = HttpMethod::Get;
        request.body.clear();
        request.headers.remove("Content-Type");
    }
    request.url = target;
    return request;
}

} // namespace

HttpClient::HttpClient(Clock &clock, TrafficLedger &traffic, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(clock, traffic))
{
}

HttpClient::~HttpClient()
{
    d->closing = true; // whoever wakes up now and asks again is told so
    qDeleteAll(findChildren<HttpExchange *>(QString(), Qt::FindDirectChildrenOnly));
}

QCoro::Task<Result<HttpAnswer>> HttpClient::send(HttpRequest request, std::stop_token stop)
{
    if (stop.stop_requested() || d->closing)
        co_return failure(ErrorKind::Cancelled);
    if (const Result<> allowed = checkedAddress(request.url); !allowed)
        co_return tl::unexpected(allowed.error());
    const auto until = d->clock.monotonic() + request.deadline;
    for (int hop = 0; hop <= request.maxRedirects; ++hop) {
        const auto left = std::max(until - d->clock.monotonic(), std::chrono::milliseconds(1));
        const QPointer<HttpExchange> exchange = new HttpExchange(*d, request, left, this);
        Result<HttpAnswer> answer = co_await exchange->done.wait(stop);
        if (!exchange || (!answer && answer.error().kind == ErrorKind::Cancelled)) {
            if (exchange)
                exchange->retire();
            co_return failure(ErrorKind::Cancelled); // and perhaps this client is gone
        }
        exchange->retire();
        if (!answer)
            qCDebug(lcNet) << "no answer:" << answer.error();
        if (!answer || !isRedirect(answer->status) || request.maxRedirects == 0)
            co_return answer;
        Result<HttpRequest> next = redirected(std::move(request), *answer);
        if (!next)
            co_return tl::unexpected(next.error());
        request = *std::move(next);
    }
    co_return tl::unexpected(networkError(NetworkFault::BadRedirect, u"too many"_s));
}

} // namespace callcard

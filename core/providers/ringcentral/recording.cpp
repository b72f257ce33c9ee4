#include "restwire.h"

#include <callcard/ringcentralrecording.h>

namespace callcard {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr qint64 kLargestSound = 64LL * 1024 * 1024; // an hour of speech is half of that
constexpr auto kLongestWait = 5min;

/// What follows the first dot: of platform.ringcentral.com and media.ringcentral.com the same.
QString houseOf(const QString &host)
{
    return host.section(u'.', 1);
}

/// The token goes to nobody but the service.
bool isTheirs(const QUrl &server, const QUrl &url)
{
    if (url.scheme() != server.scheme() || !url.userInfo().isEmpty())
        return false;
    if (url.host() == server.host() && url.port() == server.port())
        return true;
    return url.scheme() == "https"_L1 && url.port(443) == 443 && houseOf(server.host()).contains(u'.') &&
           houseOf(url.host()) == houseOf(server.host());
}

} // namespace

QCoro::Task<Result<RecordedSound>> fetchRecording(RingCentralContext context, QUrl url, std::stop_token stop)
{
    if (!isTheirs(context.server, url))
        co_return failure(ErrorKind::Refused, u"a recording at a strange host"_s);
    HttpRequest request = HttpRequest::get(url);
    request.maxAnswerBytes = kLargestSound;
    request.deadline = kLongestWait;
    const HttpSender send = sendWithin(context.budget, u"Heavy"_s, Patience::FailsFast);
    const Result<HttpAnswer> answer = co_await sendAuthorized(context.tokens, send, std::move(request), stop, Patience::FailsFast);
    if (!answer)
        co_return tl::unexpected(answer.error());
    if (answer->isHtml())
        co_return tl::unexpected(networkError(NetworkFault::CaptivePortal));
    if (!answer->isSuccess())
        co_return tl::unexpected(ringcentral::errorFrom(answer->status, answer->body, answer->retryAfter(context.clock.now())));
    RecordedSound sound{.bytes = answer->body,
                        .mimeType = QString::fromLatin1(answer->headers.value("Content-Type")).section(u';', 0, 0).trimmed()};
    co_return sound;
}

} // namespace callcard

#include <callcard/firestore.h>
#include <callcard/netfault.h>

#include <wire/wirejson.h>

namespace callcard {

using namespace Qt::Literals::StringLiterals;
using wire::Json;

namespace {

/// Decides by the status word, never by the number alone.
Error refusal(const HttpAnswer &answer, const QDateTime &now)
{
    const auto parsed = wire::parse(answer.body);
    const Json &first = parsed && parsed->is_array() && !parsed->empty() ? parsed->front() : parsed ? *parsed : Json();
    const QString status = wire::text(wire::member(first, "error"), "status", 64);
    Error error{.kind = ErrorKind::Refused,
                .detail = u"HTTP %1 %2"_s.arg(answer.status).arg(status).trimmed(),
                .retryAfter = answer.retryAfter(now)};
    if (status == "UNAUTHENTICATED"_L1 || answer.status == 401)
        error.kind = ErrorKind::SignInNeeded;
    else if (status == "RESOURCE_EXHAUSTED"_L1 || answer.status == 429)
        error.kind = ErrorKind::RateLimited;
    else if (answer.status >= 500)
        error.kind = ErrorKind::ServerFault;
    return error;
}

} // namespace

Result<QUrl> firestoreBase(const QString &emulatorHost)
{
    if (emulatorHost.isEmpty())
        return QUrl(u"https://firestore.googleapis.com"_s);
    const QUrl url(QString(u"http://"_s + emulatorHost));
    if (!url.isValid() || url.port() <= 0 || !isLoopbackHost(url.host()))
        return failure(ErrorKind::Refused, u"FIRESTORE_EMULATOR_HOST is honoured for loopback addresses only, as host:port"_s);
    return url;
}

QCoro::Task<ServiceCheck> checkFirestore(FirestoreContext context, std::stop_token stop)
{
    ServiceCheck check{.name = u"firestore"_s, .outcome = ServiceCheck::Outcome::Failed, .testServer = context.isEmulator};
    const Result<Secret> token = co_await context.tokens.accessToken(stop);
    if (!token) {
        check.problem = token.error();
        co_return check;
    }
    const Json query{
        {"structuredQuery",
         {{"from", Json::array({{{"collectionId", "metrics"}}})},
          {"where",
           {{"fieldFilter",
             {{"field", {{"fieldPath", "userId"}}}, {"op", "EQUAL"}, {"value", {{"stringValue", context.tokens.user().toStdString()}}}}}}},
          {"limit", 1}}}};
    QUrl url = context.base;
    url.setPath(QString(u"/v1/projects/"_s + context.projectId + u"/databases/(default)/documents:runQuery"_s));
    HttpRequest request = HttpRequest::postJson(url, wire::dump(query));
    request.repeatable = true;
    const HttpSender send = sendDirectly(context.http);
    const Result<HttpAnswer> answer = co_await sendAuthorized(context.tokens, send, std::move(request), stop);
    if (!answer) {
        check.problem = answer.error();
        co_return check;
    }
    if (answer->isHtml()) {
        check.problem = networkError(NetworkFault::CaptivePortal);
        co_return check;
    }
    const auto rows = wire::parse(answer->body);
    const bool failed = !answer->isSuccess() || (rows && rows->is_array() && !rows->empty() && rows->front().contains("error"));
    if (failed) {
        check.problem = refusal(*answer, context.clock.now());
        co_return check;
    }
    if (!rows || !rows->is_array()) {
        check.problem = Error{.kind = ErrorKind::BadPayload, .detail = u"a query that answers no list"_s};
        co_return check;
    }
    check.usersFound = 1;
    check.outcome = ServiceCheck::Outcome::Ok;
    co_return check;
}

} // namespace callcard

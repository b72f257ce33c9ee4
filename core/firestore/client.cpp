#include "client.h"
#include "documentname.h"

#include <callcard/netfault.h>

namespace callcard::firestore {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 kLargestAnswer = 32 * 1024 * 1024;

HttpRequest asking(QUrl url, QByteArray body)
{
    HttpRequest request = HttpRequest::postJson(std::move(url), std::move(body));
    request.repeatable = true; // it only reads
    request.maxAnswerBytes = kLargestAnswer;
    return request;
}

} // namespace

Client::Client(FirestoreContext context) : m_context(std::move(context)) {}

QUrl Client::url(const QString &path, const QString &method) const
{
    QUrl url = m_context.base;
    QString encoded = QString(u"/v1/"_s + encodedName(m_context.projectId, path));
    if (!method.isEmpty())
        encoded += QString(u':' + method);
    url.setPath(encoded, QUrl::TolerantMode);
    return url;
}

QCoro::Task<Answer<QString>> Client::whoAmI(std::stop_token stop)
{
    const Result<Secret> token = co_await m_context.tokens.accessToken(stop);
    if (!token)
        co_return faulty(token.error());
    const QString user = m_context.tokens.user();
    if (user.isEmpty())
        co_return faulty({.kind = ErrorKind::SignInNeeded, .detail = u"the session names no user"_s});
    co_return user;
}

QCoro::Task<Answer<QByteArray>> Client::ask(HttpRequest request, std::stop_token stop)
{
    const HttpSender send = sendDirectly(m_context.http);
    const Result<HttpAnswer> answer = co_await sendAuthorized(m_context.tokens, send, std::move(request), stop);
    if (!answer)
        co_return faulty(answer.error());
    if (!answer->isSuccess() || answer->isHtml())
        co_return tl::unexpected(faultFrom(*answer, m_context.clock.now()));
    co_return answer->body;
}

QCoro::Task<Answer<QList<Document>>> Client::page(Query query, std::stop_token stop)
{
    HttpRequest request = asking(url({}, u"runQuery"_s), queryBody(query, m_context.projectId));
    const Answer<QByteArray> body = co_await ask(std::move(request), stop);
    if (!body)
        co_return tl::unexpected(body.error());
    co_return rowsFrom(*body, m_context.projectId);
}

QCoro::Task<Answer<QList<Document>>> Client::all(Query query, int most, std::stop_token stop)
{
    QList<Document> rows;
    for (;;) {
        const Answer<QList<Document>> next = co_await page(query, stop);
        if (!next)
            co_return next;
        rows += *next;
        if (next->size() < query.limit)
            co_return rows;
        if (rows.size() >= most)
            co_return faulty({.kind = ErrorKind::BadPayload, .detail = u"more than %1 rows of %2"_s.arg(most).arg(query.collection)});
        query.after = rows.constLast();
    }
}

QCoro::Task<Answer<Document>> Client::get(QString path, std::stop_token stop)
{
    HttpRequest request = HttpRequest::get(url(path, {}));
    const Answer<QByteArray> body = co_await ask(std::move(request), stop);
    if (!body)
        co_return tl::unexpected(body.error());
    co_return documentFrom(*body, m_context.projectId);
}

QCoro::Task<Answer<QList<Document>>> Client::getMany(QStringList paths, std::stop_token stop)
{
    HttpRequest request = asking(url({}, u"batchGet"_s), batchGetBody(paths, m_context.projectId));
    const Answer<QByteArray> body = co_await ask(std::move(request), stop);
    if (!body)
        co_return tl::unexpected(body.error());
    co_return foundFrom(*body, m_context.projectId);
}

QCoro::Task<Answer<>> Client::commit(QList<Write> writes, std::stop_token stop)
{
    Q_ASSERT(writes.size() <= kMostWrites);
    HttpRequest request = HttpRequest::postJson(url({}, u"commit"_s), commitBody(writes, m_context.projectId));
    const Answer<QByteArray> body = co_await ask(std::move(request), stop);
    if (!body)
        co_return tl::unexpected(body.error());
    co_return commitFrom(*body);
}

} // namespace callcard::firestore

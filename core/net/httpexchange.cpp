#include "httpexchange.h"

#include <QSslError>

#include <utility>

namespace callcard {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kNotModified = 304; // tells the length of what it does not send

/// Qt reports every status from 400 on as an error although the answer is whole.
bool isOnlyTheStatus(int status, QNetworkReply::NetworkError error)
{
    if (status == 307 || status == 308) // Qt would like to rewind the body for a redirect that we follow ourselves
        return error == QNetworkReply::ContentReSendError;
    if (status < 400)
        return false;
    switch (error) {
    case QNetworkReply::ProxyAuthenticationRequiredError:
        return status == 407;
    case QNetworkReply::ContentReSendError:
    case QNetworkReply::ProtocolFailure:
    case QNetworkReply::ProtocolUnknownError:
        return false;
    default:
        return error >= QNetworkReply::ContentAccessDenied;
    }
}

/// Qt takes a chunked answer whose connection ends between two chunks for a whole one. Of JSON, and that is what we mostly read, one can
/// see it: brackets stay open.
bool isCutJson(const QByteArray &contentType, const QByteArray &body)
{
    if (body.isEmpty() || !contentType.contains("json"))
        return false;
    qsizetype depth = 0;
    bool inString = false;
    for (qsizetype i = 0; i < body.size(); ++i) {
        const char c = body.at(i);
        if (inString) {
            if (c == '\\')
                ++i;
            else if (c == '"')
                inString = false;
        } else if (c == '"') {
            inString = true;
        } else if (c == '{' || c == '[') {
            ++depth;
        } else if (c == '}' || c == ']') {
            --depth;
        }
    }
    return inString || depth > 0;
}

} // namespace

HttpExchange::HttpExchange(HttpClient::Private &client, const HttpRequest &request, std::chrono::milliseconds deadline, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_reply(client.start(request))
    , m_limit(request.maxAnswerBytes)
    , m_isHead(request.method == HttpMethod::Head)
    , m_silence(client.clock, [this] { end(tl::unexpected(networkError(NetworkFault::TimedOut, u"silence"_s))); })
    , m_deadline(client.clock, [this] { end(tl::unexpected(networkError(NetworkFault::TimedOut, u"the whole answer took too long"_s))); })
{
    ++m_client.unanswered;
    m_reply->setReadBufferSize(256 * 1024);
    connect(m_reply, &QNetworkReply::metaDataChanged, this, &HttpExchange::onHeaders);
    connect(m_reply, &QNetworkReply::readyRead, this, &HttpExchange::onReadyRead);
    connect(m_reply, &QNetworkReply::uploadProgress, this, [this](qint64 sent) {
        m_silence.touch();
        m_uploaded = m_uploaded || sent > 0;
    });
    connect(m_reply, &QNetworkReply::sslErrors, this, [this](const QList<QSslError> &errors) { m_certificateDate = isAboutDates(errors); });
    connect(m_reply, &QNetworkReply::finished, this, &HttpExchange::onFinished);
    m_silence.start(request.silence);
    m_deadline.start(deadline);
}

HttpExchange::~HttpExchange()
{
    settle();
    done.complete(failure(ErrorKind::Cancelled)); // here, while everything is still alive
    if (m_reply) {
        m_reply->disconnect(this);
        m_client.retire(m_reply);
    }
}

void HttpExchange::settle()
{
    if (!std::exchange(m_ended, true))
        --m_client.unanswered;
}

void HttpExchange::retire()
{
    settle();
    m_silence.stop();
    m_deadline.stop();
    if (m_reply) {
        m_reply->disconnect(this);
        m_client.retire(m_reply);
        m_reply.clear();
    }
    deleteLater();
}

void HttpExchange::onHeaders()
{
    m_silence.touch();
    if (m_reply->header(QNetworkRequest::ContentLengthHeader).toLongLong() > m_limit && !m_isHead)
        end(tl::unexpected(networkError(NetworkFault::TooLarge, loggable(m_reply->url()))));
}

void HttpExchange::onReadyRead()
{
    m_silence.touch();
    if (m_ended)
        return;
    const QByteArray more = m_reply->readAll();
    m_client.traffic.received(m_reply->url().host(), more.size());
    if (m_body.size() + more.size() > m_limit) {
        end(tl::unexpected(networkError(NetworkFault::TooLarge, loggable(m_reply->url()))));
        return;
    }
    m_body += more;
}

void HttpExchange::onFinished()
{
    onReadyRead();
    if (m_ended)
        return;
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const int code = int(m_reply->error());
    if (code != 0 && !isOnlyTheStatus(status, m_reply->error())) {
        const Error fault = faultOf(*m_reply, m_certificateDate);
        // A network that goes away after the request went out may have taken the answer with it.
        end(tl::unexpected(m_uploaded && networkFault(fault) == NetworkFault::NoNetwork ? networkError(NetworkFault::Broken, fault.detail)
                                                                                        : fault));
        return;
    }
    if (status == 0 || isShort() || (!m_reply->hasRawHeader("Content-Length") && isCutJson(m_reply->rawHeader("Content-Type"), m_body))) {
        end(tl::unexpected(networkError(NetworkFault::Broken, loggable(m_reply->url()) + u" (cut)"_s)));
        return;
    }
    end(HttpAnswer{.status = status, .headers = headersOf(*m_reply), .body = m_body, .url = m_reply->url()});
}

/// Less came than was announced. Qt mostly says so itself, but not always of a connection that was reset.
bool HttpExchange::isShort() const
{
    const bool isCompared = !m_isHead && m_reply->hasRawHeader("Content-Length") && !m_reply->hasRawHeader("Content-Encoding");
    return isCompared && m_body.size() < m_reply->rawHeader("Content-Length").toLongLong() &&
           m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() != kNotModified;
}

void HttpExchange::end(Result<HttpAnswer> result)
{
    if (m_ended)
        return;
    settle();
    QMetaObject::invokeMethod(
        this, [this, result = std::move(result)] { done.complete(result); }, Qt::QueuedConnection);
}

} // namespace callcard

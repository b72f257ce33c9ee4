#include "httpclient_p.h"
#include "oncebody.h"

#include <QNetworkInterface>
#include <QNetworkProxyFactory>
#include <QSslError>

#include <algorithm>

namespace callcard {

using namespace Qt::Literals::StringLiterals;

namespace {

/// The system's proxy, but never for this computer itself.
class DirectAtHome final : public QNetworkProxyFactory
{
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override
    {
        if (isLoopbackHost(query.peerHostName()))
            return {QNetworkProxy(QNetworkProxy::NoProxy)};
        return systemProxyForQuery(query);
    }
};

/// Whether it may be a proxy that failed: there is one for that place, and it could be reached, were it there.
bool isProxyInTheWay(const QUrl &url)
{
    const QList<QNetworkProxy> proxies = DirectAtHome().queryProxy(QNetworkProxyQuery(url));
    if (proxies.isEmpty() || proxies.first().type() == QNetworkProxy::NoProxy)
        return false;
    const QList<QNetworkInterface> interfaces = QNetworkInterface::allInterfaces();
    return isLoopbackHost(proxies.first().hostName()) ||
           std::any_of(interfaces.begin(), interfaces.end(), [](const QNetworkInterface &one) {
               return one.flags().testFlag(QNetworkInterface::IsRunning) && !one.flags().testFlag(QNetworkInterface::IsLoopBack);
           });
}

QByteArray verb(HttpMethod method)
{
    switch (method) {
    case HttpMethod::Get:
        return "GET";
    case HttpMethod::Head:
        return "HEAD";
    case HttpMethod::Post:
        return "POST";
    case HttpMethod::Put:
        return "PUT";
    case HttpMethod::Patch:
        return "PATCH";
    case HttpMethod::Delete:
        return "DELETE";
    }
    Q_UNREACHABLE();
}

QNetworkRequest onTheWire(const HttpRequest &request)
{
    QNetworkRequest wire(request.url);
    wire.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    wire.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    wire.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    wire.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    wire.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    wire.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    // A handful of requests a minute gains nothing by HTTP/2, and one path through Qt is better tested than two.
    wire.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    wire.setRawHeader("User-Agent", userAgent());
    for (const HttpHeader &header : request.headers.all())
        wire.setRawHeader(header.name, header.value);
    return wire;
}

} // namespace

HttpClient::Private::Private(Clock &clockToUse, TrafficLedger &trafficToCount) : clock(clockToUse), traffic(trafficToCount)
{
    m_manager.setProxyFactory(new DirectAtHome); // the manager owns it
}

QNetworkReply *HttpClient::Private::start(const HttpRequest &request)
{
    const QString host = request.url.host();
    traffic.contacted(host, clock.now());
    traffic.sent(host, request.body.size());
    QNetworkRequest wire = onTheWire(request);
    const bool hasBody = request.method == HttpMethod::Post || request.method == HttpMethod::Put || request.method == HttpMethod::Patch ||
                         !request.body.isEmpty();
    if (isRepeatable(request)) {
        return hasBody ? m_manager.sendCustomRequest(wire, verb(request.method), request.body)
                       : m_manager.sendCustomRequest(wire, verb(request.method));
    }
    auto *manager = new QNetworkAccessManager(&m_onceOnly);
    manager->setProxyFactory(new DirectAtHome);
    wire.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    wire.setHeader(QNetworkRequest::ContentLengthHeader, request.body.size());
    auto *body = new OnceBody(request.body);
    QNetworkReply *reply = manager->sendCustomRequest(wire, verb(request.method), body);
    body->setParent(reply);
    return reply;
}

void HttpClient::Private::retire(QNetworkReply *reply)
{
    reply->abort();
    if (QNetworkAccessManager *manager = reply->manager(); manager != &m_manager)
        manager->deleteLater(); // takes the reply along
    else
        reply->deleteLater();
}

bool isRepeatable(const HttpRequest &request)
{
    return request.repeatable.value_or(request.method != HttpMethod::Post && request.method != HttpMethod::Patch);
}

bool isAboutDates(const QList<QSslError> &errors)
{
    // Only when nothing else is wrong: an expired certificate of the wrong host is simply the wrong host.
    return !errors.isEmpty() && std::all_of(errors.begin(), errors.end(), [](const QSslError &error) {
        return error.error() == QSslError::CertificateExpired || error.error() == QSslError::CertificateNotYetValid;
    });
}

Error faultOf(const QNetworkReply &reply, bool certificateDate)
{
    const auto fault = [&reply, certificateDate] {
        switch (reply.error()) {
        case QNetworkReply::HostNotFoundError:
            return NetworkFault::HostUnknown;
        case QNetworkReply::ConnectionRefusedError:
            return NetworkFault::ConnectionRefused;
        case QNetworkReply::SslHandshakeFailedError:
            return certificateDate ? NetworkFault::ClockWrong : NetworkFault::Untrusted;
        case QNetworkReply::TimeoutError:
        case QNetworkReply::OperationCanceledError:
            return NetworkFault::TimedOut;
        case QNetworkReply::TemporaryNetworkFailureError:
        case QNetworkReply::NetworkSessionFailedError:
            return NetworkFault::NoNetwork;
        case QNetworkReply::UnknownNetworkError: // "network unreachable" arrives so, and a proxy that refuses or is not there
            return isProxyInTheWay(reply.url()) ? NetworkFault::ProxyTrouble : NetworkFault::NoNetwork;
        case QNetworkReply::ProxyConnectionRefusedError:
        case QNetworkReply::ProxyConnectionClosedError:
        case QNetworkReply::ProxyNotFoundError:
        case QNetworkReply::ProxyTimeoutError:
        case QNetworkReply::ProxyAuthenticationRequiredError:
        case QNetworkReply::UnknownProxyError:
            return NetworkFault::ProxyTrouble;
        default:
            return NetworkFault::Broken;
        }
    }();
    return networkError(fault, loggable(reply.url()) + u" (code "_s + QString::number(int(reply.error())) + u')');
}

HttpHeaders headersOf(const QNetworkReply &reply)
{
    HttpHeaders headers;
    for (const auto &[name, value] : reply.rawHeaderPairs())
        headers.set(name, value);
    return headers;
}

QString loggable(const QUrl &url)
{
    return url.toString(QUrl::RemoveQuery | QUrl::RemoveUserInfo | QUrl::RemoveFragment | QUrl::RemovePath);
}

} // namespace callcard

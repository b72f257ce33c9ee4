#include <callcard/http.h>

#include <QLocale>
#include <QSysInfo>
#include <QUrlQuery>

#include <algorithm>

namespace callcard {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

bool sameName(QByteArrayView a, QByteArrayView b)
{
    return a.compare(b, Qt::CaseInsensitive) == 0;
}

std::optional<QDateTime> httpDate(const QByteArray &text)
{
    // Not fromString(RFC2822Date): it reads many other things as well.
    QString date = QString::fromLatin1(text.trimmed());
    if (!date.endsWith(" GMT"_L1))
        return {};
    date.chop(4);
    QDateTime parsed = QLocale::c().toDateTime(date, u"ddd, dd MMM yyyy hh:mm:ss"_s);
    if (!parsed.isValid())
        return {};
    parsed.setTimeSpec(Qt::UTC);
    return parsed;
}

} // namespace

void HttpHeaders::set(QByteArray name, QByteArray value)
{
    remove(name);
    m_headers.append({std::move(name), std::move(value)});
}

void HttpHeaders::remove(QByteArrayView name)
{
    m_headers.removeIf([name](const HttpHeader &header) { return sameName(header.name, name); });
}

bool HttpHeaders::contains(QByteArrayView name) const
{
    return std::any_of(m_headers.begin(), m_headers.end(), [name](const HttpHeader &header) { return sameName(header.name, name); });
}

QByteArray HttpHeaders::value(QByteArrayView name) const
{
    const auto found =
        std::find_if(m_headers.begin(), m_headers.end(), [name](const HttpHeader &header) { return sameName(header.name, name); });
    return found == m_headers.end() ? QByteArray() : found->value;
}

HttpRequest HttpRequest::get(QUrl url)
{
    return {.url = std::move(url)};
}

HttpRequest HttpRequest::postJson(QUrl url, QByteArray json)
{
    return {.method = HttpMethod::Post, .url = std::move(url), .headers = {{"Content-Type", "application/json"}}, .body = std::move(json)};
}

HttpRequest HttpRequest::postForm(QUrl url, const QList<std::pair<QString, QString>> &fields)
{
    QByteArray body;
    for (const auto &[name, value] : fields) {
        if (!body.isEmpty())
            body += '&';
        body += QUrl::toPercentEncoding(name) + '=' + QUrl::toPercentEncoding(value);
    }
    return {.method = HttpMethod::Post,
            .url = std::move(url),
            .headers = {{"Content-Type", "application/x-www-form-urlencoded"}},
            .body = std::move(body)};
}

bool HttpAnswer::isHtml() const
{
    const QByteArray type = headers.value("Content-Type").trimmed().toLower();
    if (!type.isEmpty())
        return type.startsWith("text/html") || type.startsWith("application/xhtml");
    const QByteArray start = body.left(64).trimmed().toLower();
    return start.startsWith("<!doctype html") || start.startsWith("<html");
}

std::optional<QDateTime> HttpAnswer::serverTime() const
{
    return httpDate(headers.value("Date"));
}

std::optional<std::chrono::seconds> HttpAnswer::retryAfter(const QDateTime &now) const
{
    const QByteArray text = headers.value("Retry-After").trimmed();
    bool isNumber = false;
    qint64 seconds = text.toLongLong(&isNumber);
    if (!isNumber) {
        const std::optional<QDateTime> until = httpDate(text);
        if (!until)
            return {};
        seconds = serverTime().value_or(now).secsTo(*until);
    }
    if (seconds < 0 || (seconds == 0 && !isNumber))
        return {};
    return std::min<std::chrono::seconds>(std::chrono::seconds(seconds), 24h);
}

Result<> meaningOf(const HttpAnswer &answer, const QDateTime &now)
{
    if (answer.status == 511 || (answer.isSuccess() && answer.isHtml()))
        return tl::unexpected(networkError(NetworkFault::CaptivePortal, u"a web page came from "_s + answer.url.host()));
    if (answer.isSuccess())
        return {};
    const QString detail = u"status %1 from %2"_s.arg(answer.status).arg(answer.url.host());
    switch (answer.status) {
    case 401:
        return failure(ErrorKind::SignInNeeded, detail);
    case 407:
        return tl::unexpected(networkError(NetworkFault::ProxyTrouble, detail));
    case 408:
        return failure(ErrorKind::TimedOut, detail);
    case 429:
        return failure(ErrorKind::RateLimited, detail, answer.retryAfter(now));
    default:
        break;
    }
    if (answer.status >= 500)
        return failure(ErrorKind::ServerFault, detail, answer.retryAfter(now));
    return failure(ErrorKind::Refused, detail);
}

QByteArray userAgent()
{
    return QByteArrayLiteral("Callcard/" CALLCARD_VERSION " (") + QSysInfo::kernelType().toLatin1() + ')';
}

} // namespace callcard

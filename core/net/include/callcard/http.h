#pragma once

#include <callcard/clock.h>
#include <callcard/netfault.h>
#include <callcard/traffic.h>

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QObject>
#include <QUrl>

#include <chrono>
#include <initializer_list>
#include <memory>
#include <optional>
#include <stop_token>

namespace callcard {

struct HttpHeader {
    QByteArray name{};
    QByteArray value{};
    bool operator==(const HttpHeader &) const = default;
};

/// A short list of headers. Names compare without regard to case.
class HttpHeaders
{
public:
    HttpHeaders() = default;
    HttpHeaders(std::initializer_list<HttpHeader> headers) : m_headers(headers) {}
    void set(QByteArray name, QByteArray value); ///< Replaces what is there.
    void remove(QByteArrayView name);
    [[nodiscard]] bool contains(QByteArrayView name) const;
    [[nodiscard]] QByteArray value(QByteArrayView name) const; ///< Empty when it is missing.
    [[nodiscard]] const QList<HttpHeader> &all() const { return m_headers; }
    bool operator==(const HttpHeaders &) const = default;

private:
    QList<HttpHeader> m_headers;
};

enum class HttpMethod { Get, Head, Post, Put, Patch, Delete };

struct HttpRequest {
    HttpMethod method{HttpMethod::Get};
    QUrl url{};
    HttpHeaders headers{};
    QByteArray body{};
    std::chrono::milliseconds silence{20'000};  ///< Nothing was heard for so long.
    std::chrono::milliseconds deadline{60'000}; ///< The whole answer, redirects included.
    qint64 maxAnswerBytes{8 * 1024 * 1024};     ///< After decompression.
    int maxRedirects{5};
    /// May the request reach the server twice when a connection breaks? Left empty: POST and PATCH must not.
    std::optional<bool> repeatable{};

    [[nodiscard]] static HttpRequest get(QUrl url);
    [[nodiscard]] static HttpRequest postJson(QUrl url, QByteArray json);
    /// `fields` in order, percent-encoded as application/x-www-form-urlencoded.
    [[nodiscard]] static HttpRequest postForm(QUrl url, const QList<std::pair<QString, QString>> &fields);
};

struct HttpAnswer {
    int status{};
    HttpHeaders headers{};
    QByteArray body{};
    QUrl url{}; ///< Where it came from, after redirects.

    [[nodiscard]] bool isSuccess() const { return status >= 200 && status < 300; }
    /// A web page where a service was asked: the log-in page of a hotel's network, or a proxy's error page.
    [[nodiscard]] bool isHtml() const;
    /// The server's own time, to notice a wrong clock on this computer.
    [[nodiscard]] std::optional<QDateTime> serverTime() const;
    /// Seconds or an HTTP date. A date counts from the server's own clock where it names it, otherwise from `now`.
    /// Nonsense and the past are nothing, and nobody may silence us for longer than a day.
    [[nodiscard]] std::optional<std::chrono::seconds> retryAfter(const QDateTime &now) const;
};

/// What the status of an answer means, for services that have no dialect of their own: 2xx is fine, 401 SignInNeeded, 408 TimedOut,
/// 429 RateLimited, 5xx ServerFault (429 and 503 with retryAfter), a web page or 511 Offline (CaptivePortal), anything else Refused.
[[nodiscard]] Result<> meaningOf(const HttpAnswer &answer, const QDateTime &now);

/// "Callcard/1.2.3 (linux)".
[[nodiscard]] QByteArray userAgent();

/// Sends requests. Every answer that could be read is a value, whatever its status; an Error means there was no such answer, and
/// networkFault(error) tells why. TLS is always verified, plain http is for loopback addresses only, redirects never lead out of TLS and
/// never carry credentials to another host. Nothing is cached, no cookie is kept.
class HttpClient final : public QObject
{
    Q_OBJECT

public:
    /// Both outlive us.
    HttpClient(Clock &clock, TrafficLedger &traffic, QObject *parent = nullptr);
    ~HttpClient() override; ///< What is on its way ends with Cancelled.

    [[nodiscard]] QCoro::Task<Result<HttpAnswer>> send(HttpRequest request, std::stop_token stop);

    class Private; // for the streams of this room
    [[nodiscard]] Private &privately() { return *d; }

private:
    std::unique_ptr<Private> d;
};

} // namespace callcard

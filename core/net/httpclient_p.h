#pragma once

#include <callcard/http.h>

#include <QNetworkAccessManager>
#include <QNetworkReply>

namespace callcard {

/// What requests and event streams share: how a request looks on the wire, and which fault a reply's error is.
class HttpClient::Private
{
public:
    Private(Clock &clock, TrafficLedger &traffic);

    /// The caller gives the reply back by retire(), never by delete: destroying it inside its own signals is a use after free.
    [[nodiscard]] QNetworkReply *start(const HttpRequest &request);
    /// Hangs up if need be; the reply is gone a turn of the event loop later.
    void retire(QNetworkReply *reply);

    Clock &clock;
    TrafficLedger &traffic;
    bool closing = false;
    int unanswered = 0; ///< Requests on their way, without streams.

private:
    QNetworkAccessManager m_manager;
    // A kept connection may be dying just when we use it, and then nobody knows whether the request arrived. What must not be sent twice
    // therefore gets a connection of its own. Only a manager of its own gives it that: clearing the cache of a shared one ends the thread
    // in which its other requests live, and those never hear of it.
    QObject m_onceOnly;
};

[[nodiscard]] bool isRepeatable(const HttpRequest &request);
/// `certificateDate`: the certificate was refused because of its dates.
[[nodiscard]] Error faultOf(const QNetworkReply &reply, bool certificateDate);
[[nodiscard]] HttpHeaders headersOf(const QNetworkReply &reply);
[[nodiscard]] bool isAboutDates(const QList<QSslError> &errors);
/// For logs and error details: no query, no user, no fragment.
[[nodiscard]] QString loggable(const QUrl &url);

} // namespace callcard

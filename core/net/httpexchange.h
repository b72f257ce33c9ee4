#pragma once

#include "alarm.h"
#include "httpclient_p.h"

#include <QPointer>

namespace callcard {

/// One request and its answer, redirects not followed. Completes in a turn of the event loop of its own, never inside a signal of the
/// reply, so that whoever awaits it may destroy anything, us and the client included.
class HttpExchange final : public QObject
{
    Q_OBJECT

public:
    HttpExchange(HttpClient::Private &client, const HttpRequest &request, std::chrono::milliseconds deadline, QObject *parent);
    ~HttpExchange() override;

    Completion<HttpAnswer> done;
    /// Hangs up if need be and disappears soon. Call it once `done` was awaited.
    void retire();

private:
    void onReadyRead();
    void onHeaders();
    void onFinished();
    [[nodiscard]] bool isShort() const;
    void end(Result<HttpAnswer> result);
    void settle();

    HttpClient::Private &m_client;
    QPointer<QNetworkReply> m_reply; // goes back by retire()
    qint64 m_limit;
    bool m_isHead;
    QByteArray m_body;
    bool m_certificateDate = false;
    bool m_uploaded = false;
    bool m_ended = false;
    Alarm m_silence;
    Alarm m_deadline;
};

} // namespace callcard

#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QPointer>
#include <QTcpServer>
#include <QUrl>

#include <functional>

class QSslConfiguration;
class QTcpSocket;

namespace callcard::testing {

struct ReceivedRequest {
    QByteArray method{};
    QByteArray target{};                     ///< Path and query as sent.
    QHash<QByteArray, QByteArray> headers{}; ///< Names in lower case.
    QByteArray body{};
    int connection{}; ///< Counts from 1: tells whether a connection was used again.
};

/// What the server does with one request: pieces are written one turn of the event loop after the other.
struct Script {
    enum class End { KeepOpen, Close, Reset };
    QList<QByteArray> pieces{};
    End end{End::KeepOpen};

    [[nodiscard]] static Script raw(QByteArray bytes, End end = End::KeepOpen);
    [[nodiscard]] static Script http(int status, const QByteArray &body = {}, const QList<QByteArray> &headerLines = {});
    [[nodiscard]] static Script json(const QByteArray &body, int status = 200);
    /// Accepts and never says a word.
    [[nodiscard]] static Script silence();
    /// Hangs up without a word.
    [[nodiscard]] static Script hangUp(End end = End::Close);
    [[nodiscard]] Script inPiecesOf(int size) const;
};

/// A server on 127.0.0.1 with real sockets that does exactly what it is told, in the thread of the test. For one odd answer;
/// whole services are played by the demo cloud.
class LoopbackServer final : public QTcpServer
{
    Q_OBJECT

public:
    using Responder = std::function<Script(const ReceivedRequest &)>;

    explicit LoopbackServer(QObject *parent = nullptr);
    /// Speaks TLS with the given certificate and key (PEM files).
    void useTls(const QString &certificateFile, const QString &keyFile);

    [[nodiscard]] QUrl url(const QString &path = QStringLiteral("/")) const;
    /// For the next request that nothing else was queued for. Unscripted requests get a 599.
    void queue(Script script) { m_scripts.append(std::move(script)); }
    /// Asked when the queue is empty.
    void respond(Responder responder) { m_responder = std::move(responder); }

    [[nodiscard]] const QList<ReceivedRequest> &received() const { return m_received; }
    [[nodiscard]] int connections() const { return m_connections; }
    [[nodiscard]] int openConnections() const;

    void sendToAll(const QByteArray &bytes); ///< For streams that were begun.
    void closeAll();
    void resetAll();

Q_SIGNALS:
    void requestArrived();

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    void onReadyRead(QTcpSocket *socket);
    void play(QTcpSocket *socket, Script script);

    QList<Script> m_scripts;
    Responder m_responder;
    QList<ReceivedRequest> m_received;
    QHash<QTcpSocket *, QByteArray> m_buffers;
    QHash<QTcpSocket *, int> m_numbers;
    std::shared_ptr<QSslConfiguration> m_tls;
    int m_connections = 0;
};

/// Makes a private key and a self-signed certificate for localhost in `folder` with the openssl program; false where that is missing.
[[nodiscard]] bool makeSelfSignedCertificate(const QString &folder, QString *certificateFile, QString *keyFile);

} // namespace callcard::testing

#include <callcard/testing/loopbackserver.h>

#include <QFile>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslSocket>
#include <QTcpSocket>

#include <sys/socket.h>

#include <cstdlib>
#include <memory>

namespace callcard::testing {

using namespace Qt::Literals::StringLiterals;

namespace {

void resetConnection(QTcpSocket *socket)
{
    // With a linger time of zero, closing sends RST instead of FIN.
    const linger now{.l_onoff = 1, .l_linger = 0};
    ::setsockopt(int(socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &now, sizeof now);
    socket->abort();
}

} // namespace

Script Script::raw(QByteArray bytes, End end)
{
    return {.pieces = {std::move(bytes)}, .end = end};
}

Script Script::http(int status, const QByteArray &body, const QList<QByteArray> &headerLines)
{
    QByteArray head = "HTTP/1.1 " + QByteArray::number(status) + " Scripted\r\n";
    for (const QByteArray &line : headerLines)
        head += line + "\r\n";
    if (status != 204 && status != 304)
        head += "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
    return raw(head + "\r\n" + body);
}

Script Script::json(const QByteArray &body, int status)
{
    return http(status, body, {"Content-Type: application/json"});
}

Script Script::silence()
{
    return {};
}

Script Script::hangUp(End end)
{
    return {.end = end};
}

Script Script::inPiecesOf(int size) const
{
    Script cut{.end = end};
    for (const QByteArray &piece : pieces) {
        for (qsizetype at = 0; at < piece.size(); at += size)
            cut.pieces.append(piece.mid(at, size));
    }
    return cut;
}

LoopbackServer::LoopbackServer(QObject *parent) : QTcpServer(parent)
{
    if (!listen(QHostAddress::LocalHost))
        qFatal("no free port on 127.0.0.1");
}

void LoopbackServer::useTls(const QString &certificateFile, const QString &keyFile)
{
    QFile key(keyFile);
    if (!key.open(QIODevice::ReadOnly))
        qFatal("no key file");
    m_tls = std::make_shared<QSslConfiguration>(QSslConfiguration::defaultConfiguration());
    m_tls->setLocalCertificateChain(QSslCertificate::fromPath(certificateFile));
    m_tls->setPrivateKey(QSslKey(&key, QSsl::Rsa));
}

QUrl LoopbackServer::url(const QString &path) const
{
    return QUrl((m_tls ? u"https://127.0.0.1:"_s : u"http://127.0.0.1:"_s) + QString::number(serverPort()) + path);
}

int LoopbackServer::openConnections() const
{
    return int(m_buffers.size());
}

void LoopbackServer::sendToAll(const QByteArray &bytes)
{
    for (QTcpSocket *socket : m_buffers.keys()) {
        socket->write(bytes);
        socket->flush();
    }
}

void LoopbackServer::closeAll()
{
    for (QTcpSocket *socket : m_buffers.keys())
        socket->disconnectFromHost();
}

void LoopbackServer::resetAll()
{
    for (QTcpSocket *socket : m_buffers.keys())
        resetConnection(socket);
}

void LoopbackServer::incomingConnection(qintptr descriptor)
{
    QTcpSocket *socket = nullptr;
    if (m_tls) {
        auto *secure = new QSslSocket(this);
        secure->setSslConfiguration(*m_tls);
        socket = secure;
    } else {
        socket = new QTcpSocket(this);
    }
    socket->setSocketDescriptor(descriptor);
    m_buffers.insert(socket, {});
    m_numbers.insert(socket, ++m_connections);
    connect(socket, &QTcpSocket::readyRead, this, [this, socket] { onReadyRead(socket); });
    connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
        m_buffers.remove(socket);
        m_numbers.remove(socket);
        socket->deleteLater();
    });
    if (m_tls)
        static_cast<QSslSocket *>(socket)->startServerEncryption();
}

void LoopbackServer::onReadyRead(QTcpSocket *socket)
{
    if (!m_buffers.contains(socket))
        return;
    QByteArray &buffer = m_buffers[socket];
    buffer += socket->readAll();
    while (true) {
        const qsizetype headEnd = buffer.indexOf("\r\n\r\n");
        if (headEnd < 0)
            return;
        ReceivedRequest request{.connection = m_numbers.value(socket)};
        const QList<QByteArray> lines = buffer.left(headEnd).split('\n');
        const QList<QByteArray> first = lines.first().trimmed().split(' ');
        request.method = first.value(0);
        request.target = first.value(1);
        for (const QByteArray &line : lines.mid(1)) {
            const qsizetype colon = line.indexOf(':');
            request.headers.insert(line.left(colon).trimmed().toLower(), line.mid(colon + 1).trimmed());
        }
        const qsizetype length = request.headers.value("content-length").toLongLong();
        if (buffer.size() < headEnd + 4 + length)
            return;
        request.body = buffer.mid(headEnd + 4, length);
        buffer.remove(0, headEnd + 4 + length);
        m_received.append(request);
        Script script = Script::http(599, "nobody scripted this");
        if (!m_scripts.isEmpty())
            script = m_scripts.takeFirst();
        else if (m_responder)
            script = m_responder(request);
        play(socket, std::move(script));
        Q_EMIT
        requestArrived();
        if (!m_buffers.contains(socket)) // the script hung up
            return;
    }
}

void LoopbackServer::play(QTcpSocket *socket, Script script)
{
    if (!script.pieces.isEmpty()) {
        socket->write(script.pieces.takeFirst());
        socket->flush();
        if (!script.pieces.isEmpty()) {
            const QPointer<QTcpSocket> guarded(socket);
            QMetaObject::invokeMethod(
                this,
                [this, guarded, script = std::move(script)] {
                    if (guarded && m_buffers.contains(guarded))
                        play(guarded, script);
                },
                Qt::QueuedConnection);
            return;
        }
    }
    if (script.end == Script::End::Close)
        socket->disconnectFromHost();
    else if (script.end == Script::End::Reset)
        resetConnection(socket);
}

bool makeSelfSignedCertificate(const QString &folder, QString *certificateFile, QString *keyFile)
{
    *certificateFile = folder + u"/certificate.pem"_s;
    *keyFile = folder + u"/key.pem"_s;
    const QString command = u"openssl req -x509 -newkey rsa:2048 -nodes -keyout '%1' -out '%2' -days 2 -subj /CN=localhost"
                            u" -addext 'subjectAltName=DNS:localhost,IP:127.0.0.1' 2>/dev/null"_s;
    return std::system(command.arg(*keyFile, *certificateFile).toLocal8Bit().constData()) == 0; // NOLINT(cert-env33-c): a test's own folder
}

} // namespace callcard::testing

#include "ipcserver.h"

#include "ipcknock.h"

#include <QLocalServer>
#include <QLocalSocket>
#include <QLoggingCategory>

namespace callcard {

using namespace Qt::Literals::StringLiterals;

namespace {
Q_LOGGING_CATEGORY(lcIpc, "callcard.ipc")
constexpr int kMostConnections = 64;
constexpr qint64 kMostUnread = 8 * 1024 * 1024; // a watcher that stopped reading is let go
} // namespace

IpcReply::IpcReply(QLocalSocket *socket, std::int64_t id) : m_socket(socket), m_id(id) {}

void IpcReply::send(const char *key, const Json &value) const
{
    if (!isOpen())
        return;
    if (m_socket->bytesToWrite() > kMostUnread) {
        qCWarning(lcIpc) << "a reader does not read, it is let go";
        m_socket->abort();
        return;
    }
    m_socket->write(ipcLine(Json{{"id", m_id}, {key, value}}));
    m_socket->flush();
}

void IpcReply::event(const Json &object) const
{
    send("event", object);
}

void IpcReply::result(const Json &object) const
{
    send("result", object);
}

void IpcReply::error(const Error &error) const
{
    send("error", ipcError(error));
}

bool IpcReply::isOpen() const
{
    return m_socket && m_socket->state() == QLocalSocket::ConnectedState;
}

void IpcReply::onClosed(QObject *context, std::function<void()> function) const
{
    if (m_socket)
        QObject::connect(m_socket, &QLocalSocket::disconnected, context, std::move(function));
}

IpcServer::IpcServer(Handler handler, QObject *parent)
    : QObject(parent), m_handler(std::move(handler)), m_server(std::make_unique<QLocalServer>())
{
    m_server->setSocketOptions(QLocalServer::UserAccessOption);
    connect(m_server.get(), &QLocalServer::newConnection, this, &IpcServer::onConnected);
}

IpcServer::~IpcServer() = default;

Result<> IpcServer::listen(const QString &socketPath)
{
    QLocalServer::removeServer(socketPath);
    if (!m_server->listen(socketPath))
        return failure(ErrorKind::Storage,
                       u"The socket %1 cannot be opened (%2). Check that its folder is there and writable for you."_s.arg(
                           socketPath, m_server->errorString()));
    return {};
}

void IpcServer::onConnected()
{
    while (QLocalSocket *socket = m_server->nextPendingConnection()) {
        if (m_open >= kMostConnections) {
            qCWarning(lcIpc) << "too many connections on the local socket, one is refused";
            delete socket;
            continue;
        }
        ++m_open;
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] { onReadyRead(socket); });
        connect(socket, &QLocalSocket::disconnected, this, [this, socket] {
            --m_open;
            socket->deleteLater();
        });
    }
}

void IpcServer::onReadyRead(QLocalSocket *socket)
{
    const QPointer<QLocalSocket> alive(socket);
    while (alive && socket->canReadLine()) {
        const QByteArray line = socket->readLine(kLongestIpcLine);
        const Result<IpcQuestion> question = ipcQuestion(line);
        if (!question) {
            IpcReply(socket, 0).error(question.error());
            continue;
        }
        const IpcReply reply(socket, question->id);
        if (question->command == kIpcKnock)
            reply.result(Json::object());
        else
            m_handler(*question, reply);
    }
    if (alive && socket->bytesAvailable() >= kLongestIpcLine) {
        qCWarning(lcIpc) << "a line without an end on the local socket, its sender is let go";
        socket->abort();
    }
}

} // namespace callcard

#include "ipcclient.h"

#include <QLocalSocket>
#include <QPointer>

namespace callcard {

using namespace Qt::Literals::StringLiterals;

IpcClient::IpcClient(QObject *parent) : QObject(parent), m_socket(std::make_unique<QLocalSocket>())
{
    connect(m_socket.get(), &QLocalSocket::connected, this, [this] {
        if (m_connecting)
            m_connecting->complete();
    });
    connect(m_socket.get(), &QLocalSocket::errorOccurred, this, [this] {
        if (m_connecting)
            m_connecting->complete(failure(ErrorKind::Offline, u"Callcard is not running."_s));
    });
    connect(m_socket.get(), &QLocalSocket::readyRead, this, &IpcClient::onReadyRead);
    connect(m_socket.get(), &QLocalSocket::disconnected, this, &IpcClient::onDisconnected);
}

IpcClient::~IpcClient()
{
    disconnect(m_socket.get(), nullptr, this, nullptr);
    m_socket.release()->deleteLater(); // it may be in the middle of telling us something
}

QCoro::Task<Result<>> IpcClient::connectTo(QString socketPath, std::stop_token stop)
{
    Completion<> connected;
    m_connecting = &connected;
    m_socket->connectToServer(socketPath);
    Result<> result = co_await connected.wait(std::move(stop));
    m_connecting = nullptr;
    co_return result;
}

QCoro::Task<Result<Json>> IpcClient::ask(std::string command, Json arguments, EventSink onEvent, std::stop_token stop)
{
    if (m_socket->state() != QLocalSocket::ConnectedState)
        co_return failure(ErrorKind::Offline, u"Callcard is not running."_s);
    const std::int64_t id = ++m_lastId;
    Completion<Json> answer;
    m_pending.emplace(id, Pending{&answer, std::move(onEvent)});
    m_socket->write(ipcLine(Json{{"id", id}, {"command", std::move(command)}, {"arguments", std::move(arguments)}}));
    Result<Json> result = co_await answer.wait(std::move(stop));
    m_pending.erase(id);
    co_return result;
}

// Whoever waits for the answer goes on inside complete(), and may destroy us before it returns.
void IpcClient::onReadyRead()
{
    const QPointer<IpcClient> alive(this);
    while (alive && m_socket->canReadLine()) {
        const Result<Json> object = ipcObject(m_socket->readLine(kLongestIpcLine));
        if (!object)
            continue;
        const auto pending = m_pending.find(object->value("id", std::int64_t(0)));
        if (pending == m_pending.end())
            continue;
        if (const auto event = object->find("event"); event != object->end()) {
            if (pending->second.onEvent)
                pending->second.onEvent(*event);
        } else if (const auto result = object->find("result"); result != object->end()) {
            pending->second.answer->complete(*result);
        } else if (const auto error = object->find("error"); error != object->end()) {
            pending->second.answer->complete(tl::unexpected(ipcErrorFrom(*error)));
        }
    }
}

void IpcClient::onDisconnected()
{
    const QPointer<IpcClient> alive(this);
    while (alive && !m_pending.empty()) {
        Completion<Json> *answer = m_pending.begin()->second.answer;
        m_pending.erase(m_pending.begin());
        answer->complete(failure(ErrorKind::Offline, u"Callcard ended before it answered."_s));
    }
}

} // namespace callcard

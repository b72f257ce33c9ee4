#include "ipcclient.h"

#include "ipcknock.h"

#include <QLocalSocket>
#include <QPointer>

#include <cstdlib>
#include <utility>

namespace callcard {

using namespace Qt::Literals::StringLiterals;

namespace {
/// Far beyond the longest report. Who sends more than that without an end of the line is no program of ours.
constexpr qint64 kLongestAnswer = 64 * 1024 * 1024;
} // namespace

IpcClient::IpcClient(Clock &clock, QObject *parent) : QObject(parent), m_clock(clock), m_socket(std::make_unique<QLocalSocket>())
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

bool IpcClient::isConnected() const
{
    return m_socket->state() == QLocalSocket::ConnectedState;
}

QCoro::Task<Result<Json>> IpcClient::ask(std::string command, Json arguments, EventSink onEvent, std::stop_token stop)
{
    if (!isConnected())
        co_return failure(ErrorKind::Offline, u"Callcard is not running."_s);
    const std::int64_t id = ++m_lastId;
    Completion<Json> answer;
    const QByteArray question = ipcLine(Json{{"id", id}, {"command", std::move(command)}, {"arguments", std::move(arguments)}});
    m_pending.emplace(id, Pending{&answer, std::move(onEvent), question});
    knock(id);
    m_scope.start(keepKnocking(id, m_scope.stopToken()));
    Result<Json> result = co_await answer.wait(std::move(stop));
    m_pending.erase(id);
    co_return result;
}

void IpcClient::knock(std::int64_t id)
{
    m_socket->write(ipcLine(Json{{"id", -id}, {"command", kIpcKnock}}));
}

QCoro::Task<> IpcClient::keepKnocking(std::int64_t id, std::stop_token stop)
{
    for (;;) {
        const Result<> patient = co_await m_clock.sleep(kIpcPatience, stop);
        if (!patient)
            co_return; // we are going, nothing of ours may be touched
        const auto waiting = m_pending.find(id);
        if (waiting == m_pending.end())
            co_return;
        if (!waiting->second.heard) {
            // Not from here: whoever waits may destroy us, and this with us.
            QMetaObject::invokeMethod(
                this, [this, id] { giveUp(id); }, Qt::QueuedConnection);
            co_return;
        }
        const Result<> calm = co_await m_clock.sleep(kIpcCalm, stop);
        if (!calm)
            co_return;
        const auto still = m_pending.find(id);
        if (still == m_pending.end())
            co_return;
        still->second.heard = false;
        knock(id);
    }
}

void IpcClient::giveUp(std::int64_t id)
{
    const auto pending = m_pending.find(id);
    if (pending == m_pending.end())
        return;
    if (pending->second.heard) { // in the meantime; a verdict of before would leave what has just been asked alone
        m_scope.start(keepKnocking(id, m_scope.stopToken()));
        return;
    }
    Completion<Json> *answer = pending->second.answer;
    const bool isAsked = pending->second.isAsked();
    m_pending.erase(pending);
    answer->complete(isAsked
                         ? failure(ErrorKind::TimedOut, u"Callcard has stopped answering, and what was asked of it may be done all the "
                                                        "same. End it if it does not quit, start it again, and look."_s)
                         : failure(ErrorKind::Offline, u"Callcard is running but does not answer, so nothing was asked of it. End it if "
                                                       "it does not quit, start it again, and repeat the command."_s));
}

// Whoever waits for the answer goes on inside complete(), and may destroy us before it returns.
void IpcClient::onReadyRead()
{
    const QPointer<IpcClient> alive(this);
    while (alive && m_socket->canReadLine()) {
        if (const Result<Json> object = ipcObject(m_socket->readLine()))
            onLine(*object);
    }
    if (alive && m_socket->bytesAvailable() > kLongestAnswer)
        m_socket->abort();
}

void IpcClient::onLine(const Json &object)
{
    const auto named = object.find("id");
    const std::int64_t id = named != object.end() && named->is_number_integer() ? named->get<std::int64_t>() : 0;
    if (id < -m_lastId || id > m_lastId)
        return;
    const auto found = m_pending.find(std::abs(id));
    if (found == m_pending.end())
        return;
    Pending &pending = found->second;
    pending.heard = true;
    if (id < 0) { // the knock. An older program does not know it and says so, which will do
        if (!pending.question.isEmpty())
            m_socket->write(std::exchange(pending.question, {}));
    } else if (const auto event = object.find("event"); event != object.end()) {
        if (pending.onEvent)
            pending.onEvent(*event);
    } else if (const auto result = object.find("result"); result != object.end()) {
        pending.answer->complete(*result);
    } else if (const auto error = object.find("error"); error != object.end()) {
        pending.answer->complete(tl::unexpected(ipcErrorFrom(*error)));
    }
}

void IpcClient::onDisconnected()
{
    const QPointer<IpcClient> alive(this);
    while (alive && !m_pending.empty()) {
        Completion<Json> *answer = m_pending.begin()->second.answer;
        const bool isAsked = m_pending.begin()->second.isAsked();
        m_pending.erase(m_pending.begin());
        answer->complete(isAsked ? failure(ErrorKind::TimedOut, u"Callcard ended before it answered, and what was asked of it may be done "
                                                                "all the same. Start it again, and look."_s)
                                 : failure(ErrorKind::Offline, u"Callcard ended before anything was asked of it."_s));
    }
}

} // namespace callcard

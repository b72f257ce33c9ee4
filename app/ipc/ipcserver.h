#pragma once

#include "ipcwire.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <memory>

class QLocalServer;
class QLocalSocket;

namespace callcard {

/// One question that waits for its answer. Copies speak for the same question. Safe to use when the asker has gone.
class IpcReply
{
public:
    IpcReply(QLocalSocket *socket, std::int64_t id);
    void event(const Json &object) const;
    void result(const Json &object) const;
    void error(const Error &error) const;
    [[nodiscard]] bool isOpen() const;
    /// Calls the function when the asker goes away: the end of a `watch`.
    void onClosed(QObject *context, std::function<void()> function) const;

private:
    void send(const char *key, const Json &value) const;
    QPointer<QLocalSocket> m_socket;
    std::int64_t m_id;
};

/// The local socket of the program that holds the profile. Only the user's own processes reach it.
class IpcServer final : public QObject
{
    Q_OBJECT

public:
    using Handler = std::function<void(const IpcQuestion &, const IpcReply &)>;
    explicit IpcServer(Handler handler, QObject *parent = nullptr);
    ~IpcServer() override;

    /// A socket file left by a process that died is replaced: hold the profile's lock when calling this.
    [[nodiscard]] Result<> listen(const QString &socketPath);

private:
    void onConnected();
    void onReadyRead(QLocalSocket *socket);
    Handler m_handler;
    std::unique_ptr<QLocalServer> m_server;
    int m_open = 0;
};

} // namespace callcard

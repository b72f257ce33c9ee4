#pragma once

#include "ipcwire.h"

#include <callcard/task.h>

#include <QObject>

#include <functional>
#include <memory>
#include <unordered_map>

class QLocalSocket;

namespace callcard {

/// Asks the program that holds the profile.
class IpcClient final : public QObject
{
    Q_OBJECT

public:
    explicit IpcClient(QObject *parent = nullptr);
    ~IpcClient() override;

    /// Offline when nobody listens there.
    [[nodiscard]] QCoro::Task<Result<>> connectTo(QString socketPath, std::stop_token stop);

    using EventSink = std::function<void(const Json &)>;
    /// Completes with the result. Offline when the other side went away in between: what was asked may have happened.
    [[nodiscard]] QCoro::Task<Result<Json>> ask(std::string command, Json arguments, EventSink onEvent, std::stop_token stop);

private:
    struct Pending {
        Completion<Json> *answer;
        EventSink onEvent;
    };
    void onReadyRead();
    void onDisconnected();
    std::unique_ptr<QLocalSocket> m_socket;
    Completion<> *m_connecting = nullptr;
    std::unordered_map<std::int64_t, Pending> m_pending;
    std::int64_t m_lastId = 0;
};

} // namespace callcard

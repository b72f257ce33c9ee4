#pragma once

#include "ipcwire.h"

#include <callcard/clock.h>
#include <callcard/task.h>

#include <QObject>

#include <cstdint>
#include <functional>
#include <memory>
#include <unordered_map>

class QLocalSocket;

namespace callcard {

/// Asks the program that holds the profile. Never waits for ever: it knocks first and asks when somebody answers, so that a program that
/// hangs does not do it when it wakes and nobody wants it any more; and it goes on knocking, however long the answer takes.
class IpcClient final : public QObject
{
    Q_OBJECT

public:
    explicit IpcClient(Clock &clock, QObject *parent = nullptr);
    ~IpcClient() override;

    /// Offline when nobody listens there.
    [[nodiscard]] QCoro::Task<Result<>> connectTo(QString socketPath, std::stop_token stop);

    [[nodiscard]] bool isConnected() const;

    using EventSink = std::function<void(const Json &)>;
    /// Completes with the result. Offline when nobody answered the knock, or the other side went away before: nothing was asked. TimedOut
    /// when it fell silent or went away afterwards: what was asked may have happened.
    [[nodiscard]] QCoro::Task<Result<Json>> ask(std::string command, Json arguments, EventSink onEvent, std::stop_token stop);

private:
    struct Pending {
        Completion<Json> *answer;
        EventSink onEvent;
        QByteArray question; ///< Empty once it is asked.
        bool heard = false;  ///< Since the last knock.
        [[nodiscard]] bool isAsked() const { return question.isEmpty(); }
    };
    void knock(std::int64_t id);
    [[nodiscard]] QCoro::Task<> keepKnocking(std::int64_t id, std::stop_token stop);
    void giveUp(std::int64_t id);
    void onReadyRead();
    void onLine(const Json &object);
    void onDisconnected();
    Clock &m_clock;
    std::unique_ptr<QLocalSocket> m_socket;
    Completion<> *m_connecting = nullptr;
    std::unordered_map<std::int64_t, Pending> m_pending;
    std::int64_t m_lastId = 0;
    TaskScope m_scope; // last: what runs in it uses the others
};

} // namespace callcard

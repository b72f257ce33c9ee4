#pragma once

#include "directorycommands.h"

#include <ipc/ipcserver.h>

#include <callcard/task.h>

#include <QObject>
#include <QTimer>

#include <functional>
#include <list>
#include <memory>

namespace callcard {

class Engine;
struct Call;

/// Answers what a second start and callcard-cli ask over the local socket.
class Answers final : public QObject
{
    Q_OBJECT

public:
    explicit Answers(Engine &engine, QObject *parent = nullptr); ///< The engine outlives us.

    void answer(const IpcQuestion &question, const IpcReply &reply);
    using Watcher = std::function<void(const Json &)>;
    /// Lines of `watch` as they happen: those of what is live first.
    void watch(Watcher watcher);
    /// The document of `status`.
    [[nodiscard]] Json status() const;
    /// The program is quitting: who wants a window has to start it again.
    void leave() { m_leaving = true; }
    [[nodiscard]] QCoro::Task<> stop();

Q_SIGNALS:
    void showRequested();                        ///< A second start.
    void linkReceived(const QString &link);      ///< callcard tel:…
    void selectionReceived(const QString &text); ///< Call what it holds, or, where it is empty, what is marked.

private:
    QCoro::Task<> check(IpcReply reply);
    QCoro::Task<> ask(IpcQuestion question, IpcReply reply);
    void answerOfDirectory(const IpcQuestion &question, const IpcReply &reply);
    void watch(const IpcReply &reply);
    std::list<Watcher>::iterator add(Watcher watcher);
    void tellWatchers(const Json &line);
    [[nodiscard]] Json lineOf(const Call &call) const;

    Engine &m_engine;
    std::unique_ptr<DirectoryCommands> m_directory; ///< Null: the directory could not be opened.
    std::list<Watcher> m_watchers;
    bool m_leaving = false;
    QTimer m_heartbeat; ///< Runs only while somebody watches.
    TaskScope m_scope;
};

} // namespace callcard

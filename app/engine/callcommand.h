#pragma once

#include "dialservice.h"

#include <ipc/ipcserver.h>

#include <callcard/task.h>

#include <QObject>

#include <functional>

namespace callcard {

class Engine;

/// `callcard-cli call`: dials, tells every change of the call as `watch` does, and ends with what became of it. Whoever stops
/// listening lets the call be.
class CallCommand final : public QObject
{
    Q_OBJECT

public:
    CallCommand(Engine &engine, DialService &dial, QObject *parent = nullptr); ///< Both outlive us.

    using Tell = std::function<void(const Json &)>;
    /// `arguments`: {"number", "wait": until its end, "anyway": accepts what would be warned of, "via": another
    /// way than the chosen one}. The document is the line of type
    /// "result". The error is a sentence: nothing was dialled, or nobody knows.
    [[nodiscard]] QCoro::Task<Result<Json>> run(Json arguments, Tell tell, std::stop_token stop);
    void answer(const IpcQuestion &question, const IpcReply &reply);
    [[nodiscard]] QCoro::Task<> stop() { return m_scope.close(); }

private:
    struct Follow;
    QCoro::Task<> answerLater(IpcQuestion question, IpcReply reply);
    [[nodiscard]] QCoro::Task<Result<>> untilOpened(std::stop_token stop);
    [[nodiscard]] QCoro::Task<> untilAgentIsKnown(std::stop_token stop);
    [[nodiscard]] QCoro::Task<Result<Json>> place(DialPlan plan, QList<DialWarning> accepted, bool wait, Tell tell, std::stop_token stop);

    Engine &m_engine;
    DialService &m_dial;
    TaskScope m_scope;
};

} // namespace callcard

#pragma once

#include "account.h"

#include <QObject>
#include <QSet>

namespace callcard::ringcentral {

/// Asks the call log for the last word on calls that ended, some time after they did, several at once. What the log does not
/// have yet is asked for again a few times. Works only between begin() and end(), which is as long as the feed lives.
class LogFollower final : public QObject
{
    Q_OBJECT

public:
    LogFollower(RingCentralContext context, const Account &account);

    void begin(TaskScope &scope);
    void end();
    void owe(const CallEvent &ended);

Q_SIGNALS:
    void settled(const callcard::CallEvent &event);

private:
    void schedule();
    QCoro::Task<> askSoon(std::stop_token stop);
    QCoro::Task<Result<LogPage>> fetch(std::stop_token stop);

    const RingCentralContext m_context;
    const Account &m_account;
    TaskScope *m_scope = nullptr;
    QHash<QString, int> m_owed; // session → how often it was asked for
    QDateTime m_from;           // the first of them began after this
    QString m_token;
    bool m_scheduled = false;
};

} // namespace callcard::ringcentral

#pragma once

#include "account.h"

#include <QObject>
#include <QSet>

#include <deque>

namespace callcard::ringcentral {

/// Incoming texts: at once where the gateway brings them whole, by message-sync where it only says that there is something,
/// and after a gap. Each once.
class TextFollower final : public QObject
{
    Q_OBJECT

public:
    TextFollower(RingCentralContext context, const Account &account);

    void begin(TaskScope &scope);
    void end();
    void take(const Message &text);
    /// Something changed in the store, or may have while we were away.
    void look();

Q_SIGNALS:
    void arrived(const callcard::Message &message);

private:
    QCoro::Task<> lookSoon(std::stop_token stop);
    QCoro::Task<Result<>> fetch(std::stop_token stop);

    const RingCentralContext m_context;
    const Account &m_account;
    TaskScope *m_scope = nullptr;
    QSet<QString> m_seen;
    std::deque<QString> m_order; // of m_seen, the oldest first
    QString m_token;
    QDateTime m_since; // nothing older is news
    bool m_scheduled = false;
    bool m_again = false;
};

} // namespace callcard::ringcentral

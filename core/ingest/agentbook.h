#pragma once

#include <callcard/calllog.h>
#include <callcard/synctypes.h>

namespace callcard {

/// Which agents of a provider a rep is. Asked of the provider once a day, remembered in the log's file, and overruled by hand.
class AgentBook
{
public:
    AgentBook(CallLog &log, Clock &clock) : m_log(log), m_clock(clock) {}

    /// One agent, or several that carry the same e-mail: the calls of all of them are the rep's. None is Refused.
    [[nodiscard]] QCoro::Task<Result<QList<Agent>>> agentsOf(HistorySource source, QString email, std::stop_token stop);

private:
    struct Known {
        QList<Agent> agents{};
        QDateTime learnedAt{};
    };
    [[nodiscard]] std::optional<Known> known(const QString &key) const;
    CallLog &m_log;
    Clock &m_clock;
};

/// Of an account's agents those that are the rep, by e-mail or by hand.
[[nodiscard]] QList<Agent> agentsWithEmail(const QList<Agent> &agents, const HistorySource &source, const QString &email);

} // namespace callcard

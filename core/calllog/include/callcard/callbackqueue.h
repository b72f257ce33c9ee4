#pragma once

#include <callcard/callrecords.h>

#include <QHash>
#include <QSet>

#include <functional>

namespace callcard {

/// Who a call is with, for grouping: the customer, else the number, else the extension. Empty: nobody can tell (withheld).
[[nodiscard]] QString personKey(const CustomerId &customer, const Call &call);

/// Which missed calls of one person stopped waiting, and through what. A pure function of all calls of that person, in any order:
/// the first conversation after a missed call settles it. Later facts may only improve it, a hand's "done" is kept.
[[nodiscard]] QList<Settlement> settle(const QList<LogEntry> &callsOfOnePerson);

/// What this call settles of all that was before it: Open where it is no conversation.
[[nodiscard]] Settlement settledBy(const Call &call);

/// One person who waits for a call.
struct WaitingCaller {
    QString person{};
    LogEntry newest{};  ///< The last missed call.
    QDateTime since{};  ///< The first one.
    int times{};        ///< Missed calls not settled.
    int tries{};        ///< Own calls since that reached nobody.
    bool provisional{}; ///< The provider's log has not spoken yet: "checking…".
    bool star{};
    qint64 value{};                     ///< What sorting by value looks at; given by whoever knows the customers.
    std::optional<Reminder> reminder{}; ///< Later.
    bool operator==(const WaitingCaller &) const = default;
};

struct SettledCaller {
    QString person{};
    LogEntry missed{};
    std::chrono::seconds after{}; ///< From the miss to the settling.
    bool operator==(const SettledCaller &) const = default;
};

enum class QueueOrder { Value, Waiting, Time };

/// The missed page: three lists, and the order in which the queue is walked.
struct CallBackQueue {
    QList<WaitingCaller> waiting{};
    QList<WaitingCaller> later{};        ///< Soonest first.
    QList<SettledCaller> settledToday{}; ///< Newest first.
    bool operator==(const CallBackQueue &) const = default;
};

/// What callBackQueue() is made from.
struct QueueFacts {
    QList<LogEntry> missed{};  ///< Waiting ones, any order.
    QList<LogEntry> settled{}; ///< Settled since midnight.
    QList<Reminder> reminders{};
    QHash<QString, int> tries{};
    QSet<QString> stars{};
    bool operator==(const QueueFacts &) const = default;
};

[[nodiscard]] CallBackQueue callBackQueue(const QueueFacts &facts, QueueOrder order, const QDateTime &now,
                                          const std::function<qint64(const CustomerId &)> &valueOf = {});
void sortQueue(QList<WaitingCaller> &waiting, QueueOrder order);

/// Walks the queue by keyboard. A skipped caller comes again after all others; who left the queue is passed over.
class QueueWalk
{
public:
    /// The caller to be called now; empty when nobody waits.
    [[nodiscard]] QString current(const QList<WaitingCaller> &waiting) const;
    void skip(const QList<WaitingCaller> &waiting);
    void goTo(const QString &person) { m_at = person; }
    void restart();

private:
    QString m_at;
    QList<QString> m_skipped; // in the order of skipping
};

} // namespace callcard

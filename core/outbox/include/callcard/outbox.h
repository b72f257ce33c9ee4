#pragma once

#include <callcard/backoff.h>
#include <callcard/clock.h>
#include <callcard/result.h>
#include <callcard/task.h>

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QObject>
#include <QString>

#include <memory>
#include <optional>
#include <stop_token>

namespace callcard {

class Store;

/// Something that must reach a destination some day. One key is one thing there (a document, a note): newer replaces older.
struct OutboxItem {
    QString key{};
    QByteArray payload{}; ///< What it means is between who puts it and the destination's Delivery.
    bool operator==(const OutboxItem &) const = default;
};

/// An item on its way.
struct OutboxEntry {
    QString key{};
    QByteArray payload{};
    qint64 id{}; ///< Of this content: a newer one of the same key has another.
    int tries{}; ///< That failed before this one.
    bool operator==(const OutboxEntry &) const = default;
};

/// Refused for good, waiting for a person.
struct ParkedEntry {
    QString destination{};
    OutboxEntry entry{};
    Error reason{};
    QDateTime since{};
    bool operator==(const ParkedEntry &) const = default;
};

struct OutboxCounts {
    int waiting{};
    int parked{};
    bool operator==(const OutboxCounts &) const = default;
};

/// Carries entries to one destination. It may be called again with an entry that arrived already: deliveries are idempotent.
class Delivery
{
public:
    Delivery() = default;
    Delivery(const Delivery &) = delete;
    Delivery &operator=(const Delivery &) = delete;
    virtual ~Delivery();

    /// One result an entry, in their order. An error that is no entry's own (Offline, SignInNeeded, RateLimited) is given to each.
    [[nodiscard]] virtual QCoro::Task<QList<Result<>>> deliver(QList<OutboxEntry> entries, std::stop_token stop) = 0;
    [[nodiscard]] virtual int batchSize() const { return 100; }
};

/// The durable queue: what put() accepted is on the disk, and stays there until it was delivered or withdrawn, whatever is
/// killed in between. Knows no destination but by name.
class Outbox final : public QObject
{
    Q_OBJECT

public:
    [[nodiscard]] static Result<std::unique_ptr<Outbox>> open(const QString &path, const Clock &clock);
    ~Outbox() override;

    /// All of them or none. An item of the same key is replaced, in its place of the queue; a parked one gets a new chance.
    [[nodiscard]] Result<> put(const QString &destination, const QList<OutboxItem> &items);
    [[nodiscard]] Result<> put(const QString &destination, const OutboxItem &item) { return put(destination, QList{item}); }
    /// Not wanted any more, parked or not. What is on its way just now may still arrive.
    [[nodiscard]] Result<> withdraw(const QString &destination, const QString &key);
    [[nodiscard]] Result<> withdrawAll(const QString &destination);
    /// A person says "try again": one parked entry, or all of a destination.
    [[nodiscard]] Result<> retry(const QString &destination, const QString &key);
    [[nodiscard]] Result<> retryAll(const QString &destination);

    [[nodiscard]] Result<OutboxCounts> counts(const QString &destination) const;
    [[nodiscard]] Result<OutboxCounts> counts() const;       ///< of all destinations
    [[nodiscard]] Result<QList<ParkedEntry>> parked() const; ///< Newest first, at most a thousand.
    /// What still waits under a key, for those who show "not sent yet".
    [[nodiscard]] Result<bool> isWaiting(const QString &destination, const QString &key) const;

Q_SIGNALS:
    /// Counts or parked entries may have changed.
    void changed();
    /// There may be something to send.
    void filled(const QString &destination);

private:
    friend class OutboxPump;
    Outbox(std::unique_ptr<Store> store, const Clock &clock);
    struct Outcome {
        OutboxEntry entry{};
        Result<> result{};
        std::chrono::milliseconds wait{}; ///< Until the next try.
    };
    [[nodiscard]] Result<QList<OutboxEntry>> due(const QString &destination, int most, std::chrono::milliseconds longestWait) const;
    [[nodiscard]] Result<std::optional<std::chrono::milliseconds>> nextDue(const QString &destination) const;
    [[nodiscard]] Result<> settle(const QString &destination, const QList<Outcome> &outcomes);
    [[nodiscard]] Result<> settleOne(const QString &destination, const Outcome &outcome);
    [[nodiscard]] Result<> moveToEnd(const QString &destination, const QString &key);

    std::unique_ptr<Store> m_store;
    const Clock &m_clock; // outlives us: declared earlier in the engine
};

/// Empties the outbox towards one destination. Each destination has its own, so that one that is down never holds up another.
///
/// Oldest first. An entry that fails for a while waits longer each time while others pass it; one that is refused for good is
/// parked. Errors of the whole destination pause it: until the wait is over, or nudge(); after SignInNeeded, only until nudge().
class OutboxPump final : public QObject
{
    Q_OBJECT

public:
    struct Pace {
        Backoff::Shape entry{.first = std::chrono::seconds(5), .cap = std::chrono::minutes(30)};
        Backoff::Shape destination{.first = std::chrono::seconds(2), .cap = std::chrono::minutes(5)};
    };
    OutboxPump(Outbox &outbox, QString destination, Delivery &delivery, Clock &clock, Pace pace);
    OutboxPump(Outbox &outbox, QString destination, Delivery &delivery, Clock &clock);
    ~OutboxPump() override;

    void start();
    [[nodiscard]] QCoro::Task<> stop();
    /// The network or the sign-in is back: go on at once.
    void nudge();
    /// Why nothing is sent now, if something should be.
    [[nodiscard]] const std::optional<Error> &pausedBecause() const { return m_pause; }
    [[nodiscard]] const QString &destination() const { return m_destination; }

Q_SIGNALS:
    void pauseChanged();
    void delivered(const QString &key);
    void parked(const QString &key, const callcard::Error &reason);

private:
    [[nodiscard]] QCoro::Task<> run();
    [[nodiscard]] QCoro::Task<> pause(Error why, std::stop_token stop);
    [[nodiscard]] QCoro::Task<> rest(std::optional<std::chrono::milliseconds> longest, std::stop_token stop);
    [[nodiscard]] std::optional<Error> settle(const QList<OutboxEntry> &batch, const QList<Result<>> &sent);
    [[nodiscard]] std::chrono::milliseconds waitAfter(const OutboxEntry &entry, const Error &error) const;
    void setPause(std::optional<Error> why);
    void wakeSoon();

    Outbox &m_outbox;
    const QString m_destination;
    Delivery &m_delivery;
    Clock &m_clock;
    const Pace m_pace;
    Backoff m_backoff;
    std::optional<Error> m_pause;
    bool m_nudged = false;
    bool m_wakePending = false;
    std::stop_source m_wake;
    TaskScope m_scope; // last: its coroutines use all of the above
};

} // namespace callcard

#pragma once

#include <callcard/clock.h>

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>

#include <functional>
#include <memory>

namespace callcard {

/// Something that was delivered to us, as it came.
struct LogRecord {
    QString key{};    ///< The sender's own id of it: the same thing delivered again has the same.
    QString source{}; ///< Who can read the body.
    QDateTime receivedAt{};
    QByteArray body{};
    bool operator==(const LogRecord &) const = default;
};

struct LoggedRecord {
    quint64 sequence{}; ///< From 1, growing, never given twice; with gaps where repetitions collapsed.
    LogRecord record{};
    bool operator==(const LoggedRecord &) const = default;
};

/// Where a record lies in the log.
struct LogPlace {
    quint64 sequence{};
    bool repeated{}; ///< It was there before; nothing was added.
    bool operator==(const LogPlace &) const = default;
};

/// Which log it is, for whoever remembers a place in it.
struct LogIdentity {
    QByteArray name{};       ///< Another log has another one, also where it took this one's place. Letters and digits.
    quint64 namelessUntil{}; ///< Places up to that sequence were told before logs had names; 0: none.
    bool operator==(const LogIdentity &) const = default;
};

struct LogRetention {
    std::chrono::hours age{48};
    quint64 records{500'000};
};

struct LogFigures {
    quint64 records{};
    quint64 first{}; ///< Sequence of the oldest that is kept; 0: none.
    quint64 last{};  ///< The newest that ever was; 0: none.
    quint64 commits{};
    quint64 waiting{};              ///< Handed in and not yet on disk.
    std::optional<Error> trouble{}; ///< Of the last write; empty when it succeeded.
};

/// What must not be lost, in one order for everybody. A record is on disk before anybody hears that it is; one that could not be written is
/// an error, never silence. Followers read every record once, in order: those of the past, then each new one, whoever appended it.
/// Functions are called on a thread of the log, one at a time; they must be quick and may append.
class EventLog
{
public:
    using Done = std::function<void(const Result<LogPlace> &)>;
    struct Follower {
        std::function<void(const QList<LoggedRecord> &)> records{};
        std::function<void(const Result<quint64> &)> caughtUp{}; ///< Once: the last sequence of the past, or why it could not be read.
        /// Perhaps, once: another log took this one's place while it was open. Nothing more is told nor taken; open it again.
        std::function<void()> replaced{};
    };

    EventLog() = default;
    EventLog(const EventLog &) = delete;
    EventLog &operator=(const EventLog &) = delete;
    /// What was handed in is written and answered first.
    virtual ~EventLog();

    /// From any thread. RateLimited at once when too much is waiting for the disk.
    virtual void append(LogRecord record, Done done) = 0;
    /// From any thread, once.
    virtual void follow(Follower follower) = 0;
    [[nodiscard]] virtual LogFigures figures() const = 0;
    /// Does not change while the log is open.
    [[nodiscard]] virtual LogIdentity identity() const = 0;
};

/// For one process: an SQLite file and a writer of its own. Records that arrive while a commit is on its way share the next one.
/// The clock outlives the log and may be read from its thread.
[[nodiscard]] Result<std::unique_ptr<EventLog>> makeSqliteEventLog(const QString &path, const Clock &clock, LogRetention retention = {});

} // namespace callcard

#pragma once

#include <callcard/eventlog.h>
#include <callcard/store.h>

namespace callcard {

/// The log's file, for the one thread that opened it.
class EventFile
{
public:
    [[nodiscard]] static Result<EventFile> open(const QString &path);

    /// All of them in one commit, or none. A place for each, in order.
    [[nodiscard]] Result<QList<LogPlace>> append(const QList<LogRecord> &records);
    [[nodiscard]] Result<QList<LoggedRecord>> readAfter(quint64 sequence, int limit) const;
    /// Forgets at most kTrimmedAtOnce of the oldest, where they are older than that or too many. Returns how many went.
    [[nodiscard]] Result<int> trim(const QDateTime &before, quint64 keep);
    /// Sequence of the oldest; 0: none.
    [[nodiscard]] Result<quint64> oldest() const;
    /// Count, first and last. Walks over everything, so it is for the beginning only.
    [[nodiscard]] Result<LogFigures> figures() const;
    [[nodiscard]] Result<LogIdentity> identity() const;
    /// Whether the file is still the one under its name: what is written to one that was taken away is gone with us.
    [[nodiscard]] bool isInPlace() const;
    /// Whether the disk takes something: writes as much as a webhook and takes it back, in one commit.
    [[nodiscard]] Result<> probe();

    static constexpr int kTrimmedAtOnce = 2000;

private:
    explicit EventFile(std::unique_ptr<Store> store);
    std::unique_ptr<Store> m_store;
    QByteArray m_place; ///< Device and number of the file.
};

} // namespace callcard

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
    /// Forgets a bounded number of the oldest, where they are older than that or too many. Returns how many went.
    [[nodiscard]] Result<int> trim(const QDateTime &before, quint64 keep);
    /// Count, first and last.
    [[nodiscard]] Result<LogFigures> figures() const;

private:
    explicit EventFile(std::unique_ptr<Store> store) : m_store(std::move(store)) {}
    std::unique_ptr<Store> m_store;
};

} // namespace callcard

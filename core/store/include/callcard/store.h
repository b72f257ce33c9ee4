#pragma once

#include <callcard/result.h>

#include <QByteArray>
#include <QDate>
#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>
#include <QVariant>

#include <chrono>
#include <concepts>
#include <functional>
#include <memory>
#include <optional>
#include <type_traits>

class QSqlQuery;

namespace callcard {

/// What is wrong with our disk, where that asks for different remedies. All of them travel as ErrorKind::Storage.
enum class StorageFault {
    Full,       ///< Make room.
    ReadOnly,   ///< The file or its folder may not be written.
    Corrupt,    ///< Damaged, or not a database at all. See setAside().
    Newer,      ///< Written by a newer program: update, never overwrite.
    Older,      ///< Opened read-only before the program that writes it brought it up to date.
    Locked,     ///< Somebody else writes, longer than we waited.
    CannotOpen, ///< Missing, a folder in the way, no rights.
    Conflict,   ///< A constraint of the table: a bug, or two writers of one key.
    Other,
};
[[nodiscard]] QString storageFaultName(StorageFault fault);
/// Of an error that a store made; Other for any other error.
[[nodiscard]] StorageFault storageFault(const Error &error);

/// One row of an answer while it is being read. Columns count from 0.
class Row
{
public:
    explicit Row(const QSqlQuery &query) : m_query(query) {}
    [[nodiscard]] bool isNull(int column) const;
    [[nodiscard]] QString text(int column) const;
    [[nodiscard]] QByteArray bytes(int column) const;
    [[nodiscard]] qint64 integer(int column) const;
    [[nodiscard]] bool flag(int column) const { return integer(column) != 0; }
    [[nodiscard]] double real(int column) const;
    [[nodiscard]] QDateTime time(int column) const; ///< UTC; invalid for NULL
    [[nodiscard]] QDate day(int column) const;      ///< invalid for NULL

private:
    const QSqlQuery &m_query;
};

/// How values lie in columns: times as milliseconds UTC, days as ISO text, absent things as NULL, empty text as empty text.
[[nodiscard]] QVariant toColumn(const QString &text);
[[nodiscard]] QVariant toColumn(const QByteArray &bytes);
[[nodiscard]] QVariant toColumn(const QDateTime &time);
[[nodiscard]] QVariant toColumn(QDate day);
template <typename Number>
requires std::is_arithmetic_v<Number>
[[nodiscard]] QVariant toColumn(Number number)
{
    if constexpr (std::floating_point<Number>)
        return QVariant(static_cast<double>(number));
    else
        return QVariant(static_cast<qlonglong>(number));
}
template <typename Value>
[[nodiscard]] QVariant toColumn(const std::optional<Value> &value)
{
    return value ? toColumn(*value) : QVariant();
}

struct Changes {
    int rows{};
    qint64 insertedId{};
};

/// What brings an empty file to today's form, one list of statements a version. Never change a released one: append.
using Migrations = QList<QStringList>;

struct StoreOptions {
    enum class Durability {
        Full,   ///< A commit survives power loss.
        Normal, ///< It survives our death; power loss may cost the last commits, never the file. For what can be fetched again.
    };
    Durability durability = Durability::Full;
    bool readOnly = false;
    bool checkAfterUncleanEnd = true;         ///< quick_check when the last writer did not close the file. Off for the big directory.
    std::chrono::milliseconds patience{1000}; ///< How long to wait for another writer.
};

/// One connection to one SQLite file, for the thread that opened it; another thread opens its own. Files are private (0600).
/// Statements are prepared once and kept. Every failure is an Error of kind Storage, see storageFault().
class Store
{
public:
    /// Creates the file and its folder where they are missing, migrates it, refuses what is newer or damaged.
    [[nodiscard]] static Result<std::unique_ptr<Store>> open(const QString &path, const Migrations &migrations, StoreOptions options = {});
    ~Store();
    Store(const Store &) = delete;
    Store &operator=(const Store &) = delete;

    template <typename... Values>
    [[nodiscard]] Result<Changes> run(const QString &sql, const Values &...values)
    {
        return runBound(sql, {toColumn(values)...});
    }
    /// Reads every row with `read(Row)`.
    template <typename Read, typename... Values>
    [[nodiscard]] auto all(const QString &sql, Read read, const Values &...values) -> Result<QList<std::invoke_result_t<Read, const Row &>>>
    {
        QList<std::invoke_result_t<Read, const Row &>> list;
        const Result<> visited = visitBound(sql,
                                            [&](const Row &row) {
                                                list.append(read(row));
                                                return true;
                                            },
                                            {toColumn(values)...});
        if (!visited)
            return tl::unexpected(visited.error());
        return list;
    }
    /// The first row, or nothing.
    template <typename Read, typename... Values>
    [[nodiscard]] auto first(const QString &sql, Read read, const Values &...values)
        -> Result<std::optional<std::invoke_result_t<Read, const Row &>>>
    {
        std::optional<std::invoke_result_t<Read, const Row &>> found;
        const Result<> visited = visitBound(sql,
                                            [&](const Row &row) {
                                                found.emplace(read(row));
                                                return false;
                                            },
                                            {toColumn(values)...});
        if (!visited)
            return tl::unexpected(visited.error());
        return found;
    }
    /// Row by row, until `visit` returns false. It may use the store.
    template <typename... Values>
    [[nodiscard]] Result<> each(const QString &sql, const std::function<bool(const Row &)> &visit, const Values &...values)
    {
        return visitBound(sql, visit, {toColumn(values)...});
    }

    /// Commits when `work` succeeds and rolls back when it fails. Inside another one it is a part of that one.
    template <typename Work>
    [[nodiscard]] auto transact(Work work) -> std::invoke_result_t<Work>
    {
        if (const Result<> begun = begin(); !begun)
            return tl::unexpected(begun.error());
        auto result = work();
        if (!result) {
            rollback();
            return result;
        }
        if (const Result<> committed = commit(); !committed)
            return tl::unexpected(committed.error());
        return result;
    }

    [[nodiscard]] Result<> check(); ///< SQLite's quick_check
    [[nodiscard]] const QString &path() const;
    /// Whether the last writer of this file ended without closing it: there may be something to finish.
    [[nodiscard]] bool endedUncleanly() const;

private:
    class Private;
    explicit Store(std::unique_ptr<Private> d);
    [[nodiscard]] Result<Changes> runBound(const QString &sql, const QVariantList &values);
    [[nodiscard]] Result<> visitBound(const QString &sql, const std::function<bool(const Row &)> &visit, const QVariantList &values);
    [[nodiscard]] Result<> begin();
    [[nodiscard]] Result<> commit();
    void rollback();
    std::unique_ptr<Private> d;
};

/// Moves a damaged file and its companions beside itself ("outbox.db" → "outbox.db.damaged-20261120-090000"), so that a new one
/// can be made and nothing is lost. Returns the new path.
[[nodiscard]] Result<QString> setAside(const QString &path, const QDateTime &now);

} // namespace callcard

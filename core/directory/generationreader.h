#pragma once

#include <callcard/customersource.h>
#include <callcard/store.h>

#include <QList>

#include <memory>

namespace callcard {

struct DirectoryCounts {
    qint64 customers{};
    qint64 numbers{};
    qint64 unparseable{};
    qint64 shared{};
};

/// Reads one generation. Everything is a lookup in an index; nothing is kept in memory but SQLite's own pages.
class GenerationReader
{
public:
    [[nodiscard]] static Result<std::unique_ptr<GenerationReader>> open(const QString &path, bool readOnly);
    explicit GenerationReader(Store &store) : m_store(&store) {} ///< For whoever writes it, within their transaction.

    /// Rows, in no order; at most one more than kMostSharing.
    [[nodiscard]] Result<QList<qint64>> withNumber(const PhoneNumber &number) const;
    [[nodiscard]] Result<QList<qint64>> withAlias(qint64 hash) const;
    /// The customer a row belongs to, put together from its twins and links; absent: facts only, or gone meanwhile.
    [[nodiscard]] Result<std::optional<Customer>> customerAt(qint64 row) const;
    /// The same without what was written on this computer; absent: all of it was.
    [[nodiscard]] Result<std::optional<Customer>> withoutLocal(qint64 row) const;
    /// Of any of its origins.
    [[nodiscard]] Result<std::optional<qint64>> rowOf(const QString &key) const;
    /// The leading row of a customer: two rows with one leader are one customer.
    [[nodiscard]] Result<qint64> leaderOf(qint64 row) const;
    /// What those tell whom a record points to, directly or through each other.
    [[nodiscard]] Result<> complete(Customer &customer, const QList<QString> &links) const;
    /// What a source said, as it said it.
    [[nodiscard]] Result<std::optional<SourceRecord>> recordAt(qint64 row) const;

    struct BlockRow {
        qint64 e164{};
        qint64 record{};
        qint64 company{};
    };
    /// Numbers that differ from this one in the last two digits only; stops when a second company appears.
    [[nodiscard]] Result<QList<BlockRow>> block(const PhoneNumber &number) const;

    [[nodiscard]] Result<DirectoryCounts> counts() const;
    [[nodiscard]] Result<qint64> revision() const; ///< Another one after each change in place.
    [[nodiscard]] Result<QDateTime> lastSync() const;
    /// Where the last complete pass ended; empty: there was none, or as somebody else.
    [[nodiscard]] Result<QByteArray> cursor(const QString &source, int scope, const SourceAccount &account) const;
    /// Whether the last complete pass told of what cannot be used. Those of an earlier program did not.
    [[nodiscard]] Result<bool> hasTold(const QString &source, int scope) const;
    [[nodiscard]] Result<QString> placeOf(const QString &source) const; ///< Of the records there are; empty: nobody knows.
    [[nodiscard]] Result<QString> nameOfRep() const;                    ///< As the sources call who asked them; empty: none told.
    [[nodiscard]] Store &store() const { return *m_store; }

private:
    explicit GenerationReader(std::unique_ptr<Store> store) : m_owned(std::move(store)), m_store(m_owned.get()) {}
    struct Loaded {
        QString key{};
        QString source{};
        SourceRecord record{};
    };
    [[nodiscard]] Result<std::optional<Loaded>> load(qint64 row) const;
    /// The twins of a row, the leading one first; empty: gone meanwhile.
    [[nodiscard]] Result<QList<Loaded>> group(qint64 row) const;
    [[nodiscard]] Result<std::optional<Customer>> assembled(const QList<Loaded> &group) const;

    std::unique_ptr<Store> m_owned; ///< Absent: somebody else's.
    Store *m_store;
};

} // namespace callcard

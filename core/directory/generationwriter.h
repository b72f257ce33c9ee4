#pragma once

#include <callcard/customersource.h>
#include <callcard/store.h>

#include <QHash>
#include <QSet>

#include <functional>

namespace callcard {

/// Writes records and everything that is computed from them into one generation. The caller holds the transaction, and gives up the
/// whole of it at the first error.
class GenerationWriter
{
public:
    enum class Clash {
        Replace, ///< A source tells news of a record.
        Unite,   ///< A file has two rows for one.
    };
    enum class Outcome {
        Added,
        Changed,
        Unchanged,
        SetApart, ///< Its id is somebody else's too: both are kept.
    };

    /// `bulk`: a new file, whose twins and vocabulary are found in one pass at the end instead of record by record.
    explicit GenerationWriter(Store &store, bool bulk) : m_store(store), m_bulk(bulk) {}

    [[nodiscard]] Store &store() { return m_store; }
    [[nodiscard]] Result<qint64> sourceRow(const QString &source);
    [[nodiscard]] Result<Outcome> put(const QString &source, const SourceRecord &record, Clash clash);
    /// Whether there was one.
    [[nodiscard]] Result<bool> remove(const QString &source, const QString &sourceId);
    [[nodiscard]] Result<> setCursor(const QString &source, int scope, const QByteArray &cursor, const QDateTime &at,
                                     const SourceAccount &account, bool told = true);
    /// Scopes wider than that are asked for no more: what they would tell of is not waited for.
    [[nodiscard]] Result<> forgetUntold(const QString &source, int widest);
    /// What was counted so far goes into the file: another process may put in the rest.
    [[nodiscard]] Result<> keepCounts();
    /// Twins, what is inherited, vocabulary, counts: the last thing before the commit.
    [[nodiscard]] Result<> finish(const std::function<bool()> &stopped = [] { return false; });

private:
    struct Stored {
        qint64 id{};
        SourceRecord record{};
    };
    [[nodiscard]] Result<std::optional<Stored>> stored(qint64 source, const QString &sourceId);
    [[nodiscard]] Result<> replace(const Stored &before, const SourceRecord &after);
    [[nodiscard]] Result<> setApart(const QString &source, const Stored &before, const SourceRecord &newcomer);
    [[nodiscard]] Result<> index(qint64 id, const SourceRecord &record);
    [[nodiscard]] Result<> unindex(qint64 id, const SourceRecord &record);
    [[nodiscard]] Result<> addNewWords(const QString &words);
    [[nodiscard]] bool isIndexedLater(const SourceRecord &record) const;
    [[nodiscard]] Result<> noteNumber(const PhoneNumber &number, int rowsIfCounted, int change);
    [[nodiscard]] Result<> finishAll(const std::function<bool()> &stopped);
    [[nodiscard]] Result<> finishTouched();
    [[nodiscard]] Result<> addCounts();
    [[nodiscard]] Result<> addTo(const QString &key, qint64 change);

    Store &m_store;
    const bool m_bulk;
    QHash<QString, qint64> m_sources;
    QSet<qint64> m_touched;
    qint64 m_customers = 0; ///< Added less removed, as the next.
    qint64 m_unparseable = 0;
    qint64 m_numbers = 0;
    qint64 m_merged = 0;
    QSet<qint64> m_changedKeys; ///< Hashes of the keys of records that changed or went.
    QSet<qint64> m_changedNumbers;
};

/// Rows of `text` in the alias index, for e-mails and for numbers nobody can parse.
[[nodiscard]] QList<qint64> aliasesOf(const Customer &customer);
/// Numbers that may identify the customer, each once.
[[nodiscard]] QList<PhoneNumber> identifyingNumbers(const Customer &customer);
[[nodiscard]] int unparseableNumbers(const Customer &customer);
/// Whether a text that is no number may match itself: long enough to say something, not withheld, not a spreadsheet's ruin.
[[nodiscard]] bool isLiteral(const CustomerNumber &number);
[[nodiscard]] bool isLiteralText(const QString &text);

} // namespace callcard

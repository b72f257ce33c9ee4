#pragma once

#include <callcard/customer.h>
#include <callcard/result.h>
#include <callcard/task.h>

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

#include <stop_token>

namespace callcard {

/// Texts that a person emptied, which is something else than having none to tell.
struct ClearedTexts {
    bool company{};
    bool title{};
    bool note{};
    bool operator==(const ClearedTexts &) const = default;
};

/// What one source says about one customer. Its id and origins are given by the directory.
struct SourceRecord {
    QString sourceId{}; ///< Stable in the source; never empty.
    Customer customer{};
    bool factsOnly{};             ///< Money and dates that other records point to; nobody by itself.
    QList<QString> completedBy{}; ///< Keys of records that fill this one's gaps: the company, then the sales summary.
    QString sameAs{};             ///< Key of another source's record that is the same customer, where the source says so.
    QList<QString> withdrawn{};   ///< Of a change made here: numbers and e-mails of the others that hold no more.
    ClearedTexts cleared{};       ///< The same of texts that were emptied.
    bool operator==(const SourceRecord &) const = default;
};

/// "firestore:copper_people/4711": how records point to each other, and the text of a CustomerId.
[[nodiscard]] QString recordKey(const QString &source, const QString &sourceId);

/// Whose customers a source gives. What was fetched as somebody else is not gone on with.
struct SourceAccount {
    QString place{};  ///< The project or account, stable: what came from another one holds no more here. Empty: there is but one.
    QString person{}; ///< Who asks, as far as it decides what is given.
    QString name{};   ///< What they are called there, for records that know their owner by name only.
    bool operator==(const SourceAccount &) const = default;
};

/// What is fetched: the rep's own accounts before the active customers, everything only when somebody chose it.
enum class SyncScope { Own, Active, Everything };

/// What a source has and nobody can be made of.
struct RefusedRecord {
    QString sourceId{}; ///< Empty: it has none.
    qint64 place{};     ///< Of one without an id: where it stood in the list, or in the answer it came with, from 1.
    QString reason{};   ///< A stable word, as in the report of an import: "no-name", "empty", "no-id" …
    QString mark{};     ///< Of one without an id: what is told of twice has the same one, see RecordMarks.
    bool operator==(const RefusedRecord &) const = default;
};

/// Marks for the records without an id of one answer, so that a page that is read again tells of none of them twice.
class RecordMarks
{
public:
    [[nodiscard]] QString markOf(const QByteArray &record);

private:
    QHash<QByteArray, int> m_alike;
};

struct SourcePage {
    QList<SourceRecord> changed{};
    QList<QString> removed{}; ///< Source ids.
    QByteArray cursor{};      ///< Where the next page, or after the last one the next sync, goes on.
    /// Those known before are among `removed`.
    QList<RefusedRecord> refused{};
    bool last{};
    bool everything{}; ///< With `last`: this pass listed all the source has in the scope, so what it did not mention is gone.
};

/// Somewhere customers come from, page by page. It neither stores nor retries; it may be asked again for a page it gave.
class CustomerSource
{
public:
    CustomerSource() = default;
    CustomerSource(const CustomerSource &) = delete;
    CustomerSource &operator=(const CustomerSource &) = delete;
    virtual ~CustomerSource();

    /// "firestore:copper_people", "copper", "justcall": without a slash, never changing.
    [[nodiscard]] virtual QString name() const = 0;
    /// Asked before each pass.
    [[nodiscard]] virtual QCoro::Task<Result<SourceAccount>> account(std::stop_token stop);
    /// An empty cursor asks from the beginning. Each scope has cursors of its own.
    [[nodiscard]] virtual QCoro::Task<Result<SourcePage>> page(SyncScope scope, QByteArray cursor, std::stop_token stop) = 0;
    /// Asks from the beginning like an empty one, and keeps what the cursor knows of earlier passes.
    [[nodiscard]] virtual QByteArray fromTheBeginning(const QByteArray &cursor) const;
};

} // namespace callcard

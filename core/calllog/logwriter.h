#pragma once

#include "entryrow.h"
#include "logchanges.h"

#include <callcard/callermemory.h>

#include <QMap>

#include <functional>
#include <optional>
#include <utility>

namespace callcard {

struct OursOfCall;

/// Every change of the log, inside the transaction of whoever uses it. It is told the time: a change that is tried again says when
/// it happened.
class LogWriter
{
public:
    LogWriter(Store &store, LogChanges &changes, QDateTime now) : m_store(store), m_changes(changes), m_now(std::move(now)) {}

    void setNow(const QDateTime &now) { m_now = now; }
    /// Off at first.
    void setMarksRecords(bool on) { m_marksRecords = on; }

    /// The last step of a transaction.
    [[nodiscard]] Result<> finish() { return writeTexts(m_store, std::exchange(m_texts, {})); }

    // Live
    [[nodiscard]] Result<> call(const Call &call, bool marksRecord);
    [[nodiscard]] Result<> merge(const CallId &from, const CallId &into, bool marksRecord);
    [[nodiscard]] Result<> text(const Message &text);
    [[nodiscard]] Result<> receipt(const CallId &call, const CardReceipt &receipt);
    [[nodiscard]] Result<> customer(const CallId &call, const CustomerLink &customer);
    [[nodiscard]] Result<> unlink(const CallId &call);

    // A person
    /// Changes one call and marks what must be delivered, unless the call is private. Nothing happens to a call that is unknown.
    [[nodiscard]] Result<> edit(const CallId &call, const std::function<void(LogEntry &)> &change, std::optional<Delivers> delivers);
    [[nodiscard]] Result<> setPrivate(const CallId &call, bool isPrivate);
    [[nodiscard]] Result<> settled(const CallId &call, bool done);
    [[nodiscard]] Result<> promise(const Promise &promise, const std::optional<PhoneNumber> &number, const CallId &call);
    [[nodiscard]] Result<> promiseDone(qint64 id, bool done);
    [[nodiscard]] Result<> reminder(const Reminder &reminder);
    [[nodiscard]] Result<> removeReminder(qint64 id);
    [[nodiscard]] Result<> star(const QString &person, bool on);

    // History
    [[nodiscard]] Result<TakenHistory> takeRows(const HistorySpan &span, const QList<HistoryRow> &rows, bool complete);
    [[nodiscard]] Result<TakenHistory> takeTexts(const HistorySpan &span, const QList<Message> &texts);
    [[nodiscard]] Result<> dirty(const QString &source, const QString &agent, const QDate &day);

    // Privacy
    [[nodiscard]] Result<int> prune(const QDateTime &before);
    [[nodiscard]] Result<> forget(const CustomerId &customer, const QList<PhoneNumber> &numbers);

private:
    struct Told;
    [[nodiscard]] Result<> save(StoredEntry &stored);
    [[nodiscard]] Result<> settle(const QString &person, const QDateTime &around);
    /// Of whoever the call was with: those that were made until then, or all.
    [[nodiscard]] Result<> dropReminders(const StoredEntry &stored, const std::optional<QDateTime> &madeUntil);
    [[nodiscard]] Result<> mark(const CallId &call, Delivers what);
    [[nodiscard]] Result<> unmark(const CallId &call);
    [[nodiscard]] Result<qint64> nextRevision();
    [[nodiscard]] Result<bool> takeRow(const HistorySpan &span, const HistoryRow &row, TakenHistory &taken);
    [[nodiscard]] Result<> joinRow(const QString &source, const HistoryRow &row, const QString &agent, CallId &call);
    [[nodiscard]] Result<bool> isToldByOthers(const CallId &call, const QString &source, const QString &row);
    [[nodiscard]] Result<> takeText(const HistorySpan &span, const Message &text, TakenHistory &taken);
    [[nodiscard]] Result<> forgetArrived(const StoredEntry &before, const StoredEntry &after, const OursOfCall &ours);
    [[nodiscard]] Result<> vanish(const HistorySpan &span, const QSet<QString> &seen, TakenHistory &taken);
    [[nodiscard]] Result<> spanRead(const HistorySpan &span, bool texts);
    [[nodiscard]] Result<> forgetCall(const StoredEntry &stored);

    Store &m_store;
    LogChanges &m_changes;
    QDateTime m_now;
    bool m_marksRecords = false;
    SearchTexts m_texts;
    std::optional<QMap<QString, QDateTime>> m_unsettled; // person → the earliest call that changed
};

/// `agent_email` as it is compared: trimmed, without case.
[[nodiscard]] QString agentKey(const QString &email);
[[nodiscard]] Result<> onlySuccess(const Result<Changes> &done);

} // namespace callcard

#pragma once

#include <callcard/backoff.h>
#include <callcard/callbackqueue.h>
#include <callcard/callermemory.h>
#include <callcard/callrecords.h>
#include <callcard/clock.h>
#include <callcard/task.h>

#include <QObject>

namespace callcard {

class LogWriter;
class Store;
struct LogChanges;

/// The durable record of calls, texts and what a person added to them: the truth from which figures are computed.
///
/// Live events are kept for a few milliseconds and written in one commit, so that a card is painted first; what a person does is
/// committed before the call returns. A write that fails is kept in memory in its order, tried again, and told by troubleChanged():
/// reads do not show it before it is on the disk. Signals come after the commit and name exactly what changed.
class CallLog final : public QObject, public CallerMemory
{
    Q_OBJECT

public:
    [[nodiscard]] static Result<std::unique_ptr<CallLog>> open(const QString &path, Clock &clock);
    /// For callcard-cli beside a running tray program: nothing can be changed.
    [[nodiscard]] static Result<std::unique_ptr<CallLog>> openReadOnly(const QString &path, Clock &clock);
    ~CallLog() override;

    /// The rep's calendar, for "today" on the card. The system's until set.
    void setZone(const QTimeZone &zone) { m_zone = zone; }
    /// Every change of a call's status is marked for the `calls` collection. Off at first.
    void setMarksRecords(bool on) { m_marksRecords = on; }

    // Live: durable within 20 ms.
    void onCallChanged(const callcard::Call &call);
    void onCallMerged(const callcard::CallId &from, const callcard::CallId &into);
    void onText(const callcard::Message &text);
    void setReceipt(const CallId &call, const CardReceipt &receipt);
    /// Who the call is with. All calls of the number that are linked to nobody follow.
    void setCustomer(const CallId &call, const CustomerLink &customer);
    void unlinkCustomer(const CallId &call);
    /// Writes what waits. Also done by the destructor.
    [[nodiscard]] Result<> flush();
    [[nodiscard]] QCoro::Task<> stop();

    /// What keeps the log from being written, if something does, and how much waits in memory.
    [[nodiscard]] const std::optional<Error> &trouble() const { return m_trouble; }
    [[nodiscard]] int unwritten() const { return static_cast<int>(m_writes.size()); }

    // What a person does: on the disk when this returns. Where that fails it is kept, tried again and told, see trouble().
    void setNote(const CallId &call, const QString &note);
    void setOutcome(const CallId &call, const QString &outcome);
    void setTags(const CallId &call, const QStringList &tags);
    void setRating(const CallId &call, std::optional<double> rating); ///< 0 to 5 in halves.
    void setPrivate(const CallId &call, bool isPrivate);
    /// `done` settles all waiting calls of that person, false opens what a hand settled (Undo).
    void setSettled(const CallId &call, bool done);
    void addPromise(const Promise &promise, const std::optional<PhoneNumber> &number = {}, const CallId &call = {});
    void setPromiseDone(qint64 id, bool done);
    void addReminder(const Reminder &reminder);
    void removeReminder(qint64 id);
    void setStar(const QString &person, bool on); ///< personKey()

    // History of a provider. One span is one transaction: bring long ones day by day.
    /// All rows of the span: new and changed ones are kept, those that vanished are marked deleted, their days become dirty.
    [[nodiscard]] Result<TakenHistory> takeHistory(const HistorySpan &span, const QList<HistoryRow> &rows);
    [[nodiscard]] Result<TakenHistory> takeTexts(const HistorySpan &span, const QList<Message> &texts);
    /// Single rows of an incomplete source (a webhook, a poll): nothing vanishes, the span does not count as read.
    [[nodiscard]] Result<TakenHistory> takeRows(const HistorySpan &span, const QList<HistoryRow> &rows);
    [[nodiscard]] Result<QList<DirtyDay>> dirtyDays() const;
    /// Only where nothing changed since it was read.
    [[nodiscard]] Result<> clearDirty(const QList<DirtyDay> &days);
    [[nodiscard]] Result<> markDirty(const QString &source, const QString &agentEmail, const QDate &from, const QDate &to);
    [[nodiscard]] Result<QList<ReadSpan>> readSpans(const QString &source, const QString &agentEmail, bool texts = false) const;
    /// Small things that whoever brings history must remember in this file.
    [[nodiscard]] Result<std::optional<QByteArray>> kept(const QString &key) const;
    [[nodiscard]] Result<> keep(const QString &key, const QByteArray &value);

    // Reads
    [[nodiscard]] Result<HistoryPage> history(const HistoryQuery &query) const;
    [[nodiscard]] Result<PeoplePage> people(const HistoryQuery &query) const;
    /// Numbers that are linked to nobody, in their order; `after`: the last one of the page before.
    [[nodiscard]] Result<QList<Stranger>> strangers(const std::optional<PhoneNumber> &after, int limit) const;
    [[nodiscard]] Result<std::optional<LogEntry>> entry(const CallId &call) const;
    [[nodiscard]] Result<std::optional<CallStory>> story(const CallId &call) const;
    /// Ids under which the call was known besides its own: of sessions that turned out to be part of it.
    [[nodiscard]] Result<QList<CallId>> otherNames(const CallId &call) const;
    [[nodiscard]] Result<LogTotals> totals(const QDateTime &from, const QDateTime &to) const;
    /// Rows that may belong to the civil days of the range in any zone; the metrics room decides by the calendar. Empty e-mail: all reps.
    [[nodiscard]] Result<Countables> countables(const QString &agentEmail, const QDate &from, const QDate &to) const;
    [[nodiscard]] Result<QList<Message>> texts(const QList<PhoneNumber> &numbers, int limit) const; ///< Newest first.
    /// Missed calls of the last `reach` that wait or were settled since `midnight`.
    [[nodiscard]] Result<QueueFacts> queueFacts(const QDateTime &midnight, std::chrono::days reach = std::chrono::days(30)) const;
    [[nodiscard]] Result<QList<Promise>> openPromises() const; ///< Due first.
    [[nodiscard]] Result<QList<Reminder>> reminders() const;   ///< Soonest first.
    /// Outcomes that a provider told of past calls, most used first: it has no list of them, and takes no others.
    [[nodiscard]] Result<QStringList> knownOutcomes(int limit = 9) const;
    [[nodiscard]] Memory memoryOf(const std::optional<CustomerId> &customer, const CallParty &caller) const override;

    // What must go to the provider or to Firestore.
    [[nodiscard]] Result<QList<UndeliveredMark>> undelivered() const;
    /// It is in the outbox. Nothing happens where a newer change was marked meanwhile.
    [[nodiscard]] Result<> handedOver(const UndeliveredMark &mark);
    [[nodiscard]] Result<> delivered(const CallId &call, Delivers what);
    /// There is nobody it could be delivered to: it only stays here. Of one call, or of all of them.
    [[nodiscard]] Result<> dropMarks(Delivers what, const CallId &call = {});

    // Privacy
    /// Calls and texts older than that; kept where a promise is open or something is undelivered. No day becomes dirty.
    [[nodiscard]] Result<int> prune(std::chrono::days keep);
    /// Names, numbers, notes and texts of that person. Figures stay: what counts holds nothing personal.
    [[nodiscard]] Result<> forget(const CustomerId &customer, const QList<PhoneNumber> &numbers);
    [[nodiscard]] Result<> wipe();

Q_SIGNALS:
    void entryChanged(const callcard::CallId &call); ///< New or different.
    void entryRemoved(const callcard::CallId &call);
    void cleared(); ///< So much changed that reading again is cheaper.
    void queueChanged();
    void promisesChanged();
    void textChanged(const callcard::MessageId &text);
    void dirtied();
    void marked(const callcard::UndeliveredMark &mark);
    /// Not to be delivered any more (private, forgotten).
    void unmarked(const callcard::CallId &call, callcard::Delivers what);
    void troubleChanged();

private:
    struct Write {
        QString key{}; ///< A newer write of the same key takes the place of the older; empty: none does.
        std::function<Result<>(LogWriter &)> apply{};
        QDateTime at{}; ///< When it happened, however late it is written.
    };
    CallLog(std::unique_ptr<Store> store, Clock &clock);
    void later(Write write);
    void now(Write write);
    [[nodiscard]] Result<> commit(const QList<Write> &writes);
    [[nodiscard]] Result<TakenHistory> take(const std::function<Result<TakenHistory>(LogWriter &)> &work);
    void schedule(std::chrono::milliseconds wait);
    [[nodiscard]] QCoro::Task<> writeAfter(std::chrono::milliseconds wait, std::stop_token stop);
    void setTrouble(const std::optional<Error> &trouble);
    void announce(const LogChanges &changes);

    std::unique_ptr<Store> m_store;
    Clock &m_clock; // outlives us: declared earlier in the engine
    QTimeZone m_zone{QTimeZone::systemTimeZone()};
    bool m_marksRecords = false;
    QList<Write> m_writes;
    bool m_scheduled = false;
    std::optional<Error> m_trouble;
    Backoff m_backoff;
    TaskScope m_scope; // last: its coroutines use all of the above
};

} // namespace callcard

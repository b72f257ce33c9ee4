#pragma once

#include <callcard/calllog.h>
#include <callcard/screenpop.h>

#include <QHash>
#include <QObject>

#include <memory>

namespace callcard {

/// The profile's call log, and what the rest of the engine tells it. Where it cannot be opened calls still come, without memory, and
/// problem() says why: nothing is written anywhere else instead.
class CallBook final : public QObject, public CallerMemory
{
    Q_OBJECT

public:
    CallBook(const QString &file, Clock &clock, QObject *parent = nullptr); ///< The clock outlives us.
    ~CallBook() override;

    /// Null: it could not be opened.
    [[nodiscard]] CallLog *log() const { return m_log.get(); }
    [[nodiscard]] std::optional<Error> problem() const;
    /// Where the log of before lies: it was damaged. Empty: it was not.
    [[nodiscard]] QString setAsideAs() const { return m_setAsideAs; }
    void setZone(const QTimeZone &zone);
    [[nodiscard]] QCoro::Task<> stop();

    [[nodiscard]] Memory memoryOf(const std::optional<CustomerId> &customer, const CallParty &caller) const override;

    void onCallChanged(const callcard::Call &call);
    void onCallMerged(const callcard::CallId &from, const callcard::CallId &into);
    void onMessage(const callcard::Message &message);
    /// What was decided about its card. Only a fact links a call to a customer.
    void onDecided(const callcard::PopDecision &decision, const WhoIs &who);
    /// False: they are nobody, or several that nobody chose from.
    bool nameCaller(const CallId &call, const WhoIs &who);
    /// Callers whom the directory could not be asked about are looked up once more.
    void askAgain(const CallerLookup &lookup);
    void onReceipt(const callcard::PopDecision &decision);
    /// Calls that were live when the program ended, as the log has them: their end was not seen.
    [[nodiscard]] QList<Call> leftovers() const;

Q_SIGNALS:
    void problemChanged();
    /// Their time has come. Told once in the life of this program, also of those that came due while it did not run.
    void remindersDue(const QList<callcard::Reminder> &reminders);

private:
    struct Unasked {
        CallId call{};
        CallParty caller{};
    };
    void lookForDue();
    QCoro::Task<> lookAfter(std::chrono::milliseconds wait, std::stop_token stop);

    Clock &m_clock;
    QString m_setAsideAs;
    std::unique_ptr<CallLog> m_log;
    std::optional<Error> m_problem;
    QHash<qint64, QDateTime> m_toldDue; ///< Reminder → the time that it was told for.
    QList<Unasked> m_unasked;           ///< Oldest first.
    std::stop_source m_dueWait;
    TaskScope m_scope;
};

} // namespace callcard

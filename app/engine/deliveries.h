#pragma once

#include "accounts.h"

#include <callcard/calllog.h>
#include <callcard/outbox.h>
#include <callcard/pace.h>
#include <callcard/ratebudget.h>

#include <QHash>
#include <QObject>
#include <QSet>

namespace callcard {

struct DeliveriesContext {
    const Preferences &preferences;
    CallLog &log;
    Outbox &outbox;
    HttpClient &http;
    RateBudget &justcallBudget;
    Clock &clock;
};

/// What a person said about a call goes to the phone provider, and the record of a call, where that is switched on, to Firestore. The
/// log's marks become items of the outbox; what has arrived is noted in the log. A mark without a way waits in the log.
class Deliveries final : public QObject
{
    Q_OBJECT

public:
    explicit Deliveries(const DeliveriesContext &context, QObject *parent = nullptr);
    ~Deliveries() override;

    /// The outbox's destination of what was said about calls.
    [[nodiscard]] static QString remarksDestination();

    /// At first, and whenever settings or secrets changed. What waited is on its way from then on.
    [[nodiscard]] QCoro::Task<> setAccounts(std::shared_ptr<Accounts> accounts);
    /// Settings of callRecords/: they concern no account.
    void onSettingsChanged();
    void nudge();
    [[nodiscard]] QCoro::Task<> stop();

    /// Whether note, outcome and rating of the call go anywhere.
    [[nodiscard]] bool sendsRemarksOf(const Call &call) const;
    /// Whose calls' remarks go back to their service now, or will once the keychain is open.
    [[nodiscard]] QStringList remarkedSources() const;
    /// Why the provider did not take what was said about the call.
    [[nodiscard]] std::optional<Error> refusalOf(const CallId &call) const;
    /// Why nothing is sent just now, by destination.
    [[nodiscard]] QHash<QString, Error> pauses() const;

    /// A clicked call shows among the events: from now on its record is kept under the provider's name.
    void onNamed(const Call &clicked, const Call &named);

    struct RecordsSent {
        int calls{};
        int waiting{}; ///< Of the destination.
        int parked{};
        std::optional<Error> why{};
    };
    /// The records of all calls of these days as the log has them; those that are there are brought up to date.
    [[nodiscard]] QCoro::Task<Result<RecordsSent>> sendRecords(DayRange range, QTimeZone zone, std::stop_token stop);

private:
    struct Way {
        std::shared_ptr<Accounts> accounts;
        std::unique_ptr<Delivery> delivery;
        std::unique_ptr<OutboxPump> pump;
    };
    void openRemarks();
    void openRecords();
    void forgetRecords();
    [[nodiscard]] static QCoro::Task<> close(std::shared_ptr<Way> way);
    void onMarked(const UndeliveredMark &mark);
    void onUnmarked(const CallId &call, Delivers what);
    [[nodiscard]] QCoro::Task<> handOverWhenQuiet();
    void handOverSoon();
    [[nodiscard]] QCoro::Task<> handOverAll();
    void onEntryChanged(const CallId &call);
    [[nodiscard]] Result<> handOver(const UndeliveredMark &mark);
    [[nodiscard]] Result<> handOverRemark(const UndeliveredMark &mark);
    [[nodiscard]] Result<> handOverRecord(const UndeliveredMark &mark);
    [[nodiscard]] std::optional<OutboxItem> recordOf(const LogEntry &entry) const;
    [[nodiscard]] Result<QList<OutboxItem>> partsOf(const LogEntry &entry) const;
    void onArrived(const QString &destination, const QString &key, const QList<Delivers> &what);
    [[nodiscard]] bool writesRecords() const;
    [[nodiscard]] bool maySendRemarksLater() const;
    [[nodiscard]] UserId user() const;

    const DeliveriesContext m_context;
    std::shared_ptr<Accounts> m_accounts;
    std::shared_ptr<Way> m_remarks;
    std::shared_ptr<Way> m_records;
    quint64 m_generation = 0;
    std::chrono::milliseconds m_lastTyped{};
    bool m_waitsForQuiet = false;
    bool m_handsOver = false;
    bool m_handOverAgain = false;
    QSet<CallId> m_awaitingEnd; ///< Live calls about which something was said: JustCall takes it when they are over.
    TaskScope m_scope;          // last: its coroutines use all of the above
};

} // namespace callcard

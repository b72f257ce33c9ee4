#pragma once

#include "histories.h"
#include "knowngoals.h"
#include "outboxfigures.h"

#include <ipc/ipcwire.h>
#include <ipc/profile.h>

#include <callcard/calllog.h>
#include <callcard/figuresstore.h>
#include <callcard/firestore.h>
#include <callcard/metricssync.h>
#include <callcard/reconcile.h>
#include <callcard/recordedcalls.h>
#include <callcard/teampresence.h>
#include <callcard/teamsync.h>

#include <QObject>

#include <functional>
#include <optional>

namespace callcard {

struct MetricsContext {
    const Profile &profile;
    const Preferences &preferences;
    CallLog &log;
    Outbox &outbox;
    HttpClient &http;
    RateBudget &ringcentralBudget;
    RateBudget &justcallBudget;
    TrafficLedger &traffic;
    Clock &clock;
};

/// Everything about figures that needs the providers and Firestore at once: the schedule, syncs of a team, reconciliation.
class MetricsService final : public QObject
{
    Q_OBJECT

public:
    explicit MetricsService(const MetricsContext &context, QObject *parent = nullptr);
    ~MetricsService() override;

    /// At first, and whenever settings or secrets changed. From then on what waits in the outbox is sent. Done when it is known who
    /// is signed in, or that nobody is.
    [[nodiscard]] QCoro::Task<> setAccounts(std::shared_ptr<Accounts> accounts, std::stop_token stop);
    /// Between the beginning and the end of setAccounts().
    [[nodiscard]] bool isOpening() const { return m_opened != m_generation; }
    /// The schedule and the nightly reconciliation.
    void start();
    [[nodiscard]] QCoro::Task<> stop();
    /// Settings of metrics/: they concern no account.
    void onSettingsChanged();
    void onCallEnded() { m_sync.onCallEnded(); }
    /// The network is back.
    void nudge();

    [[nodiscard]] MetricsSync &sync() { return m_sync; }
    /// Nothing while Firestore is not set up.
    [[nodiscard]] FiguresStore *figures() { return m_link ? m_link->figures.get() : nullptr; }
    [[nodiscard]] bool hasFirestore() const { return m_link != nullptr; }
    /// The rep's own. Read in the background; refreshGoals() reads them now unless they are fresh, and goalsChanged() tells.
    [[nodiscard]] const KnownGoals &goals() const { return m_goals; }
    void refreshGoals();
    /// What stands in Firestore; Refused where it is not set up. The accounts in force now answer, also when they are replaced meanwhile.
    [[nodiscard]] QCoro::Task<Result<QList<Goal>>> goalsOf(UserId user, std::stop_token stop);
    [[nodiscard]] QCoro::Task<Result<QList<TeamMember>>> team(std::stop_token stop);
    [[nodiscard]] QCoro::Task<Result<QList<StoredFigure>>> storedFigures(UserId user, DayRange range, std::stop_token stop);
    /// What the team's call records tell of that person's days, the newest first.
    [[nodiscard]] QCoro::Task<Result<QList<RecordedCall>>> recordedCallsOf(UserId user, DayRange range, std::stop_token stop);
    /// When that person's calls were read last, by whichever program; invalid where that is not told.
    [[nodiscard]] QCoro::Task<Result<QDateTime>> lastSyncOf(UserId user, std::stop_token stop);
    /// Who is on a call. Stands behind everything else that wants the providers' budgets: RateLimited, without a question, where little
    /// is left.
    [[nodiscard]] QCoro::Task<Result<TeamPresence>> presence(QList<TeamMember> members, std::stop_token stop);
    /// The providers whose histories make the figures, as they are set up now.
    [[nodiscard]] QStringList sources() const;
    [[nodiscard]] SyncedRep rep() const;
    [[nodiscard]] UserId user() const;
    [[nodiscard]] Json status() const;
    /// Why figures are not sent just now.
    [[nodiscard]] std::optional<Error> pausedBecause() const { return m_link ? m_link->pump->pausedBecause() : std::nullopt; }
    /// The rep's calendar.
    [[nodiscard]] QTimeZone zone() const { return countingZone(m_context.log, rep()); }

    /// `sync` and `reconcile` of callcard-cli, their arguments checked there. Progress goes to `tell`.
    using Tell = std::function<void(const Json &)>;
    [[nodiscard]] QCoro::Task<Result<Json>> answerSync(Json arguments, Tell tell, std::stop_token stop);
    [[nodiscard]] QCoro::Task<Result<Json>> answerReconcile(Json arguments, std::stop_token stop);
    [[nodiscard]] QCoro::Task<Result<QList<ReconciledFigure>>> reconciled(DayRange range, std::stop_token stop);

Q_SIGNALS:
    /// Tonight's, or one that was asked for.
    void reconciledWith(const QList<callcard::ReconciledFigure> &figures);
    void userKnown();
    void goalsChanged();

private:
    /// Firestore, as long as one set of accounts is in force.
    struct Link {
        std::shared_ptr<Accounts> accounts;
        std::unique_ptr<Delivery> delivery;
        std::unique_ptr<OutboxPump> pump;
        std::unique_ptr<FiguresStore> figures;
        std::optional<FirestoreContext> firestore; ///< Set when it is made.
    };
    [[nodiscard]] QCoro::Task<> identify(std::stop_token stop);
    void openHistories();
    void arrange();
    void takeBack();
    [[nodiscard]] bool isLeftToOthers();
    void recallGoals();
    [[nodiscard]] QCoro::Task<> readGoals();
    [[nodiscard]] QCoro::Task<> reconcileNightly();
    /// Where a setting asks for it: the progress of the rep's goals, for those who read it there.
    [[nodiscard]] QCoro::Task<Result<>> writeGoals(std::stop_token stop);
    [[nodiscard]] QCoro::Task<> writeGoalsInPassing(std::stop_token stop);
    [[nodiscard]] QCoro::Task<Result<Json>> syncSelf(DayRange range, bool dryRun, Tell tell, std::stop_token stop);
    [[nodiscard]] QCoro::Task<Result<Json>> syncTeam(QString who, DayRange range, bool dryRun, Tell tell, std::stop_token stop);
    [[nodiscard]] QCoro::Task<Result<QList<TeamMember>>> membersFor(QString who, std::stop_token stop);
    [[nodiscard]] QCoro::Task<bool> mayWriteFor(QList<TeamMember> members, std::stop_token stop);
    [[nodiscard]] QCoro::Task<Result<QList<ProviderLog>>> providerLogs(DayRange range, QTimeZone zone, std::stop_token stop);
    [[nodiscard]] QCoro::Task<QList<ProviderCount>> providerCounts(DayRange range, QTimeZone zone, std::stop_token stop);

    const MetricsContext m_context;
    OutboxFigures m_outlet;
    MetricsSync m_sync;
    std::shared_ptr<Link> m_link; ///< Whoever asks through it keeps it until the answer is there.
    QList<HistorySource> m_histories;
    std::shared_ptr<Accounts> m_accounts;
    quint64 m_generation = 0;
    quint64 m_opened = 0; ///< The generation that is in force.
    KnownGoals m_goals;
    QString m_goalsOf;    ///< Whose they are.
    UserId m_takenBackBy; ///< Whose entries were looked for last.
    QDateTime m_lowSince; ///< Since when little of a rate budget is left; invalid: enough is.
    quint64 m_sentWhenLow = 0;
    bool m_readingGoals = false;
    bool m_isStarted = false;
    std::optional<int> m_differences; ///< Of the last reconciliation.
    QDateTime m_reconciledAt;
    std::optional<Error> m_countsProblem; ///< Why the last reconciliation had no analytics.
    TaskScope m_scope;                    // last: its coroutines use all of the above
};

} // namespace callcard

#pragma once

#include <callcard/calllog.h>
#include <callcard/clock.h>
#include <callcard/figuresoutlet.h>
#include <callcard/synctypes.h>

#include <QHash>
#include <QObject>

#include <deque>

namespace callcard {

struct SyncRequest;

/// The calendar by which a rep's figures are counted on this computer: chosen by hand, else that of the last sync, else the fallback.
[[nodiscard]] QTimeZone countingZone(const CallLog &log, const SyncedRep &rep);

/// Keeps the rep's figures up to date: reads the providers' histories into the call log by a schedule, counts the days that changed
/// and hands them over. One sync at a time; whoever asks meanwhile waits for its turn.
class MetricsSync final : public QObject
{
    Q_OBJECT

public:
    MetricsSync(CallLog &log, FiguresOutlet &outlet, Clock &clock, SyncPlan::Pace pace = {}, QObject *parent = nullptr);
    ~MetricsSync() override;

    /// Who and from where; again whenever settings change. Nobody or nothing: NotConfigured.
    void configure(const SyncedRep &rep, const QList<HistorySource> &sources);
    void start();
    [[nodiscard]] QCoro::Task<> stop();

    /// A call of the rep is over: its provider will have filed it soon.
    void onCallEnded();
    /// The network is back, somebody signed in: what waits after a failure goes on at once.
    void nudge();
    /// A civil day of the rep.
    [[nodiscard]] QDate today() const;

    /// On demand: every day of the range, read anew and handed over. Progress by stateChanged(). Refused when nothing is set up.
    [[nodiscard]] QCoro::Task<Result<SyncSummary>> sync(DayRange range, bool dryRun, std::stop_token stop);

    [[nodiscard]] const SyncState &state() const { return m_state; }

Q_SIGNALS:
    void stateChanged(const callcard::SyncState &state);
    void synced(const callcard::SyncSummary &summary);

private:
    [[nodiscard]] QCoro::Task<> run();
    [[nodiscard]] QCoro::Task<> rest(std::optional<std::chrono::milliseconds> longest, std::stop_token stop);
    [[nodiscard]] QCoro::Task<SyncSummary> syncInTurn(SyncJob job, bool dryRun, std::stop_token stop);
    [[nodiscard]] QCoro::Task<SyncSummary> syncNow(SyncJob job, bool dryRun, std::stop_token stop);
    [[nodiscard]] QCoro::Task<bool> takeTurn(std::stop_token stop);
    void passTurn();
    void settle(const SyncJob &job, const SyncSummary &summary, bool isRehearsal);
    void noteSignIns(const SyncSummary &summary);
    void goOn();
    void recall();
    void remember(const QDate &completeUntil);
    void showWaiting();
    void setState(SyncState state);
    void wakeSoon();

    CallLog &m_log;
    FiguresOutlet &m_outlet;
    Clock &m_clock;
    SyncedRep m_rep;
    QList<HistorySource> m_sources;
    QTimeZone m_zone{QTimeZone::systemTimeZone()};
    SyncPlan m_plan;
    const SyncPlan::Pace m_pace;
    SyncState m_state;
    QHash<QString, Error> m_signedOut; ///< Sources that wait for a person; the others go on without them.
    QDate m_completeUntil;             ///< The day of the last sync that the schedule asked for and that read everything.
    bool m_busy = false;
    std::deque<std::shared_ptr<Completion<>>> m_turns;
    bool m_wakePending = false;
    std::stop_source m_wake;
    TaskScope m_scope; // last: its coroutines use all of the above
};

} // namespace callcard

Q_DECLARE_METATYPE(callcard::SyncSummary)

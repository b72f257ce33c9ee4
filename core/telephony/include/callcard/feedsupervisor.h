#pragma once

#include <callcard/backoff.h>
#include <callcard/callprovider.h>
#include <callcard/clock.h>
#include <callcard/connection.h>

#include <QObject>

namespace callcard {

class CallTracker;

/// Keeps one provider's feed alive: the only place that reconnects. Random first delay, growth, cap, reset on success, at
/// once when the network returns, never on SignInNeeded. After every gap it asks what is live and what was missed, until it was told
/// both; a feed that goes on where it stopped long ago is held until it is known what is live now. It asks about calls that ring in
/// silence or talk for long, and ends ringing ones that nobody can be asked about. Says connected only with a proof that is fresh, and
/// begins anew where none comes any more.
class FeedSupervisor final : public QObject
{
    Q_OBJECT

public:
    struct Timing {
        std::chrono::milliseconds firstSpread{500};
        Backoff::Shape backoff{.first = std::chrono::seconds(2), .cap = std::chrono::seconds(60), .factor = 2.0, .jitter = 0.5};
        std::optional<std::chrono::milliseconds> proofLasts{}; ///< As the provider says at the moment, unless a test knows better.
        std::chrono::milliseconds checkEvery{5'000};           ///< While something rings; otherwise only when the proof would go stale.
        std::chrono::seconds ghostAfter{75};
        std::chrono::seconds ghostEnds{85};         ///< Whatever the provider says, or does not.
        std::chrono::seconds silentTalk{300};       ///< A talk of which nothing was heard for so long is asked about.
        std::chrono::milliseconds longGap{30'000};  ///< What a feed brings of a gap that long is the past.
        std::chrono::milliseconds holdsMost{3'000}; ///< For so long what a feed brings may wait for a snapshot.
        Backoff::Shape repairs{.first = std::chrono::seconds(2), .cap = std::chrono::minutes(5), .factor = 2.0, .jitter = 0.5};
        std::chrono::milliseconds stableAfter{30'000}; ///< A feed that lived this long starts again from the smallest pause.
    };

    FeedSupervisor(CallProvider &provider, CallTracker &tracker, Clock &clock, Timing timing, std::uint32_t seed,
                   QObject *parent = nullptr);
    FeedSupervisor(CallProvider &provider, CallTracker &tracker, Clock &clock, QObject *parent = nullptr);
    ~FeedSupervisor() override;

    void start();
    [[nodiscard]] QCoro::Task<> stop();

    /// The network is back, the computer woke up, somebody signed in: whatever is waited for, try now.
    void nudge();
    /// The feed that says it is open is not to be trusted (wake-up, other network): begin anew.
    void restart();

    /// Calls of this source that an earlier run of the program left as live: they are asked about, unless the feed has told of them.
    void settleLeftovers(const QList<Call> &calls);

    [[nodiscard]] Connection connection() const { return m_connection; }
    /// A moment of our clock as the provider's would show it.
    [[nodiscard]] QDateTime theirs(const QDateTime &ours) const;

Q_SIGNALS:
    void connectionChanged(const callcard::Connection &connection);
    /// After a gap: so many calls happened that nobody saw.
    void repaired(int missedCalls);
    /// Nobody knows it any more: it ended, unseen.
    void leftoverEnded(const callcard::Call &call);

private:
    QCoro::Task<> run();
    QCoro::Task<> watch();
    [[nodiscard]] std::chrono::milliseconds untilNextLook() const;
    void startRepair();
    QCoro::Task<> repair(std::stop_token stop);
    struct Repair {
        bool knowsLive{};
        bool knowsMissed{};
        std::optional<Error> problem{};
    };
    QCoro::Task<Repair> repairOnce(Repair sofar, std::stop_token stop);
    void onEvent(const CallEvent &event);
    void onLive(const Snapshot &snapshot);
    QCoro::Task<> releaseAfter(std::chrono::milliseconds wait, std::stop_token stop);
    void release(const Snapshot *snapshot);
    void admit(const CallEvent &event);
    [[nodiscard]] std::chrono::milliseconds proofLasts() const;
    void endLostCalls();
    QCoro::Task<> settleGhosts(std::stop_token stop);
    QCoro::Task<> settleLater(QList<Call> calls, std::stop_token stop);
    QCoro::Task<Error> feedOnce();
    QCoro::Task<> pause(std::chrono::milliseconds duration);
    void onFeedLive(bool continuous);
    void onProof();
    void setState(ConnectionState state, std::optional<Error> problem = {});

    CallProvider &m_provider;
    CallTracker &m_tracker;
    Clock &m_clock;
    const Timing m_timing;
    Backoff m_backoff;
    Connection m_connection;
    std::chrono::milliseconds m_lastProof{};
    std::optional<std::chrono::milliseconds> m_liveSince;
    QDateTime m_knownUntil; ///< Everything before was seen or fetched.
    QDateTime m_gapTo;      ///< Of what is being repaired.
    bool m_repairing = false;
    bool m_asking = false;                              ///< About calls that ring in silence.
    std::optional<std::chrono::milliseconds> m_ahead;   ///< The provider's wall clock, ahead of our monotonic one: ours may be set.
    std::chrono::milliseconds m_proofBefore{};          ///< The last one before this feed.
    std::optional<std::chrono::milliseconds> m_heldFor; ///< Since when the feed is held.
    QList<CallEvent> m_held;                            ///< Came before it was known what is live.
    int m_missed = 0;                                   ///< Calls that nobody saw, until repaired() tells.
    bool m_nudged = false;
    std::stop_source m_pause;
    std::stop_source m_feed;
    std::stop_source m_repair;
    TaskScope m_scope;
};

} // namespace callcard

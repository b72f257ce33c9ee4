#pragma once

#include <callcard/backoff.h>
#include <callcard/callprovider.h>
#include <callcard/clock.h>
#include <callcard/connection.h>

#include <QObject>

namespace callcard {

class CallTracker;

/// Keeps one provider's feed alive: the only place that reconnects. Random first delay, growth, cap, reset on success, at
/// once when the network returns, never on SignInNeeded. After every gap it asks what is live and what was missed, and it
/// asks about calls that ring in silence. Says connected only with a proof that is fresh.
class FeedSupervisor final : public QObject
{
    Q_OBJECT

public:
    struct Timing {
        std::chrono::milliseconds firstSpread{500};
        Backoff::Shape backoff{.first = std::chrono::seconds(2), .cap = std::chrono::seconds(60), .factor = 2.0, .jitter = 0.5};
        std::chrono::milliseconds proofLasts{45'000};
        std::chrono::milliseconds checkEvery{5'000}; ///< While something rings; otherwise only when the proof would go stale.
        std::chrono::seconds ghostAfter{75};
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

    [[nodiscard]] Connection connection() const { return m_connection; }

Q_SIGNALS:
    void connectionChanged(const callcard::Connection &connection);
    /// After a gap: so many calls happened that nobody saw.
    void repaired(int missedCalls);

private:
    QCoro::Task<> run();
    QCoro::Task<> watch();
    [[nodiscard]] std::chrono::milliseconds untilNextLook() const;
    QCoro::Task<> repair();
    QCoro::Task<> settleGhosts(std::stop_token stop);
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
    bool m_repairing = false;
    bool m_nudged = false;
    std::stop_source m_pause;
    std::stop_source m_feed;
    std::stop_source m_repair;
    TaskScope m_scope;
};

} // namespace callcard

#pragma once

#include <callcard/calltracker.h>
#include <callcard/feedsupervisor.h>

#include <QObject>

#include <functional>
#include <memory>
#include <vector>

namespace callcard {

struct SourceOfCalls {
    QString account{}; ///< The name of the service that was set up: "relay", "ringcentral".
    std::unique_ptr<CallProvider> provider{};
};

/// The sources of calls: each has a provider and a supervisor that keeps it alive. Started anew when accounts change.
class LiveCalls final : public QObject
{
    Q_OBJECT

public:
    /// Both outlive us.
    LiveCalls(CallTracker &tracker, Clock &clock, QObject *parent = nullptr);
    ~LiveCalls() override;

    /// None may run: stop() first.
    void start(std::vector<SourceOfCalls> sources);
    [[nodiscard]] QCoro::Task<> stop();
    /// Awaited before the providers go: whoever asked something of one lets it go there. They are not to be found any more by then.
    using Farewell = std::function<QCoro::Task<>()>;
    void setFarewell(Farewell farewell) { m_farewell = std::move(farewell); }

    /// Whatever is waited for, try now.
    void nudge();
    /// No open socket is to be trusted: the computer slept, or is in another network.
    void restart();

    /// Calls that an earlier run left as live: each source is asked about its own, once it is live.
    void settleLeftovers(const QList<Call> &calls);

    [[nodiscard]] QList<Connection> connections() const; ///< By the names of the accounts.
    /// Who reported the call, to act on it; null when that source is gone.
    [[nodiscard]] CallProvider *providerOf(const Call &call) const { return providerOf(call.source); }
    [[nodiscard]] CallProvider *providerOf(const QString &source) const;
    /// A moment of our clock as that source's would show it: ours may be hours wrong.
    [[nodiscard]] QDateTime theirs(const QString &source, const QDateTime &ours) const;
    /// The first that can do it; null: none.
    [[nodiscard]] CallProvider *dialler() const;
    [[nodiscard]] CallProvider *texter() const; ///< Likewise, of texts.
    /// The first that has agents of its own.
    [[nodiscard]] CallProvider *agents() const;

Q_SIGNALS:
    void connectionChanged(const callcard::Connection &connection);
    void messageReceived(const callcard::Message &message);
    void recordingChanged(const QString &sessionId);
    /// After a gap: so many calls happened that nobody saw.
    void repaired(const QString &source, int missedCalls);
    void leftoverEnded(const callcard::Call &call);

private:
    struct Feed {
        QString account;
        std::unique_ptr<CallProvider> provider; // before its supervisor, which it must outlive
        std::unique_ptr<FeedSupervisor> supervisor;
    };
    CallTracker &m_tracker;
    Clock &m_clock;
    std::vector<Feed> m_feeds;
    QList<Call> m_leftovers;
    QStringList m_earlier; ///< Providers that were stopped: their calls may be live still.
    Farewell m_farewell;
};

} // namespace callcard

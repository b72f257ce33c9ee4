#include "livecalls.h"

#include <callcard/nextturn.h>

#include <algorithm>

namespace callcard {

LiveCalls::LiveCalls(CallTracker &tracker, Clock &clock, QObject *parent) : QObject(parent), m_tracker(tracker), m_clock(clock) {}

LiveCalls::~LiveCalls() = default;

namespace {

Connection named(Connection connection, const QString &account)
{
    connection.name = account;
    return connection;
}

} // namespace

void LiveCalls::start(std::vector<SourceOfCalls> sources)
{
    Q_ASSERT(m_feeds.empty());
    // Nobody tells any more how the calls of a source go on that is not there any more.
    const auto isGone = [&sources](const QString &earlier) {
        return std::none_of(sources.begin(), sources.end(),
                            [&](const SourceOfCalls &source) { return source.provider->info().id == earlier; });
    };
    const QList<Call> live = m_tracker.liveCalls();
    for (const Call &call : live) {
        if (m_earlier.contains(call.source) && isGone(call.source))
            m_tracker.settleAsLost(call.id);
    }
    m_earlier.clear();
    for (SourceOfCalls &source : sources) {
        Feed feed{.account = source.account, .provider = std::move(source.provider), .supervisor = {}};
        feed.supervisor = std::make_unique<FeedSupervisor>(*feed.provider, m_tracker, m_clock);
        connect(feed.provider.get(), &CallProvider::messageReceived, this, &LiveCalls::messageReceived);
        connect(feed.provider.get(), &CallProvider::recordingChanged, this, &LiveCalls::recordingChanged);
        connect(feed.supervisor.get(), &FeedSupervisor::connectionChanged, this, [this, account = feed.account](const Connection &now) {
            Q_EMIT
            connectionChanged(named(now, account));
        });
        connect(feed.supervisor.get(), &FeedSupervisor::repaired, this,
                [this, account = feed.account, supervisor = feed.supervisor.get(), id = feed.provider->info().id](int missed) {
                    QList<Call> left;
                    m_leftovers.removeIf([&](const Call &call) {
                        if (call.source == id)
                            left.append(call);
                        return call.source == id;
                    });
                    if (!left.isEmpty())
                        supervisor->settleLeftovers(left);
                    Q_EMIT
                    repaired(account, missed);
                });
        connect(feed.supervisor.get(), &FeedSupervisor::leftoverEnded, this, &LiveCalls::leftoverEnded);
        m_feeds.push_back(std::move(feed));
    }
    for (const Feed &feed : m_feeds)
        feed.supervisor->start();
}

QCoro::Task<> LiveCalls::stop()
{
    std::vector<Feed> ending = std::exchange(m_feeds, {});
    if (m_farewell)
        co_await m_farewell();
    for (const Feed &feed : ending) {
        m_earlier.append(feed.provider->info().id);
        co_await feed.supervisor->stop();
    }
    co_await nextTurn(); // one of them may be telling us something just now, and they die next
}

void LiveCalls::settleLeftovers(const QList<Call> &calls)
{
    m_leftovers = calls;
}

void LiveCalls::nudge()
{
    for (const Feed &feed : m_feeds)
        feed.supervisor->nudge();
}

void LiveCalls::restart()
{
    for (const Feed &feed : m_feeds)
        feed.supervisor->restart();
}

QList<Connection> LiveCalls::connections() const
{
    QList<Connection> connections;
    for (const Feed &feed : m_feeds)
        connections.append(named(feed.supervisor->connection(), feed.account));
    return connections;
}

CallProvider *LiveCalls::providerOf(const QString &source) const
{
    for (const Feed &feed : m_feeds) {
        if (feed.provider->info().id == source)
            return feed.provider.get();
    }
    return nullptr;
}

QDateTime LiveCalls::theirs(const QString &source, const QDateTime &ours) const
{
    for (const Feed &feed : m_feeds) {
        if (feed.provider->info().id == source)
            return feed.supervisor->theirs(ours);
    }
    return ours;
}

CallProvider *LiveCalls::texter() const
{
    for (const Feed &feed : m_feeds) {
        if (feed.provider->info().canText)
            return feed.provider.get();
    }
    return nullptr;
}

CallProvider *LiveCalls::dialler() const
{
    for (const Feed &feed : m_feeds) {
        if (feed.provider->info().canDial)
            return feed.provider.get();
    }
    return nullptr;
}

CallProvider *LiveCalls::agents() const
{
    for (const Feed &feed : m_feeds) {
        if (feed.provider->info().sendsAgents)
            return feed.provider.get();
    }
    return nullptr;
}

} // namespace callcard

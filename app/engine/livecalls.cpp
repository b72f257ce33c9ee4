#include "livecalls.h"

#include <callcard/nextturn.h>

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
    for (SourceOfCalls &source : sources) {
        Feed feed{.account = source.account, .provider = std::move(source.provider), .supervisor = {}};
        feed.supervisor = std::make_unique<FeedSupervisor>(*feed.provider, m_tracker, m_clock);
        connect(feed.provider.get(), &CallProvider::messageReceived, this, &LiveCalls::messageReceived);
        connect(feed.supervisor.get(), &FeedSupervisor::connectionChanged, this, [this, account = feed.account](const Connection &now) {
            Q_EMIT
            connectionChanged(named(now, account));
        });
        connect(feed.supervisor.get(), &FeedSupervisor::repaired, this, [this, account = feed.account](int missed) {
            Q_EMIT
            repaired(account, missed);
        });
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
    for (const Feed &feed : ending)
        co_await feed.supervisor->stop();
    co_await nextTurn(); // whoever stops us may have been told something by one of them just now, and they die here
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

} // namespace callcard

#include <callcard/traffic.h>

#include <algorithm>

namespace callcard {

void TrafficLedger::contacted(const QString &host, const QDateTime &when)
{
    HostTraffic &traffic = m_hosts[host];
    traffic.host = host;
    traffic.lastContact = when;
    ++traffic.requests;
}

void TrafficLedger::sent(const QString &host, qint64 bytes)
{
    if (const auto found = m_hosts.find(host); found != m_hosts.end() && bytes > 0)
        found->bytesSent += quint64(bytes);
}

void TrafficLedger::received(const QString &host, qint64 bytes)
{
    if (const auto found = m_hosts.find(host); found != m_hosts.end() && bytes > 0)
        found->bytesReceived += quint64(bytes);
}

QList<HostTraffic> TrafficLedger::hosts() const
{
    QList<HostTraffic> hosts = m_hosts.values();
    std::sort(hosts.begin(), hosts.end(), [](const HostTraffic &a, const HostTraffic &b) { return a.host < b.host; });
    return hosts;
}

} // namespace callcard

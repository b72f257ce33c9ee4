#pragma once

#include <QDateTime>
#include <QHash>
#include <QList>
#include <QString>

namespace callcard {

/// What went to and came from one host since the program started.
struct HostTraffic {
    QString host{};
    quint64 requests{};
    quint64 bytesSent{}; ///< Bodies and messages, without headers and TLS.
    quint64 bytesReceived{};
    QDateTime lastContact{};
    bool operator==(const HostTraffic &) const = default;
};

/// Every host we ever contacted: the privacy page shows it. Everything in this room writes here, and nothing else talks to the network.
class TrafficLedger
{
public:
    void contacted(const QString &host, const QDateTime &when);
    void sent(const QString &host, qint64 bytes);
    void received(const QString &host, qint64 bytes);
    [[nodiscard]] QList<HostTraffic> hosts() const; ///< By name.

private:
    QHash<QString, HostTraffic> m_hosts;
};

} // namespace callcard

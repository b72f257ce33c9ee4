#include <callcard/networkwatch.h>

#include <QNetworkInformation>

namespace callcard {

NetworkWatch::NetworkWatch(QObject *parent) : QObject(parent)
{
    if (!QNetworkInformation::loadBackendByFeatures(QNetworkInformation::Feature::Reachability))
        return;
    const auto *information = QNetworkInformation::instance();
    m_known = information->reachability() != QNetworkInformation::Reachability::Unknown;
    // A service in the company's network is reachable without the internet, so only a complete loss counts.
    m_online = information->reachability() != QNetworkInformation::Reachability::Disconnected;
    connect(information, &QNetworkInformation::reachabilityChanged, this, [this](QNetworkInformation::Reachability now) {
        m_known = now != QNetworkInformation::Reachability::Unknown;
        update(now != QNetworkInformation::Reachability::Disconnected);
    });
}

void NetworkWatch::update(bool online)
{
    if (online == m_online)
        return;
    m_online = online;
    if (online)
        Q_EMIT
    returned();
    else Q_EMIT
    lost();
}

} // namespace callcard

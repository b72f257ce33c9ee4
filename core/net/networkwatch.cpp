#include <callcard/networkwatch.h>

#include <QNetworkInformation>
#include <QNetworkInterface>
#include <QSocketNotifier>

#include <array>
#include <utility>

#ifdef Q_OS_LINUX
#include <linux/rtnetlink.h>
#include <sys/socket.h>
#include <unistd.h>
#endif

namespace callcard {

using namespace std::chrono_literals;

namespace {

constexpr auto kSettles = 1s; // an address goes and its successor comes

OwnAddresses ownAddresses()
{
    OwnAddresses own;
    const QList<QNetworkInterface> interfaces = QNetworkInterface::allInterfaces();
    for (const QNetworkInterface &one : interfaces) {
        if (!one.flags().testFlag(QNetworkInterface::IsUp) || one.flags().testFlag(QNetworkInterface::IsLoopBack))
            continue;
        const QList<QNetworkAddressEntry> entries = one.addressEntries();
        for (const QNetworkAddressEntry &entry : entries) {
            if (entry.ip().isLinkLocal())
                continue;
            own.addresses.insert(entry.ip().toString());
            if (one.flags().testFlag(QNetworkInterface::IsPointToPoint))
                own.tunnels.insert(one.name());
        }
    }
    return own;
}

} // namespace

bool isAnotherNetwork(const OwnAddresses &before, const OwnAddresses &after)
{
    return !after.addresses.contains(before.addresses) || !before.tunnels.contains(after.tunnels);
}

NetworkWatch::NetworkWatch(QObject *parent) : QObject(parent)
{
    listenToKernel();
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

NetworkWatch::~NetworkWatch()
{
#ifdef Q_OS_LINUX
    if (m_kernel >= 0)
        ::close(m_kernel);
#endif
}

/// The kernel tells of every address that comes or goes: also where no service on the bus does, and without asking at intervals.
void NetworkWatch::listenToKernel()
{
#ifdef Q_OS_LINUX
    m_kernel = ::socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC | SOCK_NONBLOCK, NETLINK_ROUTE);
    if (m_kernel < 0)
        return;
    sockaddr_nl groups{};
    groups.nl_family = AF_NETLINK;
    groups.nl_groups = RTMGRP_IPV4_IFADDR | RTMGRP_IPV6_IFADDR;
    if (::bind(m_kernel, reinterpret_cast<const sockaddr *>(&groups), sizeof groups) != 0)
        return;
    m_addresses = ownAddresses();
    m_settle.setSingleShot(true);
    m_settle.setInterval(kSettles);
    connect(&m_settle, &QTimer::timeout, this, &NetworkWatch::look);
    auto *news = new QSocketNotifier(m_kernel, QSocketNotifier::Read, this);
    connect(news, &QSocketNotifier::activated, this, [this] {
        std::array<char, 8192> ignored; // that something changed is all we want to know
        while (::recv(m_kernel, ignored.data(), ignored.size(), 0) > 0) {
        }
        m_settle.start();
    });
#endif
}

void NetworkWatch::look()
{
    const OwnAddresses before = std::exchange(m_addresses, ownAddresses());
    const bool had = !before.addresses.isEmpty();
    const bool has = !m_addresses.addresses.isEmpty();
    if (!m_known && had != has)
        update(has);
    else if (had && has && isAnotherNetwork(before, m_addresses))
        Q_EMIT
    moved();
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

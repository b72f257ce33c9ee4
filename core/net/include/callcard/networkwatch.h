#pragma once

#include <QObject>
#include <QSet>
#include <QTimer>

namespace callcard {

/// What of this computer's addresses an open connection lives on.
struct OwnAddresses {
    QSet<QString> addresses{};
    QSet<QString> tunnels{}; ///< Interfaces of VPNs, which take over routes.
    bool operator==(const OwnAddresses &) const = default;
};
/// Whether connections that were opened before are not to be trusted. An address more is no reason.
[[nodiscard]] bool isAnotherNetwork(const OwnAddresses &before, const OwnAddresses &after);

/// Tells when this computer's network comes, goes and becomes another one, as far as the system says so. Where it says nothing, isKnown()
/// is false and isOnline() true.
class NetworkWatch final : public QObject
{
    Q_OBJECT

public:
    explicit NetworkWatch(QObject *parent = nullptr);
    ~NetworkWatch() override;
    [[nodiscard]] bool isKnown() const { return m_known; }
    [[nodiscard]] bool isOnline() const { return m_online; }

Q_SIGNALS:
    void returned(); ///< Try again at once.
    void lost();
    void moved(); ///< Another network, without a loss that anybody told of: sockets that say open may be dead.

private:
    void update(bool online);
    void listenToKernel();
    void look();
    bool m_known = false;
    bool m_online = true;
    int m_kernel = -1;
    OwnAddresses m_addresses;
    QTimer m_settle;
};

} // namespace callcard

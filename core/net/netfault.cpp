#include <callcard/netfault.h>

#include <QHostAddress>

#include <array>

namespace callcard {

using namespace Qt::Literals::StringLiterals;

namespace {

struct FaultWord {
    NetworkFault fault;
    ErrorKind kind;
    const char16_t *word;
};

// An untrusted certificate counts as Offline: behind a hotel's log-in page it heals by itself, and asking again now and then does no harm.
constexpr std::array kWords{
    FaultWord{NetworkFault::NoNetwork, ErrorKind::Offline, u"no-network"},
    FaultWord{NetworkFault::HostUnknown, ErrorKind::Offline, u"host-unknown"},
    FaultWord{NetworkFault::ConnectionRefused, ErrorKind::Offline, u"connection-refused"},
    FaultWord{NetworkFault::Untrusted, ErrorKind::Offline, u"untrusted"},
    FaultWord{NetworkFault::ClockWrong, ErrorKind::Offline, u"clock-wrong"},
    FaultWord{NetworkFault::ProxyTrouble, ErrorKind::Offline, u"proxy-trouble"},
    FaultWord{NetworkFault::TimedOut, ErrorKind::TimedOut, u"timed-out"},
    FaultWord{NetworkFault::Broken, ErrorKind::TimedOut, u"broken"},
    FaultWord{NetworkFault::TooLarge, ErrorKind::BadPayload, u"too-large"},
    FaultWord{NetworkFault::PlainText, ErrorKind::Refused, u"plain-text"},
    FaultWord{NetworkFault::BadAddress, ErrorKind::Refused, u"bad-address"},
    FaultWord{NetworkFault::BadRedirect, ErrorKind::Refused, u"bad-redirect"},
    FaultWord{NetworkFault::CaptivePortal, ErrorKind::Offline, u"captive-portal"},
    FaultWord{NetworkFault::SleptThrough, ErrorKind::Offline, u"slept-through"},
};

} // namespace

NetworkFault networkFault(const Error &error)
{
    const QStringView word = QStringView(error.detail).left(error.detail.indexOf(u':'));
    for (const FaultWord &entry : kWords) {
        if (word == QStringView(entry.word))
            return entry.fault;
    }
    return NetworkFault::None;
}

Error networkError(NetworkFault fault, const QString &about)
{
    for (const FaultWord &entry : kWords) {
        if (entry.fault == fault)
            return Error{.kind = entry.kind, .detail = QString::fromUtf16(entry.word) + u": "_s + about};
    }
    Q_UNREACHABLE();
}

bool isLoopbackHost(const QString &host)
{
    if (host.compare("localhost"_L1, Qt::CaseInsensitive) == 0)
        return true;
    // QHostAddress reads "127.1" and "2130706433" as IPv4 too; a resolver may see it differently, so only the full form counts.
    const QHostAddress address(host);
    if (address.protocol() == QAbstractSocket::IPv4Protocol)
        return address.isLoopback() && host.count(u'.') == 3;
    return address == QHostAddress(QHostAddress::LocalHostIPv6);
}

Result<> checkedAddress(const QUrl &url)
{
    const QString scheme = url.scheme();
    if (!url.isValid() || url.host().isEmpty())
        return tl::unexpected(networkError(NetworkFault::BadAddress, u"the address is not complete"_s));
    if (scheme == "https"_L1 || scheme == "wss"_L1)
        return {};
    if (scheme == "http"_L1 || scheme == "ws"_L1) {
        if (isLoopbackHost(url.host()))
            return {};
        return tl::unexpected(networkError(NetworkFault::PlainText, scheme + u":// is accepted for this computer only; use "_s +
                                                                        (scheme == "ws"_L1 ? u"wss://"_s : u"https://"_s) + u" for "_s +
                                                                        url.host()));
    }
    return tl::unexpected(networkError(NetworkFault::BadAddress, u"the scheme is not one of https, http, wss, ws"_s));
}

} // namespace callcard

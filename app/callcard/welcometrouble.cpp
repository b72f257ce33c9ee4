#include "welcomedesk.h"

#include <callcard/netfault.h>
#include <callcard/store.h>

namespace callcard {

using namespace Qt::Literals::StringLiterals;
using ui::WelcomeTrouble;

namespace {

WelcomeTrouble ofNetwork(NetworkFault fault)
{
    switch (fault) {
    case NetworkFault::HostUnknown:
        return WelcomeTrouble::NoSuchHost;
    case NetworkFault::Untrusted:
        return WelcomeTrouble::Untrusted;
    case NetworkFault::ClockWrong:
        return WelcomeTrouble::ClockWrong;
    case NetworkFault::ProxyTrouble:
        return WelcomeTrouble::ProxyTrouble;
    case NetworkFault::PlainText:
        return WelcomeTrouble::PlainHttp;
    case NetworkFault::BadAddress:
        return WelcomeTrouble::BadAddress;
    case NetworkFault::CaptivePortal:
    case NetworkFault::BadRedirect:
        return WelcomeTrouble::SomethingElse;
    default:
        return WelcomeTrouble::None;
    }
}

WelcomeTrouble ofRefusal(const QString &detail)
{
    if (detail.contains("browser could be opened"_L1))
        return WelcomeTrouble::NoBrowser;
    if (detail.contains("every port"_L1))
        return WelcomeTrouble::PortTaken;
    if (detail.contains("sign-in page refused"_L1) || detail.contains("without a code"_L1))
        return WelcomeTrouble::LoginRefused;
    if (detail.contains("locked by your administrator"_L1))
        return WelcomeTrouble::LockedByPolicy;
    if (detail.contains("not set up"_L1))
        return WelcomeTrouble::Incomplete;
    return WelcomeTrouble::NoRight;
}

WelcomeTrouble ofOurFiles(const Error &error)
{
    switch (storageFault(error)) {
    case StorageFault::Full:
        return WelcomeTrouble::DiskFull;
    case StorageFault::Corrupt:
    case StorageFault::Newer:
    case StorageFault::Older:
    case StorageFault::Locked:
        return WelcomeTrouble::FilesUnusable;
    default:
        return error.detail.startsWith("keychain"_L1) ? WelcomeTrouble::KeychainFailed : WelcomeTrouble::NoDisk;
    }
}

} // namespace

WelcomeTrouble welcomeTrouble(const Error &error)
{
    if (const WelcomeTrouble network = ofNetwork(networkFault(error)); network != WelcomeTrouble::None)
        return network;
    switch (error.kind) {
    case ErrorKind::Cancelled:
        return WelcomeTrouble::None;
    case ErrorKind::Offline:
        return WelcomeTrouble::NotReachable;
    case ErrorKind::TimedOut:
        return error.detail.contains("browser"_L1) ? WelcomeTrouble::NobodyCameBack : WelcomeTrouble::NotReachable;
    case ErrorKind::SignInNeeded:
        return WelcomeTrouble::WrongKeys;
    case ErrorKind::RateLimited:
        return WelcomeTrouble::TooManyTries;
    case ErrorKind::Refused:
        return ofRefusal(error.detail);
    case ErrorKind::ServerFault:
        return WelcomeTrouble::ServiceFault;
    case ErrorKind::BadPayload:
        return WelcomeTrouble::SomethingElse;
    case ErrorKind::Storage:
        return ofOurFiles(error);
    case ErrorKind::SecretsLocked:
        return WelcomeTrouble::KeychainLocked;
    }
    Q_UNREACHABLE();
}

} // namespace callcard

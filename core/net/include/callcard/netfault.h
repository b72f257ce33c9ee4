#pragma once

#include <callcard/result.h>

#include <QUrl>

namespace callcard {

/// What exactly went wrong on the way, finer than ErrorKind: a person reads another sentence for each, a program rarely cares.
enum class NetworkFault {
    None,      ///< The error did not come from the network.
    NoNetwork, ///< This computer has no way out.
    HostUnknown,
    ConnectionRefused,
    Untrusted,  ///< The certificate is not to be trusted.
    ClockWrong, ///< The certificate is expired or not yet valid: theirs is old, or our clock is wrong.
    ProxyTrouble,
    TimedOut,
    Broken, ///< The connection ended or spoke nonsense in the middle. May have been carried out.
    TooLarge,
    PlainText,     ///< Plain http or ws to another computer, refused by us.
    BadAddress,    ///< Not an address we can ask at all.
    BadRedirect,   ///< Too many, or to where we do not follow.
    CaptivePortal, ///< Somebody on the way answered with a web page.
    SleptThrough,  ///< The computer slept; the connection is dead even if nobody has said so.
};

/// Reads the fault back from an error of this room (its detail begins with a fixed word).
[[nodiscard]] NetworkFault networkFault(const Error &error);

/// The error for a fault, with its fitting kind: what surely was not carried out is Offline, what may have been is TimedOut.
[[nodiscard]] Error networkError(NetworkFault fault, const QString &about = {});

/// 127.0.0.0/8, ::1 and localhost: the only places where plain http and ws are accepted.
[[nodiscard]] bool isLoopbackHost(const QString &host);

/// Https or wss anywhere, http or ws on loopback; anything else is a failure with a sentence in its detail.
[[nodiscard]] Result<> checkedAddress(const QUrl &url);

} // namespace callcard

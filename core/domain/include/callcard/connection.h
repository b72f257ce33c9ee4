#pragma once

#include <callcard/result.h>

#include <QDateTime>
#include <QString>

#include <optional>

namespace callcard
{

enum class ConnectionState { NotConfigured, Connecting, Connected, Degraded, Offline, SignInNeeded };

/// The truth about one connected service.
struct Connection {
    QString name{}; ///< "ringcentral", "justcall", "firestore" …
    ConnectionState state{};
    QDateTime since{};
    QDateTime lastEvent{};
    std::optional<Error> problem{};
    bool testServer{}; ///< A loopback stand-in: said wherever the state is shown.
    bool operator==(const Connection &) const = default;
};

[[nodiscard]] QString connectionStateName(ConnectionState state);

} // namespace callcard

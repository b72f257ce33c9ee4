#pragma once

#include <callcard/result.h>

#include <QDateTime>
#include <QString>

#include <optional>

namespace callcard {

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

/// One call as a doctor shows it: enough to recognise, nothing personal.
struct CallSample {
    QString id{};
    QDateTime startedAt{};
    QString direction{};
    QString outcome{};
    bool operator==(const CallSample &) const = default;
};

/// What a test of one configured service found out.
struct ServiceCheck {
    enum class Outcome { Ok, Failed, NotConfigured };
    QString name{};
    Outcome outcome{Outcome::NotConfigured};
    std::optional<Error> problem{};
    QString missing{}; ///< NotConfigured: the settings that are.
    std::optional<int> usersFound{};
    std::optional<int> recentCalls{};
    QList<CallSample> callSample{};
    std::optional<std::chrono::seconds> clockOffset{}; ///< Server's time less ours, when it matters.
    bool testServer{};
    bool operator==(const ServiceCheck &) const = default;
};

[[nodiscard]] QString connectionStateName(ConnectionState state);

} // namespace callcard

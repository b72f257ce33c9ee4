#pragma once

#include <callcard/eventlog.h>

namespace callcard::relay {

/// Where several relays meet.
struct NatsAccess {
    QString url{};    ///< "nats://10.0.0.1:4222,nats://10.0.0.2:4222"
    QString stream{}; ///< Made on first use; one that is there is taken as it is.
    QString credentialsFile{};
    int replicas = 1; ///< A record is acknowledged when most of them have it.
    [[nodiscard]] bool isSet() const { return !url.isEmpty(); }
};

/// Whether this program was built with NATS.
[[nodiscard]] bool canUseNats();
/// The log in a JetStream, for many relays behind one balancer: what one of them accepted, all of them hear, in one order and under the
/// same sequence. ErrorKind::Refused where the program was built without.
[[nodiscard]] Result<std::unique_ptr<EventLog>> makeNatsEventLog(const NatsAccess &access, LogRetention retention = {});

} // namespace callcard::relay

#include "natslog.h"

namespace callcard::relay {

bool canUseNats()
{
    return false;
}

Result<std::unique_ptr<EventLog>> makeNatsEventLog(const NatsAccess &, LogRetention)
{
    return failure(ErrorKind::Refused, QStringLiteral("this program was built without NATS"));
}

} // namespace callcard::relay

#pragma once

#include <callcard/outbox.h>

#include <QStringList>

namespace callcard {

/// Waits until none of these keys waits any more, the way is closed, or patience is at its end. No keys: the whole destination.
[[nodiscard]] QCoro::Task<> untilSettled(const Outbox &outbox, OutboxPump &pump, Clock &clock, QStringList keys,
                                         std::chrono::milliseconds patience, std::stop_token stop);

} // namespace callcard

#include "outboxfollow.h"

#include <algorithm>

namespace callcard {

namespace {

/// A pause that only goes on is not told anew.
constexpr std::chrono::milliseconds kPausedPatience = std::chrono::seconds(10);

bool isSettled(const Outbox &outbox, const QString &destination, const QStringList &keys)
{
    if (keys.isEmpty()) {
        const Result<OutboxCounts> counts = outbox.counts(destination);
        return !counts || counts->waiting == 0;
    }
    return std::none_of(keys.begin(), keys.end(), [&](const QString &key) {
        const Result<bool> waiting = outbox.isWaiting(destination, key);
        return waiting && *waiting;
    });
}

} // namespace

QCoro::Task<> untilSettled(const Outbox &outbox, OutboxPump &pump, Clock &clock, QStringList keys, std::chrono::milliseconds patience,
                           std::stop_token stop)
{
    std::stop_source over;
    const std::stop_callback stopped(stop, [over]() mutable { over.request_stop(); });
    auto look = [&outbox, destination = pump.destination(), keys, over]() mutable {
        if (isSettled(outbox, destination, keys))
            over.request_stop();
    };
    QObject here; // ends the connections when this ends
    QObject::connect(&pump, &OutboxPump::delivered, &here, look);
    QObject::connect(&pump, &OutboxPump::parked, &here, look);
    QObject::connect(&pump, &OutboxPump::pauseChanged, &here, [&pump, over]() mutable {
        if (pump.pausedBecause())
            over.request_stop();
    });
    if (pump.pausedBecause())
        patience = std::min(patience, kPausedPatience);
    pump.nudge();
    look();
    const std::stop_token settled = over.get_token();
    (void)co_await clock.sleep(patience, settled);
}

} // namespace callcard

#pragma once

#include <callcard/callevent.h>
#include <callcard/callprovider.h>
#include <callcard/callstream.h>
#include <callcard/eventstream.h>
#include <callcard/result.h>

/// The relay's stream and snapshot in our words. Pure: bytes in, values out.
namespace callcard::callstream {

/// One server-sent event.
struct StreamNews {
    enum class Kind { Connected, Call, Text, Recording, Heartbeat, Trouble, Other };
    Kind kind{Kind::Other};
    QList<CallEvent> facts{};                 ///< Call
    std::optional<Message> text{};            ///< Text
    std::optional<CallRecording> recording{}; ///< Recording
    bool agents{};                            ///< Connected: it has agents that call.
    bool lost{};                              ///< Connected, Trouble: events are missing before this point.
    bool operator==(const StreamNews &) const = default;
};

[[nodiscard]] Result<StreamNews> newsFrom(const ServerEvent &event, const QString &region);
/// {"calls":[…]}, every one of them readable: a call left out would count as over.
[[nodiscard]] Result<QList<CallEvent>> liveCallsFrom(QByteArrayView body, const QString &region);

} // namespace callcard::callstream

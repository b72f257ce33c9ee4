#pragma once

#include <callcard/call.h>

namespace callcard {

/// One text, sent or received.
struct Message {
    MessageId id{};
    QString source{};
    CallDirection direction{};
    CallParty remote{};
    CallParty local{};
    QString agentEmail{};
    QString text{};     ///< From outside: plain text.
    QDateTime sentAt{}; ///< UTC
    QDate userDay{};    ///< The day the provider files it under, where it says so.
    bool deleted{};
    bool operator==(const Message &) const = default;
};

} // namespace callcard

#pragma once

#include "context.h"

#include <optional>
#include <string>
#include <vector>

namespace callcard::demo::ringcentral {

enum class Topic {
    TelephonySessions,
    Presence,
    Dnd,
    MessageStore,
    InstantMessage,
    Voicemail,
    Extension,
    ExtensionList,
    MissedCalls,
    Reminder, ///< About the subscription itself: accepted, never due while a socket lives.
    Pushed,   ///< Named in official filter lists but delivered over mobile push only.
};

/// One event filter, with "~" replaced by real ids.
struct Filter {
    Topic topic{};
    std::string text{};        ///< Expanded, with its query: what the subscription shows.
    std::string path{};        ///< Expanded, without: the `event` of notifications.
    std::string extensionId{}; ///< Empty: the whole account.
    serving::Headers query{};

    [[nodiscard]] std::string value(std::string_view name) const;
    [[nodiscard]] std::vector<std::string> values(std::string_view name) const;
    [[nodiscard]] bool isDetailed() const
    {
        return topic == Topic::Presence && (value("detailedTelephonyState") == "true" || value("sipData") == "true");
    }
};

/// Nothing for what is no event filter.
[[nodiscard]] std::optional<Filter> parseFilter(const std::string &text, const World &world, const Rep &caller);
/// The app scope a filter needs.
[[nodiscard]] std::string scopeOf(Topic topic);

} // namespace callcard::demo::ringcentral

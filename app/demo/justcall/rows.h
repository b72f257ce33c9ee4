#pragma once

#include "world/world.h"

#include <nlohmann/json.hpp>

namespace callcard::demo::justcall {

/// What accounts and versions are seen to do differently.
struct RowStyle {
    bool someNumbersHavePlus = false;
    bool timesAreUnpadded = false; ///< "8:25:43"
    bool textIsEscaped = false;    ///< "&amp;" in names, notes and bodies.
    bool lastLoginIsUtc = true;
    bool aiAtTopLevel = false;               ///< tags, manual_call_score, call_summary outside of justcall_ai.
    std::string sentText = "Outgoing";       ///< Or "Outbound".
    std::string cancelledCall = "Cancelled"; ///< The row text of a cancelled outgoing call.
};

/// "Answered", "Voicemail", "In Progress" …: call_info.type.
[[nodiscard]] std::string typeWord(const WorldCall &call, const RowStyle &style);
[[nodiscard]] nlohmann::json callRow(const World &world, const WorldCall &call, const RowStyle &style, bool withQueue, bool withAi);
/// The subset that early webhook events carry.
[[nodiscard]] nlohmann::json earlyCallRow(const World &world, const WorldCall &call);
[[nodiscard]] nlohmann::json textRow(const World &world, const WorldText &text, const RowStyle &style);
[[nodiscard]] nlohmann::json userRow(const World &world, const Rep &rep, const RowStyle &style);
[[nodiscard]] nlohmann::json numberRow(const World &world, const Line &line);
[[nodiscard]] nlohmann::json contactRow(const World &world, const Customer &customer, const RowStyle &style);

[[nodiscard]] std::string digits(const std::string &e164); ///< Without "+".

} // namespace callcard::demo::justcall

#pragma once

#include <chrono>

namespace callcard {

/// The question whether somebody is there, which every program that holds a profile answers at once.
constexpr auto kIpcKnock = "ping";
/// How long it may leave a knock unanswered: its loop is never busy for longer than a moment.
constexpr std::chrono::seconds kIpcPatience{10};
/// Between two knocks, while an answer is waited for that may take long.
constexpr std::chrono::seconds kIpcCalm{50};

} // namespace callcard

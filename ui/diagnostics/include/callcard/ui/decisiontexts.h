#pragma once

#include <callcard/screenpop.h>
#include <callcard/ui/timetexts.h>

#include <QString>

namespace callcard::ui {

/// What became of a call, in one word.
enum class Verdict { Card, Digest, NoCard, Late, SameCall };
[[nodiscard]] Verdict verdictOf(const PopDecision &decision);
/// How long the provider took to tell us; nothing where clocks disagree so much that the figure would be a lie.
[[nodiscard]] std::optional<std::chrono::milliseconds> providerDelay(const PopDecision &decision);

[[nodiscard]] QString verdictText(Verdict verdict); ///< "Card", "In the digest", "No card", "Late", "Same call"
[[nodiscard]] QString verdictIcon(Verdict verdict);
/// A sentence: "Exact match", "Quiet time 1:00 – 2:00 PM, set by you", "Cards are off for the line “Support”".
[[nodiscard]] QString becauseText(const PopDecision &decision, const PopRules &rules);
/// The setting that decided, or empty where none did.
[[nodiscard]] QString decidingSetting(const PopDecision &decision);
/// "Change quiet time…": the button that leads there.
[[nodiscard]] QString settingButtonText(const PopDecision &decision);

/// A name, a number, or that there is none.
[[nodiscard]] QString whoText(const PopDecision &decision, const QString &homeRegion);

/// What the tiles say of the decisions of one day.
struct DayFigures {
    int rang{};
    int cards{};
    int held{};                                             ///< Kept back on purpose.
    std::optional<std::chrono::microseconds> eventToCard{}; ///< The median.
    std::optional<std::chrono::microseconds> slowestCard{};
    std::optional<std::chrono::milliseconds> providerToUs{}; ///< The median.
    std::optional<std::chrono::milliseconds> slowestProvider{};
    QDateTime slowestProviderAt{};
    bool operator==(const DayFigures &) const = default;
};
[[nodiscard]] DayFigures dayFigures(const QList<PopDecision> &decisions, const QDateTime &midnight);

/// For support: no name, no number, no note. What is shown is what is copied.
[[nodiscard]] QString redactedReport(const QList<PopDecision> &decisions, const PopRules &rules, const QDateTime &now);

} // namespace callcard::ui

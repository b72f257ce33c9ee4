#include <callcard/ui/decisiontexts.h>

#include <algorithm>
#include <vector>

namespace callcard::ui {

namespace {

template <typename Duration>
std::optional<Duration> median(std::vector<Duration> values)
{
    if (values.empty())
        return std::nullopt;
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

} // namespace

DayFigures dayFigures(const QList<PopDecision> &decisions, const QDateTime &midnight)
{
    DayFigures figures;
    std::vector<std::chrono::microseconds> cards;
    std::vector<std::chrono::milliseconds> delays;
    for (const PopDecision &decision : decisions) {
        if (decision.test || decision.receivedAt < midnight)
            continue;
        if (decision.reason != PopReason::SameCall)
            ++figures.rang;
        const bool shown = decision.reason == PopReason::Shown;
        figures.cards += shown ? 1 : 0;
        figures.held += shown || decision.reason == PopReason::SameCall || decision.reason == PopReason::OverAlready ? 0 : 1;
        if (decision.painted) {
            cards.push_back(*decision.painted);
            figures.slowestCard = std::max(figures.slowestCard.value_or(*decision.painted), *decision.painted);
        }
        const auto delay = decision.reason == PopReason::OverAlready ? std::nullopt : providerDelay(decision);
        if (!delay)
            continue;
        delays.push_back(*delay);
        if (!figures.slowestProvider || *delay > *figures.slowestProvider) {
            figures.slowestProvider = *delay;
            figures.slowestProviderAt = decision.receivedAt;
        }
    }
    figures.eventToCard = median(std::move(cards));
    figures.providerToUs = median(std::move(delays));
    return figures;
}

} // namespace callcard::ui

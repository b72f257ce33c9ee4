#include <callcard/screenpop.h>

#include <QLoggingCategory>

#include <algorithm>

namespace callcard {

namespace {
Q_LOGGING_CATEGORY(lcPop, "callcard.screenpop")
constexpr std::size_t kMostDecisions = 1000;
} // namespace

void ScreenPop::note(const Card &card, PopReason reason, std::chrono::microseconds matching)
{
    const Match *best = card.who.facts.isEmpty() ? nullptr : &card.who.facts.first();
    PopDecision decision{.call = card.call.id,
                         .reason = reason,
                         .source = card.call.source,
                         .lineName = card.call.lineName,
                         .direction = card.call.direction,
                         .caller = card.call.remote,
                         .withheld = card.call.withheld,
                         .matches = static_cast<int>(card.who.facts.size()),
                         .unasked = card.who.problem.has_value(),
                         .eventTime = card.call.startedAt,
                         .receivedAt = m_clock.now(),
                         .matching = matching,
                         .test = card.test};
    if (best) {
        decision.customer = best->customer.id;
        decision.customerName = best->customer.name;
        decision.confidence = best->confidence;
    }
    qCDebug(lcPop) << "call" << card.call.id.text() << popReasonName(reason);
    m_decisions.push_front(decision);
    if (m_decisions.size() > kMostDecisions)
        m_decisions.pop_back();
    Q_EMIT
    decided(decision);
}

void ScreenPop::onPainted(const CallId &id)
{
    const auto waiting = m_unpainted.constFind(id);
    if (waiting == m_unpainted.constEnd())
        return;
    const std::chrono::microseconds took(waiting->nsecsElapsed() / 1000);
    m_unpainted.erase(waiting);
    ++m_counters.painted;
    const auto found = std::find_if(m_decisions.begin(), m_decisions.end(), [&id](const PopDecision &decision) {
        return decision.call == id && decision.reason == PopReason::Shown;
    });
    if (found == m_decisions.end())
        return;
    found->painted = took;
    Q_EMIT
    receiptCompleted(*found);
}

} // namespace callcard

#include <callcard/screenpop.h>

#include <QLoggingCategory>

namespace callcard {

namespace {
Q_LOGGING_CATEGORY(lcPop, "callcard.screenpop")
constexpr std::size_t kMostDecisions = 1000;
} // namespace

void ScreenPop::note(const Call &call, PopReason reason, const QString &customerName, std::chrono::microseconds matching, bool test)
{
    PopDecision decision{.call = call.id,
                         .reason = reason,
                         .lineName = call.lineName,
                         .caller = call.remote,
                         .customerName = customerName,
                         .eventTime = call.startedAt,
                         .receivedAt = m_clock.now(),
                         .matching = matching,
                         .test = test};
    qCDebug(lcPop) << "call" << call.id.text() << popReasonName(reason);
    m_decisions.push_front(decision);
    if (m_decisions.size() > kMostDecisions)
        m_decisions.pop_back();
    Q_EMIT
    decided(decision);
}

} // namespace callcard

#include "metricsservice.h"

#include <callcard/historyrows.h>

#include <QLoggingCategory>

#include <algorithm>

namespace callcard {

namespace {

Q_LOGGING_CATEGORY(lcCounts, "callcard.engine.analytics", QtInfoMsg)

/// One request a day: a month is what a person looks at, and the budget is the whole account's.
constexpr int kMostCountedDays = 31;

QCoro::Task<Result<std::optional<int>>> countedOn(HistorySource source, QList<Agent> agents, QDate day, std::stop_token stop)
{
    std::optional<int> calls;
    for (const Agent &agent : std::as_const(agents)) {
        const Result<std::optional<AgentCount>> count = co_await source.analytics->day(agent, day, stop);
        if (!count)
            co_return tl::unexpected(count.error());
        if (*count)
            calls = calls.value_or(0) + (*count)->calls;
    }
    co_return calls;
}

} // namespace

/// A check of a check: without it the reconciliation is one column poorer, and says so.
QCoro::Task<QList<ProviderCount>> MetricsService::providerCounts(DayRange range, QTimeZone zone, std::stop_token stop)
{
    m_countsProblem.reset();
    QList<ProviderCount> counts;
    const QList<HistorySource> histories = m_histories;
    const QDate today = m_context.clock.now().toTimeZone(zone).date();
    for (const HistorySource &source : histories) {
        if (!source.analytics)
            continue;
        const QString email = rep().email;
        const Result<QList<Agent>> agents = co_await agentsOfRep(source, email, stop);
        // Today's are not settled there: they are a quarter of an hour old at best.
        const QDate to = std::min(range.to, today.addDays(-1));
        const QDate from = std::max({range.from, to.addDays(1 - kMostCountedDays), today.addDays(1 - source.analytics->reach().count())});
        for (QDate day = from; agents && day <= to && !m_countsProblem; day = day.addDays(1)) {
            const Result<std::optional<int>> calls = co_await countedOn(source, *agents, day, stop);
            if (!calls)
                m_countsProblem = calls.error();
            else if (*calls)
                counts.append({.source = source.id, .day = day, .calls = **calls});
        }
        if (!agents)
            m_countsProblem = agents.error();
    }
    if (m_countsProblem)
        qCInfo(lcCounts) << "the provider's analytics could not be read:" << *m_countsProblem;
    co_return counts;
}

} // namespace callcard

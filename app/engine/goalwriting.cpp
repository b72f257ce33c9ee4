#include "goalwriting.h"

#include "metricsservice.h"
#include "outboxfollow.h"

#include <callcard/goalprogress.h>

#include <QLoggingCategory>

#include <algorithm>
#include <map>

namespace callcard {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

Q_LOGGING_CATEGORY(lcGoals, "callcard.engine.goals", QtInfoMsg)

constexpr std::chrono::milliseconds kGoalPatience = 20s;

struct DayOfSources {
    std::optional<double> phone{};
    double crm{};
    double byHand{};
};

} // namespace

DayRange daysOfPeriods(const QList<Goal> &goals, const QDate &today)
{
    DayRange days{today, today};
    for (const Goal &goal : goals) {
        const DayRange period = periodAround(goal.period, today);
        days = {std::min(days.from, period.from), std::max(days.to, period.to)};
    }
    return days;
}

double standingOf(const Goal &goal, const QList<StoredFigure> &figures, const QDate &today)
{
    const DayRange period = periodAround(goal.period, today);
    std::map<QDate, DayOfSources> days;
    for (const StoredFigure &figure : figures) {
        if (figure.type != goal.type || figure.day < period.from || figure.day > period.to)
            continue;
        DayOfSources &day = days[figure.day];
        if (figure.source == "justcall"_L1 || figure.source == "ringcentral"_L1)
            day.phone = day.phone.value_or(0) + figure.value;
        else if (figure.source == "copper"_L1)
            day.crm += figure.value;
        else
            day.byHand += figure.value;
    }
    double sum = 0;
    for (const auto &[date, day] : days)
        sum += day.phone.value_or(day.crm) + day.byHand;
    return sum;
}

QCoro::Task<Result<>> MetricsService::writeGoals(std::stop_token stop)
{
    const std::shared_ptr<Link> link = m_link;
    const UserId whose = user();
    if (!link || whose.isEmpty() || !m_context.preferences.value(settings::kGoalsWrite) ||
        m_context.preferences.value(settings::kMetricsReadOnly))
        co_return {};
    const Result<QList<Goal>> goals = co_await link->figures->goals(whose, stop);
    if (!goals) {
        qCWarning(lcGoals) << "goals cannot be read, their progress is not written:" << goals.error();
        co_return tl::unexpected(goals.error());
    }
    const QDate today = m_sync.today();
    const DayRange days = daysOfPeriods(*goals, today);
    const Result<QList<StoredFigure>> figures = co_await link->figures->figures(whose, days, stop);
    if (!figures) {
        qCWarning(lcGoals) << "figures cannot be read, the progress of goals is not written:" << figures.error();
        co_return tl::unexpected(figures.error());
    }
    QList<OutboxItem> items;
    QStringList keys;
    for (const Goal &goal : *goals) {
        if (!figureTypes().contains(goal.type))
            continue; // sales and e-mails are others' to count
        const OutboxItem item = goalProgressItem(goal, standingOf(goal, *figures, today));
        const Result<std::optional<QByteArray>> before = m_context.log.kept(item.key);
        if (before && *before == item.payload)
            continue;
        items.append(item);
        keys.append(item.key);
    }
    if (items.isEmpty())
        co_return {};
    if (const Result<> put = m_context.outbox.put(metricsDestination(), items); !put) {
        qCWarning(lcGoals) << "the progress of goals cannot be kept:" << put.error();
        co_return put;
    }
    for (const OutboxItem &item : std::as_const(items)) {
        if (const Result<> kept = m_context.log.keep(item.key, item.payload); !kept)
            qCInfo(lcGoals) << "the progress of a goal will be written once more:" << kept.error();
    }
    co_await untilSettled(m_context.outbox, *link->pump, m_context.clock, keys, kGoalPatience, stop);
    for (const QString &key : std::as_const(keys)) {
        const Result<bool> isWaiting = m_context.outbox.isWaiting(metricsDestination(), key);
        if (!isWaiting || *isWaiting)
            co_return failure(ErrorKind::TimedOut, u"the progress of a goal is kept here and still waits to be sent"_s);
    }
    co_return {};
}

QCoro::Task<> MetricsService::writeGoalsInPassing(std::stop_token stop)
{
    (void)co_await writeGoals(stop); // it logs what went wrong, and what waits is shown with all that waits
}

} // namespace callcard

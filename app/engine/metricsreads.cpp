// What the windows ask of Firestore: the team, its figures, its goals.
#include "metricsservice.h"

#include <QLoggingCategory>

namespace callcard {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

Q_LOGGING_CATEGORY(lcReads, "callcard.engine.reads", QtInfoMsg)

constexpr std::chrono::seconds kGoalsStayFresh = 5min;

Error noFirestore()
{
    return {.kind = ErrorKind::Refused, .detail = u"Firestore is not set up"_s, .retryAfter = {}};
}

QString goalsKey(const QString &email)
{
    return u"known-goals/"_s + email.trimmed().toCaseFolded();
}

} // namespace

QStringList MetricsService::sources() const
{
    QStringList ids;
    for (const HistorySource &source : m_histories)
        ids.append(source.id);
    return ids;
}

QCoro::Task<Result<QList<Goal>>> MetricsService::goalsOf(UserId user, std::stop_token stop)
{
    const std::shared_ptr<Link> link = m_link;
    if (!link)
        co_return tl::unexpected(noFirestore());
    co_return co_await link->figures->goals(user, stop);
}

QCoro::Task<Result<QList<TeamMember>>> MetricsService::team(std::stop_token stop)
{
    const std::shared_ptr<Link> link = m_link;
    if (!link)
        co_return tl::unexpected(noFirestore());
    co_return co_await link->figures->team(stop);
}

QCoro::Task<Result<QList<StoredFigure>>> MetricsService::storedFigures(UserId user, DayRange range, std::stop_token stop)
{
    const std::shared_ptr<Link> link = m_link;
    if (!link)
        co_return tl::unexpected(noFirestore());
    co_return co_await link->figures->figures(user, range, stop);
}

void MetricsService::recallGoals()
{
    const QString email = rep().email;
    if (email == m_goalsOf)
        return;
    m_goalsOf = email;
    m_goals = {};
    const Result<std::optional<QByteArray>> bytes = m_context.log.kept(goalsKey(email));
    if (bytes && *bytes)
        m_goals = goalsFromBytes(**bytes).value_or(KnownGoals());
    Q_EMIT
    goalsChanged();
}

void MetricsService::refreshGoals()
{
    recallGoals();
    const bool isFresh = m_goals.areKnown() && !m_goals.trouble &&
                         m_goals.readAt.secsTo(m_context.clock.now()) < std::chrono::seconds(kGoalsStayFresh).count();
    if (isFresh || !m_link || m_scope.isClosed() || std::exchange(m_readingGoals, true))
        return;
    m_scope.start(readGoals());
}

QCoro::Task<> MetricsService::readGoals()
{
    const std::stop_token stop = m_scope.stopToken();
    const std::shared_ptr<Link> link = m_link;
    const QString email = m_goalsOf;
    KnownGoals read;
    const Result<Secret> token = co_await link->accounts->firebase->tokens->accessToken(stop, Patience::FailsFast);
    if (token) {
        const UserId whose(link->accounts->firebase->tokens->user());
        const Result<QList<Goal>> goals = co_await link->figures->goals(whose, stop);
        const Result<BusinessHours> hours = co_await link->figures->businessHours(stop);
        if (goals)
            read = {.goals = *goals, .hours = hours ? *hours : m_goals.hours, .readAt = m_context.clock.now()};
        else
            read.trouble = goals.error();
        if (!hours)
            read.hoursTrouble = hours.error();
    } else {
        read.trouble = token.error();
    }
    m_readingGoals = false;
    if (stop.stop_requested() || email != m_goalsOf || (read.trouble && read.trouble->kind == ErrorKind::Cancelled))
        co_return;
    if (read.trouble || read.hoursTrouble)
        qCInfo(lcReads) << "goals or hours of business cannot be read:" << (read.trouble ? *read.trouble : *read.hoursTrouble);
    if (!read.areKnown()) {
        m_goals.trouble = read.trouble;
        m_goals.hoursTrouble = read.hoursTrouble;
    } else {
        m_goals = read;
        if (const Result<> kept = m_context.log.keep(goalsKey(email), goalsToBytes(read)); !kept)
            qCInfo(lcReads) << "goals are not there at the next start:" << kept.error();
    }
    Q_EMIT
    goalsChanged();
}

} // namespace callcard

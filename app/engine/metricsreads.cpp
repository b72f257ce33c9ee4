// What the windows ask of Firestore: the team, its figures, its goals.
#include "metricsservice.h"

#include <callcard/metrics.h>
#include <callcard/syncstamps.h>

#include <QLoggingCategory>

#include <algorithm>
#include <utility>

namespace callcard {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

Q_LOGGING_CATEGORY(lcReads, "callcard.engine.reads", QtInfoMsg)

constexpr std::chrono::seconds kGoalsStayFresh = 5min;
constexpr int kKeptOfJustCall = 6; // a fifth of the smallest plan's minute, which all reps share
constexpr int kKeptOfRingCentral = 2;
constexpr std::chrono::seconds kRateWindow = 60s;

Error noFirestore()
{
    return {.kind = ErrorKind::Refused, .detail = u"Firestore is not set up"_s, .retryAfter = {}};
}

/// What a look at who is on a call must know of a budget.
struct BudgetSeen {
    bool isAwaited = false; ///< Somebody waits for it already.
    bool isLow = false;     ///< Little was left at the last answer.
    quint64 sent = 0;
};

BudgetSeen seen(const RateBudget &budget, int keptForOthers)
{
    BudgetSeen what;
    for (const RateGroupState &group : budget.groups()) {
        if (group.group == "Auth"_L1 || group.pausedFor)
            continue;
        what.isAwaited = what.isAwaited || group.waiting > 0;
        what.isLow = what.isLow || (group.remaining && *group.remaining <= keptForOthers);
        what.sent += group.sent;
    }
    return what;
}

void addPause(QHash<QString, std::chrono::seconds> &pauses, const QString &source, const RateBudget &budget)
{
    const QList<RateGroupState> groups = budget.groups();
    for (const RateGroupState &group : groups) {
        if (group.pausedFor)
            pauses[source] = std::max(pauses.value(source), std::chrono::ceil<std::chrono::seconds>(*group.pausedFor));
    }
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

QCoro::Task<Result<QDateTime>> MetricsService::lastSyncOf(UserId user, std::stop_token stop)
{
    const std::shared_ptr<Link> link = m_link;
    if (!link)
        co_return tl::unexpected(noFirestore());
    const FirestoreContext context = *link->firestore;
    co_return co_await readLastSync(context, user, stop);
}

QCoro::Task<Result<QList<RecordedCall>>> MetricsService::recordedCallsOf(UserId user, DayRange range, std::stop_token stop)
{
    const std::shared_ptr<Link> link = m_link;
    if (!link)
        co_return tl::unexpected(noFirestore());
    const FirestoreContext context = *link->firestore;
    const QTimeZone calendar = zone();
    const RecordsQuestion question{.collection = m_context.preferences.value(settings::kCallRecordsCollection),
                                   .user = std::move(user),
                                   .from = dayStart(range.from, calendar),
                                   .to = dayStart(range.to.addDays(1), calendar)};
    co_return co_await readRecordedCalls(context, question, stop);
}

/// What is left is told by answers alone: a window after the last of them it is full again, and nobody says so.
bool MetricsService::isLeftToOthers()
{
    const BudgetSeen justcall = seen(m_context.justcallBudget, kKeptOfJustCall);
    const BudgetSeen ringcentral = seen(m_context.ringcentralBudget, kKeptOfRingCentral);
    const quint64 sent = justcall.sent + ringcentral.sent;
    const QDateTime now = m_context.clock.now();
    if (!justcall.isLow && !ringcentral.isLow)
        m_lowSince = {};
    else if (!m_lowSince.isValid() || std::exchange(m_sentWhenLow, sent) != sent)
        m_lowSince = now;
    return justcall.isAwaited || ringcentral.isAwaited || (m_lowSince.isValid() && m_lowSince.secsTo(now) < kRateWindow.count());
}

QCoro::Task<Result<TeamPresence>> MetricsService::presence(QList<TeamMember> members, std::stop_token stop)
{
    if (isLeftToOthers())
        co_return failure(ErrorKind::RateLimited, u"left to others"_s);
    PresenceQuestion question{.sources = m_histories, .paused = {}, .members = std::move(members)};
    addPause(question.paused, u"justcall"_s, m_context.justcallBudget);
    addPause(question.paused, u"ringcentral"_s, m_context.ringcentralBudget);
    co_return co_await lookAtTeam(std::move(question), stop);
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

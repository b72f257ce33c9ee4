#include "metricsjson.h"
#include "metricsservice.h"

#include <ipc/ipcwire.h>

#include <callcard/historyrows.h>

#include <algorithm>

namespace callcard {

using namespace Qt::Literals::StringLiterals;

namespace {

QDate dayIn(const Json &arguments, const char *name)
{
    return QDate::fromString(textArgument(arguments, name), Qt::ISODate);
}

bool isSame(const QString &left, const QString &right)
{
    return left.trimmed().compare(right.trimmed(), Qt::CaseInsensitive) == 0;
}

/// Reading of this rep's documents was denied: the rules know no managers, or the member is not of this team.
const QString kRulesSentence =
    u"figures of others cannot be written under these rules: your administrator must deploy the rules that come with Callcard"_s;

} // namespace

QCoro::Task<Result<Json>> MetricsService::answerSync(Json arguments, Tell tell, std::stop_token stop)
{
    const DayRange range{dayIn(arguments, "from"), dayIn(arguments, "to")};
    const bool dryRun = flagArgument(arguments, "dryRun");
    const QString who = textArgument(arguments, "user");
    if (!range.from.isValid() || !range.to.isValid() || range.from > range.to)
        co_return failure(ErrorKind::Refused, u"The range of days is not valid."_s);
    const SyncedRep self = rep();
    const bool everybody = flagArgument(arguments, "all");
    if (!everybody && (who.isEmpty() || who == self.user.text() || isSame(who, self.email)))
        co_return co_await syncSelf(range, dryRun, std::move(tell), stop);
    const QString only = everybody ? QString() : who; // as an argument below, g++ 12 would release it twice
    co_return co_await syncTeam(only, range, dryRun, std::move(tell), stop);
}

QCoro::Task<Result<Json>> MetricsService::syncSelf(DayRange range, bool dryRun, Tell tell, std::stop_token stop)
{
    QObject here; // ends the connection when this ends
    connect(&m_sync, &MetricsSync::stateChanged, &here, [tell](const SyncState &state) {
        if (state.progress)
            tell({{"type", "progress"},
                  {"source", state.progress->source.toStdString()},
                  {"done", state.progress->done},
                  {"all", state.progress->all}});
    });
    const Result<SyncSummary> summary = co_await m_sync.sync(range, dryRun, stop);
    if (!summary)
        co_return tl::unexpected(summary.error());
    Json document = syncToJson(*summary, m_context.clock.now());
    if (summary->success() && !dryRun) {
        const Result<> goals = co_await writeGoals(stop);
        if (!goals && goals.error().kind != ErrorKind::Cancelled) {
            document["success"] = false;
            const QString why = goals.error().detail.isEmpty() ? errorKindName(goals.error().kind) : goals.error().detail;
            document["errors"].push_back(why.toStdString());
        }
    }
    co_return document;
}

QCoro::Task<Result<QList<TeamMember>>> MetricsService::membersFor(QString who, std::stop_token stop)
{
    const std::shared_ptr<Link> link = m_link;
    if (!link)
        co_return failure(ErrorKind::Refused, u"Firestore is not set up; it knows who belongs to the team."_s);
    const Result<QList<TeamMember>> all = co_await link->figures->team(stop);
    if (!all)
        co_return tl::unexpected(all.error());
    QList<TeamMember> members;
    for (const TeamMember &member : *all) {
        const bool isMeant =
            who.isEmpty() ? member.active && !member.email.isEmpty() : member.id.text() == who || isSame(member.email, who);
        if (isMeant)
            members.append(member);
    }
    // The whole team of somebody whose sign-in leads nobody would be oneself, night after night, and nobody would notice.
    const auto leads = [](const TeamMember &member) { return member.role == "admin"_L1 || member.role == "manager"_L1; };
    if (who.isEmpty() && all->size() == 1 && all->constFirst().id == user() && !leads(all->constFirst()))
        co_return failure(ErrorKind::Refused,
                          u"This sign-in is no manager's and no administrator's, so it sees nobody's figures but its own. "
                          "Sign in as one, or sync without --all."_s);
    if (members.isEmpty())
        co_return failure(ErrorKind::Refused,
                          who.isEmpty() ? u"There are no active users in your team."_s : u"There is no such user in your team."_s);
    co_return members;
}

/// Older rules let nobody look at another's figures; what may not be read may not be written either. Asked once, of the first other member.
QCoro::Task<bool> MetricsService::mayWriteFor(QList<TeamMember> members, std::stop_token stop)
{
    const QDate today = m_sync.today();
    const std::shared_ptr<Link> link = m_link;
    for (const TeamMember &member : std::as_const(members)) {
        if (member.id == user() || !link)
            continue;
        const DayRange range{today, today};
        const Result<QList<StoredFigure>> figures = co_await link->figures->figures(member.id, range, stop);
        co_return figures || figures.error().kind != ErrorKind::Refused;
    }
    co_return true;
}

QCoro::Task<Result<Json>> MetricsService::syncTeam(QString who, DayRange range, bool dryRun, Tell tell, std::stop_token stop)
{
    const Result<QList<TeamMember>> members = co_await membersFor(who, stop);
    if (!members)
        co_return tl::unexpected(members.error());
    const bool allowed = co_await mayWriteFor(*members, stop);
    const QTimeZone fallback = countingZone(m_context.log, rep());
    TeamSync::Request request{.members = *members, .sources = m_histories, .range = range, .fallback = fallback, .dryRun = dryRun};
    if (request.sources.isEmpty())
        co_return failure(ErrorKind::Refused, u"No phone provider is set up."_s);
    const auto progress = [tell](const TeamSync::Progress &step) {
        tell({{"type", "progress"}, {"user", step.email.toStdString()}, {"done", step.done}, {"all", step.all}});
    };
    const Error refusal{.kind = ErrorKind::Refused, .detail = kRulesSentence};
    m_outlet.refuseOthers(allowed ? std::nullopt : std::optional(refusal));
    TeamSync team(m_outlet, m_context.clock, m_context.profile.dataFolder);
    QList<SyncSummary> summaries = co_await team.run(std::move(request), progress, stop);
    if (stop.stop_requested())
        co_return failure(ErrorKind::Cancelled);
    if (!allowed && !dryRun) {
        const SyncProblem told{.source = {}, .error = refusal};
        for (SyncSummary &summary : summaries) {
            if (summary.user != user() && !summary.problems.contains(told)) // somebody without calls
                summary.problems.append(told);
        }
    }
    co_return teamSyncToJson(summaries, m_context.clock.now());
}

QCoro::Task<Result<Json>> MetricsService::answerReconcile(Json arguments, std::stop_token stop)
{
    const DayRange range{dayIn(arguments, "from"), dayIn(arguments, "to")};
    if (!range.from.isValid() || !range.to.isValid() || range.from > range.to)
        co_return failure(ErrorKind::Refused, u"The range of days is not valid."_s);
    const Result<QList<ReconciledFigure>> figures = co_await reconciled(range, stop);
    if (!figures)
        co_return tl::unexpected(figures.error());
    Json document = reconcileToJson(*figures);
    if (m_countsProblem)
        document["analyticsError"] =
            m_countsProblem->detail.isEmpty() ? errorKindName(m_countsProblem->kind).toStdString() : m_countsProblem->detail.toStdString();
    co_return document;
}

QCoro::Task<Result<QList<ProviderLog>>> MetricsService::providerLogs(DayRange range, QTimeZone zone, std::stop_token stop)
{
    QList<ProviderLog> logs;
    const QList<HistorySource> histories = m_histories;
    const QDate today = m_context.clock.now().toTimeZone(zone).date();
    for (const HistorySource &source : histories) {
        const DayRange days{std::max(range.from, today.addDays(1 - source.history->reach().count())), std::min(range.to, today)};
        if (days.from > days.to)
            continue; // beyond what it remembers
        const SyncedRep who = rep();
        const Result<QList<Agent>> agents = co_await agentsOfRep(source, who.email, stop);
        if (!agents)
            co_return tl::unexpected(agents.error());
        ProviderLog log{.source = source.id, .days = days, .calls = {}, .texts = {}};
        const Span span{dayStart(days.from, zone), dayStart(days.to.addDays(1), zone)};
        for (const Agent &agent : *agents) {
            const Result<QList<HistoricCall>> calls = co_await source.history->calls(agent, span, stop);
            if (!calls)
                co_return tl::unexpected(calls.error());
            const Result<QList<Message>> texts = co_await source.history->texts(agent, span, stop);
            if (!texts)
                co_return tl::unexpected(texts.error());
            for (const HistoricCall &call : *calls) {
                CountedCall row = countedCall(call);
                row.source = source.id;
                row.agentEmail = emailOfRow(row.agentEmail, agent, who.email);
                log.calls.append(row);
            }
            for (const Message &text : *texts) {
                CountedText row = countedText(text);
                row.source = source.id;
                row.agentEmail = emailOfRow(row.agentEmail, agent, who.email);
                log.texts.append(row);
            }
        }
        logs.append(log);
    }
    co_return logs;
}

QCoro::Task<Result<QList<ReconciledFigure>>> MetricsService::reconciled(DayRange range, std::stop_token stop)
{
    const SyncedRep who = rep();
    if (who.email.isEmpty())
        co_return failure(ErrorKind::Refused, u"The rep's e-mail is not set (user/email)."_s);
    if (m_histories.isEmpty()) {
        for (const Error &fault : m_accounts ? m_accounts->faulty : QHash<QString, Error>())
            co_return tl::unexpected(fault); // a keychain that is locked, keys that are wrong
        co_return failure(ErrorKind::Refused, u"No phone provider is set up, so there is nothing to compare with."_s);
    }
    const QTimeZone zone = countingZone(m_context.log, who);
    ReconcileInput input{.rep = {.email = who.email, .zone = zone}, .user = who.user, .range = range};
    if (const std::shared_ptr<Link> link = m_link) {
        const Result<QList<StoredFigure>> stored = co_await link->figures->figures(who.user, range, stop);
        if (!stored)
            co_return tl::unexpected(stored.error());
        input.stored = *stored;
    }
    const Result<QList<ProviderLog>> logs = co_await providerLogs(range, zone, stop);
    if (!logs)
        co_return tl::unexpected(logs.error());
    input.providers = *logs;
    input.analytics = co_await providerCounts(range, zone, stop);
    // Our own last, so that nothing that arrived meanwhile looks like a difference.
    const Result<Countables> countables = m_context.log.countables(who.email, range.from, range.to);
    if (!countables)
        co_return tl::unexpected(countables.error());
    input.calls = settledCalls(*countables);
    input.texts = countedTexts(*countables);
    for (const HistorySource &source : std::as_const(m_histories))
        input.sources.append(source.id);
    const QStringList waiting = m_outlet.waitingKeys(who.user, range, input.sources);
    for (const QString &key : waiting)
        input.waiting.insert(key.section(u'/', 1));
    const QList<ReconciledFigure> figures = reconcile(input);
    m_differences = 0;
    for (const ReconciledFigure &figure : figures)
        *m_differences += static_cast<int>(figure.differences.size());
    m_reconciledAt = m_context.clock.now();
    Q_EMIT
    reconciledWith(figures);
    co_return figures;
}

} // namespace callcard

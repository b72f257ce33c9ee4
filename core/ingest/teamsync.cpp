#include <callcard/teamsync.h>

#include "agentbook.h"
#include "syncrun.h"

#include <QDir>
#include <QLoggingCategory>
#include <QTemporaryDir>

#include <algorithm>

namespace callcard {

using namespace Qt::Literals::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(lcTeam, "callcard.ingest", QtInfoMsg)

constexpr int kMostWaits = 3; // for a provider's penalty, a member
const QString kPrefix = u"team-"_s;

SyncSummary failed(const TeamMember &member, const TeamSync::Request &request, const SyncProblem &problem)
{
    SyncSummary summary{.user = member.id, .email = member.email, .range = request.range, .dryRun = request.dryRun};
    summary.problems.append(problem);
    return summary;
}

/// The next member would fare the same.
bool concernsAll(const SyncProblem &problem)
{
    return problem.error.kind == ErrorKind::SignInNeeded || problem.error.kind == ErrorKind::SecretsLocked ||
           (problem.error.kind == ErrorKind::Storage && problem.source.isEmpty());
}

const SyncProblem *firstThat(const SyncSummary &summary, bool (*predicate)(const SyncProblem &))
{
    const auto found = std::find_if(summary.problems.cbegin(), summary.problems.cend(), predicate);
    return found == summary.problems.cend() ? nullptr : &*found;
}

} // namespace

TeamSync::TeamSync(FiguresOutlet &outlet, Clock &clock, QString folder) : m_outlet(outlet), m_clock(clock), m_folder(std::move(folder)) {}

void TeamSync::removeLeftovers(const QString &folder)
{
    const QStringList left = QDir(folder).entryList({kPrefix + u'*'}, QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString &name : left)
        QDir(folder + u'/' + name).removeRecursively();
}

QCoro::Task<QList<SyncSummary>> TeamSync::run(Request request, Tell tell, std::stop_token stop)
{
    QList<SyncSummary> summaries;
    // The account's people once, not once a member.
    QHash<QString, QList<Agent>> agents;
    QList<HistorySource> usable;
    QList<SyncProblem> problems;
    for (const HistorySource &source : std::as_const(request.sources)) {
        const Result<QList<Agent>> all = co_await source.history->agents(QString(), stop);
        if (all) {
            agents.insert(source.id, *all);
            usable.append(source);
        } else {
            problems.append({.source = source.id, .error = all.error()});
        }
    }
    request.sources = usable;
    Progress progress{.done = 0, .all = static_cast<int>(request.members.size()), .email = {}};
    std::optional<SyncProblem> forAll;
    if (usable.isEmpty() && !problems.isEmpty())
        forAll = problems.first();
    for (const TeamMember &member : std::as_const(request.members)) {
        if (stop.stop_requested())
            break;
        progress.email = member.email;
        tell(progress);
        SyncSummary summary;
        if (forAll) {
            summary = failed(member, request, *forAll);
        } else {
            for (int waits = 0;; ++waits) {
                summary = co_await syncOne(member, request, agents, stop);
                const SyncProblem *penalty =
                    firstThat(summary, [](const SyncProblem &problem) { return problem.error.kind == ErrorKind::RateLimited; });
                if (!penalty || waits == kMostWaits || stop.stop_requested())
                    break;
                const Result<> waited = co_await m_clock.sleep(penalty->error.retryAfter.value_or(std::chrono::seconds(60)), stop);
                if (!waited)
                    break;
            }
            summary.problems = problems + summary.problems;
            if (const SyncProblem *problem = firstThat(summary, concernsAll))
                forAll = *problem;
        }
        if (stop.stop_requested())
            break;            // what became of this one is not known
        summary.days.clear(); // they have been handed over: a hundred reps must not pile up here
        summaries.append(summary);
        ++progress.done;
        tell(progress);
    }
    qCInfo(lcTeam) << "a team of" << request.members.size() << "was synced," << summaries.size() << "reached";
    co_return summaries;
}

QCoro::Task<SyncSummary> TeamSync::syncOne(TeamMember member, Request request, QHash<QString, QList<Agent>> agents, std::stop_token stop)
{
    SyncRequest one{.rep = {.user = member.id, .email = member.email, .zone = {}, .fallback = request.fallback},
                    .sources = {},
                    .range = request.range,
                    .everyDay = true,
                    .mayClamp = false,
                    .dryRun = request.dryRun};
    for (const HistorySource &source : std::as_const(request.sources)) {
        const QList<Agent> found = agentsWithEmail(agents.value(source.id), source, member.email);
        if (!found.isEmpty())
            one.sources.append({.source = source, .agents = found});
    }
    if (one.sources.isEmpty()) {
        const QString detail = u"the phone provider has no user with this e-mail; map it by hand (metrics/agents)"_s;
        co_return failed(member, request, {.source = {}, .error = {.kind = ErrorKind::Refused, .detail = detail}});
    }
    // One rep's calls at a time, and gone with the folder whatever happens.
    QTemporaryDir folder(m_folder + u'/' + kPrefix + u"XXXXXX"_s);
    if (!folder.isValid())
        co_return failed(member, request,
                         {.source = {}, .error = {.kind = ErrorKind::Storage, .detail = u"no room for a temporary database"_s}});
    Result<std::unique_ptr<CallLog>> log = CallLog::open(folder.filePath(u"calls.db"_s), m_clock);
    if (!log)
        co_return failed(member, request, {.source = {}, .error = log.error()});
    SyncRun run(**log, m_outlet, m_clock, [](const SyncProgress &) {});
    SyncSummary summary = co_await run.run(std::move(one), stop);
    co_await (*log)->stop();
    co_return summary;
}

} // namespace callcard

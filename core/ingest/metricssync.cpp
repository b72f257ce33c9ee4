#include <callcard/metricssync.h>

#include "agentbook.h"
#include "syncrun.h"

#include <QDataStream>
#include <QIODevice>
#include <QLoggingCategory>

#include <algorithm>

namespace callcard {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

Q_LOGGING_CATEGORY(lcSync, "callcard.ingest", QtInfoMsg)

/// The plan's clock stands while the computer sleeps; looking up now and then costs nothing.
constexpr std::chrono::milliseconds kLongestRest = 15min;

constexpr qint64 kSafeGapDays = 5;

QString reachedKey(const SyncedRep &rep)
{
    return u"reached/"_s + rep.email.trimmed().toCaseFolded();
}

QStringList idsOf(const QList<HistorySource> &sources)
{
    QStringList ids;
    for (const HistorySource &source : sources)
        ids.append(source.id);
    return ids;
}

bool isAmong(const QStringList &ids, const QStringList &all)
{
    return std::all_of(ids.begin(), ids.end(), [&](const QString &id) { return all.contains(id); });
}

QString zoneKey(const QString &email)
{
    return u"zone/"_s + email.trimmed().toCaseFolded();
}

} // namespace

QTimeZone countingZone(const CallLog &log, const SyncedRep &rep)
{
    const Result<std::optional<QByteArray>> id = log.kept(zoneKey(rep.email));
    const QTimeZone known(id && *id ? **id : QByteArray());
    return !rep.zone.isValid() && known.isValid() ? known : zoneOf(rep, {});
}

MetricsSync::MetricsSync(CallLog &log, FiguresOutlet &outlet, Clock &clock, SyncPlan::Pace pace, QObject *parent)
    : QObject(parent), m_log(log), m_outlet(outlet), m_clock(clock), m_plan(pace), m_pace(pace)
{
}

MetricsSync::~MetricsSync() = default;

void MetricsSync::configure(const SyncedRep &rep, const QList<HistorySource> &sources)
{
    // Of a provider that was not there before nothing has been read, however complete the others are.
    const bool isNew = rep.email != m_rep.email || !isAmong(idsOf(sources), idsOf(m_sources));
    m_rep = rep;
    m_sources = sources;
    m_zone = countingZone(m_log, rep);
    if (rep.email.isEmpty() || sources.isEmpty()) {
        m_plan = SyncPlan(m_pace);
        setState({.phase = SyncState::Phase::NotConfigured});
        return;
    }
    if (isNew || m_state.phase == SyncState::Phase::NotConfigured) {
        m_plan = SyncPlan(m_pace);
        m_signedOut.clear();
        recall();
    } else {
        goOn(); // what was refused before may have been mended
    }
    if (!m_busy)
        showWaiting();
    wakeSoon();
}

void MetricsSync::start()
{
    m_scope.start(run());
}

QCoro::Task<> MetricsSync::stop()
{
    return m_scope.close();
}

void MetricsSync::onCallEnded()
{
    m_plan.callEnded(m_clock.monotonic());
    wakeSoon();
}

void MetricsSync::nudge()
{
    goOn();
    wakeSoon();
}

void MetricsSync::goOn()
{
    if (!m_signedOut.isEmpty()) {
        m_signedOut.clear();
        recall(); // to the days that were complete for all of them
    }
    m_plan.nudge(m_clock.monotonic());
}

QDate MetricsSync::today() const
{
    return m_clock.now().toTimeZone(m_zone).date();
}

QCoro::Task<> MetricsSync::run()
{
    const std::stop_token stop = m_scope.stopToken();
    while (!stop.stop_requested()) {
        // After a long sleep the week does not reach back to where we were.
        if (m_completeUntil.isValid() && m_completeUntil.daysTo(today()) > kSafeGapDays) {
            m_plan.begin(m_clock.monotonic(), m_completeUntil.addDays(-1));
            m_completeUntil = {};
        }
        const std::optional<SyncJob> job = m_plan.due(m_clock.monotonic(), today());
        if (!job) {
            std::optional<std::chrono::milliseconds> wait = m_plan.untilNext(m_clock.monotonic());
            if (wait)
                wait = std::min<std::chrono::milliseconds>(*wait, kLongestRest);
            co_await rest(wait, stop);
            continue;
        }
        // Where nothing may be written the log is kept up to date all the same, and that is no failure.
        const bool onlyCounts = !m_outlet.mayWrite(m_rep.user);
        const SyncSummary summary = co_await syncInTurn(*job, onlyCounts, stop);
        if (!stop.stop_requested())
            Q_EMIT
        synced(summary);
    }
}

QCoro::Task<Result<SyncSummary>> MetricsSync::sync(DayRange range, bool dryRun, std::stop_token stop)
{
    if (m_rep.email.isEmpty())
        co_return failure(ErrorKind::Refused, u"the rep's e-mail is not set"_s);
    if (m_sources.isEmpty())
        co_return failure(ErrorKind::Refused, u"no phone provider is set up"_s);
    const SyncJob job{SyncTrigger::OnDemand, range};
    const SyncSummary summary = co_await syncInTurn(job, dryRun, stop);
    if (stop.stop_requested())
        co_return failure(ErrorKind::Cancelled);
    Q_EMIT
    synced(summary);
    co_return summary;
}

QCoro::Task<SyncSummary> MetricsSync::syncInTurn(SyncJob job, bool dryRun, std::stop_token stop)
{
    const bool mine = co_await takeTurn(stop);
    if (!mine) {
        SyncSummary summary{.user = m_rep.user, .email = m_rep.email, .range = job.range, .dryRun = dryRun};
        summary.problems.append({.source = {}, .error = {.kind = ErrorKind::Cancelled}});
        co_return summary;
    }
    SyncState state = m_state;
    state.phase = SyncState::Phase::Running;
    state.trigger = job.trigger;
    setState(state);
    SyncSummary summary = co_await syncNow(job, dryRun, stop);
    settle(job, summary, dryRun && job.trigger == SyncTrigger::OnDemand);
    passTurn();
    co_return summary;
}

QCoro::Task<SyncSummary> MetricsSync::syncNow(SyncJob job, bool dryRun, std::stop_token stop)
{
    SyncRequest request{.rep = m_rep,
                        .sources = {},
                        .range = job.range,
                        .everyDay = job.trigger == SyncTrigger::OnDemand,
                        .mayClamp = job.trigger != SyncTrigger::OnDemand,
                        .dryRun = dryRun};
    const auto tell = [this](const SyncProgress &progress) {
        SyncState state = m_state;
        state.progress = progress;
        setState(state);
    };
    tell({.step = SyncProgress::Step::FindingAgent, .source = {}, .done = 0, .all = 0});
    const QList<HistorySource> sources = m_sources;
    QList<SyncProblem> problems;
    AgentBook book(m_log, m_clock);
    for (const HistorySource &source : sources) {
        if (job.trigger != SyncTrigger::OnDemand && m_signedOut.contains(source.id)) {
            problems.append({.source = source.id, .error = m_signedOut.value(source.id)});
            continue;
        }
        const Result<QList<Agent>> agents = co_await book.agentsOf(source, m_rep.email, stop);
        if (agents)
            request.sources.append({.source = source, .agents = *agents});
        else
            problems.append({.source = source.id, .error = agents.error()});
    }
    m_zone = zoneOf(m_rep, request.sources);
    if (const Result<> kept = m_log.keep(zoneKey(m_rep.email), m_zone.id()); !kept)
        qCWarning(lcSync) << "the rep's time zone could not be noted:" << kept.error();
    SyncRun run(m_log, m_outlet, m_clock, tell);
    request.isPartial = !problems.isEmpty();
    SyncSummary summary = co_await run.run(std::move(request), stop);
    summary.problems = problems + summary.problems;
    noteSignIns(summary);
    co_return summary;
}

/// Where nobody is signed in, asking again is of no use, and no reason to leave the other providers' calls unread.
void MetricsSync::noteSignIns(const SyncSummary &summary)
{
    m_signedOut.clear();
    for (const SyncProblem &problem : summary.problems) {
        if (!problem.source.isEmpty() && problem.error.kind == ErrorKind::SignInNeeded)
            m_signedOut.insert(problem.source, problem.error);
    }
    if (m_signedOut.size() == m_sources.size())
        m_signedOut.clear(); // then the plan waits as a whole
}

QCoro::Task<bool> MetricsSync::takeTurn(std::stop_token stop)
{
    if (!std::exchange(m_busy, true))
        co_return true;
    const auto turn = std::make_shared<Completion<>>();
    m_turns.push_back(turn);
    const Result<> come = co_await turn->wait(stop);
    if (!come)
        std::erase(m_turns, turn);
    co_return come.has_value();
}

void MetricsSync::passTurn()
{
    if (m_turns.empty()) {
        m_busy = false;
        return;
    }
    const std::shared_ptr<Completion<>> next = m_turns.front();
    m_turns.pop_front();
    next->complete();
}

void MetricsSync::settle(const SyncJob &job, const SyncSummary &summary, bool isRehearsal)
{
    if (isRehearsal) { // nothing was brought up to date by it
        m_state.progress.reset();
        showWaiting();
        return;
    }
    const auto now = m_clock.monotonic();
    const auto weight = [](const SyncProblem &problem) {
        const ErrorKind kind = problem.error.kind;
        return kind == ErrorKind::RateLimited ? 2 : kind == ErrorKind::SignInNeeded ? 1 : 0;
    };
    const auto isLighter = [&](const SyncProblem &left, const SyncProblem &right) { return weight(left) < weight(right); };
    const SyncProblem *readProblem = nullptr;
    const SyncProblem *worst = nullptr;
    for (const SyncProblem &problem : summary.problems) {
        if (!worst || isLighter(*worst, problem))
            worst = &problem;
        if (!problem.source.isEmpty() && !m_signedOut.contains(problem.source) && (!readProblem || isLighter(*readProblem, problem)))
            readProblem = &problem;
    }
    m_state.progress.reset();
    const bool gaveUp = worst && worst->error.kind == ErrorKind::Cancelled;
    if (!gaveUp)
        m_state.problem = worst ? std::optional(*worst) : std::nullopt;
    // An old range that was read again makes today's figures no younger.
    if (!worst && job.range.from <= today() && job.range.to >= today())
        m_state.lastSuccess = m_clock.now();
    // What could only not be written is safe in the log and in the outbox: the provider need not be asked again for it.
    if (!readProblem && !gaveUp) {
        m_plan.succeeded(job, now, today(), summary.unsettled > 0);
        if (job.trigger != SyncTrigger::OnDemand && m_signedOut.isEmpty())
            remember(today());
    } else if (readProblem && (job.trigger != SyncTrigger::OnDemand || readProblem->error.kind == ErrorKind::RateLimited)) {
        // What a person asked for and did not get does not hold up the schedule, but a penalty does.
        m_plan.failed(readProblem->error, now);
    }
    if (worst && !gaveUp)
        qCInfo(lcSync) << "the sync for" << syncTriggerName(job.trigger) << "has a problem:" << worst->error;
    showWaiting();
}

/// Where the last run of the program left off.
void MetricsSync::recall()
{
    std::optional<QDate> missedSince;
    m_state.lastSuccess = {};
    m_completeUntil = {};
    const Result<std::optional<QByteArray>> bytes = m_log.kept(reachedKey(m_rep));
    if (bytes && *bytes) {
        QDataStream stream(**bytes);
        stream.setVersion(QDataStream::Qt_6_4);
        QDate completeUntil;
        QStringList sources;
        stream >> completeUntil >> m_state.lastSuccess >> sources;
        if (stream.status() == QDataStream::Ok && completeUntil.isValid() && isAmong(idsOf(m_sources), sources))
            missedSince = completeUntil.addDays(-1); // that day was not over, and the night before settles late
    }
    m_plan.begin(m_clock.monotonic(), missedSince);
}

void MetricsSync::remember(const QDate &completeUntil)
{
    m_completeUntil = completeUntil;
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_4);
    stream << completeUntil << m_clock.now() << idsOf(m_sources);
    if (const Result<> kept = m_log.keep(reachedKey(m_rep), bytes); !kept)
        qCWarning(lcSync) << "what was synced could not be noted; the next start reads it again:" << kept.error();
}

void MetricsSync::showWaiting()
{
    SyncState state = m_state;
    const auto wait = m_plan.untilNext(m_clock.monotonic());
    state.nextTry = wait ? m_clock.now().addMSecs(wait->count()) : QDateTime();
    const bool needsPerson = !wait || (state.problem && m_signedOut.contains(state.problem->source));
    state.phase = !state.problem ? SyncState::Phase::Idle : needsPerson ? SyncState::Phase::NeedsPerson : SyncState::Phase::Failing;
    setState(state);
}

void MetricsSync::setState(SyncState state)
{
    if (state == m_state)
        return;
    m_state = std::move(state);
    Q_EMIT
    stateChanged(m_state);
}

QCoro::Task<> MetricsSync::rest(std::optional<std::chrono::milliseconds> longest, std::stop_token stop)
{
    m_wake = std::stop_source();
    const std::stop_token wake = m_wake.get_token();
    const std::stop_callback stopped(stop, [source = m_wake]() mutable { source.request_stop(); });
    if (longest) {
        (void)co_await m_clock.sleep(*longest, wake);
    } else {
        Completion<> never;
        (void)co_await never.wait(wake);
    }
}

void MetricsSync::wakeSoon()
{
    if (std::exchange(m_wakePending, true))
        return;
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_wakePending = false;
            if (!m_busy && m_state.phase != SyncState::Phase::NotConfigured)
                showWaiting();
            std::stop_source wake = m_wake; // its waiter renews the member
            wake.request_stop();
        },
        Qt::QueuedConnection);
}

} // namespace callcard

#include "flyoutdesk.h"

#include "panelreader.h"
#include "traylists.h"
#include "uiwiring.h"

#include <engine/engine.h>

#include <callcard/metricssync.h>
#include <callcard/ui/panelfigures.h>
#include <callcard/ui/paneltexts.h>
#include <callcard/ui/terms.h>

namespace callcard {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr auto kFlyoutQuiet = std::chrono::hours(1);
constexpr std::chrono::seconds kFlyoutStale = std::chrono::minutes(45); // as the panel
} // namespace

FlyoutDesk::FlyoutDesk(Engine &engine, QObject *parent) : QObject(parent), m_engine(engine) {}

FlyoutDesk::~FlyoutDesk() = default;

void FlyoutDesk::show(const QRect &icon)
{
    if (!m_flyout) {
        m_flyout = std::make_unique<ui::Flyout>();
        wire();
    }
    if (MetricsService *metrics = m_engine.metrics())
        metrics->refreshGoals(); // for the next time
    m_flyout->setState(state());
    m_flyout->showBeside(icon);
}

void FlyoutDesk::wire()
{
    const ui::Flyout *flyout = m_flyout.get();
    connect(flyout, &ui::Flyout::metricsRequested, this, [this] {
        Q_EMIT
        pageRequested(u"metrics"_s);
    });
    connect(flyout, &ui::Flyout::missedRequested, this, [this] {
        Q_EMIT
        pageRequested(u"missed"_s);
    });
    connect(flyout, &ui::Flyout::settingsRequested, this, [this] {
        Q_EMIT
        pageRequested(u"settings"_s);
    });
    connect(flyout, &ui::Flyout::callBoxRequested, this, &FlyoutDesk::callBoxRequested);
    connect(flyout, &ui::Flyout::callBackRequested, this, &FlyoutDesk::callBack);
    connect(flyout, &ui::Flyout::callRequested, this, [this](const QString &id) {
        Q_EMIT
        callRequested(CallId(id));
    });
    connect(flyout, &ui::Flyout::quietRequested, this, [this](bool on) {
        if (on)
            m_engine.screenPop().pauseUntil(m_engine.clock().now().addSecs(std::chrono::seconds(kFlyoutQuiet).count()));
        else
            m_engine.screenPop().endQuietNow();
    });
}

ui::FlyoutState FlyoutDesk::state() const
{
    const QDateTime now = m_engine.clock().now();
    const ui::TrayState tray = trayState(m_engine, now);
    ui::FlyoutState state{.mark = tray.look.mark, .headline = tray.headline, .age = tray.detail};
    state.quiet = m_engine.screenPop().isQuietNow();
    state.now = now;
    takeStanding(state);
    if (const Result<QList<ui::FlyoutGoal>> known = goals(now)) {
        state.goals = *known;
    } else {
        state.error = known.error();
        state.errorSource.clear();
    }
    if (const CallLog *log = m_engine.callBook().log()) {
        const TrayLists lists =
            trayLists(*log, now, m_engine.screenPop().rules().zone, m_engine.preferences().value(settings::kUserRegion));
        state.missed = lists.missed;
        state.waiting = lists.waiting;
        state.recent = lists.recent;
        if (lists.problem) {
            state.error = lists.problem;
            state.errorSource.clear();
        }
    }
    return state;
}

/// How old the figures are, and why they get no younger.
void FlyoutDesk::takeStanding(ui::FlyoutState &state) const
{
    MetricsService *metrics = m_engine.metrics();
    if (metrics == nullptr)
        return;
    const SyncState &sync = metrics->sync().state();
    state.readAt = sync.lastSuccess;
    state.stale = sync.problem || (state.readAt.isValid() && state.readAt.secsTo(state.now) > std::chrono::seconds(kFlyoutStale).count());
    if (sync.problem) {
        state.error = sync.problem->error;
        state.errorSource = sync.problem->source.isEmpty() ? QString() : ui::serviceName(sync.problem->source);
    }
}

/// Today as the panel has it, by the same functions.
Result<QList<ui::FlyoutGoal>> FlyoutDesk::goals(const QDateTime &now) const
{
    const CallLog *log = m_engine.callBook().log();
    const MetricsService *metrics = m_engine.metrics();
    if (log == nullptr || metrics == nullptr)
        return tl::unexpected(m_engine.callBook().problem().value_or(Error{.kind = ErrorKind::Storage}));
    const SyncedRep who = metrics->rep();
    const QTimeZone zone = countingZone(*log, who);
    Result<std::unique_ptr<CallFigures>> more = CallFigures::open(m_engine.profile().callLogFile());
    if (!more)
        return tl::unexpected(more.error());
    PanelReader reader(*log, std::move(*more), {.email = who.email, .zone = zone}, metrics->sources());
    const QDate today = reader.dayOf(now);
    const Result<> coverage = reader.readCoverage();
    const Result<PanelSlice> slice = reader.read({today, today}, today);
    if (!coverage || !slice)
        return tl::unexpected(!coverage ? coverage.error() : slice.error());
    const KnownGoals &known = metrics->goals();
    const ui::PanelFacts facts{.now = now,
                               .zone = zone,
                               .days = slice->days,
                               .goals = known.goals,
                               .goalsKnown = known.areKnown(),
                               .goalsAt = known.readAt,
                               .hours = known.hours};
    QList<ui::FlyoutGoal> goals;
    const QList<ui::GoalFigure> figures = ui::panelFigures(facts, {}).goals;
    for (const ui::GoalFigure &figure : figures) {
        ui::FlyoutGoal goal{.name = ui::figureName(figure.figure), .value = figure.value, .target = figure.target};
        if (figure.target && figure.value) {
            goal.share = figure.pace.share;
            if (figure.pace.state != PaceState::NoGoal)
                goal.pace = figure.pace.expected / *figure.target;
        }
        goals.append(goal);
    }
    return goals;
}

void FlyoutDesk::callBack(const QString &id)
{
    const CallLog *log = m_engine.callBook().log();
    const Result<std::optional<LogEntry>> entry = log != nullptr ? log->entry(CallId(id)) : Result<std::optional<LogEntry>>(std::nullopt);
    if (entry && *entry && (*entry)->call.remote.number)
        Q_EMIT
    dialRequested((*entry)->call.remote);
    else Q_EMIT
    callRequested(CallId(id));
}

} // namespace callcard

#include "flyoutdesk.h"

#include "panelreader.h"
#include "traylists.h"
#include "uiwiring.h"

#include <engine/engine.h>

#include <callcard/metricssync.h>
#include <callcard/ui/panelfigures.h>
#include <callcard/ui/paneltexts.h>

namespace callcard {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr auto kFlyoutQuiet = std::chrono::hours(1);
}

FlyoutDesk::FlyoutDesk(Engine &engine, QObject *parent) : QObject(parent), m_engine(engine) {}

FlyoutDesk::~FlyoutDesk() = default;

void FlyoutDesk::show(const QRect &icon)
{
    if (!m_flyout) {
        m_flyout = std::make_unique<ui::Flyout>();
        wire();
    }
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
        const QDateTime until = m_engine.clock().now().addSecs(std::chrono::seconds(kFlyoutQuiet).count());
        m_engine.screenPop().pauseUntil(on ? std::optional(until) : std::nullopt);
    });
}

ui::FlyoutState FlyoutDesk::state() const
{
    const QDateTime now = m_engine.clock().now();
    const ui::TrayState tray = trayState(m_engine, now);
    ui::FlyoutState state{.mark = tray.look.mark, .headline = tray.headline, .age = tray.detail};
    state.quiet = m_engine.screenPop().quietUntilNow().has_value();
    state.goals = goals(now);
    if (const CallLog *log = m_engine.callBook().log()) {
        const TrayLists lists =
            trayLists(*log, now, m_engine.screenPop().rules().zone, m_engine.preferences().value(settings::kUserRegion));
        state.missed = lists.missed;
        state.waiting = lists.waiting;
        state.recent = lists.recent;
    }
    return state;
}

/// Today as the panel has it, by the same functions.
QList<ui::FlyoutGoal> FlyoutDesk::goals(const QDateTime &now) const
{
    const CallLog *log = m_engine.callBook().log();
    const MetricsService *metrics = m_engine.metrics();
    if (log == nullptr || metrics == nullptr)
        return {};
    const SyncedRep who = metrics->rep();
    const QTimeZone zone = countingZone(*log, who);
    Result<std::unique_ptr<CallFigures>> more = CallFigures::open(m_engine.profile().callLogFile());
    if (!more)
        return {};
    PanelReader reader(*log, std::move(*more), {.email = who.email, .zone = zone});
    const QDate today = reader.dayOf(now);
    const Result<> coverage = reader.readCoverage();
    const Result<PanelSlice> slice = reader.read({today, today}, today);
    if (!coverage || !slice)
        return {};
    ui::PanelFacts facts{.now = now, .zone = zone, .days = slice->days};
    QList<ui::FlyoutGoal> goals;
    const QList<ui::GoalFigure> figures = ui::panelFigures(facts, {}).goals;
    for (const ui::GoalFigure &figure : figures) {
        ui::FlyoutGoal goal{.name = ui::figureName(figure.figure), .value = figure.value, .target = figure.target};
        if (figure.target && figure.value) {
            goal.share = figure.pace.share;
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
    dialRequested(*(*entry)->call.remote.number);
    else Q_EMIT
    callRequested(CallId(id));
}

} // namespace callcard

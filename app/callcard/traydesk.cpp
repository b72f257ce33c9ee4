#include "traydesk.h"

#include "uiwiring.h"

#include <engine/engine.h>

#include <callcard/ui/timetexts.h>

namespace callcard {

using namespace std::chrono_literals;

namespace {
constexpr auto kAfterTheCard = 60ms; // an icon in eight sizes takes longer to draw than a card
constexpr auto kReadSoon = 400ms;
constexpr auto kPause = std::chrono::hours(1);
} // namespace

TrayDesk::TrayDesk(Engine &engine, ui::Tray &tray, ui::Shell &shell, QObject *parent)
    : QObject(parent), m_engine(engine), m_tray(tray), m_shell(shell)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(kAfterTheCard);
    connect(&m_soon, &QTimer::timeout, this, &TrayDesk::refresh);
    m_quietEnds.setSingleShot(true);
    connect(&m_quietEnds, &QTimer::timeout, this, &TrayDesk::refresh);

    m_readSoon.setSingleShot(true);
    m_readSoon.setInterval(kReadSoon);
    connect(&m_readSoon, &QTimer::timeout, this, &TrayDesk::readLog);
    if (const CallLog *log = engine.callBook().log()) {
        const auto later = [this] {
            if (!m_readSoon.isActive())
                m_readSoon.start();
        };
        connect(log, &CallLog::entryChanged, this, later);
        connect(log, &CallLog::entryRemoved, this, later);
        connect(log, &CallLog::cleared, this, later);
        connect(log, &CallLog::queueChanged, this, later);
        connect(log, &CallLog::textChanged, this, later);
        connect(&engine.callBook(), &CallBook::remindersDue, this, &TrayDesk::readLog);
        m_readSoon.start();
    }

    if (MetricsService *metrics = engine.metrics())
        connect(&metrics->sync(), &MetricsSync::stateChanged, this, &TrayDesk::refreshSoon);
    connect(&engine, &Engine::connectionsChanged, this, &TrayDesk::refreshSoon);
    connect(&engine.tracker(), &CallTracker::callChanged, this, &TrayDesk::refreshSoon);
    connect(&engine.screenPop(), &ScreenPop::quietChanged, this, &TrayDesk::refreshSoon);
    connect(&engine.screenPop(), &ScreenPop::cardOpened, this, &TrayDesk::refreshSoon);
    connect(&tray, &ui::Tray::quietRequested, this, &TrayDesk::setQuiet);
    connect(&tray, &ui::Tray::lastCardRequested, &engine.screenPop(), &ScreenPop::showLast);
}

void TrayDesk::refreshSoon()
{
    if (!m_soon.isActive())
        m_soon.start();
}

void TrayDesk::readLog()
{
    const CallLog *log = m_engine.callBook().log();
    if (!log)
        return;
    m_lists =
        trayLists(*log, m_engine.clock().now(), m_engine.screenPop().rules().zone, m_engine.preferences().value(settings::kUserRegion));
    refresh();
}

void TrayDesk::setSyncing(const QString &progress)
{
    m_syncing = progress;
    refreshSoon();
}

void TrayDesk::setQuiet(bool on)
{
    ScreenPop &pop = m_engine.screenPop();
    if (on)
        pop.pauseUntil(m_engine.clock().now().addSecs(std::chrono::seconds(kPause).count()));
    else
        pop.endQuietNow();
}

void TrayDesk::refresh()
{
    const QDateTime now = m_engine.clock().now();
    m_tray.setState(state(now));
    showStanding(m_shell, m_engine, now);
    // The icon has to lose its moon when the quiet time is over, whatever else happens.
    if (const auto until = m_engine.screenPop().quietUntilNow())
        m_quietEnds.start(std::chrono::milliseconds(std::clamp<qint64>(now.msecsTo(*until), 1000, 24 * 3'600'000)));
}

ui::TrayState TrayDesk::state(const QDateTime &now) const
{
    ui::TrayState state = trayState(m_engine, now);
    ScreenPop &pop = m_engine.screenPop();
    const auto quietUntil = pop.quietUntilNow();
    state.look.quiet = pop.isQuietNow();
    if (quietUntil)
        state.quietUntil = ui::TimeTexts().clock(*quietUntil);
    const QList<Call> live = m_engine.tracker().liveCalls();
    state.look.ringing = std::any_of(live.begin(), live.end(), [](const Call &call) {
        return call.state == CallState::Ringing && call.direction == CallDirection::Inbound;
    });
    state.hasLastCard = pop.hasLastCard();
    state.offers.calls = m_engine.callBook().log() != nullptr;
    state.offers.directory = m_engine.customers().directory() != nullptr;
    state.figures = m_lists.figures;
    if (MetricsService *metrics = m_engine.metrics()) {
        const SyncState &sync = metrics->sync().state();
        state.offers.sync = sync.phase != SyncState::Phase::NotConfigured;
        if (sync.lastSuccess.isValid())
            state.syncedAt = ui::TimeTexts().moment(sync.lastSuccess, now);
        state.syncing = m_syncing;
    }
    state.look.missed = m_lists.waiting;
    state.missed = m_lists.missed;
    state.recent = m_lists.recent;
    return state;
}

} // namespace callcard

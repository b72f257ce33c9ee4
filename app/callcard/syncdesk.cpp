#include "syncdesk.h"

#include <engine/engine.h>

#include <callcard/ui/errortexts.h>
#include <callcard/ui/terms.h>

namespace callcard {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto kSoon = std::chrono::milliseconds(100);
constexpr int kDays = 30;

ui::SyncView::State stateOf(SyncState::Phase phase)
{
    switch (phase) {
    case SyncState::Phase::Idle:
        return ui::SyncView::State::Idle;
    case SyncState::Phase::Running:
        return ui::SyncView::State::Running;
    case SyncState::Phase::Failing:
        return ui::SyncView::State::Failing;
    case SyncState::Phase::NeedsPerson:
        return ui::SyncView::State::NeedsPerson;
    case SyncState::Phase::NotConfigured:
        return ui::SyncView::State::NotSetUp;
    }
    Q_UNREACHABLE();
}

/// What the other side said of what it will never take.
QString refusalText(const Error &error)
{
    return error.detail.isEmpty() ? errorKindName(error.kind) : error.detail;
}

QString problemText(const SyncProblem &problem, const QDateTime &now)
{
    // A setting or the rules refuse: their sentence says which.
    if (problem.source.isEmpty() && problem.error.kind == ErrorKind::Refused && !problem.error.detail.isEmpty())
        return problem.error.detail;
    const QString service = ui::serviceName(problem.source.isEmpty() ? u"firestore"_s : problem.source);
    return ui::errorText(problem.error, service, now).sentences();
}

} // namespace

SyncDesk::SyncDesk(Engine &engine, ui::SyncTile &tile, QObject *parent) : QObject(parent), m_engine(engine), m_tile(tile)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(kSoon);
    connect(&m_soon, &QTimer::timeout, this, &SyncDesk::refresh);
    connect(&tile, &ui::SyncTile::syncRequested, this, &SyncDesk::syncNow);
    connect(&tile, &ui::SyncTile::cancelRequested, this, &SyncDesk::stopSync);
    const auto later = [this] {
        if (!m_soon.isActive())
            m_soon.start();
    };
    if (MetricsService *metrics = engine.metrics())
        connect(&metrics->sync(), &MetricsSync::stateChanged, this, later);
    if (const Outbox *outbox = engine.outbox())
        connect(outbox, &Outbox::changed, this, later);
    refresh();
}

void SyncDesk::syncNow()
{
    if (!m_engine.metrics() || std::exchange(m_running, true))
        return;
    m_outcome.reset();
    m_stop = std::stop_source();
    m_scope.start(run());
    refresh();
}

void SyncDesk::stopSync()
{
    std::stop_source stop = m_stop; // whoever waits for it may begin the next one
    stop.request_stop();
}

QCoro::Task<> SyncDesk::run()
{
    const std::stop_token stop = m_stop.get_token();
    const std::stop_callback ended(m_scope.stopToken(), [source = m_stop]() mutable { source.request_stop(); });
    const QDate today = m_engine.metrics()->sync().today();
    const Json arguments{{"from", today.addDays(1 - kDays).toString(Qt::ISODate).toStdString()},
                         {"to", today.toString(Qt::ISODate).toStdString()},
                         {"retry", true}};
    const MetricsService::Tell quiet = [](const Json &) {}; // the state tells the tile
    const Result<Json> document = co_await m_engine.ask("sync", arguments, quiet, stop);
    m_running = false;
    using End = ui::SyncOutcome::End;
    if (!document && document.error().kind == ErrorKind::Cancelled) {
        m_outcome = ui::SyncOutcome{.end = End::Stopped};
    } else if (!document) {
        m_outcome = ui::SyncOutcome{.end = End::Partly, .trouble = document.error().detail};
    } else {
        const Json errors = document->value("errors", Json::array());
        m_outcome = ui::SyncOutcome{.end = document->value("success", false) ? End::Done : End::Partly,
                                    .calls = document->value("callsProcessed", 0),
                                    .figures = document->value("metricsWritten", 0),
                                    .trouble = errors.empty() ? QString() : QString::fromStdString(errors.at(0).get<std::string>())};
    }
    refresh();
}

QCoro::Task<> SyncDesk::stop()
{
    return m_scope.close();
}

void SyncDesk::refresh()
{
    const ui::SyncView now = view();
    m_tile.setView(now, m_engine.clock().now());
    const QString progress = now.canStop ? u"%1/%2"_s.arg(now.done).arg(now.all) : QString();
    if (std::exchange(m_progress, progress) != progress)
        Q_EMIT
    progressChanged(progress);
}

ui::SyncView SyncDesk::view() const
{
    ui::SyncView view;
    MetricsService *metrics = m_engine.metrics();
    if (!metrics) {
        if (const std::optional<Error> problem = m_engine.outboxProblem()) {
            view.state = ui::SyncView::State::NeedsPerson;
            view.problem = ui::errorText(*problem, {}, m_engine.clock().now()).sentences();
        }
        return view;
    }
    const SyncState &state = metrics->sync().state();
    view.state = m_running ? ui::SyncView::State::Running : stateOf(state.phase);
    view.canStop = m_running;
    if (state.progress) {
        view.done = state.progress->done;
        view.all = state.progress->all;
    }
    view.lastSuccess = state.lastSuccess;
    view.nextTry = state.nextTry;
    if (state.problem)
        view.problem = problemText(*state.problem, m_engine.clock().now());
    else if (const QString old = m_engine.outboxSetAsideAs(); !old.isEmpty())
        view.problem = ui::damageText(ui::DamagedFile::Outbox, old).sentences();
    view.outcome = m_outcome;
    if (const Outbox *outbox = m_engine.outbox()) {
        if (const Result<OutboxCounts> counts = outbox->counts()) {
            view.waiting = counts->waiting;
            view.parked = counts->parked;
        }
        const Result<QList<ParkedEntry>> parked = view.parked > 0 ? outbox->parked() : Result<QList<ParkedEntry>>();
        if (parked && !parked->isEmpty())
            view.parkedWhy = refusalText(parked->first().reason);
    }
    return view;
}

} // namespace callcard

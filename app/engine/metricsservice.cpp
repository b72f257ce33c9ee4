#include "metricsservice.h"

#include "metricsjson.h"

#include <callcard/firestorefigures.h>

#include <QLoggingCategory>

namespace callcard {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

Q_LOGGING_CATEGORY(lcFigures, "callcard.engine", QtInfoMsg)

SyncPlan::Pace paceOf(const Preferences &preferences)
{
    return {.today = std::chrono::minutes(preferences.value(settings::kMetricsSyncMinutes))};
}

/// The stretch of the night in which the desktops of a team reconcile, each at a moment of its own.
const QTime kNight(2, 30);
constexpr std::chrono::minutes kNightLength = 120min;

} // namespace

MetricsService::MetricsService(const MetricsContext &context, QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_outlet(context.outbox, context.clock)
    , m_sync(context.log, m_outlet, context.clock, paceOf(context.preferences))
{
    TeamSync::removeLeftovers(context.profile.dataFolder);
    connect(&m_sync, &MetricsSync::synced, this, [this](const SyncSummary &summary) {
        if (summary.success() && !summary.dryRun && m_sync.state().trigger != SyncTrigger::OnDemand)
            m_scope.start(writeGoalsInPassing(m_scope.stopToken()));
        if (m_isStarted)
            refreshGoals();
    });
    recallGoals();
}

MetricsService::~MetricsService() = default;

SyncedRep MetricsService::rep() const
{
    return repOf(m_context.preferences, user());
}

UserId MetricsService::user() const
{
    return m_link ? UserId(m_link->accounts->firebase->tokens->user()) : UserId();
}

void MetricsService::start()
{
    m_isStarted = true;
    m_sync.start();
    m_scope.start(reconcileNightly());
}

QCoro::Task<> MetricsService::stop()
{
    co_await m_sync.stop();
    co_await m_scope.close();
    if (m_link)
        co_await m_link->pump->stop();
}

void MetricsService::nudge()
{
    m_sync.nudge();
    if (m_link)
        m_link->pump->nudge();
}

QCoro::Task<> MetricsService::setAccounts(std::shared_ptr<Accounts> accounts, std::stop_token stop)
{
    const quint64 generation = ++m_generation;
    const std::shared_ptr<Link> old = std::move(m_link);
    m_outlet.setWay({});
    if (old)
        co_await old->pump->stop();
    if (generation != m_generation || m_scope.isClosed())
        co_return; // a newer set came meanwhile
    m_accounts = accounts;
    openHistories();
    if (accounts->firebase) {
        const Accounts::Firebase &firebase = *accounts->firebase;
        const FirestoreContext firestore{.base = firebase.firestore,
                                         .projectId = firebase.projectId,
                                         .apiKey = firebase.apiKey,
                                         .isEmulator = firebase.isEmulator,
                                         .http = m_context.http,
                                         .tokens = *firebase.tokens,
                                         .clock = m_context.clock};
        const auto witness = [this](const QString &key, bool written) { m_outlet.onStands(key, written); };
        m_link = std::make_shared<Link>();
        m_link->accounts = accounts;
        m_link->firestore.emplace(firestore);
        m_link->delivery = makeMetricsDelivery(firestore, m_context.outbox, witness);
        m_link->pump = std::make_unique<OutboxPump>(m_context.outbox, metricsDestination(), *m_link->delivery, m_context.clock);
        m_link->figures = makeFirestoreFigures(firestore, countingZone(m_context.log, rep()));
        connect(firebase.tokens.get(), &TokenKeeper::stateChanged, m_link->pump.get(), [this] { arrange(); });
        m_link->pump->start();
        co_await identify(stop);
        if (generation != m_generation)
            co_return;
    }
    arrange();
    m_opened = generation;
}

void MetricsService::onSettingsChanged()
{
    if (!m_accounts)
        return;
    openHistories();
    arrange();
}

void MetricsService::openHistories()
{
    m_histories = historiesOf(m_accounts, {.preferences = m_context.preferences,
                                           .http = m_context.http,
                                           .ringcentralBudget = m_context.ringcentralBudget,
                                           .justcallBudget = m_context.justcallBudget,
                                           .traffic = m_context.traffic,
                                           .clock = m_context.clock});
}

/// Documents are named after who is signed in, so nothing can be handed over before that is known.
QCoro::Task<> MetricsService::identify(std::stop_token stop)
{
    const std::shared_ptr<Accounts> accounts = m_link->accounts; // outlives the question
    const Result<Secret> token = co_await accounts->firebase->tokens->accessToken(stop);
    if (!token)
        qCInfo(lcFigures) << "not signed in to Firebase:" << token.error();
}

void MetricsService::arrange()
{
    if (m_link) {
        m_outlet.setWay({.signedIn = user(),
                         .marker = dateMarkerNamed(m_context.preferences.value(settings::kMetricsDateMarker)),
                         .client = u"callcard/" CALLCARD_VERSION ""_s,
                         .readOnly = m_context.preferences.value(settings::kMetricsReadOnly),
                         .pump = m_link->pump.get()});
    }
    takeBack();
    m_sync.configure(rep(), m_histories);
    if (m_isStarted)
        refreshGoals();
    Q_EMIT
    userKnown();
}

/// What this user left behind and what was set aside while somebody else was signed in is on its way again.
void MetricsService::takeBack()
{
    const UserId me = user();
    if (me.isEmpty() || me == std::exchange(m_takenBackBy, me))
        return;
    const Result<QList<ParkedEntry>> parked = m_context.outbox.parked();
    if (!parked) {
        qCWarning(lcFigures) << "what was set aside cannot be read:" << parked.error();
        return;
    }
    for (const ParkedEntry &entry : *parked) {
        if (!isMadeBy(me, entry))
            continue;
        if (const Result<> again = m_context.outbox.retry(entry.destination, entry.entry.key); !again)
            qCWarning(lcFigures) << "what was set aside cannot be tried again:" << again.error();
    }
}

Json MetricsService::status() const
{
    Json object = syncStateToJson(m_sync.state(), m_context.clock.now());
    if (m_differences) {
        object["differences"] = *m_differences;
        object["reconciledAt"] = m_reconciledAt.toUTC().toString(Qt::ISODate).toStdString();
    }
    return object;
}

QCoro::Task<> MetricsService::reconcileNightly()
{
    const std::stop_token stop = m_scope.stopToken();
    QDate last;
    while (!stop.stop_requested()) {
        const Result<> waited = co_await m_context.clock.sleep(10min, stop);
        if (!waited)
            break;
        const SyncedRep who = rep();
        if (who.email.isEmpty() || m_histories.isEmpty() || !m_link)
            continue;
        const QTimeZone zone = countingZone(m_context.log, who);
        const QDateTime local = m_context.clock.now().toTimeZone(zone);
        const qint64 own = static_cast<qint64>(qHash(who.email, size_t(0)) % size_t(kNightLength.count()));
        if (local.date() == last || local.time() < kNight.addSecs(own * 60) || local.time() > QTime(12, 0))
            continue;
        last = local.date();
        const DayRange week{local.date().addDays(-7), local.date().addDays(-1)};
        const Result<QList<ReconciledFigure>> figures = co_await reconciled(week, stop);
        if (!figures) {
            qCInfo(lcFigures) << "tonight's reconciliation failed:" << figures.error();
            continue;
        }
        if (m_differences == 0)
            continue;
        // What differs is read and handed over anew; what still differs then has another reason, and that is told.
        const Result<SyncSummary> healed = co_await m_sync.sync(week, false, stop);
        if (healed)
            (void)co_await reconciled(week, stop);
    }
}

} // namespace callcard

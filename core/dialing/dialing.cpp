#include <callcard/dialing.h>

#include <QLoggingCategory>
#include <QPointer>

#include <algorithm>
#include <utility>

namespace callcard {

using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(lcDialing, "callcard.dialing")

constexpr auto kSameCallWithin = 3s;
constexpr qsizetype kMostRemembered = 200;

QString namesOf(const QList<DialWarning> &warnings)
{
    QStringList names;
    for (const DialWarning warning : warnings)
        names.append(dialWarningName(warning));
    return names.join(", "_L1);
}

/// What is left to accept.
QList<DialWarning> notAccepted(const DialPlan &plan, const QList<DialWarning> &accepted)
{
    QList<DialWarning> left;
    for (const DialWarning warning : plan.warnings) {
        if (!accepted.contains(warning))
            left.append(warning);
    }
    return left;
}

} // namespace

LinkOpener::~LinkOpener() = default;

struct Dialing::Entry {
    DialRecord record;
    QString key;
    std::chrono::milliseconds since{};
    std::shared_ptr<DialAttempt> attempt;

    [[nodiscard]] bool failed() const { return record.stage == DialRecord::Stage::Refused; }
};

Dialing::Dialing(LinkOpener &links, Clock &clock, QObject *parent) : QObject(parent), m_links(links), m_clock(clock) {}

Dialing::~Dialing()
{
    if (m_idle)
        m_idle->complete(failure(ErrorKind::Cancelled));
}

void Dialing::setRules(const DialRules &rules)
{
    m_rules = rules;
    m_rules.providerDials = m_provider && m_provider->info().canDial;
    m_rules.agentCalls = m_agents && m_agents->info().sendsAgents;
}

void Dialing::setAgents(CallProvider *agents)
{
    m_agents = agents;
    m_rules.agentCalls = agents && agents->info().sendsAgents;
}

void Dialing::setProvider(CallProvider *provider)
{
    m_provider = provider;
    m_rules.providerDials = provider && provider->info().canDial;
}

tl::expected<DialTarget, PhoneProblem> Dialing::read(QStringView text) const
{
    return dialTargetFrom(text, m_rules.region);
}

DialPlan Dialing::plan(const DialTarget &target, const Callee &callee) const
{
    return planDial(target, callee, m_rules, m_clock.now());
}

std::shared_ptr<Dialing::Entry> Dialing::recentlyDialled(const QString &key) const
{
    for (const std::shared_ptr<Entry> &entry : m_entries) {
        // Without an answer nobody knows yet whether it rings, however long that takes.
        if (entry->key == key && !entry->failed() &&
            (entry->record.stage == DialRecord::Stage::Asked || m_clock.monotonic() - entry->since < kSameCallWithin))
            return entry;
    }
    return {};
}

bool Dialing::wasHandedOver(const DialTarget &target) const
{
    const std::shared_ptr<Entry> entry = recentlyDialled(dialKey(target));
    return entry && entry->record.plan.route == DialRoute::System;
}

void Dialing::forgetOld()
{
    if (m_entries.size() < kMostRemembered)
        return;
    QList<qint64> ids = m_entries.keys();
    std::sort(ids.begin(), ids.end());
    ids.resize(ids.size() - kMostRemembered / 2);
    for (const qint64 id : std::as_const(ids))
        m_entries.remove(id);
}

void Dialing::change(Entry &entry, DialRecord::Stage stage, std::optional<Error> error)
{
    entry.record.stage = stage;
    entry.record.error = std::move(error);
    const DialRecord record = entry.record; // a listener may dial again
    Q_EMIT
    recordChanged(record);
}

void Dialing::settle(Entry &entry, DialRecord::Stage stage, std::optional<Error> error)
{
    entry.since = m_clock.monotonic();
    change(entry, stage, std::move(error));
}

QCoro::Task<Result<Dialing::Dialled>> Dialing::dial(DialPlan plan, QList<DialWarning> accepted, std::stop_token stop)
{
    if (plan.obstacle)
        co_return failure(ErrorKind::Refused, dialObstacleName(*plan.obstacle));
    if (const QList<DialWarning> left = notAccepted(plan, accepted); !left.isEmpty())
        co_return failure(ErrorKind::Refused, namesOf(left));
    if (plan.route == DialRoute::Provider && (!m_provider || !plan.target.number))
        co_return failure(ErrorKind::Refused, dialObstacleName(DialObstacle::NoProvider));
    if (plan.route == DialRoute::AiAgent && (!m_agents || !plan.target.number))
        co_return failure(ErrorKind::Refused, dialObstacleName(DialObstacle::NoAgent));

    const QString key = dialKey(plan.target);
    if (const std::shared_ptr<Entry> before = recentlyDialled(key))
        co_return Dialled{.record = before->record.id, .alreadyCalling = true};

    forgetOld();
    const auto entry = std::make_shared<Entry>();
    entry->key = key;
    entry->since = m_clock.monotonic();
    entry->record.id = ++m_lastId;
    entry->record.plan = plan;
    entry->record.at = m_clock.now();
    entry->record.overridden = plan.warnings;
    m_entries.insert(entry->record.id, entry);
    change(*entry, DialRecord::Stage::Asked);
    const qint64 id = entry->record.id;

    if (plan.route == DialRoute::AiAgent) {
        const Result<Dialled> asked = co_await dialByAgent(entry, stop);
        co_return asked;
    }
    if (plan.route != DialRoute::Provider) {
        const QUrl link = dialLink(plan);
        const Result<> opened = co_await m_links.open(link, stop);
        if (!opened) {
            settle(*entry, DialRecord::Stage::Refused, opened.error());
            co_return tl::unexpected(opened.error());
        }
        settle(*entry, DialRecord::Stage::HandedOver);
        co_return Dialled{.record = id};
    }
    if (!m_provider) { // whoever heard of the record took it away
        const Error gone{.kind = ErrorKind::Refused, .detail = dialObstacleName(DialObstacle::NoProvider)};
        settle(*entry, DialRecord::Stage::Refused, gone);
        co_return tl::unexpected(gone);
    }

    const DialRequest request{.number = *plan.target.number, .extension = plan.target.extension, .callerId = plan.callerId};
    std::stop_source end; // the asker's, or the service's
    const std::stop_callback asker(stop, [end]() mutable { end.request_stop(); });
    const std::stop_callback service(m_letGo.get_token(), [end]() mutable { end.request_stop(); });
    ++m_asking;
    Result<std::shared_ptr<DialAttempt>> placed = co_await m_provider->placeCall(request, end.get_token());
    leave();
    if (!placed) {
        settleRefused(*entry, placed.error());
        co_return tl::unexpected(placed.error());
    }
    if (end.stop_requested()) { // placed, and nobody is there any more whom it could be followed through
        settle(*entry, DialRecord::Stage::Over);
        co_return Dialled{.record = id};
    }
    entry->attempt = *std::move(placed);
    follow(entry);
    settle(*entry, DialRecord::Stage::Placed);
    co_return Dialled{.record = id};
}

/// Reached without an answer that says what became of it: the phones may ring. Only a person may try again.
void Dialing::settleRefused(Entry &entry, const Error &error)
{
    const bool unclear = error.kind == ErrorKind::TimedOut || error.kind == ErrorKind::ServerFault || error.kind == ErrorKind::BadPayload ||
                         error.kind == ErrorKind::Cancelled;
    qCInfo(lcDialing) << "a call was not placed:" << errorKindName(error.kind);
    settle(entry, unclear ? DialRecord::Stage::Unclear : DialRecord::Stage::Refused, error);
}

QCoro::Task<Result<Dialing::Dialled>> Dialing::dialByAgent(std::shared_ptr<Entry> entry, std::stop_token stop)
{
    if (!m_agents) { // whoever heard of the record took it away
        const Error gone{.kind = ErrorKind::Refused, .detail = dialObstacleName(DialObstacle::NoAgent)};
        settle(*entry, DialRecord::Stage::Refused, gone);
        co_return tl::unexpected(gone);
    }
    const DialPlan &plan = entry->record.plan;
    AgentRequest request{.number = *plan.target.number};
    if (!plan.callee.name.isEmpty())
        request.facts.insert(u"customer_name"_s, plan.callee.name);
    std::stop_source end; // the asker's, or the service's
    const std::stop_callback asker(stop, [end]() mutable { end.request_stop(); });
    const std::stop_callback service(m_letGo.get_token(), [end]() mutable { end.request_stop(); });
    ++m_asking;
    const Result<> sent = co_await m_agents->sendAgent(request, end.get_token());
    leave();
    if (!sent) {
        settleRefused(*entry, sent.error());
        co_return tl::unexpected(sent.error());
    }
    settle(*entry, DialRecord::Stage::HandedOver);
    co_return Dialled{.record = entry->record.id};
}

void Dialing::leave()
{
    // In a turn of its own: the service is still on the stack, and it may be gone when the waiter has gone on.
    if (--m_asking == 0)
        QMetaObject::invokeMethod(
            this,
            [this] {
                if (m_asking == 0 && m_idle)
                    m_idle->complete();
            },
            Qt::QueuedConnection);
}

QCoro::Task<> Dialing::letGo()
{
    setProvider(nullptr);
    setAgents(nullptr);
    std::stop_source service = std::exchange(m_letGo, std::stop_source());
    const QList<std::shared_ptr<Entry>> entries = m_entries.values(); // a listener may dial again
    for (const std::shared_ptr<Entry> &entry : entries) {
        const std::shared_ptr<DialAttempt> attempt = std::exchange(entry->attempt, {});
        if (!attempt)
            continue;
        attempt->disconnect(this);
        if (entry->record.stage == DialRecord::Stage::Placed)
            change(*entry, DialRecord::Stage::Over);
    }
    service.request_stop();
    while (m_asking > 0) {
        Completion<> idle;
        m_idle = &idle;
        const Result<> waited = co_await idle.wait({});
        if (!waited)
            co_return; // the program ends before the service has
        m_idle = nullptr;
    }
}

void Dialing::follow(const std::shared_ptr<Entry> &entry)
{
    const std::weak_ptr<Entry> weak = entry;
    connect(entry->attempt.get(), &DialAttempt::progressed, this, [this, weak](const DialProgress &progress) {
        const std::shared_ptr<Entry> followed = weak.lock();
        if (followed && followed->record.stage != DialRecord::Stage::Over) {
            followed->record.progress = progress;
            change(*followed, DialRecord::Stage::Placed);
        }
    });
    connect(entry->attempt.get(), &DialAttempt::finished, this, [this, weak](const DialProgress &progress) {
        if (const std::shared_ptr<Entry> followed = weak.lock()) {
            followed->record.progress = progress;
            change(*followed, DialRecord::Stage::Over);
        }
    });
}

QCoro::Task<Result<>> Dialing::cancel(qint64 record, std::stop_token stop)
{
    const std::shared_ptr<Entry> entry = m_entries.value(record);
    if (!entry || !entry->attempt)
        co_return failure(ErrorKind::Refused, u"This call cannot be taken back from here."_s);
    const std::shared_ptr<DialAttempt> attempt = entry->attempt;
    std::stop_source end;
    const std::stop_callback asker(stop, [end]() mutable { end.request_stop(); });
    const std::stop_callback service(m_letGo.get_token(), [end]() mutable { end.request_stop(); });
    ++m_asking;
    Result<> cancelled = co_await attempt->cancel(end.get_token());
    leave();
    if (cancelled && entry->record.stage != DialRecord::Stage::Over) {
        entry->record.progress.mine = entry->record.progress.theirs = LegProgress::Finished;
        change(*entry, DialRecord::Stage::Over);
    }
    co_return cancelled;
}

std::optional<DialRecord> Dialing::record(qint64 id) const
{
    const std::shared_ptr<Entry> entry = m_entries.value(id);
    return entry ? std::optional(entry->record) : std::nullopt;
}

} // namespace callcard

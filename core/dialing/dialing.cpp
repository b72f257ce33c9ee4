#include <callcard/dialing.h>

#include <QLoggingCategory>
#include <QPointer>

#include <algorithm>

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

Dialing::~Dialing() = default;

void Dialing::setRules(const DialRules &rules)
{
    m_rules = rules;
    m_rules.providerDials = m_provider && m_provider->info().canDial;
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
        if (entry->key == key && !entry->failed() && m_clock.monotonic() - entry->since < kSameCallWithin)
            return entry;
    }
    return {};
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

QCoro::Task<Result<Dialing::Dialled>> Dialing::dial(DialPlan plan, QList<DialWarning> accepted, std::stop_token stop)
{
    if (plan.obstacle)
        co_return failure(ErrorKind::Refused, dialObstacleName(*plan.obstacle));
    if (const QList<DialWarning> left = notAccepted(plan, accepted); !left.isEmpty())
        co_return failure(ErrorKind::Refused, namesOf(left));
    if (plan.route == DialRoute::Provider && (!m_provider || !plan.target.number))
        co_return failure(ErrorKind::Refused, dialObstacleName(DialObstacle::NoProvider));

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

    if (plan.route != DialRoute::Provider) {
        const Result<> opened = m_links.open(dialLink(plan));
        if (!opened) {
            change(*entry, DialRecord::Stage::Refused, opened.error());
            co_return tl::unexpected(opened.error());
        }
        change(*entry, DialRecord::Stage::HandedOver);
        co_return Dialled{.record = id};
    }

    const DialRequest request{.number = *plan.target.number, .extension = plan.target.extension, .callerId = plan.callerId};
    Result<std::shared_ptr<DialAttempt>> placed = co_await m_provider->placeCall(request, stop);
    if (!placed) {
        // Reached without an answer: the phones may ring. Only a person may try again.
        const bool unclear = placed.error().kind == ErrorKind::TimedOut || placed.error().kind == ErrorKind::ServerFault;
        qCInfo(lcDialing) << "a call was not placed:" << errorKindName(placed.error().kind);
        change(*entry, unclear ? DialRecord::Stage::Unclear : DialRecord::Stage::Refused, placed.error());
        co_return tl::unexpected(placed.error());
    }
    entry->attempt = *std::move(placed);
    follow(entry);
    if (entry->record.stage == DialRecord::Stage::Asked)
        change(*entry, DialRecord::Stage::Placed);
    co_return Dialled{.record = id};
}

void Dialing::follow(const std::shared_ptr<Entry> &entry)
{
    const std::weak_ptr<Entry> weak = entry;
    connect(entry->attempt.get(), &DialAttempt::progressed, this, [this, weak](const DialProgress &progress) {
        if (const std::shared_ptr<Entry> followed = weak.lock()) {
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
    Result<> cancelled = co_await attempt->cancel(stop);
    if (cancelled)
        change(*entry, DialRecord::Stage::Over);
    co_return cancelled;
}

std::optional<DialRecord> Dialing::record(qint64 id) const
{
    const std::shared_ptr<Entry> entry = m_entries.value(id);
    return entry ? std::optional(entry->record) : std::nullopt;
}

} // namespace callcard

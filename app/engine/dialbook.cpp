#include "dialbook.h"

#include "engine.h"

#include <algorithm>

namespace callcard {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr qsizetype kMostPages = 200;
constexpr int kLeftovers = 100;       // of the newest calls
constexpr auto kEventsLag = 90s;      // so long a placed call may take to show among the events
constexpr auto kClocksDiffer = 10s;   // theirs and ours
constexpr auto kServiceRings = 3min;  // from the click to a call that it can have led to
constexpr auto kProgramDials = 10min; // somebody has to press call there

/// The words of a call of which nobody knows more; ui/texts has sentences for them.
const auto kHandedOver = u"handed-over"_s;
const auto kUnclear = u"unclear"_s;

bool isFailure(LegProgress leg)
{
    return leg == LegProgress::Busy || leg == LegProgress::NoAnswer || leg == LegProgress::Rejected || leg == LegProgress::Failed;
}

EndReason reasonOf(const DialProgress &progress)
{
    if (isFailure(progress.mine)) // the own phone: nobody else was called
        return EndReason::Failed;
    switch (progress.theirs) {
    case LegProgress::Busy:
        return EndReason::Busy;
    case LegProgress::NoAnswer:
        return EndReason::Missed;
    case LegProgress::Rejected:
        return EndReason::Declined;
    case LegProgress::Failed:
        return EndReason::Failed;
    case LegProgress::Finished: // taken back, or put down
        return EndReason::HungUp;
    default:
        return EndReason::Unknown;
    }
}

} // namespace

DialBook::DialBook(Engine &engine, Dialing &dialing, QObject *parent) : QObject(parent), m_engine(engine), m_dialing(dialing)
{
    connect(&dialing, &Dialing::recordChanged, this, &DialBook::onRecord);
    connect(&engine, &Engine::callNoted, this, &DialBook::onCall);
    endLeftovers();
}

DialBook::~DialBook() = default;

DialBook::Page *DialBook::page(qint64 record)
{
    const auto found = std::find_if(m_pages.begin(), m_pages.end(), [record](const Page &each) { return each.record == record; });
    return found == m_pages.end() ? nullptr : &*found;
}

CallId DialBook::callOf(qint64 record) const
{
    for (const Page &each : m_pages) {
        if (each.record == record)
            return each.joined.isEmpty() ? each.call.id : each.joined;
    }
    return {};
}

std::optional<Call> DialBook::clicked(qint64 record) const
{
    for (const Page &each : m_pages) {
        if (each.record == record && each.joined.isEmpty())
            return each.call;
    }
    return std::nullopt;
}

std::optional<qint64> DialBook::recordOf(const CallId &call) const
{
    for (const Page &each : m_pages) {
        if (each.call.id == call || each.joined == call)
            return each.record;
    }
    return std::nullopt;
}

DialBook::Page &DialBook::begin(const DialRecord &record)
{
    const DialTarget &target = record.plan.target;
    const bool byService = record.plan.route == DialRoute::Provider;
    const CallProvider *const dialler = m_engine.liveCalls().dialler();
    Call call{.id = CallId(QString(kDialledId) + QString::number(record.at.toMSecsSinceEpoch()) + u'-' + QString::number(record.id)),
              .source = byService && dialler ? dialler->info().id : dialRouteName(record.plan.route),
              .direction = CallDirection::Outbound,
              .state = CallState::Ringing,
              .remote = {.number = target.number,
                         .rawNumber = target.number ? target.number->e164() : target.shortCode,
                         .extension = target.extension},
              .startedAt = record.at};
    call.local.number = PhoneNumber::fromE164(record.plan.callerId);
    call.agentEmail = m_engine.preferences().value(settings::kUserEmail);
    if (m_pages.size() >= kMostPages)
        m_pages.removeFirst();
    m_pages.append({.record = record.id, .call = call, .at = record.at, .route = record.plan.route});
    m_engine.callBook().onCallChanged(call);
    if (CallLog *log = m_engine.callBook().log()) {
        const Directory *const directory = m_engine.customers().directory();
        if (const CustomerId &id = record.plan.callee.customer; !id.isEmpty() && directory) {
            if (const auto customer = directory->customer(id); customer && *customer)
                log->setCustomer(call.id, {.id = id, .name = (*customer)->name, .company = (*customer)->company});
        }
        QStringList tags;
        for (const DialWarning warning : record.overridden)
            tags.append(QString(kOverrideTag) + dialWarningName(warning));
        if (!tags.isEmpty())
            log->setTags(call.id, tags);
    }
    if (byService)
        m_engine.screenPop().onCallChanged(call);
    return m_pages.last();
}

void DialBook::tell(const Page &page)
{
    const Call call = page.call; // a listener may dial again
    const bool hasCard = page.route == DialRoute::Provider;
    m_engine.callBook().onCallChanged(call);
    if (hasCard)
        m_engine.screenPop().onCallChanged(call);
}

void DialBook::end(Page &page, EndReason reason, const QString &word)
{
    if (std::exchange(page.over, true) || !page.joined.isEmpty())
        return; // how it ended its events tell
    page.call.state = CallState::Ended;
    page.call.reason = reason;
    page.call.providerStatus = word;
    page.call.endedAt = reason == EndReason::Unknown ? QDateTime() : m_engine.clock().now();
    tell(page);
}

void DialBook::onRecord(const DialRecord &record)
{
    Page *known = page(record.id);
    if (!known)
        known = &begin(record);
    switch (record.stage) {
    case DialRecord::Stage::Asked:
    case DialRecord::Stage::Placed:
        break;
    case DialRecord::Stage::HandedOver:
        end(*known, EndReason::Unknown, kHandedOver);
        break;
    case DialRecord::Stage::Refused:
        end(*known, EndReason::Failed);
        break;
    case DialRecord::Stage::Unclear:
        end(*known, EndReason::Unknown, kUnclear);
        break;
    case DialRecord::Stage::Over:
        // Once somebody talks, the events are on their way.
        if (record.progress.mine == LegProgress::Answered && record.progress.theirs == LegProgress::Answered)
            m_scope.start(endUnlessJoined(record.id));
        else
            end(*known, reasonOf(record.progress), reasonOf(record.progress) == EndReason::Unknown ? kUnclear : QString());
        break;
    }
    const CallId call = callOf(record.id);
    Q_EMIT
    changed(call, record);
}

QCoro::Task<> DialBook::endUnlessJoined(qint64 record)
{
    const Result<> waited = co_await m_engine.clock().sleep(kEventsLag, m_scope.stopToken());
    if (!waited)
        co_return;
    if (Page *known = page(record))
        end(*known, EndReason::Unknown, kUnclear);
    if (const std::optional<DialRecord> dialled = m_dialing.record(record))
        Q_EMIT
    changed(callOf(record), *dialled);
}

void DialBook::onCall(const Call &call)
{
    if (call.direction != CallDirection::Outbound || call.ownRingOutLeg)
        return;
    const QDateTime began = call.startedAt.isValid() ? call.startedAt : m_engine.clock().now();
    for (Page &each : m_pages) {
        if (each.joined == call.id)
            return;
    }
    const auto found = std::find_if(m_pages.rbegin(), m_pages.rend(), [&](const Page &each) {
        const std::chrono::seconds reach = each.route == DialRoute::Provider ? std::chrono::seconds(kServiceRings) : kProgramDials;
        const bool sameNumber = call.remote.number
                                    ? call.remote.number == each.call.remote.number
                                    : !call.remote.rawNumber.isEmpty() && call.remote.rawNumber == each.call.remote.rawNumber;
        // A refused one was never dialled.
        return each.joined.isEmpty() && each.call.reason != EndReason::Failed && sameNumber &&
               began >= each.at.addSecs(-std::chrono::seconds(kClocksDiffer).count()) && began <= each.at.addSecs(reach.count());
    });
    if (found == m_pages.rend())
        return;
    found->joined = call.id;
    const CallId from = found->call.id;
    if (Deliveries *deliveries = m_engine.deliveries())
        deliveries->onNamed(found->call, call);
    m_engine.callBook().onCallMerged(from, call.id);
    m_engine.screenPop().onCallMerged(from, call.id);
    Q_EMIT
    joined(from, call.id);
}

void DialBook::endLeftovers()
{
    const CallLog *const log = m_engine.callBook().log();
    const Result<HistoryPage> newest = log ? log->history({.filter = HistoryFilter::Outgoing, .limit = kLeftovers}) : HistoryPage{};
    if (!newest)
        return; // the log's own trouble is told elsewhere
    for (const LogEntry &entry : newest->entries) {
        if (!entry.call.isLive() || !entry.call.id.text().startsWith(kDialledId))
            continue;
        Call call = entry.call; // the program ended before it knew
        call.state = CallState::Ended;
        call.reason = EndReason::Unknown;
        call.providerStatus = kUnclear;
        m_engine.callBook().onCallChanged(call);
    }
}

} // namespace callcard

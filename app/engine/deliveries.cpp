#include "deliveries.h"

#include "dialbook.h"

#include <callcard/callrecorddocuments.h>
#include <callcard/justcall.h>

#include <QLoggingCategory>

namespace callcard {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

Q_LOGGING_CATEGORY(lcDeliveries, "callcard.engine.deliveries", QtInfoMsg)

/// A note is marked at every keystroke, and the provider's budget is everybody's.
constexpr std::chrono::milliseconds kTypingPause = 5s;
/// Each is two commits, and a ringing call comes first.
constexpr int kMarksAtOnce = 4;

} // namespace

Deliveries::Deliveries(const DeliveriesContext &context, QObject *parent) : QObject(parent), m_context(context)
{
    connect(&context.log, &CallLog::marked, this, &Deliveries::onMarked);
    connect(&context.log, &CallLog::unmarked, this, &Deliveries::onUnmarked);
    connect(&context.log, &CallLog::entryChanged, this, &Deliveries::onEntryChanged);
    context.log.setMarksRecords(writesRecords());
}

Deliveries::~Deliveries() = default;

QString Deliveries::remarksDestination()
{
    return u"justcall-remarks"_s;
}

UserId Deliveries::user() const
{
    return m_accounts && m_accounts->firebase ? UserId(m_accounts->firebase->tokens->user()) : UserId();
}

QCoro::Task<> Deliveries::setAccounts(std::shared_ptr<Accounts> accounts)
{
    const quint64 generation = ++m_generation;
    const std::shared_ptr<Way> remarks = std::move(m_remarks);
    const std::shared_ptr<Way> records = std::move(m_records);
    co_await close(remarks);
    co_await close(records);
    if (generation != m_generation || m_scope.isClosed())
        co_return; // a newer set came meanwhile
    m_accounts = accounts;
    openRemarks();
    openRecords();
    if (!writesRecords())
        forgetRecords();
    handOverSoon();
}

void Deliveries::openRemarks()
{
    if (!m_accounts->justcall)
        return;
    m_remarks = std::make_shared<Way>();
    m_remarks->accounts = m_accounts;
    m_remarks->delivery = makeJustCallDelivery({.base = m_accounts->justcall->base,
                                                .key = m_accounts->justcall->key,
                                                .secret = m_accounts->justcall->secret,
                                                .userEmail = m_accounts->userEmail,
                                                .region = m_context.preferences.value(settings::kUserRegion),
                                                .budget = m_context.justcallBudget,
                                                .clock = m_context.clock});
    m_remarks->pump = std::make_unique<OutboxPump>(m_context.outbox, remarksDestination(), *m_remarks->delivery, m_context.clock);
    connect(m_remarks->pump.get(), &OutboxPump::delivered, this, [this](const QString &key) {
        onArrived(remarksDestination(), key, {Delivers::Note, Delivers::Outcome, Delivers::Rating});
    });
    m_remarks->pump->start();
}

void Deliveries::onSettingsChanged()
{
    const bool on = writesRecords();
    m_context.log.setMarksRecords(on);
    if (!m_accounts)
        return;
    if (on && !m_records)
        openRecords();
    if (on)
        return;
    if (const std::shared_ptr<Way> records = std::move(m_records))
        m_scope.start(close(records));
    forgetRecords();
}

QCoro::Task<> Deliveries::close(std::shared_ptr<Way> way)
{
    if (way)
        co_await way->pump->stop();
}

void Deliveries::nudge()
{
    for (const std::shared_ptr<Way> &way : {m_remarks, m_records}) {
        if (way)
            way->pump->nudge();
    }
}

QCoro::Task<> Deliveries::stop()
{
    co_await m_scope.close();
    const std::shared_ptr<Way> remarks = m_remarks;
    const std::shared_ptr<Way> records = m_records;
    co_await close(remarks);
    co_await close(records);
}

bool Deliveries::sendsRemarksOf(const Call &call) const
{
    return m_remarks && call.source == "justcall"_L1;
}

QStringList Deliveries::remarkedSources() const
{
    return m_remarks || (m_accounts && maySendRemarksLater()) ? QStringList{u"justcall"_s} : QStringList();
}

/// A keychain that is locked for now says nothing about what is set up.
bool Deliveries::maySendRemarksLater() const
{
    return m_accounts->justcall || m_accounts->faulty.contains(u"justcall"_s);
}

std::optional<Error> Deliveries::refusalOf(const CallId &call) const
{
    const Result<QList<ParkedEntry>> parked = m_context.outbox.parked();
    if (!parked)
        return std::nullopt;
    for (const ParkedEntry &entry : *parked) {
        if (entry.destination == remarksDestination() && entry.entry.key == call.text())
            return entry.reason;
    }
    return std::nullopt;
}

QHash<QString, Error> Deliveries::pauses() const
{
    QHash<QString, Error> pauses;
    for (const std::shared_ptr<Way> &way : {m_remarks, m_records}) {
        if (way && way->pump->pausedBecause())
            pauses.insert(way->pump->destination(), *way->pump->pausedBecause());
    }
    return pauses;
}

void Deliveries::onMarked(const UndeliveredMark &mark)
{
    if (mark.what == Delivers::CallRecord) {
        if (const Result<> done = handOver(mark); !done)
            qCWarning(lcDeliveries) << "a call record stays in the log:" << done.error();
        return;
    }
    m_lastTyped = m_context.clock.monotonic();
    if (!std::exchange(m_waitsForQuiet, true))
        m_scope.start(handOverWhenQuiet());
}

void Deliveries::onUnmarked(const CallId &call, Delivers what)
{
    const QString destination = what == Delivers::CallRecord ? callRecordsDestination() : remarksDestination();
    if (const Result<> withdrawn = m_context.outbox.withdraw(destination, call.text()); !withdrawn)
        qCWarning(lcDeliveries) << "what became private could not be withdrawn:" << withdrawn.error();
}

QCoro::Task<> Deliveries::handOverWhenQuiet()
{
    const std::stop_token stop = m_scope.stopToken();
    while (!stop.stop_requested()) {
        const auto rest = m_lastTyped + kTypingPause - m_context.clock.monotonic();
        if (rest <= 0ms)
            break;
        (void)co_await m_context.clock.sleep(rest, stop);
    }
    m_waitsForQuiet = false;
    if (!stop.stop_requested()) // else the next start completes the outbox from the marks
        handOverSoon();
}

void Deliveries::onEntryChanged(const CallId &call)
{
    if (m_awaitingEnd.remove(call))
        handOverSoon();
}

void Deliveries::handOverSoon()
{
    if (m_handsOver)
        m_handOverAgain = true;
    else if (!m_scope.isClosed())
        m_scope.start(handOverAll());
}

QCoro::Task<> Deliveries::handOverAll()
{
    const std::stop_token stop = m_scope.stopToken();
    m_handsOver = true;
    do {
        m_handOverAgain = false;
        const Result<QList<UndeliveredMark>> marks = m_context.log.undelivered();
        if (!marks)
            qCWarning(lcDeliveries) << "what must be delivered cannot be read:" << marks.error();
        int handed = 0;
        for (const UndeliveredMark &mark : marks.value_or(QList<UndeliveredMark>())) {
            if (const Result<> done = handOver(mark); !done)
                qCWarning(lcDeliveries) << "what must be delivered stays in the log:" << done.error();
            if (++handed % kMarksAtOnce != 0)
                continue;
            const Result<> goOn = co_await m_context.clock.sleep(1ms, stop); // after months without a way there are many
            if (!goOn)
                break;
        }
    } while (m_handOverAgain && !stop.stop_requested());
    m_handsOver = false;
}

Result<> Deliveries::handOver(const UndeliveredMark &mark)
{
    if (!m_accounts)
        return {};
    return mark.what == Delivers::CallRecord ? handOverRecord(mark) : handOverRemark(mark);
}

Result<> Deliveries::handOverRemark(const UndeliveredMark &mark)
{
    const Result<std::optional<CallStory>> known = m_context.log.story(mark.call);
    if (!known)
        return tl::unexpected(known.error());
    if (!*known)
        return {};
    const CallStory &story = **known;
    const LogEntry &entry = story.entry;
    if (!sendsRemarksOf(entry.call)) {
        const bool isJustCalls = entry.call.source == "justcall"_L1;
        return isJustCalls && maySendRemarksLater() ? Result<>() : m_context.log.dropMarks(mark.what, mark.call);
    }
    if (entry.call.isLive()) {
        m_awaitingEnd.insert(entry.call.id);
        return {};
    }
    CallRemark remark{.callSid = entry.call.sessionId, .endedAt = entry.call.endedAt};
    remark.notesBefore = QStringList{story.toldNote} + story.sentNotes;
    remark.notesBefore.removeAll(QString());
    for (const Delivered &delivery : story.deliveries) {
        if (delivery.at.isValid())
            continue;
        if (delivery.what == Delivers::Note)
            remark.notes = entry.note;
        else if (delivery.what == Delivers::Outcome)
            remark.disposition = entry.outcome;
        else if (delivery.what == Delivers::Rating)
            remark.rating = entry.rating;
    }
    OutboxItem item = justCallItem(remark);
    item.key = entry.call.id.text(); // by which its arrival is noted, after a restart too
    if (const Result<> put = m_context.outbox.put(remarksDestination(), item); !put)
        return put;
    return m_context.log.handedOver(mark);
}

void Deliveries::onArrived(const QString &destination, const QString &key, const QList<Delivers> &what)
{
    const Result<bool> isWaiting = m_context.outbox.isWaiting(destination, key);
    if (isWaiting && *isWaiting)
        return; // that was an older word on it
    const Result<std::optional<LogEntry>> entry = m_context.log.entry(CallId(key));
    if (!entry || !*entry || (*entry)->call.id != CallId(key))
        return; // forgotten meanwhile, or joined with another call that has its own mark
    if (key.startsWith(kDialledId) && (*entry)->call.id.text() != key)
        return; // likewise, and it is found under its old name still
    for (const Delivers one : what) {
        if (const Result<> noted = m_context.log.delivered((*entry)->call.id, one); !noted)
            qCWarning(lcDeliveries) << "an arrival could not be noted:" << noted.error();
    }
}

} // namespace callcard

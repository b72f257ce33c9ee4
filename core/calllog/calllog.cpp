#include <callcard/calllog.h>

#include "logchanges.h"
#include "logwriter.h"
#include "schema.h"

#include <QLoggingCategory>

#include <algorithm>

namespace callcard {

using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(lcCallLog, "callcard.calllog", QtInfoMsg)

/// Leaves the commit itself the rest of 20 ms.
constexpr auto kGroup = 8ms;
constexpr Backoff::Shape kRetry{.first = 500ms, .cap = 30s};
/// More changes than that in one commit: reading again is cheaper than telling each.
constexpr int kMostSignals = 500;
constexpr StorageFault kOneStatementsFault[] = {StorageFault::Conflict, StorageFault::Other};

/// No two computers were started in the same millisecond; a day that is simulated is the same again.
std::uint32_t seedFrom(const Clock &clock)
{
    return static_cast<std::uint32_t>(clock.monotonic().count());
}

bool mayBeOneWritesFault(const Error &error)
{
    const StorageFault fault = storageFault(error);
    return std::find(std::begin(kOneStatementsFault), std::end(kOneStatementsFault), fault) != std::end(kOneStatementsFault);
}

} // namespace

CallLog::CallLog(std::unique_ptr<Store> store, Clock &clock) : m_store(std::move(store)), m_clock(clock), m_backoff(kRetry, seedFrom(clock))
{
}

CallLog::~CallLog()
{
    if (const Result<> written = flush(); !written)
        qCWarning(lcCallLog) << "ends with" << m_writes.size() << "changes that could not be written:" << written.error();
}

Result<std::unique_ptr<CallLog>> CallLog::open(const QString &path, Clock &clock)
{
    auto store = Store::open(path, logSchema());
    if (!store)
        return tl::unexpected(store.error());
    // Forgetting means that the bytes are gone.
    if (const auto safe = (*store)->first(u"PRAGMA secure_delete=ON"_s, [](const Row &row) { return row.flag(0); }); !safe)
        return tl::unexpected(safe.error());
    return std::unique_ptr<CallLog>(new CallLog(std::move(*store), clock));
}

Result<std::unique_ptr<CallLog>> CallLog::openReadOnly(const QString &path, Clock &clock)
{
    auto store = Store::open(path, logSchema(), {.readOnly = true});
    if (!store)
        return tl::unexpected(store.error());
    return std::unique_ptr<CallLog>(new CallLog(std::move(*store), clock));
}

QCoro::Task<> CallLog::stop()
{
    co_await m_scope.close();
    (void)flush(); // told by troubleChanged(), and tried once more by the destructor
}

void CallLog::later(Write write)
{
    // A write that replaces another moves behind it: what lies between may be what it builds on.
    if (!write.key.isEmpty())
        m_writes.removeIf([&](const Write &waiting) { return waiting.key == write.key; });
    write.at = m_clock.now();
    m_writes.append(std::move(write));
    if (!m_trouble)
        schedule(kGroup);
}

void CallLog::now(Write write)
{
    later(std::move(write));
    (void)flush(); // what fails is kept and told
}

void CallLog::schedule(std::chrono::milliseconds wait)
{
    if (m_scheduled || m_scope.isClosed())
        return;
    m_scheduled = true;
    m_scope.start(writeAfter(wait, m_scope.stopToken()));
}

QCoro::Task<> CallLog::writeAfter(std::chrono::milliseconds wait, std::stop_token stop)
{
    const Result<> waited = co_await m_clock.sleep(wait, stop);
    m_scheduled = false;
    if (waited)
        (void)flush(); // plans the next try itself
}

Result<> CallLog::commit(const QList<Write> &writes)
{
    LogChanges changes;
    LogWriter writer(*m_store, changes, m_clock.now());
    const Result<> done = m_store->transact([&]() -> Result<> {
        for (const Write &write : writes) {
            writer.setNow(write.at);
            if (const Result<> one = write.apply(writer); !one)
                return one;
        }
        return writer.finish();
    });
    if (done)
        announce(changes);
    return done;
}

Result<> CallLog::flush()
{
    if (m_writes.isEmpty())
        return {};
    QList<Write> writes = std::exchange(m_writes, {});
    Result<> done = commit(writes);
    if (!done && writes.size() > 1 && mayBeOneWritesFault(done.error())) {
        // One bad thing must not keep the others from the disk.
        QList<Write> refused;
        for (const Write &write : std::as_const(writes)) {
            if (!commit({write}))
                refused.append(write);
        }
        writes = refused;
        if (writes.isEmpty())
            done = {};
    }
    if (done) {
        m_backoff.reset();
        setTrouble({});
        return {};
    }
    m_writes = writes + m_writes; // a slot of a signal may have added some
    setTrouble(done.error());
    schedule(m_backoff.next());
    return done;
}

void CallLog::setTrouble(const std::optional<Error> &trouble)
{
    // The words of one fault differ from try to try; a person is told of a fault once.
    if (m_trouble.has_value() == trouble.has_value() && (!trouble || storageFault(*m_trouble) == storageFault(*trouble)))
        return;
    if (trouble)
        qCWarning(lcCallLog) << m_writes.size() << "changes wait in memory:" << *trouble;
    else
        qCInfo(lcCallLog) << "what waited in memory is written";
    m_trouble = trouble;
    Q_EMIT
    troubleChanged();
}

void CallLog::announce(const LogChanges &changes)
{
    if (changes.everything || changes.entries.size() + changes.removed.size() > kMostSignals) {
        Q_EMIT
        cleared();
    } else {
        for (const CallId &call : changes.removed)
            Q_EMIT
        entryRemoved(call);
        for (const CallId &call : changes.entries) {
            if (!changes.removed.contains(call))
                Q_EMIT
            entryChanged(call);
        }
    }
    for (const MessageId &text : changes.texts)
        Q_EMIT
    textChanged(text);
    for (const auto &[call, what] : changes.unmarked)
        Q_EMIT
    unmarked(call, what);
    for (const UndeliveredMark &mark : changes.marks)
        Q_EMIT
    marked(mark);
    if (changes.queue)
        Q_EMIT
    queueChanged();
    if (changes.promises)
        Q_EMIT
    promisesChanged();
    if (changes.dirty)
        Q_EMIT
    dirtied();
}

// Live

void CallLog::onCallChanged(const Call &call)
{
    // Every change is applied, for the steps between two commits are a part of its story; not so while the disk is full.
    later({.key = m_trouble ? QString(u"call:"_s + call.id.text()) : QString(),
           .apply = [call, marks = m_marksRecords](LogWriter &writer) { return writer.call(call, marks); }});
}

void CallLog::onCallMerged(const CallId &from, const CallId &into)
{
    later({.apply = [from, into, marks = m_marksRecords](LogWriter &writer) { return writer.merge(from, into, marks); }});
}

void CallLog::onText(const Message &text)
{
    later({.apply = [text](LogWriter &writer) { return writer.text(text); }});
}

void CallLog::setReceipt(const CallId &call, const CardReceipt &receipt)
{
    later({.key = QString(u"receipt:"_s + call.text()),
           .apply = [call, receipt](LogWriter &writer) { return writer.receipt(call, receipt); }});
}

void CallLog::setCustomer(const CallId &call, const CustomerLink &customer)
{
    later({.key = QString(u"customer:"_s + call.text()),
           .apply = [call, customer](LogWriter &writer) { return writer.customer(call, customer); }});
}

void CallLog::unlinkCustomer(const CallId &call)
{
    now({.key = QString(u"customer:"_s + call.text()), .apply = [call](LogWriter &writer) { return writer.unlink(call); }});
}

// What a person does

void CallLog::setNote(const CallId &call, const QString &note)
{
    const auto change = [note](LogEntry &entry) { entry.note = note.first(std::min<qsizetype>(note.size(), 20'000)); };
    now({.key = QString(u"note:"_s + call.text()),
         .apply = [call, change](LogWriter &writer) { return writer.edit(call, change, Delivers::Note); }});
}

void CallLog::setOutcome(const CallId &call, const QString &outcome)
{
    const auto change = [outcome](LogEntry &entry) { entry.outcome = outcome.first(std::min<qsizetype>(outcome.size(), 400)); };
    now({.key = QString(u"outcome:"_s + call.text()),
         .apply = [call, change](LogWriter &writer) { return writer.edit(call, change, Delivers::Outcome); }});
}

void CallLog::setTags(const CallId &call, const QStringList &tags)
{
    const auto change = [tags](LogEntry &entry) {
        entry.tags.clear();
        for (const QString &tag : tags) {
            const QString plain = tag.simplified();
            if (!plain.isEmpty() && !entry.tags.contains(plain) && entry.tags.size() < 50)
                entry.tags.append(plain.first(std::min<qsizetype>(plain.size(), 100)));
        }
    };
    // Providers' tags cannot be written: they stay here.
    now({.key = QString(u"tags:"_s + call.text()), .apply = [call, change](LogWriter &writer) { return writer.edit(call, change, {}); }});
}

void CallLog::setRating(const CallId &call, std::optional<double> rating)
{
    const auto change = [rating](LogEntry &entry) {
        entry.rating = rating ? std::optional(qRound(std::clamp(*rating, 0.0, 5.0) * 2) / 2.0) : std::nullopt;
    };
    now({.key = QString(u"rating:"_s + call.text()),
         .apply = [call, change](LogWriter &writer) { return writer.edit(call, change, Delivers::Rating); }});
}

void CallLog::setPrivate(const CallId &call, bool isPrivate)
{
    now({.key = QString(u"private:"_s + call.text()),
         .apply = [call, isPrivate](LogWriter &writer) { return writer.setPrivate(call, isPrivate); }});
}

void CallLog::setSettled(const CallId &call, bool done)
{
    now({.apply = [call, done](LogWriter &writer) { return writer.settled(call, done); }});
}

void CallLog::addPromise(const Promise &promise, const std::optional<PhoneNumber> &number, const CallId &call)
{
    now({.apply = [promise, number, call](LogWriter &writer) { return writer.promise(promise, number, call); }});
}

void CallLog::setPromiseDone(qint64 id, bool done)
{
    now({.apply = [id, done](LogWriter &writer) { return writer.promiseDone(id, done); }});
}

void CallLog::addReminder(const Reminder &reminder)
{
    now({.apply = [reminder](LogWriter &writer) { return writer.reminder(reminder); }});
}

void CallLog::removeReminder(qint64 id)
{
    now({.apply = [id](LogWriter &writer) { return writer.removeReminder(id); }});
}

void CallLog::setStar(const QString &person, bool on)
{
    now({.apply = [person, on](LogWriter &writer) { return writer.star(person, on); }});
}

} // namespace callcard

#include "callbook.h"
#include "callbookrep.h"

#include <algorithm>

namespace callcard::relay {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr quint64 kEventsARecord = 100; ///< An id is the record's sequence and two digits.
constexpr std::size_t kMostEvents = 2000;
constexpr int kIdDigits = 20;
constexpr qint64 kADay = 86'400;
constexpr auto kRingsAtMost = 3min;
constexpr auto kTalksAtMost = 4h;

} // namespace

CallBook::CallBook(const QList<RelayUser> &users, QString region, Clock &clock, Bounds bounds)
    : m_roster(users), m_region(std::move(region)), m_clock(clock), m_bounds(bounds)
{
}

CallBook::CallBook(const QList<RelayUser> &users, QString region, Clock &clock) : CallBook(users, std::move(region), clock, Bounds{}) {}

CallBook::~CallBook() = default;

CallBook::Rep &CallBook::rep(const QString &email)
{
    std::unique_ptr<Rep> &found = m_reps[email];
    if (!found) {
        found = std::make_unique<Rep>(email, m_clock);
        Rep *const made = found.get();
        QObject::connect(&made->tracker, &CallTracker::callChanged, [made](const Call &call) { made->changed.append(call); });
    }
    return *found;
}

QStringList CallBook::take(const LoggedRecord &record)
{
    m_sequence = record.sequence;
    m_index = 0;
    m_position = std::max(m_position, record.sequence * kEventsARecord + kEventsARecord - 1);
    ++m_counters.records;
    const std::optional<Delivery> delivery = deliveryOf(record.record);
    if (!delivery) {
        ++m_counters.unreadable;
        return {};
    }
    QList<Addressed> news;
    switch (delivery->provider) {
    case Provider::JustCall:
        news = justCallFacts(*delivery);
        break;
    case Provider::RingCentral:
        news = ringCentralFacts(*delivery);
        break;
    case Provider::Twilio:
        news = twilioFacts(*delivery, record.record.receivedAt);
        break;
    case Provider::AiCall:
        news = aiCallFacts(*delivery);
        break;
    }
    QStringList touched;
    const QDateTime at = delivery->sentAt.isValid() ? delivery->sentAt : record.record.receivedAt;
    for (const Addressed &one : std::as_const(news)) {
        if (m_reps.size() >= m_bounds.reps && !m_reps.contains(one.email)) {
            ++m_counters.unrouted; // no team is as large as that: somebody invents people
            continue;
        }
        Rep &concerned = rep(one.email);
        if (const auto *fact = std::get_if<CallEvent>(&one.news)) {
            noteTold(fact->sessionId, one.email);
            concerned.tracker.onEvent(*fact);
        } else if (const auto *text = std::get_if<Message>(&one.news)) {
            concerned.take(*text);
        } else if (const auto *recording = std::get_if<CallRecording>(&one.news)) {
            concerned.take(*recording);
        }
        if (!(concerned.changed.isEmpty() && concerned.rest.isEmpty()) && !touched.contains(one.email))
            touched.append(one.email);
    }
    for (const QString &email : std::as_const(touched)) {
        Rep &concerned = rep(email);
        // Several facts of one record about one call are one event: how it stands now.
        QList<Call> latest;
        for (const Call &call : std::as_const(concerned.changed)) {
            latest.removeIf([&call](const Call &other) { return other.id == call.id; });
            latest.append(call);
        }
        concerned.changed.clear();
        m_index = 0;
        for (const Call &call : std::as_const(latest))
            publish(concerned, call, at);
        const auto rest = std::exchange(concerned.rest, {});
        for (const auto &[type, json] : rest)
            publish(concerned, type, json);
    }
    return touched;
}

void CallBook::publish(Rep &rep, const Call &call, const QDateTime &at)
{
    QDateTime &changedAt = rep.changedAt[call.id];
    if (!changedAt.isValid() || changedAt < at) // a late delivery does not put the clock back
        changedAt = at;
    publish(rep, "call", callToWire(call, changedAt));
}

void CallBook::publish(Rep &rep, const char *type, const QByteArray &json)
{
    if (m_index >= int(kEventsARecord))
        return;
    const quint64 id = m_sequence * kEventsARecord + quint64(m_index++);
    const QByteArray frame =
        "id: " + idText(id) + "\nevent: " + type + "\ndata: {\"type\":\"" + type + "\",\"" + type + "\":" + json + "}\n\n";
    rep.events.push_back({.id = id, .frame = std::make_shared<const std::string>(frame.constData(), std::size_t(frame.size()))});
    m_inOrder.emplace_back(id, &rep);
    m_bytes += std::size_t(frame.size());
    ++m_counters.events;
    while (rep.events.size() > kMostEvents)
        forgetFirst(rep);
    while (m_bytes > m_bounds.bytes && !m_inOrder.empty()) {
        const auto [first, whose] = m_inOrder.front();
        m_inOrder.pop_front();
        if (!whose->events.empty() && whose->events.front().id == first)
            forgetFirst(*whose);
    }
}

void CallBook::forgetFirst(Rep &rep)
{
    rep.forgotten = rep.events.front().id;
    m_bytes -= rep.events.front().frame->size();
    rep.events.pop_front();
}

void CallBook::forgetBefore(quint64 sequence)
{
    if (sequence <= 1 || (sequence - 1) * kEventsARecord > m_position)
        return;
    m_beginning = std::max(m_beginning, (sequence - 1) * kEventsARecord);
    while (!m_inOrder.empty() && m_inOrder.front().first <= m_beginning) {
        Rep &rep = *m_inOrder.front().second;
        m_inOrder.pop_front();
        while (!rep.events.empty() && rep.events.front().id <= m_beginning)
            forgetFirst(rep);
    }
}

QByteArray CallBook::idText(quint64 id) const
{
    const QByteArray place = QByteArray::number(id).rightJustified(kIdDigits, '0'); // desktops compare ids as text
    return m_log.name.isEmpty() ? place : QByteArray(place + '-' + m_log.name);
}

std::optional<quint64> CallBook::placeOf(QByteArrayView idText) const
{
    const qsizetype dash = idText.indexOf('-');
    const QByteArrayView place = dash < 0 ? idText : idText.first(dash);
    const bool isNumber = !place.isEmpty() && place.size() <= kIdDigits &&
                          std::all_of(place.begin(), place.end(), [](char digit) { return digit >= '0' && digit <= '9'; });
    bool fits = false;
    const quint64 id = isNumber ? place.toByteArray().toULongLong(&fits) : 0;
    if (!fits)
        return std::nullopt;
    if (dash >= 0)
        return idText.sliced(dash + 1) == m_log.name ? std::optional(id) : std::nullopt;
    // Plain numbers were told before logs had names. Zero is the beginning of any.
    const bool isKnown = id == 0 || m_log.name.isEmpty() || id / kEventsARecord <= m_log.namelessUntil;
    return isKnown ? std::optional(id) : std::nullopt;
}

const std::deque<StreamEvent> &CallBook::events(const QString &email) const
{
    static const std::deque<StreamEvent> none;
    const auto found = m_reps.find(email);
    return found == m_reps.end() ? none : found->second->events;
}

quint64 CallBook::oldest(const QString &email) const
{
    const auto found = m_reps.find(email);
    return found == m_reps.end() ? m_beginning : std::max(m_beginning, found->second->forgotten);
}

void CallBook::beginsAt(quint64 sequence, const LogIdentity &log)
{
    m_log = log;
    // Somebody who saw everything up to the last record before it has missed nothing; nobody saw anything before the first of all.
    m_beginning = sequence <= 1 ? 0 : (sequence - 1) * kEventsARecord;
    m_position = std::max(m_position, sequence == 0 ? 0 : (sequence - 1) * kEventsARecord + kEventsARecord - 1);
}

QByteArray CallBook::activeCalls(const QString &email) const
{
    QByteArray list;
    const auto found = m_reps.find(email);
    if (found != m_reps.end()) {
        const Rep &rep = *found->second;
        const QDateTime now = m_clock.now();
        for (const Call &call : rep.tracker.liveCalls()) {
            const QDateTime at = rep.changedAt.value(call.id);
            const std::chrono::seconds longest = call.state == CallState::Ringing ? std::chrono::seconds(kRingsAtMost) : kTalksAtMost;
            if (at.secsTo(now) > longest.count())
                continue;
            list += (list.isEmpty() ? "" : ",") + callToWire(call, at);
        }
    }
    return "{\"calls\":[" + list + "]}";
}

std::optional<QByteArray> CallBook::callOf(const QString &email, const QString &sessionId) const
{
    const auto found = m_reps.find(email);
    if (found == m_reps.end())
        return std::nullopt;
    const CallId id(u"twilio:"_s + sessionId);
    const std::optional<Call> call = found->second->tracker.call(id);
    return call ? std::optional(callToWire(*call, found->second->changedAt.value(id))) : std::nullopt;
}

std::optional<AiCallStep> CallBook::aiCall(const QString &id) const
{
    const auto found = m_aiCalls.constFind(id);
    return found == m_aiCalls.cend() ? std::nullopt : std::optional(*found);
}

QList<AiCallStep> CallBook::orphans(std::chrono::seconds age) const
{
    const QDateTime before = m_clock.now().addSecs(-age.count());
    QList<AiCallStep> orphans;
    for (const AiCallStep &step : m_aiCalls) {
        if (step.phase == AiCallStep::Phase::Asked && step.at <= before)
            orphans.append(step);
    }
    return orphans;
}

void CallBook::prune()
{
    for (const auto &[email, rep] : m_reps) {
        const QDateTime now = m_clock.now();
        const QList<Call> live = rep->tracker.liveCalls();
        for (const Call &call : live) {
            const std::chrono::seconds longest =
                call.state == CallState::Ringing ? std::chrono::seconds(5 * kRingsAtMost) : 3 * kTalksAtMost;
            if (rep->changedAt.value(call.id).secsTo(now) > longest.count())
                rep->tracker.settleAsGone(call.id);
        }
        rep->changed.clear(); // nobody is told: desktops settle what is not among the active calls by themselves
        rep->tracker.prune();
        // Whose end is a day ago needs no date any more; an id that comes again gets a new one.
        rep->changedAt.removeIf([&now](const auto &entry) { return entry.value().secsTo(now) > kADay; });
    }
}

} // namespace callcard::relay
